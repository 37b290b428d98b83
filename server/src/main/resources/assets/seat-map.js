// The map of a date's seats: pan, zoom, pinch, an overview, seats that go while one looks. Chosen seats are fields of the form beside it,
// which works as it does without scripts. The list of rows below says the same to those who listen.
import { AVAILABLE, beside, follow, hallOf, nearest, set } from './hall.js';
import { Painter } from './seat-paint.js';

const box = document.querySelector('[data-map]');
const words = JSON.parse(document.getElementById('map-words').textContent);
const canvas = box.querySelector('canvas');
const form = document.getElementById('chosen');
const most = Number(box.dataset.most);
const buys = box.dataset.through === 'true';
const said = box.querySelector('[data-said]');
const gone = document.querySelector('[data-gone]');
const VIEW = `jari-view-${box.dataset.date}`;
const PICK_PIXELS = 11;
const SEAT_PIXELS = 24;
const MOST_ZOOM = 60;
const GLIDE_MILLIS = 280;
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

const hall = hallOf(await (await fetch(box.dataset.plan)).json(), document.documentElement.lang);
const marks = { chosen: new Set(), over: -1, cursor: -1, dimmed: null };
const painter = new Painter(canvas, hall, marks);
const view = { x: 0, y: 0, scale: 0 };
let following = false;
let asked = 0;
let glide = null;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
const seatName = (seat) => fill(words.seat, hall.zones[hall.zone[seat]].name, hall.rows[hall.row[seat]], hall.numbers[seat]);
const category = (seat) => hall.plan.categories[hall.category[seat]];

export function money(minor) {
  const [whole, part] = (minor / 10 ** words.decimals).toFixed(words.decimals).split('.');
  return words.before + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '') + words.after;
}

/* ---- what is seen ---- */

function draw() {
  if (asked === 0) {
    asked = requestAnimationFrame(frame);
  }
}

function frame(now) {
  asked = 0;
  if (glide) {
    const done = Math.min(1, (now - glide.since) / GLIDE_MILLIS);
    const eased = 1 - (1 - done) ** 3;
    const scale = glide.from.scale * (glide.to.scale / glide.from.scale) ** eased;
    // The middle goes straight while the scale grows, so that nothing flies past.
    const w = glide.to.scale === glide.from.scale ? eased : (1 / scale - 1 / glide.from.scale) / (1 / glide.to.scale - 1 / glide.from.scale);
    const mx = glide.from.mx + (glide.to.mx - glide.from.mx) * w;
    const my = glide.from.my + (glide.to.my - glide.from.my) * w;
    place(mx - painter.width / 2 / scale, my - painter.height / 2 / scale, scale);
    glide = done < 1 ? glide : null;
  }
  painter.paint(view);
  if (glide) {
    draw();
  }
}

const least = () => painter.fit;
const greatest = () => Math.max(painter.fit, Math.min(painter.fit * MOST_ZOOM, (SEAT_PIXELS * 2) / hall.apart));
const within = (value, from, to) => Math.max(from, Math.min(to, value));

/** Keeps the hall in sight. */
function place(x, y, scale) {
  view.scale = within(scale, least(), greatest());
  const wide = painter.width / view.scale;
  const high = painter.height / view.scale;
  const { width, height } = hall.plan;
  view.x = wide >= width ? (width - wide) / 2 : within(x, -wide / 4, width - (wide * 3) / 4);
  view.y = high >= height ? (height - high) / 2 : within(y, -high / 4, height - (high * 3) / 4);
  canvas.style.touchAction = view.scale > least() * 1.05 ? 'none' : 'pan-y';
  box.querySelector('[data-whole]').disabled = view.scale <= least() * 1.02;
  sessionStorage.setItem(VIEW, JSON.stringify(view));
}

function glideTo(mx, my, scale) {
  const to = within(scale, least(), greatest());
  if (calm) {
    place(mx - painter.width / 2 / to, my - painter.height / 2 / to, to);
  } else {
    const from = { mx: view.x + painter.width / 2 / view.scale, my: view.y + painter.height / 2 / view.scale, scale: view.scale };
    glide = { from, to: { mx, my, scale: to }, since: performance.now() };
  }
  draw();
}

