import { readFileSync } from 'node:fs';
import type { PlanFile } from './plan-file.js';
import { readPlanFile } from './read-plan-file.js';

/** The plan of Luhansk oblast for 2020, approved on 20.12.2019, word for word. */
export function planOf2020(): PlanFile {
  return readPlanFile(JSON.parse(readFileSync(new URL('../data/plan-2020.json', import.meta.url), 'utf8')));
}
