// Counts down one's time inside, and extends it while the page is seen and used. Without scripts each loading of the page extends it.
const shown = document.querySelector('[data-pass]');
const card = shown.closest('.pass');
const { token, words, over } = shown.dataset;
let until = Date.now() + Number(shown.dataset.pass);
let renewAt = Date.now() + Number(shown.dataset.pass) / 2;
let used = Date.now();
let renewedAt = 0;
let renewing = false;
let ended = false;

for (const sign of ['pointerdown', 'keydown', 'scroll', 'pointermove', 'input']) {
  document.addEventListener(sign, () => { used = Date.now(); }, { passive: true, capture: true });
}

function end() {
  ended = true;
  shown.textContent = over;
  shown.setAttribute('role', 'alert');
  card.querySelector('.over').hidden = false;
}

async function renew() {
  renewing = true;
  const begun = Date.now();
  try {
    const answer = await fetch('/v1/queue/entries', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Queue-Token': token },
      body: '{}',
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.ok) {
      const pass = await answer.json();
      // By the server's own clock: twice what it says is what is left.
      until = begun + 2 * pass.renewAfterMillis;
      renewAt = begun + pass.renewAfterMillis;
      renewedAt = begun;
      // Towards the end nothing is gained any more, and nothing lost.
      if (pass.renewAfterMillis < 5_000) {
        renewAt = Infinity;
      }
    } else if (answer.status >= 500 || answer.status === 429) {
      renewAt = Date.now() + Math.max(3_000, 1_000 * (Number(answer.headers.get('Retry-After')) || 0));
    } else {
      end();
    }
  } catch {
    renewAt = Date.now() + 3_000;
  }
  renewing = false;
}

function tick() {
  const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  shown.textContent = words.replace('%', `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`);
  if (left === 0) {
    end();
    return;
  }
  if (token && !renewing && !document.hidden && used > renewedAt && Date.now() >= renewAt) {
    renew();
  }
}

setInterval(() => {
  if (!ended) {
    tick();
  }
}, 500);
tick();
