// Counts down to what opens: data-opening, in milliseconds by the server's clock when the page was made, or data-opens-at, in seconds since 1970 by
// that clock, where caches keep the page. With data-reload the page comes anew then.
const two = (n) => String(n).padStart(2, '0');
export const fill = (words, first, second) => words.replace('%', first).replace('&', second);

export function clock(millis) {
  const s = Math.max(0, Math.ceil(millis / 1000));
  const hours = Math.floor(s / 3600);
  return hours ? `${hours}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

const DAY = 86_400_000;

export function untilOpening(element, millis) {
  const days = Math.floor(millis / DAY);
  const time = clock(millis % DAY);
  const words = days === 1 ? element.dataset.daysOne : element.dataset.daysOther;
  return fill(element.dataset.words, days ? `${fill(words, days)} ${time}` : time);
}

/** Counts down on the page; `left` says how many milliseconds there are, NaN for none. */
export function counts(element, left, words) {
  const show = () => {
    const millis = left();
    element.hidden = !(millis > 0);
    if (millis > 0) {
      element.textContent = words(millis);
    }
  };
  setInterval(show, 500);
  show();
  return show;
}

/** By what one knows how much time has passed: goes on while a device sleeps, unlike performance.now() in some browsers. */
export const now = () => Date.now();

/** Not all who wait come again at the same moment. */
const SPREAD_MILLIS = 2_000;

function countsTo(opening, at) {
  counts(opening, () => at - now(), (left) => untilOpening(opening, left));
  if ('reload' in opening.dataset) {
    const spread = SPREAD_MILLIS * Math.random();
    const watch = setInterval(() => {
      if (now() > at + spread) {
        clearInterval(watch);
        location.reload();
      }
    }, 500);
  }
}

/** How far the server's clock is ahead of this device's, in milliseconds. A cache tells how old its answer is. */
async function ahead() {
  try {
    const { headers } = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' });
    const at = Date.parse(headers.get('date')) + 1000 * Number(headers.get('age') ?? 0) + 500;
    return Number.isNaN(at) ? 0 : at - now();
  } catch {
    return 0;
  }
}

for (const opening of document.querySelectorAll('[data-opening]:not([data-opening=""])')) {
  countsTo(opening, now() + Number(opening.dataset.opening));
}
const dates = document.querySelectorAll('[data-opens-at]');
if (dates.length) {
  ahead().then((off) => dates.forEach((date) => countsTo(date, 1000 * Number(date.dataset.opensAt) - off)));
}
