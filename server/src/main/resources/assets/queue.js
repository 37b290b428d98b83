// Tells a place in line how it stands, as often as the server says, and comes in when it may. Without scripts the page refreshes itself.
// All times are counted from what the server said: a browser's clock may be wrong, and a browser may sleep.
import { clock, counts, fill, now, untilOpening } from './opening.js';

const number = (n) => n.toLocaleString('en-US');

function wait(place) {
  const data = place.querySelector('[data-words=wait]').dataset;
  return (seconds) => {
    if (seconds === null) {
      return data.unknown;
    }
    if (seconds < 60) {
      return data.soon;
    }
    const minutes = Math.ceil(seconds / 60);
    return minutes > 90
      ? fill(data.hours, Math.floor(minutes / 60), minutes % 60)
      : fill(minutes === 1 ? data.one : data.other, minutes);
  };
}

/** How far one has come since one was first told, never backward, also when the page is loaded again. */
function progress(place) {
  const bar = place.querySelector('progress');
  const name = `jari-queue ${location.pathname} ${place.dataset.ticket}`;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    // nothing is kept then
  }
  return (ahead) => {
    if (ahead === null) {
      return;
    }
    kept.from = Math.max(kept.from ?? 0, ahead);
    const come = kept.from === 0 ? 1000 : Math.round((1000 * (kept.from - ahead)) / kept.from);
    kept.come = Math.max(kept.come ?? 0, come);
    bar.value = kept.come;
    bar.hidden = false;
    try {
      localStorage.setItem(name, JSON.stringify(kept));
    } catch {
      // it begins anew when the page is loaded again
    }
  };
}

/** Says to those who listen what matters: a new state at once, the number ahead each time it has halved. */
function telling(place) {
  const told = place.querySelector('[data-told]');
  let last = { state: place.dataset.state, ahead: Number(place.dataset.ahead) };
  return (status, ahead, waits) => {
    const halved = ahead && (last.ahead < 0 || status.ahead <= last.ahead / 2);
    if (status.state !== last.state) {
      const words = place.querySelector(`[data-when="${status.state}"] :is(h2, p)`)?.textContent ?? '';
      told.textContent = ahead ? `${words}. ${ahead}` : words;
    } else if (halved) {
      told.textContent = `${ahead}. ${waits}`;
    } else {
      return;
    }
    last = { state: status.state, ahead: status.ahead ?? -1 };
  };
}

function queue(place) {
  const counted = ['waiting', 'paused', 'not-open'];
  const find = (name) => place.querySelector(`[data-words=${name}]`);
  const saysWait = wait(place);
  const goesOn = progress(place);
  const tell = telling(place);
  const title = document.title;
  const lost = place.querySelector('[data-lost]');
  let state = place.dataset.state;
  let opens = now() + Number(place.dataset.opens);
  let enters = Number(place.dataset.enter) < 0 ? NaN : now() + Number(place.dataset.enter);
  let timer;
  let asked = now();
  let asking = false;
  let failures = 0;
  let entering = false;

  const opening = place.querySelector('[data-opening]');
  const enter = place.querySelector('[data-entering]');
  const showOpening = counts(opening, () => (state === 'not-open' ? opens - now() : NaN), (left) => untilOpening(opening, left));
  const showEntering = counts(enter, () => (state === 'admitted' ? enters - now() : NaN), (left) =>
    fill(enter.dataset.words, clock(left)));

  function saysAhead(ahead) {
    const { none, one, other } = find('ahead').dataset;
    return ahead === 0 ? none : fill(ahead === 1 ? one : other, number(ahead));
  }

  function show(next) {
    state = next;
    for (const part of place.querySelectorAll('[data-when]')) {
      part.hidden = part.dataset.when !== state;
    }
    for (const part of place.querySelectorAll('[data-unless]')) {
      part.hidden = part.dataset.unless === state;
    }
    document.title = state === 'admitted' ? place.querySelector('[data-title]').dataset.title : title;
  }

  function update(status) {
    show(status.state);
    const isCounted = counted.includes(state) && status.ahead !== null;
    place.querySelector('[data-counts]').hidden = !isCounted;
    let ahead = '';
    const waits = saysWait(status.waitSeconds);
    if (isCounted) {
      ahead = saysAhead(status.ahead);
      find('ahead').textContent = ahead;
      find('wait').textContent = waits;
      if (status.seatsLeft !== null) {
        const { one, other } = find('seats').dataset;
        find('seats').textContent = fill(status.seatsLeft === 1 ? one : other, number(status.seatsLeft));
      }
      goesOn(status.ahead);
    }
    const server = Date.parse(status.now);
    opens = now() + (status.opensAt ? Date.parse(status.opensAt) - server : 0);
    enters = status.enterBy ? now() + Date.parse(status.enterBy) - server : NaN;
    showOpening();
    showEntering();
    tell(status, ahead, waits);
    comeIn();
  }

  /** As soon as one may. Once for each page: what comes of it is another page. */
  function comeIn() {
    const form = place.querySelector('[data-when=admitted] form');
    if (state === 'admitted' && place.dataset.byItself && form && !entering) {
      entering = true;
      form.requestSubmit();
    }
  }

  const retryAfter = (answer) => 1000 * (Number(answer.headers.get('Retry-After')) || 0);

  /** Milliseconds until one may ask again; 0: never. */
  async function ask() {
    const answer = await fetch('/v1/queue/status', {
      headers: { 'Queue-Token': place.dataset.token },
      cache: 'no-store',
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.ok) {
      const status = await answer.json();
      failures = 0;
      lost.hidden = true;
      update(status);
      return status.askAfterMillis;
    }
    if (answer.status === 429 || answer.status >= 500) {
      failures += 1;
      return Math.max(retryAfter(answer), backOff());
    }
    show('lost');
    place.querySelector('[data-counts]').hidden = true;
    return 0;
  }

  /** Longer and longer, and never all together. */
  function backOff() {
    return Math.min(30_000, 2_000 * 1.7 ** Math.min(failures, 10)) * (0.8 + 0.4 * Math.random());
  }

  async function turn() {
    if (asking) {
      return;
    }
    asking = true;
    clearTimeout(timer);
    asked = now();
    let next;
    try {
      next = await ask();
    } catch {
      failures += 1;
      lost.hidden = failures < 2 && navigator.onLine;
      next = backOff();
    }
    asking = false;
    if (next) {
      timer = setTimeout(turn, next);
    }
  }

  /** Whoever comes back wants to know at once; whoever does so each second does not. */
  function comeBack() {
    if (!document.hidden && state !== 'lost' && !entering && now() - asked > 2_000) {
      turn();
    }
  }

  document.addEventListener('visibilitychange', comeBack);
  window.addEventListener('online', comeBack);
  window.addEventListener('offline', () => {
    lost.hidden = false;
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      entering = false;
      comeBack();
    }
  });

  const ahead = Number(place.dataset.ahead);
  if (counted.includes(state)) {
    goesOn(ahead < 0 ? null : ahead);
  }
  show(state);
  if (state === 'admitted' && place.dataset.byItself) {
    // Who has just been told that it was full lets others try as well.
    setTimeout(comeIn, document.querySelector('[role=alert]') ? 1_000 + 2_000 * Math.random() : 0);
  }
  timer = setTimeout(turn, Number(place.dataset.ask));
}

queue(document.querySelector('[data-state]'));
