// Waits for a payment to move on, then shows the page anew. Without scripts the page refreshes itself.
const { payment, version } = document.querySelector('[data-payment]').dataset;
const url = `/v1/payments/${encodeURIComponent(payment)}?wait=10&after=${version}`;

async function moved() {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  const now = await answer.json();
  return now.status !== 'processing' || String(now.version) !== version;
}

for (let done = false; !done; ) {
  try {
    done = await moved();
  } catch {
    await new Promise((later) => setTimeout(later, 3000));
  }
}
location.reload();