function zoom(factor, at = { x: painter.width / 2, y: painter.height / 2 }) {
  glide = null;
  const hx = view.x + at.x / view.scale;
  const hy = view.y + at.y / view.scale;
  const scale = within(view.scale * factor, least(), greatest());
  place(hx - at.x / scale, hy - at.y / scale, scale);
  draw();
}

function whole() {
  glideTo(hall.plan.width / 2, hall.plan.height / 2, least());
}

function nearer(seat) {
  const zone = hall.zones[hall.zone[seat]].box;
  const fits = Math.min(painter.width / (zone.right - zone.left + 2 * hall.apart), painter.height / (zone.bottom - zone.top + 2 * hall.apart));
  const wanted = Math.max(fits, (PICK_PIXELS * 1.6) / hall.apart);
  const all = wanted === fits;
  glideTo(all ? (zone.left + zone.right) / 2 : hall.x[seat], all ? (zone.top + zone.bottom) / 2 : hall.y[seat], wanted);
}

const pickable = (touch) => hall.apart * view.scale >= (touch ? PICK_PIXELS * 1.4 : PICK_PIXELS);

/* ---- what is chosen ---- */

function say(text) {
  said.textContent = text;
}

/** Who may only look has no form. */
function tell() {
  if (!form) {
    return;
  }
  const list = form.querySelector('[data-list]');
  const seats = [...marks.chosen].sort((a, b) => a - b);
  list.replaceChildren(
    ...seats.map((seat) => {
      const item = document.createElement('li');
      const name = document.createElement('span');
      name.textContent = `${seatName(seat)} · ${category(seat).name} ${money(category(seat).price)}`;
      const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'seat', value: seat });
      const away = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: words.remove });
      away.setAttribute('aria-label', `${words.remove}: ${seatName(seat)}`);
      away.onclick = () => choose(seat);
      item.append(name, field, away);
      return item;
    }),
  );
  form.querySelector('[data-sum]').textContent = seats.length === 0 ? words.none : fill(words.sum, seats.length, money(seats.reduce((sum, seat) => sum + category(seat).price, 0)));
  form.querySelector('button[type=submit]').disabled = seats.length === 0;
  form.classList.toggle('some', seats.length > 0);
}

function describe(seat) {
  const state = marks.chosen.has(seat) ? words.chosen : hall.states[seat] === AVAILABLE ? words.free : words.taken;
  const mark = Object.keys(words.marks).find((name) => hall.plan.marks?.[name]?.includes(seat));
  return [seatName(seat), category(seat).name, money(category(seat).price), mark && words.marks[mark], state].filter(Boolean).join(', ');
}

function choose(seat) {
  if (!buys) {
    say(describe(seat));
    return;
  }
  gone.hidden = true;
  if (marks.chosen.delete(seat)) {
    say(describe(seat));
  } else if (hall.states[seat] !== AVAILABLE) {
    say(fill(words.isTaken, seatName(seat)));
  } else if (marks.chosen.size >= most) {
    say(words.limit);
  } else {
    marks.chosen.add(seat);
    say(describe(seat));
  }
  tell();
  draw();
}

/** What was chosen and has gone, and the nearest like it that is free. */
function lost(seats) {
  const seat = seats[0];
  const like = nearest(hall, hall.x[seat], hall.y[seat], hall.apart * 12, (s) => hall.states[s] === AVAILABLE && hall.category[s] === hall.category[seat] && !marks.chosen.has(s));
  gone.querySelector('p').textContent = fill(words.gone, seats.map(seatName).join(', ')) + (like < 0 ? '' : ` ${fill(words.near, seatName(like))}`);
  const take = gone.querySelector('button');
  take.hidden = like < 0;
  take.onclick = () => {
    gone.hidden = true;
    choose(like);
    canvas.focus();
  };
  gone.hidden = false;
}

/* ---- by hand ---- */

const fingers = new Map();
let pressed = null;

