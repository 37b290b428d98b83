// A field for a hotel or a concert, input[data-place]: what is typed is looked up, and what was chosen is said by its name.
//
//   data-over="role"  the field of this name in the same form says what is fit: its chosen option's data-over is hotel, concert or all
const PAUSE_MILLIS = 200;
const MOST = 10;
const language = document.documentElement.lang;
const known = new Map([...document.querySelectorAll('datalist[data-places] option')].map((option) => [option.value, option.label]));

const kinds = {
  hotel: { path: '/v1/hotels', place: (found) => [`hotel-${found.hotelID}`, found.name] },
  concert: { path: '/v1/concerts', place: (found) => [`concert-${found.concertID}`, found.title] },
};

function over(field) {
  const role = field.dataset.over && field.form.elements.namedItem(field.dataset.over);
  return role ? (role.selectedOptions[0].dataset.over ?? '') : '';
}

async function found(kind, q) {
  const { path, place } = kinds[kind];
  const answer = await fetch(`${path}?q=${encodeURIComponent(q)}&limit=${MOST}`, { headers: { Accept: 'application/json' } });
  const body = answer.ok ? await answer.json() : [];
  const list = Array.isArray(body) ? body : (Object.values(body).find(Array.isArray) ?? []);
  return list.map(place).map(([value, name]) => [value, name[language] ?? name.en]);
}

function say(field) {
  field.closest('.spot').querySelector('output').textContent = known.get(field.value) ?? '';
}

async function look(field) {
  const q = field.value.trim();
  if (q === '' || known.has(q)) {
    return;
  }
  const fit = over(field);
  const all = await Promise.all(Object.keys(kinds).filter((kind) => fit === '' || fit === kind).map((kind) => found(kind, q)));
  if (field.value.trim() !== q) {
    return;
  }
  const options = all.flat().filter(([value]) => !known.has(value));
  for (const [value, name] of options) {
    known.set(value, name);
    field.list.append(Object.assign(document.createElement('option'), { value, label: name }));
  }
}

for (const field of document.querySelectorAll('input[data-place]')) {
  let wait;
  field.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(() => look(field), PAUSE_MILLIS);
    say(field);
  });
  const role = field.dataset.over && field.form.elements.namedItem(field.dataset.over);
  role?.addEventListener('change', () => {
    if (over(field) === 'all') {
      field.value = 'all';
    } else if (over(field) !== '' && field.value !== '' && !field.value.startsWith(over(field)) && field.value !== 'all') {
      field.value = '';
    }
    say(field);
  });
  say(field);
}
