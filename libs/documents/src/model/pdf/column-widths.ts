export interface ColumnDemand {
  /** The width that the author asked for. */
  fixed?: number;
  /** The widest word. */
  min: number;
  /** The widest cell on one line. */
  natural: number;
}

// A column of long prose must not starve the others.
const NATURAL_MAX_SHARE = 0.6;

/** Shares `total` among the columns by what they hold. The sum is always `total`. */
export function columnWidths(columns: readonly ColumnDemand[], total: number): number[] {
  const fixedSum = columns.reduce((sum, column) => sum + (column.fixed ?? 0), 0);
  const scale = fixedSum > total ? total / fixedSum : 1;
  const rest = Math.max(0, total - fixedSum);
  const open = columns.filter((column) => column.fixed === undefined).map((column) => capped(column, total));
  const shares = open.length > 0 ? share(open, rest) : [];
  const stretch = open.length === 0 && fixedSum > 0 ? total / fixedSum : scale;
  return columns.map((column) => (column.fixed === undefined ? shares.shift()! : column.fixed * stretch));
}

function capped(column: ColumnDemand, total: number): ColumnDemand {
  return { min: column.min, natural: Math.max(column.min, Math.min(column.natural, total * NATURAL_MAX_SHARE)) };
}

function share(columns: readonly ColumnDemand[], rest: number): number[] {
  const mins = columns.reduce((sum, column) => sum + column.min, 0);
  const naturals = columns.reduce((sum, column) => sum + column.natural, 0);
  if (naturals <= rest) return columns.map((column) => (column.natural * rest) / naturals);
  if (mins >= rest) return columns.map((column) => (column.min * rest) / mins);
  const part = (rest - mins) / (naturals - mins);
  return columns.map((column) => column.min + (column.natural - column.min) * part);
}
