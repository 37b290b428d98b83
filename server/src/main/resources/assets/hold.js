// Counts down the time that seats are set aside, by the server's clock; then shows the page anew. Without scripts the time stands there.
const shown = document.querySelector('[data-left]');
const until = performance.now() + 1000 * Number(shown.dataset.left);
const words = shown.textContent;

function tick() {
  const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
  shown.textContent = words.replace('{0}', `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`);
  shown.hidden = false;
  if (left === 0) {
    location.reload();
  } else {
    setTimeout(tick, 500);
  }
}

tick();
