// Makes a secret for a draw of lots on this device: only its hash goes to the server before all secrets are opened.

const panel = document.querySelector('[data-secret]');
const field = document.getElementById('commitment');

if (panel && field && crypto.subtle) {
  panel.hidden = false;
  panel.querySelector('button').addEventListener('click', async () => {
    const secret = hexOf(crypto.getRandomValues(new Uint8Array(16)));
    field.value = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))));
    panel.querySelector('[data-secret-shown]').textContent = `${panel.dataset.about} ${secret}`;
  });
}

function hexOf(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
