// On every page of a proposal that is being written: keeps the page for times without a connection, and names what this
// device has that the server does not.

import { isForeign, unsynced } from '../device.js';
import { keepPages } from './keep-pages.js';

/** On the contents and before submitting: these pages have to be opened first, so that they are saved. */
function nameUnsynced({ person, application }) {
  const place = document.querySelector('[data-unsynced-here]');
  if (!place) return;
  const prefix = document.documentElement.lang === 'en' ? '/en' : '';
  const isHere = (path) => location.pathname === prefix + path;
  const waiting = unsynced(person).filter(
    ({ path }) => path.startsWith(`/applications/${application}/`) && !isHere(path),
  );
  if (waiting.length === 0) return;
  for (const { path, title } of waiting) {
    const link = Object.assign(document.createElement('a'), { href: prefix + path, textContent: title });
    const item = document.createElement('li');
    item.append(link);
    place.querySelector('ul').append(item);
  }
  place.hidden = false;
}

/** This page came from the device. */
function sayNotFresh() {
  if (!('kept' in document.documentElement.dataset)) return;
  for (const place of document.querySelectorAll('[data-not-fresh]')) place.hidden = false;
}

const own = document.getElementById('proposal-script').dataset;
sayNotFresh();
nameUnsynced(own);
if (!isForeign()) await keepPages(own.worker).catch(() => undefined);
