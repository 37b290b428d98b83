// Shows a waiting room live, each second, and what the last minutes were like. Without scripts the page refreshes itself.
const room = document.querySelector('[data-live]');
const lost = room.querySelector('[data-lost]');
const SECONDS = 300;
const WIDTH = 300;
const HEIGHT = 60;
const LINE = 2;
const seen = { waiting: [], inside: [], admittedPerSecond: [] };
const whole = (n) => n.toLocaleString('en-US');

function words(name, value) {
  if (value === undefined || value === null) {
    return '–';
  }
  if (name === 'soldOutAt') {
    return new Date(value).toLocaleTimeString('en-GB');
  }
  return name === 'admittedPerSecond' || name === 'waitSeconds' ? value.toFixed(1) : whole(value);
}

function plot(name, at, value) {
  const points = seen[name];
  points.push([at, value]);
  while (points[0][0] < at - SECONDS * 1000) {
    points.shift();
  }
  const most = Math.max(1, ...points.map(([, v]) => v));
  const drawn = points.map(([t, v]) => {
    const x = WIDTH - ((at - t) / (SECONDS * 1000)) * WIDTH;
    const y = HEIGHT - LINE - (v / most) * (HEIGHT - 2 * LINE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  room.querySelector(`[data-plot=${name}]`).setAttribute('points', drawn.join(' '));
  room.querySelector(`[data-most=${name}]`).textContent = `≤ ${words(name, most)}`;
}

async function look() {
  const answer = await fetch(room.dataset.live, { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  const live = await answer.json();
  for (const figure of room.querySelectorAll('[data-figure]')) {
    figure.textContent = words(figure.dataset.figure, live[figure.dataset.figure]);
  }
  for (const name of Object.keys(seen)) {
    plot(name, Date.parse(live.now), live[name]);
  }
  room.querySelector('.plots').hidden = false;
}

async function turn() {
  if (!document.hidden) {
    try {
      await look();
      lost.hidden = true;
    } catch {
      lost.hidden = false;
    }
  }
  setTimeout(turn, 1000);
}

turn();
