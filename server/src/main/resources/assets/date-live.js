// Shows the sale of a date live, each second or two, and how the refunds of a canceled one go. What stood on the page at first is the server's.
const PAUSE_MILLIS = 1500;
const SECONDS = 300;
const WIDTH = 300;
const HEIGHT = 60;
const LINE = 2;
const page = document.querySelector('[data-live]');
const lost = page.querySelector('[data-lost]');
const { live: api, cancellation, zero } = page.dataset;
const seen = {};
const whole = (n) => n.toLocaleString('en-US');

/** As the server writes money: what it wrote for nothing shows how. */
function money(amount, sample = zero) {
  const digits = sample.match(/0[.]?(0*)/)[1].length;
  const written = (amount / 10 ** digits).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return sample.replace(/0([.]0+)?/, written);
}

function words(name, value) {
  if (value === undefined || value === null) {
    return '–';
  }
  return name === 'money' ? money(value) : whole(value);
}

const figure = (live, name) => (name === 'minute' ? live.perMinute.at(-1) : name.split('.').reduce((at, step) => at?.[step], live));

function bars(counts) {
  const svg = page.querySelector('[data-bars]');
  const most = Math.max(1, ...counts);
  [...svg.querySelectorAll('rect')].forEach((bar, i) => {
    const height = (counts[i] / most) * HEIGHT;
    bar.setAttribute('y', (HEIGHT - height).toFixed(1));
    bar.setAttribute('height', height.toFixed(1));
  });
  page.querySelector('[data-most=perMinute]').textContent = `≤ ${whole(Math.max(...counts))}`;
}

function plot(line, at, value) {
  const name = line.dataset.plot;
  const points = (seen[name] ??= []);
  points.push([at, value ?? 0]);
  while (points[0][0] < at - SECONDS * 1000) {
    points.shift();
  }
  const most = Math.max(1, ...points.map(([, v]) => v));
  const drawn = points.map(([t, v]) => {
    const x = WIDTH - ((at - t) / (SECONDS * 1000)) * WIDTH;
    const y = HEIGHT - LINE - (v / most) * (HEIGHT - 2 * LINE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  line.setAttribute('points', drawn.join(' '));
  page.querySelector(`[data-most="${name}"]`).textContent = `≤ ${words(name, most)}`;
}

async function read(address) {
  const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.json();
}

function show(live) {
  for (const shown of page.querySelectorAll('[data-figure]')) {
    shown.textContent = words(shown.dataset.figure, figure(live, shown.dataset.figure));
  }
  bars(live.perMinute);
  for (const line of page.querySelectorAll('[data-plot]')) {
    plot(line, Date.parse(live.now), figure(live, line.dataset.plot));
  }
  page.querySelector('[data-share]')?.setAttribute('value', live.sold);
  const cancel = document.querySelector('[data-sure-words]');
  if (cancel) {
    cancel.dataset.sure = cancel.dataset.sureWords.replace('{0}', whole(live.sold)).replace('{1}', money(live.money));
  }
}

function refunds(going) {
  const section = document.querySelector('[data-refunds]');
  section.querySelector('progress').value = going.share;
  const sum = (state, part) => going.refunds.reduce((all, each) => all + each[state][part], 0);
  const texts = {
    share: `${Math.floor(going.share * 100)} %`,
    reason: going.reason,
    tickets: `${whole(going.tickets.ended)} / ${whole(going.tickets.found)}`,
    holds: `${whole(going.holds.ended)} / ${whole(going.holds.found)}`,
    requested: `${whole(sum('requested', 'count'))} (${money(sum('requested', 'amount'))})`,
    done: `${whole(sum('done', 'count'))} (${money(sum('done', 'amount'))})`,
    failed: `${whole(sum('failed', 'count'))} (${money(sum('failed', 'amount'))})`,
  };
  for (const [name, text] of Object.entries(texts)) {
    section.querySelector(`[data-part=${name}]`).textContent = text;
  }
  for (const words of section.querySelectorAll('[data-state]')) {
    words.hidden = words.dataset.state !== going.status;
  }
}

async function turn() {
  if (!document.hidden) {
    try {
      show(await read(api));
      if (cancellation) {
        refunds(await read(cancellation));
      }
      lost.hidden = true;
    } catch {
      lost.hidden = false;
    }
  }
  setTimeout(turn, PAUSE_MILLIS);
}

turn();
