import { Lifecycle } from '#libs/platform/lifecycle';

export const IMPORT_STATES = ['preview', 'applied', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A preview that is dropped, or forgotten, is deleted: nothing came of it. */
export const importLifecycle = new Lifecycle<ImportState, 'apply' | 'undo', object>('registers', IMPORT_STATES, [
  { action: 'apply', from: ['preview'], to: 'applied', who: ['officer'] },
  { action: 'undo', from: ['applied'], to: 'undone', who: ['officer'] },
]);