const at = (event) => {
  const frame = canvas.getBoundingClientRect();
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
};
const seatAt = ({ x, y }, reach) => nearest(hall, view.x + x / view.scale, view.y + y / view.scale, reach);

function inCorner({ x, y }) {
  const { left, top, wide, high } = painter.corner();
  if (view.scale <= painter.fit * 1.3 || x < left || y < top || x > left + wide || y > top + high) {
    return null;
  }
  return { x: ((x - left) / wide) * hall.plan.width, y: ((y - top) / high) * hall.plan.height };
}

canvas.addEventListener('pointerdown', (event) => {
  canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, at(event));
  glide = null;
  pressed = fingers.size === 1 ? { ...at(event), moved: false } : null;
});

canvas.addEventListener('pointermove', (event) => {
  const now = at(event);
  const before = fingers.get(event.pointerId);
  if (!before) {
    point(now);
    return;
  }
  fingers.set(event.pointerId, now);
  if (fingers.size === 1) {
    if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) > 6) {
      pressed.moved = true;
    }
    if (!pressed || pressed.moved) {
      place(view.x - (now.x - before.x) / view.scale, view.y - (now.y - before.y) / view.scale, view.scale);
      draw();
    }
  } else if (fingers.size === 2) {
    const [other] = [...fingers.entries()].filter(([id]) => id !== event.pointerId).map(([, p]) => p);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    zoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), middle);
    place(view.x - (now.x - before.x) / 2 / view.scale, view.y - (now.y - before.y) / 2 / view.scale, view.scale);
  }
});

function point(now) {
  const seat = pickable(false) && !inCorner(now) ? seatAt(now, hall.apart * 0.7) : -1;
  if (seat !== marks.over) {
    marks.over = seat;
    const tip = box.querySelector('[data-tip]');
    tip.textContent = seat < 0 ? '' : describe(seat);
    tip.hidden = seat < 0;
    draw();
  }
}

function lift(event) {
  fingers.delete(event.pointerId);
  if (event.type === 'pointerup' && pressed && !pressed.moved && fingers.size === 0) {
    const now = at(event);
    const far = inCorner(now);
    const touch = event.pointerType === 'touch';
    const seat = seatAt(now, pickable(touch) ? hall.apart * 0.75 : hall.apart * 6);
    if (far) {
      glideTo(far.x, far.y, view.scale);
    } else if (seat >= 0 && pickable(touch)) {
      choose(seat);
    } else if (seat >= 0) {
      nearer(seat);
    }
  }
  pressed = null;
}
canvas.addEventListener('pointerup', lift);
canvas.addEventListener('pointercancel', lift);
canvas.addEventListener('pointerleave', () => point({ x: -1e6, y: -1e6 }));

canvas.addEventListener(
  'wheel',
  (event) => {
    // A page that is scrolled past the hall is not caught by it.
    if (!event.ctrlKey && document.activeElement !== canvas && view.scale <= least() * 1.02 && event.deltaY > 0) {
      return;
    }
    event.preventDefault();
    zoom(1.0022 ** -event.deltaY, at(event));
  },
  { passive: false },
);

box.querySelector('[data-in]').onclick = () => zoom(1.6);
box.querySelector('[data-out]').onclick = () => zoom(1 / 1.6);
box.querySelector('[data-whole]').onclick = whole;

for (const level of box.querySelectorAll('[data-category]')) {
  level.onclick = () => {
    const which = Number(level.dataset.category);
    marks.dimmed = marks.dimmed === which ? null : which;
    for (const other of box.querySelectorAll('[data-category]')) {
      other.setAttribute('aria-pressed', String(marks.dimmed === Number(other.dataset.category)));
    }
    painter.repaint();
    draw();
  };
}

