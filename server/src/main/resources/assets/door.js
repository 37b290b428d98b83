// A door: what a camera reads or somebody types is asked of the server, and the answer shown large. Nothing is decided here: without a
// connection it says so, and the same ticket can be asked for again.
const door = document.querySelector('[data-door]');
const words = JSON.parse(document.getElementById('door-words').textContent);
const { door: api, progress, link, zone, language } = door.dataset;
const $ = (name) => door.querySelector(`[data-${name}]`);
const form = door.querySelector('form');
const gate = form.elements.gate;
const video = door.querySelector('video');
const SAME_TICKET_MILLIS = 4000;
const JUST_NOW_MILLIS = 120_000;
const NO = ['refunded', 'canceled', 'wrong-date', 'forged'];
let unanswered; // asked for, and nothing came back
let sound;

const headers = link ? { 'Door-Link': link } : {};
const say = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key]);
const clock = (at) => new Date(at).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' });

function show(look, title, ...lines) {
  const answer = $('answer');
  answer.className = `answer ${look}`;
  const big = Object.assign(document.createElement('strong'), { textContent: title });
  answer.replaceChildren(big, ...lines.filter(Boolean).map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  ring(look);
}

function ring(look) {
  navigator.vibrate?.(look === 'valid' ? 80 : [120, 80, 120]);
  if (!sound || look === 'asking') {
    return;
  }
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  tone.frequency.value = look === 'valid' ? 880 : 220;
  volume.gain.value = 0.2;
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + (look === 'valid' ? 0.15 : 0.5));
}

function pick(name) {
  const [korean, english] = name.split(' · ');
  return language === 'ko' ? korean : (english ?? korean);
}

function seat(place) {
  return place && say('seat', pick(place.zone), place.row, place.number) + (place.mark ? `, ${say(`mark.${place.mark}`)}` : '');
}

function tell({ result, seat: place, usedAt, gate: where, other }, again) {
  if (result === 'used' && again && where === gate.value && Date.now() - Date.parse(usedAt) < JUST_NOW_MILLIS) {
    show('again', say('again'), say('again.words', clock(usedAt)), seat(place));
  } else if (result === 'used') {
    show('used', say('used'), say('used.words', clock(usedAt), where), seat(place));
  } else if (NO.includes(result)) {
    const title = other && (language === 'ko' ? other.title.ko : other.title.en);
    const when = other?.startsAt && new Date(other.startsAt).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-GB', { timeZone: other.timeZone, dateStyle: 'medium', timeStyle: 'short' });
    show('no', say(result), other ? [title, when].filter(Boolean).join(', ') : say(`${result}.words`), seat(place));
  } else {
    show('valid', say('valid'), seat(place), place?.category);
  }
}

async function ask(token) {
  const again = unanswered === token;
  show('asking', say('asking'));
  form.querySelector('button').disabled = true;
  try {
    const body = link ? { token } : { token, gate: gate.value };
    const answer = await fetch(api, {
      method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
    });
    if (answer.status >= 500) {
      throw new Error(answer.status);
    }
    const told = await answer.json();
    unanswered = undefined;
    $('retry').hidden = true;
    if (answer.ok) {
      tell(told, again);
    } else {
      const known = { 401: 'ended', 403: 'ended', 409: 'several', 429: 'slowly' }[answer.status];
      show('no', known ? say(known) : told.title, known ? say(`${known}.words`) : told.detail);
    }
    count();
  } catch {
    unanswered = token;
    show('lost', say('lost'), say('lost.words'));
    $('retry').hidden = false;
  } finally {
    form.querySelector('button').disabled = false;
  }
}

async function count() {
  try {
    const answer = await fetch(progress, { headers, cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    if (answer.ok) {
      const { admitted, sold } = await answer.json();
      $('count').textContent = say('count', admitted.toLocaleString('en-US'), sold.toLocaleString('en-US'));
    }
  } catch {
    // the next answer brings it
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = form.elements.code.value.trim();
  if (code) {
    form.elements.code.value = '';
    ask(code);
  }
});
$('retry').addEventListener('click', () => unanswered && ask(unanswered));

if (!link) {
  gate.value = localStorage.getItem('jari-gate') ?? gate.value;
  gate.addEventListener('change', () => localStorage.setItem('jari-gate', gate.value));
}

$('sound').addEventListener('click', ({ currentTarget }) => {
  sound = sound ? undefined : new AudioContext();
  currentTarget.setAttribute('aria-pressed', String(Boolean(sound)));
});

async function scan(detector) {
  let last;
  let lastAt = 0;
  while (video.srcObject) {
    const [found] = await detector.detect(video).catch(() => []);
    const token = found?.rawValue;
    if (token && (token !== last || Date.now() - lastAt > SAME_TICKET_MILLIS)) {
      await ask(token);
      last = token;
      lastAt = Date.now();
    }
    await new Promise((next) => setTimeout(next, 150));
  }
}

async function camera({ currentTarget: button }) {
  if (video.srcObject) {
    video.srcObject.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  } else {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      await video.play();
      scan(new BarcodeDetector({ formats: ['qr_code'] }));
    } catch {
      $('no-camera').hidden = false;
    }
  }
  video.hidden = !video.srcObject;
  button.setAttribute('aria-pressed', String(Boolean(video.srcObject)));
}

if ('BarcodeDetector' in globalThis && navigator.mediaDevices?.getUserMedia) {
  $('camera').hidden = false;
  $('camera').addEventListener('click', camera);
} else {
  $('no-camera').hidden = false;
}
setInterval(() => !document.hidden && count(), 15_000);
