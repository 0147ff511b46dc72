import type { Reader } from '#libs/platform/database';

export interface SheetScore {
  criterionId: string;
  /** Null while nothing is chosen. */
  points: number | null;
  comment: string;
}

/** What stands on a sheet as it was written; none while nothing was saved. */
export const scoresOfSheet = (reader: Reader, sheetId: string | null): Promise<SheetScore[]> =>
  reader.rows<SheetScore>(
    'select criterion_id as "criterionId", points, comment from evaluation.score where sheet_id = $1',
    [sheetId],
  );
