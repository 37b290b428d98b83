// On every page of guests: a form is sent once however often its button is pressed, and what counts down does so by the server's clock.
addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') {
    return;
  }
  if (form.hasAttribute('aria-busy')) {
    event.preventDefault();
    return;
  }
  form.setAttribute('aria-busy', 'true');
  // After the fields have been read, or the pressed button's own would be missing.
  setTimeout(() => form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-disabled', 'true')));
});

// Somebody came back by the browser's own button.
addEventListener('pageshow', (event) => {
  if (event.persisted) {
    for (const form of document.querySelectorAll('form[aria-busy]')) {
      form.removeAttribute('aria-busy');
      form.querySelectorAll('button').forEach((button) => button.removeAttribute('aria-disabled'));
    }
  }
});
