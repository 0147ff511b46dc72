// «This is not my computer», at sign-in; and leaving: what is not saved yet is named, then the device is cleared.

import { clearDevice, leaveDevice, setForeign, unsynced } from './device.js';

/** The choice is there only with scripts: without them nothing stays on a device. */
function askAtSignIn() {
  const choice = document.querySelector('[data-foreign]');
  if (!choice) return;
  choice.hidden = false;
  const box = choice.querySelector('input');
  choice.closest('form').addEventListener('submit', () => {
    setForeign(box.checked);
    if (box.checked) void clearDevice();
  });
}

function clearAtSignOut() {
  for (const form of document.querySelectorAll('form[data-leaves]')) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const waiting = unsynced(form.dataset.leaves).map(({ title }) => `– ${title}`);
      if (waiting.length > 0 && !confirm(`${form.dataset.unsynced}\n\n${waiting.join('\n')}`)) return;
      await leaveDevice().catch(() => undefined);
      form.submit();
    });
  }
}

askAtSignIn();
clearAtSignOut();
