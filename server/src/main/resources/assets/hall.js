// A hall as its plan draws it, in lists of numbers, one entry a seat; and how each seat stands, as the server tells it.
export const AVAILABLE = 0;
const HEADER_BYTES = 32;
const CELLS = 64;

/** Reads a plan (see the API's readDatePlan). */
export function hallOf(plan, language) {
  const n = plan.seats;
  const hall = {
    plan, n,
    x: new Float32Array(n), y: new Float32Array(n), category: new Uint8Array(n), zone: new Uint16Array(n), row: new Uint32Array(n),
    numbers: [], rows: [], zones: [], states: new Uint8Array(n), free: new Uint32Array(plan.categories.length),
  };
  let seat = 0;
  let apart = [];
  for (const zone of plan.zones) {
    const first = seat;
    for (const row of zone.rows) {
      let x = 0;
      let y = 0;
      for (let i = 0; i < row.numbers.length; i++, seat++) {
        x += row.x[i];
        y += row.y[i];
        if (i > 0) {
          apart.push(Math.hypot(row.x[i], row.y[i]));
        }
        hall.x[seat] = x;
        hall.y[seat] = y;
        hall.category[seat] = row.category ?? row.categories[i];
        hall.zone[seat] = hall.zones.length;
        hall.row[seat] = hall.rows.length;
        hall.numbers.push(row.numbers[i]);
      }
      hall.rows.push(row.name);
    }
    hall.zones.push(zoneOf(hall, zone, first, seat, language));
  }
  apart.sort((a, b) => a - b);
  /** The distance from one seat to the next, as it usually is. */
  hall.apart = apart[apart.length >> 1] ?? plan.width / 50;
  hall.cells = cellsOf(hall);
  for (const c of hall.category) {
    hall.free[c]++;
  }
  return hall;
}

function zoneOf(hall, zone, from, to, language) {
  const names = zone.name.split(' · ');
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = from; i < to; i++) {
    box.left = Math.min(box.left, hall.x[i]);
    box.right = Math.max(box.right, hall.x[i]);
    box.top = Math.min(box.top, hall.y[i]);
    box.bottom = Math.max(box.bottom, hall.y[i]);
  }
  return { name: (language === 'ko' ? names[0] : names[1]) ?? zone.name, areas: zone.areas, from, to, box, free: to - from };
}

/** Seats by squares of the hall, so that what is in sight, or under a finger, is found without asking all. */
function cellsOf({ plan, n, x, y }) {
  const wide = Math.max(plan.width, plan.height) / CELLS || 1;
  const across = Math.ceil(plan.width / wide) + 1;
  const down = Math.ceil(plan.height / wide) + 1;
  const all = Array.from({ length: across * down }, () => []);
  const at = (v, most) => Math.min(most - 1, Math.max(0, Math.floor(v / wide)));
  for (let i = 0; i < n; i++) {
    all[at(y[i], down) * across + at(x[i], across)].push(i);
  }
  return {
    within(left, top, right, bottom, each) {
      for (let r = at(top, down); r <= at(bottom, down); r++) {
        for (let c = at(left, across); c <= at(right, across); c++) {
          for (const seat of all[r * across + c]) {
            each(seat);
          }
        }
      }
    },
  };
}

/** The seat nearest to a place of the hall; -1 where none is so near. */
export function nearest(hall, x, y, within, allowed = () => true) {
  let best = -1;
  let least = within * within;
  hall.cells.within(x - within, y - within, x + within, y + within, (seat) => {
    const d = (hall.x[seat] - x) ** 2 + (hall.y[seat] - y) ** 2;
    if (d < least && allowed(seat)) {
      least = d;
      best = seat;
    }
  });
  return best;
}

/** The next seat from one in a direction: what lies straight ahead is nearer than what lies aside. */
export function beside(hall, seat, dx, dy) {
  let best = seat;
  let least = Infinity;
  for (let i = 0; i < hall.n; i++) {
    const x = hall.x[i] - hall.x[seat];
    const y = hall.y[i] - hall.y[seat];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead > hall.apart / 4 && ahead + 3 * aside < least) {
      least = ahead + 3 * aside;
      best = i;
    }
  }
  return best;
}

/** A seat stands another way now; whether it did not before. */
export function set(hall, seat, state) {
  const before = hall.states[seat];
  if (before === state || seat >= hall.n) {
    return false;
  }
  hall.states[seat] = state;
  const change = (state === AVAILABLE) - (before === AVAILABLE);
  hall.free[hall.category[seat]] += change;
  hall.zones[hall.zone[seat]].free += change;
  return true;
}

function unpack(hall, bytes, each) {
  for (let i = 0; i < hall.n; i++) {
    each(i, (bytes[i >> 2] >> (2 * (i & 3))) & 3);
  }
}

/** Follows how the seats stand: each(seat, state) of all, then of what changes; then() after each portion. */
export function follow(hall, url, { each, then }) {
  let tag = '';
  const tell = (version, known) => {
    tag = known ?? tag;
    then(version);
  };

  async function load() {
    const answer = await fetch(tag ? `${url}?since=${tag}` : url, { headers: { Accept: 'application/vnd.jari.seats' } });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const view = new DataView(await answer.arrayBuffer());
    if (view.getUint8(4) & 1) {
      for (let at = HEADER_BYTES; at < view.byteLength; at += 4) {
        const change = view.getUint32(at, true);
        each(change >>> 2, change & 3);
      }
    } else {
      unpack(hall, new Uint8Array(view.buffer, HEADER_BYTES), each);
    }
    const epoch = view.getUint32(16, true).toString(16).padStart(8, '0');
    const version = view.getBigUint64(8, true);
    tell(Number(version), `${epoch}-${version}`);
  }

  function listen() {
    const events = new EventSource(`${url}/events?since=${tag}`);
    const heard = (read) => (event) => {
      const data = JSON.parse(event.data);
      read(data);
      tell(data.version, event.lastEventId);
    };
    events.addEventListener('changes', heard(({ changes }) => changes.forEach(([seat, state]) => each(seat, state))));
    events.addEventListener('seats', heard(({ states }) => unpack(hall, Uint8Array.from(atob(states), (c) => c.charCodeAt(0)), each)));
    events.onerror = () => {
      // Where the browser does not try again by itself, too many are listening.
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(ask, 2000 + 2000 * Math.random());
      }
    };
  }

  async function ask() {
    try {
      await load();
      listen();
    } catch {
      setTimeout(ask, 3000 + 3000 * Math.random());
    }
  }

  return ask();
}
