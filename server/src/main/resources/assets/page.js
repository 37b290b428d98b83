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

/* Times that run out: data-countdown, in seconds from when the page was made. data-words says them, data-say and data-seconds tell listeners of the
   last two minutes and the last thirty seconds; at the end data-over is said, or with data-reload the page comes anew. */
const SAID_SECONDS = [120, 30];

function countDown(shown) {
  const until = performance.now() + 1000 * Number(shown.dataset.countdown);
  const told = document.createElement('p');
  told.className = 'hidden';
  told.setAttribute('role', 'status');
  shown.after(told);
  let last = Infinity;
  shown.hidden = false;
  const tick = () => {
    const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    shown.textContent = shown.dataset.words.replace('%', time);
    const passed = SAID_SECONDS.find((seconds) => left <= seconds && last > seconds && last !== Infinity);
    if (passed && shown.dataset.say) {
      told.textContent = passed >= 60 ? shown.dataset.say.replace('%', passed / 60) : shown.dataset.seconds.replace('%', passed);
    }
    last = left;
    if (left > 0) {
      setTimeout(tick, 500);
    } else if ('reload' in shown.dataset) {
      location.reload();
    } else {
      shown.textContent = shown.dataset.over;
    }
  };
  tick();
}

document.querySelectorAll('[data-countdown]').forEach(countDown);
