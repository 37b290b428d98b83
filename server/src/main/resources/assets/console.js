// Every form with data-action is a request to the API: data-action="POST /v1/…". Its named fields are the JSON body.
//
//   name="guest.name"          goes into {"guest": {"name": …}}; name="rights[]" makes a list,
//                              name="rights[0].role" one of objects, without those of which nothing is filled in
//   name="prices.S%2E1"        a part of a name may be percent-encoded
//   data-type="number|boolean|json"  what the field's text means; a checkbox is a boolean, a number field a number
//   data-type="lines"          a list of its lines; "moment": a local time of data-zone="Asia/Seoul", or of the zone in the field
//                              data-zone-of="NAME", sent in UTC
//   data-decimals="2"          money as people write it, sent in minor units of a currency with so many decimals
//   data-keep                  an empty field is sent as ""; others are left out when empty. data-null sends null
//   data-etag="…"              goes along as If-Match
//   data-key                   the form brings an Idempotency-Key; it is renewed after each answer
//   data-sure="…"              asked before it is sent
//   data-body="none"           sends no body; data-raw="plan" sends the text of the field of that name as it is
//   data-then="/staff/{roomID}"  where to go with what was answered; "stay" shows [data-answer]; else the page is loaded anew
//                              and in it fills [data-part="key.name"], and shows [data-when="accepted"], [data-when="!code"], [data-when="flaw=tls"]
//   data-done="…"              said after that
//   data-refused="TYPE… ADDRESS"  after a problem of these types the page to go to, where {type} is which
//   data-remember="NAME"       what was typed is in the fields again when the page comes back before the form was accepted
//   data-file="journal.csv"    what was answered is kept as a file; with data-accept="text/csv" it is asked for as that
//   button[data-copy]          copies the text of the code beside it
//   {name} in the address      is the field data-in="path" of that name; data-in="query" fields go into the query
//
// A field's flaw is said beside it. Each form can be copied as curl.
const words = JSON.parse(document.getElementById('console-words').textContent);
const NOTICE = 'jari-notice';
const MOST_PASTED = 20_000;

function fields(form) {
  return [...form.elements].filter(
    (field) => field.name && !field.disabled && !(field.type === 'radio' && !field.checked) && field.type !== 'submit',
  );
}

