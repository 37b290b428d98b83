// What is told once of a fresh link to a door: its address, to be copied, and as a QR code.
const form = document.querySelector('form[data-door-link]');
const shown = document.querySelector('[data-made]');

form.addEventListener('answered', ({ detail }) => {
  shown.hidden = false;
  shown.querySelector('img').src = `data:image/svg+xml,${encodeURIComponent(detail.qr)}`;
  const link = shown.querySelector('a');
  link.href = detail.url;
  link.textContent = detail.url;
  shown.querySelector('[data-gate]').textContent = detail.link.gate;
  shown.querySelector('button').onclick = async ({ target }) => {
    await navigator.clipboard.writeText(detail.url);
    target.textContent = target.dataset.copied;
  };
  shown.scrollIntoView({ block: 'nearest' });
});
