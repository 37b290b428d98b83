// Seat plans: one that is chosen from a file, drawn to size or kept already is looked at before anything is stored.
const page = document.querySelector('[data-plans]');
const shown = page.querySelector('[data-shown]');
const flaws = page.querySelector('[data-flaws]');
const summary = page.querySelector('[data-summary]');
const canvas = page.querySelector('canvas');
const save = page.querySelector('form[data-raw]');
const text = page.dataset;
const whole = (n) => n.toLocaleString('en-US');

function cell(row, words, name = 'td') {
  const made = document.createElement(name);
  if (words instanceof Node) {
    made.append(words);
  } else {
    made.textContent = words;
  }
  row.append(made);
}

function swatch(color) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  Object.entries({ viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': true, class: 'swatch' }).forEach(([k, v]) => svg.setAttribute(k, v));
  Object.entries({ cx: 6, cy: 6, r: 6, fill: color }).forEach(([k, v]) => dot.setAttribute(k, v));
  svg.append(dot);
  return svg;
}

/** Every seat with where it lies in the whole plan. */
function* seats(plan) {
  const at = ({ position }) => [Number(position?.x ?? 0), Number(position?.y ?? 0)];
  for (const zone of plan.zones ?? []) {
    const [zx, zy] = at(zone);
    for (const row of zone.rows ?? []) {
      const [rx, ry] = at(row);
      for (const seat of row.seats ?? []) {
        const [x, y] = at(seat);
        yield { x: zx + rx + x, y: zy + ry + y, category: seat.category };
      }
    }
  }
}

function draw(plan) {
  const all = [...seats(plan)];
  const colors = Object.fromEntries((plan.categories ?? []).map(({ name, color }) => [name, color ?? '#888888']));
  const xs = all.reduce(([least, most], { x }) => [Math.min(least, x), Math.max(most, x)], [Infinity, -Infinity]);
  const ys = all.reduce(([least, most], { y }) => [Math.min(least, y), Math.max(most, y)], [Infinity, -Infinity]);
  canvas.hidden = all.length === 0;
  if (all.length === 0) {
    return;
  }
  const margin = 12;
  const scale = (canvas.width - 2 * margin) / Math.max(1, xs[1] - xs[0]);
  canvas.height = Math.min(1600, Math.max(80, (ys[1] - ys[0]) * scale + 2 * margin));
  const fit = Math.min(scale, (canvas.height - 2 * margin) / Math.max(1, ys[1] - ys[0]));
  const radius = Math.max(1, Math.min(8, fit * 8));
  const pen = canvas.getContext('2d');
  pen.clearRect(0, 0, canvas.width, canvas.height);
  for (const { x, y, category } of all) {
    pen.fillStyle = colors[category] ?? '#888888';
    pen.beginPath();
    pen.arc(margin + (x - xs[0]) * fit, margin + (y - ys[0]) * fit, radius, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** "/zones/0/rows/2/seats/5/category" with the names that stand there. */
function where(plan, pointer) {
  const names = { zones: 'name', rows: 'row_number', seats: 'seat_number', categories: 'name' };
  let at = plan;
  const said = [];
  const steps = pointer.split('/').slice(1);
  steps.forEach((step, i) => {
    at = at?.[step];
    const list = steps[i - 1];
    if (names[list] && at?.[names[list]]) {
      said.push(String(at[names[list]]));
    }
  });
  return said.length > 0 ? `${said.join(' › ')} (${pointer})` : pointer;
}

function fail(list) {
  flaws.replaceChildren(
    ...list.map((words) => {
      const item = document.createElement('li');
      item.textContent = words;
      return item;
    }),
  );
  page.querySelector('[data-flawed]').hidden = list.length === 0;
}

function tell(preview) {
  page.querySelector('[data-name]').textContent = preview.name;
  page.querySelector('[data-seats]').textContent = whole(preview.seats);
  const rows = preview.categories.map(({ name, color, seats: count }) => {
    const row = document.createElement('tr');
    cell(row, swatch(color));
    cell(row, name, 'th');
    cell(row, whole(count));
    return row;
  });
  page.querySelector('[data-categories]').replaceChildren(...rows);
  page.querySelector('[data-zones]').replaceChildren(
    ...preview.zones.map(({ name, seats: count }) => {
      const row = document.createElement('tr');
      cell(row, name, 'th');
      cell(row, whole(count));
      return row;
    }),
  );
}

/** @param kept whether it is stored already */
async function look(json, kept) {
  shown.hidden = false;
  save.hidden = true;
  summary.hidden = true;
  canvas.hidden = true;
  fail([]);
  let plan;
  try {
    plan = JSON.parse(json);
  } catch (e) {
    fail([`${text.noJson} ${e.message}`]);
    return;
  }
  const answer = await fetch(`${text.plans}/previews`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: json });
  const told = await answer.json();
  draw(plan ?? {});
  if (!answer.ok) {
    fail(told.errors?.map(({ pointer, detail }) => `${where(plan, pointer)}: ${detail}`) ?? [told.detail ?? told.title]);
    return;
  }
  tell(told);
  summary.hidden = false;
  if (!kept) {
    save.elements.plan.value = json;
    save.hidden = false;
  }
  shown.scrollIntoView({ block: 'nearest' });
}

const guarded = (work) => work.catch(() => fail([text.lost]));

page.querySelector('[name=file]').addEventListener('change', ({ target }) => {
  const file = target.files[0];
  if (file) {
    guarded(file.text().then((json) => look(json, false)));
  }
});

page.querySelector('form[data-draw]').addEventListener('submit', (event) => {
  event.preventDefault();
  const wanted = new URLSearchParams(new FormData(event.target));
  guarded(
    fetch(`/v1/hall-plans?${wanted}`).then(async (answer) => {
      const json = await answer.text();
      if (answer.ok) {
        await look(json, false);
      } else {
        shown.hidden = false;
        fail([JSON.parse(json).detail ?? JSON.parse(json).title]);
      }
    }),
  );
});

for (const button of page.querySelectorAll('button[data-look]')) {
  button.addEventListener('click', () => guarded(fetch(button.dataset.look).then(async (answer) => look(await answer.text(), true))));
}