/** What a clock in the zone shows, read as if it were UTC's. */
function shown(at, timeZone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value: text }) => [type, Number(text)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** A local time of a zone, like 2027-05-01T19:00, as an instant. */
export function moment(local, timeZone) {
  const wanted = Date.parse(`${local}Z`);
  let at = wanted;
  for (let i = 0; i < 2; i++) {
    at += wanted - shown(at, timeZone);
  }
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Exact, or the text as it is where it is no such sum: the API says what is wrong. */
function minor(text, decimals) {
  const [, whole, part = ''] = /^\s*([0-9][0-9,]*)(?:\.([0-9]*))?\s*$/.exec(text) ?? [];
  return whole === undefined || part.length > decimals ? text : Number(whole.replaceAll(',', '') + part.padEnd(decimals, '0'));
}

function value(field) {
  const type = field.dataset.type ?? (field.type === 'checkbox' ? 'boolean' : field.type === 'number' ? 'number' : 'text');
  if (field.type === 'checkbox' && field.value !== 'on') {
    return field.checked ? field.value : undefined;
  }
  if (type === 'boolean') {
    return field.type === 'checkbox' ? field.checked : field.value === 'true';
  }
  if (field.multiple) {
    return [...field.selectedOptions].map((option) => option.value);
  }
  const text = field.value;
  if (type === 'lines') {
    return text.split('\n').map((line) => line.trim()).filter(Boolean);
  }
  if (text === '') {
    return 'null' in field.dataset ? null : 'keep' in field.dataset ? '' : undefined;
  }
  if (type === 'moment') {
    return moment(text, field.dataset.zone ?? field.form.elements[field.dataset.zoneOf].value);
  }
  if ('decimals' in field.dataset) {
    return minor(text, Number(field.dataset.decimals));
  }
  if (type === 'number') {
    const number = Number(text.replaceAll(',', ''));
    return Number.isNaN(number) ? text : number;
  }
  return type === 'json' ? JSON.parse(text) : text;
}

function put(body, name, part) {
  if (part === undefined) {
    return;
  }
  const path = name.split('.').map(decodeURIComponent);
  let at = body;
  for (const step of path.slice(0, -1)) {
    const [, list, n] = step.match(/^(.+)\[(\d+)\]$/) ?? [];
    at = list ? ((at[list] ??= [])[n] ??= {}) : (at[step] ??= {});
  }
  const last = path.at(-1);
  if (last.endsWith('[]')) {
    (at[last.slice(0, -2)] ??= []).push(...(Array.isArray(part) ? part : [part]));
  } else {
    at[last] = part;
  }
}

function withoutGaps(_, part) {
  return Array.isArray(part) ? part.filter(() => true) : part;
}

/** What pressing a form's button sends. */
export function request(form, button) {
  const [method, address] = (button?.dataset.action ?? form.dataset.action).split(' ');
  let url = address;
  const query = new URLSearchParams();
  const body = {};
  for (const field of fields(form)) {
    const part = value(field);
    if (field.dataset.in === 'path') {
      url = url.replace(`{${field.name}}`, encodeURIComponent(part ?? ''));
    } else if (field.dataset.in === 'query') {
      if (part !== undefined) {
        query.set(field.name, part);
      }
    } else {
      put(body, field.name, part);
    }
  }
  if (button?.name) {
    put(body, button.name, button.value);
  }
  const headers = { Accept: form.dataset.accept ?? 'application/json, application/problem+json' };
  if (form.dataset.etag) {
    headers['If-Match'] = form.dataset.etag;
  }
  if ('key' in form.dataset) {
    headers['Idempotency-Key'] = form.dataset.key ||= crypto.randomUUID();
  }
  const sends = method !== 'GET' && method !== 'DELETE' && form.dataset.body !== 'none';
  if (sends) {
    headers['Content-Type'] = 'application/json';
  }
  const asked = query.size > 0 ? `${url}?${query}` : url;
  const raw = form.dataset.raw;
  return { method, url: asked, headers, body: sends ? (raw ? form.elements[raw].value : JSON.stringify(body, withoutGaps)) : undefined };
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The same request for a terminal, where TOKEN is a session's or an API key. */
export function curl({ method, url, headers, body }) {
  const parts = [`curl -X ${method} ${quoted(new URL(url, location.href).href)}`, '-H "Authorization: Bearer $TOKEN"'];
  for (const [name, text] of Object.entries(headers)) {
    if (name !== 'Accept' || !text.startsWith('application/json')) {
      parts.push(`-H ${quoted(`${name}: ${text}`)}`);
    }
  }
  if (body !== undefined) {
    parts.push(body.length > MOST_PASTED ? '-d @body.json' : `-d ${quoted(body)}`);
  }
  return parts.join(' \\\n  ');
}

async function problemWords(problem, status) {
  if (status === 412) {
    return words.stale;
  }
  const type = (problem.type ?? '').replace('urn:jari:problem:', '');
  const answer = await fetch(`/staff/words?type=${encodeURIComponent(type)}&status=${status}`);
  const said = answer.ok ? await answer.text() : '';
  const detail = problem.detail ?? problem.title ?? String(status);
  return said && said !== detail ? `${said} (${detail})` : detail;
}

function clear(form) {
  for (const flaw of form.querySelectorAll('.flaw[data-made]')) {
    flaw.remove();
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}

let flaws = 0;
function flaw(where, text, field) {
  const said = document.createElement('p');
  said.className = 'flaw';
  said.dataset.made = '';
  said.setAttribute('role', 'alert');
  said.textContent = text;
  said.id = `flaw-${++flaws}`;
  where.after(said);
  field?.setAttribute('aria-invalid', 'true');
  field?.setAttribute('aria-describedby', said.id);
}

function named(form, pointer) {
  const path = pointer.replace(/^\//, '').split('/');
  const names = [path.join('.'), path.join('.').replace(/\.(\d+)(?=\.)/g, '[$1]'), `${path[0]}[]`, path[0], path.at(-1)];
  return names.map((name) => form.elements.namedItem(name)).find((field) => field instanceof HTMLElement);
}

async function refuse(form, button, answer) {
  const type = answer.headers.get('Content-Type') ?? '';
  const problem = type.includes('json') ? await answer.json() : {};
  const known = (form.dataset.refused ?? '').split(' ');
  const name = (problem.type ?? '').replace('urn:jari:problem:', '');
  if (name && known.slice(0, -1).includes(name)) {
    const to = new URL(filled(known.at(-1), { type: name }), location.href);
    if (to.href === location.href) {
      location.reload();
    } else {
      location.assign(to);
    }
    return;
  }
  const away = [];
  for (const { pointer, detail } of problem.errors ?? []) {
    const field = named(form, pointer);
    if (field) {
      flaw(field.closest('label') ?? field, detail, field);
    } else {
      away.push(`${pointer} ${detail}`);
    }
  }
  const said = await problemWords(problem, answer.status);
  flaw(button.closest('.row') ?? button, [said, ...away].join(' '));
  form.querySelector('[aria-invalid]')?.focus();
}

function filled(template, answered) {
  return template.replace(/\{([\w.]+)\}/g, (_, path) =>
    encodeURIComponent(path.split('.').reduce((at, step) => at?.[step], answered) ?? ''),
  );
}

async function keep(name, answer) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function succeed(form, button, answer) {
  if (form.dataset.file) {
    await keep(form.dataset.file, answer);
    return;
  }
  const type = answer.headers.get('Content-Type') ?? '';
  const answered = type.includes('json') ? await answer.json() : {};
  sessionStorage.removeItem(memory(form));
  form.dispatchEvent(new CustomEvent('answered', { detail: answered, bubbles: true }));
  const then = button?.dataset.then ?? form.dataset.then;
  if (then === 'stay') {
    const shown = form.parentElement.querySelector('[data-answer]');
    if (shown) {
      shown.hidden = false;
      for (const part of shown.querySelectorAll('[data-part]')) {
        part.textContent = part.dataset.part.split('.').reduce((at, step) => at?.[step], answered) ?? '';
      }
      for (const part of shown.querySelectorAll('[data-when]')) {
        const [, not, path, wanted] = part.dataset.when.match(/^(!?)([^=]+)(?:=(.+))?$/);
        const there = path.split('.').reduce((at, step) => at?.[step], answered);
        part.hidden = (wanted ? there === wanted : Boolean(there)) === (not === '!');
      }
      shown.tabIndex = -1;
      shown.focus();
    }
    return;
  }
  sessionStorage.setItem(NOTICE, button?.dataset.done ?? form.dataset.done ?? words.done);
  if (then) {
    location.assign(filled(then, answered));
  } else {
    location.reload();
  }
}

async function send(form, button) {
  clear(form);
  const buttons = [...form.elements].filter((field) => field.localName === 'button');
  for (const each of buttons) {
    each.disabled = true;
  }
  form.setAttribute('aria-busy', 'true');
  try {
    const { url, ...options } = request(form, button);
    const answer = await fetch(url, options);
    if (form.dataset.key && answer.status < 500) {
      form.dataset.key = '';
    }
    await (answer.ok ? succeed(form, button, answer) : refuse(form, button, answer));
  } catch (e) {
    flaw(button, e instanceof SyntaxError ? e.message : words.offline);
  } finally {
    form.removeAttribute('aria-busy');
    for (const each of buttons) {
      each.disabled = false;
    }
  }
}

function sure(text) {
  const dialog = document.createElement('dialog');
  dialog.className = 'sure';
  const said = document.createElement('p');
  said.textContent = text;
  const no = Object.assign(document.createElement('button'), { textContent: words.no, className: 'quiet' });
  const yes = Object.assign(document.createElement('button'), { textContent: words.yes, className: 'danger' });
  const row = document.createElement('div');
  row.className = 'row';
  row.append(no, yes);
  dialog.append(said, row);
  document.body.append(dialog);
  return new Promise((answer) => {
    yes.onclick = () => dialog.close('yes');
    no.onclick = () => dialog.close('');
    dialog.onclose = () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    };
    dialog.showModal();
  });
}

async function copy(form, link) {
  const text = curl(request(form, form.dataset.action ? null : form.querySelector('button[data-action]')));
  try {
    await navigator.clipboard.writeText(text);
    link.textContent = words.copied;
  } catch {
    const shown = Object.assign(document.createElement('pre'), { textContent: text });
    link.replaceWith(shown);
    getSelection().selectAllChildren(shown);
  }
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.action && !event.submitter?.dataset.action) {
    return;
  }
  event.preventDefault();
  const asked = event.submitter?.dataset.sure ?? form.dataset.sure;
  if (!asked || (await sure(asked))) {
    await send(form, event.submitter);
  }
});

document.addEventListener('click', async ({ target }) => {
  if (target.matches?.('button[data-copy]')) {
    const part = target.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(part.textContent);
      target.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(part);
    }
  }
});

/** Gives what stands on the page, or has just come, its way to be copied. */
export function equip(root) {
  for (const form of root.querySelectorAll('form[data-action]:not([data-plain])')) {
    const link = Object.assign(document.createElement('button'), { type: 'button', className: 'link curl', textContent: words.curl });
    link.addEventListener('click', () => copy(form, link));
    form.append(link);
    form.dataset.plain = '';
  }
}

function memory(form) {
  return `jari-typed-${form.dataset.remember}`;
}

function typed(form) {
  return fields(form).filter((field) => field.type !== 'hidden');
}

for (const form of document.querySelectorAll('form[data-remember]')) {
  const known = JSON.parse(sessionStorage.getItem(memory(form)) ?? '{}');
  for (const field of typed(form)) {
    field.value = known[field.name] ?? field.value;
  }
  form.addEventListener('input', () => {
    const now = typed(form).map((field) => [field.name, field.value]);
    sessionStorage.setItem(memory(form), JSON.stringify(Object.fromEntries(now)));
  });
}

equip(document);
const notice = sessionStorage.getItem(NOTICE);
if (notice) {
  sessionStorage.removeItem(NOTICE);
  const said = document.createElement('p');
  said.className = 'notice done';
  said.setAttribute('role', 'status');
  said.textContent = notice;
  document.getElementById('content').prepend(said);
}