/* ---- by keyboard ---- */

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function inSight(seat) {
  const margin = hall.apart * 1.5;
  const wide = painter.width / view.scale;
  const high = painter.height / view.scale;
  if (!pickable(false)) {
    place(hall.x[seat] - wide / 2, hall.y[seat] - high / 2, SEAT_PIXELS / hall.apart);
    inSight(seat);
  } else if (hall.x[seat] < view.x + margin || hall.x[seat] > view.x + wide - margin || hall.y[seat] < view.y + margin || hall.y[seat] > view.y + high - margin) {
    place(hall.x[seat] - wide / 2, hall.y[seat] - high / 2, view.scale);
  }
}

/** Where the keyboard begins: at what was chosen last, else in the middle of what is seen. */
function begin() {
  const middle = { x: view.x + painter.width / 2 / view.scale, y: view.y + painter.height / 2 / view.scale };
  return [...marks.chosen].at(-1) ?? Math.max(0, nearest(hall, middle.x, middle.y, Infinity, (seat) => hall.states[seat] === AVAILABLE));
}

function cursorTo(seat) {
  marks.cursor = seat;
  inSight(seat);
  say(describe(seat));
  draw();
}

canvas.addEventListener('focus', () => {
  if (marks.cursor < 0 && canvas.matches(':focus-visible')) {
    cursorTo(begin());
  }
});
canvas.addEventListener('blur', () => {
  marks.cursor = -1;
  draw();
});
canvas.addEventListener('keydown', (event) => {
  const step = STEPS[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (step) {
    cursorTo(marks.cursor < 0 ? begin() : beside(hall, marks.cursor, ...step));
  } else if ((event.key === 'Enter' || event.key === ' ') && marks.cursor >= 0) {
    choose(marks.cursor);
  } else if (event.key === '+' || event.key === '=') {
    zoom(1.6);
  } else if (event.key === '-') {
    zoom(1 / 1.6);
  } else if (event.key === '0' || event.key === 'Escape') {
    whole();
  } else {
    return;
  }
  event.preventDefault();
});

/* ---- begin ---- */

const left = (free) => fill(free === 1 ? words.leftOne : words.left, free.toLocaleString('en-US'));

function counts() {
  for (const level of box.querySelectorAll('[data-left]')) {
    const free = hall.free[Number(level.dataset.left)];
    level.textContent = free === 0 ? words.soldOut : left(free);
  }
  const all = hall.free.reduce((sum, free) => sum + free, 0);
  box.dispatchEvent(new CustomEvent('changed', { detail: { available: all } }));
  const total = document.querySelector('[data-available]');
  if (total) {
    total.textContent = left(all);
  }
}

let taken = [];
function stand(seat, state) {
  if (!set(hall, seat, state)) {
    return;
  }
  if (following) {
    painter.mend(seat);
  }
  if (state !== AVAILABLE && marks.chosen.delete(seat)) {
    taken.push(seat);
  }
}

new ResizeObserver(([{ contentRect }]) => {
  if (contentRect.width === 0 || (contentRect.width === painter.width && contentRect.height === painter.height)) {
    return;
  }
  const middle = { x: view.x + painter.width / 2 / view.scale, y: view.y + painter.height / 2 / view.scale };
  painter.resize(contentRect.width, contentRect.height);
  place(middle.x - painter.width / 2 / view.scale, middle.y - painter.height / 2 / view.scale, view.scale);
  draw();
}).observe(canvas);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  painter.theme();
  painter.repaint();
  draw();
});

const size = canvas.getBoundingClientRect();
painter.resize(size.width, size.height);
const kept = JSON.parse(sessionStorage.getItem(VIEW) ?? 'null');
place(kept?.x ?? 0, kept?.y ?? 0, kept?.scale ?? 0);
for (const field of form?.querySelectorAll('[name=seat]') ?? []) {
  marks.chosen.add(Number(field.value));
}

follow(hall, box.dataset.seats, {
  each: stand,
  then: () => {
    if (!following) {
      following = true;
      painter.repaint();
      box.removeAttribute('aria-busy');
      box.querySelector('[data-loading]')?.remove();
    }
    counts();
    if (taken.length > 0) {
      lost(taken);
      taken = [];
    }
    tell();
    draw();
  },
});

/** What tests measure. */
export { canvas, draw, glideTo, hall, marks, painter, view, zoom };
