import type { DemoProposal } from '../play/world-data.js';
import { proposalWords, type Field } from './fields.js';
import { cells, pick } from './pick.js';

type Line = DemoProposal['budget'][number];

const KOP = 100;
/** Parts of the request that the named lines take, in percent; the rest is one contract. */
const PARTS = [34, 27, 18];
/** A little more than the competition asks of the organisation. */
const OWN_SPARE_PERCENT = 2;

/** A budget that asks for exactly `requestedKop`, and whose own share is large enough (rules 21, 23). */
export function budgetFrom(field: Field, requestedKop: number, ownSharePercent: number, key: string): Line[] {
  const lines = PARTS.flatMap((part, index) => bought(field.lines[index]!, Math.floor((requestedKop * part) / 100)));
  const leftKop = requestedKop - lines.reduce((sum, { fundedKop }) => sum + fundedKop, 0);
  return [...lines, contract(leftKop, key), brought(requestedKop, ownSharePercent + OWN_SPARE_PERCENT, key)];
}

function bought(row: string, aboutKop: number): Line[] {
  const [category, title, unit, price] = cells(row);
  const priceKop = Math.round(Number(price) * KOP);
  const quantity = Math.floor(aboutKop / priceKop);
  if (quantity === 0) return [];
  const named = { category: category!, title: title!, unit: unit! };
  return [{ ...named, quantity, priceKop, fundedKop: quantity * priceKop, ownKop: 0 }];
}

function contract(leftKop: number, key: string): Line {
  const named = { category: 'Оплата послуг', title: pick(proposalWords.rest, `${key} rest`), unit: 'послуга' };
  return { ...named, quantity: 1, priceKop: leftKop, fundedKop: leftKop, ownKop: 0 };
}

/** own / (own + requested) is at least the share. */
function brought(requestedKop: number, percent: number, key: string): Line {
  const [title, unit, price] = cells(pick(proposalWords.own, `${key} own`));
  const priceKop = Math.round(Number(price) * KOP);
  const quantity = Math.ceil((requestedKop * percent) / (100 - percent) / priceKop);
  const named = { category: 'Внесок організації', title: title!, unit: unit! };
  return { ...named, quantity, priceKop, fundedKop: 0, ownKop: quantity * priceKop };
}
