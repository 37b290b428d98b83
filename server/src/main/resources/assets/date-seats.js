// Seats of a date chosen by zone, rows and numbers, or by their ids: says how many they are and how they stand, and gives their ids to the forms.
const chooser = document.querySelector('[data-plan]');
const forms = [...document.querySelectorAll('form[data-chosen]')];
const said = chooser.querySelector('[data-said]');
const part = (name) => chooser.querySelector(`[name=${name}]`);
const MOST = 5000;
let plan;

/** "1-3, A" as a test of names; nothing said: all. */
function range(text) {
  const parts = text.split(',').map((one) => one.trim()).filter(Boolean);
  if (parts.length === 0) {
    return () => true;
  }
  return (name) =>
    parts.some((one) => {
      const ends = /^(\d+)\s*[-–~]\s*(\d+)$/.exec(one);
      return ends ? /^\d+$/.test(name) && +name >= +ends[1] && +name <= +ends[2] : one.toLowerCase() === name.toLowerCase();
    });
}

async function geometry() {
  plan ??= await (await fetch(chooser.dataset.plan)).json();
  return plan;
}

function ids(row) {
  return row.ids ?? row.numbers.map((number) => row.idPrefix + number);
}

function inZone(zone, rows, numbers) {
  const found = [];
  for (const row of zone.rows.filter(({ name }) => rows(name))) {
    (row.numbers ? ids(row) : []).forEach((id, i) => numbers(row.numbers[i]) && found.push(id));
  }
  return found;
}

async function chosen() {
  const typed = part('ids').value.split(/[\s,]+/).filter(Boolean);
  const wanted = part('zone').value;
  if (wanted === '') {
    return typed;
  }
  const rows = range(part('rows').value);
  const numbers = range(part('numbers').value);
  const { zones } = await geometry();
  const found = zones.filter((_, i) => wanted === 'all' || i === Number(wanted)).flatMap((zone) => inZone(zone, rows, numbers));
  return [...new Set([...found, ...typed])];
}

async function states() {
  const answer = await fetch(chooser.dataset.seats, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  return new Map((await answer.json()).seats.map(({ seatID, state }) => [seatID, state]));
}

function tell(key, ...values) {
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), chooser.dataset[key]);
}

let turn = 0;
async function look() {
  const mine = ++turn;
  const seats = await chosen();
  const stand = seats.length > 0 ? await states() : new Map();
  if (mine !== turn) {
    return;
  }
  const count = (state) => seats.filter((id) => stand.get(id) === state).length.toLocaleString('en-US');
  const unknown = seats.filter((id) => !stand.has(id));
  const words = [tell('many', seats.length.toLocaleString('en-US'), count('available'), count('held'), count('sold'), count('blocked'))];
  if (unknown.length > 0) {
    words.push(tell('unknown', unknown.slice(0, 5).join(', ')));
  }
  if (seats.length > MOST) {
    words.push(tell('most', MOST.toLocaleString('en-US')));
  }
  said.textContent = seats.length === 0 ? tell('none') : words.join(' ');
  const sendable = seats.length > 0 && seats.length <= MOST && unknown.length === 0;
  for (const form of forms) {
    form.elements.seatIDs.value = JSON.stringify(seats);
    form.querySelector('button').disabled = !sendable;
  }
}

async function zones() {
  (await geometry()).zones.forEach(({ name, rows }, i) => {
    const [korean, english] = name.split(' · ');
    const count = rows.reduce((all, row) => all + (row.numbers?.length ?? 0), 0);
    if (count > 0) {
      part('zone').append(new Option(`${chooser.dataset.language === 'ko' ? korean : (english ?? korean)} (${count.toLocaleString('en-US')})`, i));
    }
  });
}

let soon;
chooser.addEventListener('input', () => {
  clearTimeout(soon);
  soon = setTimeout(() => look().catch(() => (said.textContent = tell('lost'))), 200);
});
zones().catch(() => (said.textContent = tell('lost')));
look();
