// A new date: a field for the price of each category of the plan that is chosen, filled with what it cost last.
const form = document.querySelector('form[data-plans]');
const prices = form.querySelector('[data-prices]');
const last = JSON.parse(document.getElementById('last-prices').textContent);

function field({ name, color }) {
  const label = document.createElement('label');
  const swatch = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  Object.entries({ viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': true, class: 'swatch' }).forEach(([k, v]) => swatch.setAttribute(k, v));
  Object.entries({ cx: 6, cy: 6, r: 6, fill: color ?? '#888888' }).forEach(([k, v]) => dot.setAttribute(k, v));
  swatch.append(dot);
  const input = document.createElement('input');
  input.name = `prices.${encodeURIComponent(name).replaceAll('.', '%2E')}`;
  input.required = true;
  input.inputMode = 'decimal';
  input.dataset.decimals = form.dataset.digits;
  input.value = last[name] ?? '';
  label.append(swatch, ` ${name}`, input);
  return label;
}

async function draw() {
  const answer = await fetch(`${form.dataset.plans}/${form.elements.planID.value}`);
  prices.replaceChildren(...(answer.ok ? (await answer.json()).categories.map(field) : []));
}

form.elements.planID.addEventListener('change', draw);
draw();
