import type { ApplicationState } from '../model/application.js';

const KINDS: Record<ApplicationState, string> = {
  draft: 'warning',
  submitted: 'success',
  withdrawn: 'closed',
  admitted: 'success',
  refused: 'danger',
};

/** Key of the words and kind of the tag. A draft says «НЕ ПОДАНО» wherever it is shown. */
export const tagOf = ({ state }: { state: string }): { key: string; kind: string } => ({
  key: `applications:state.${state}`,
  kind: KINDS[state as ApplicationState],
});
