/** A name in quotation marks that stands inside others: «Пленер „Крейда і вугілля“». Marks without a pair are left. */
export function nestQuotes(text: string): string {
  const marks = [...text.matchAll(/[«»]/g)].map(({ 0: mark }) => (mark === '«' ? 1 : -1));
  let depth = 0;
  const depths = marks.map((step) => (depth += step));
  if (depth !== 0 || Math.min(0, ...depths) < 0 || Math.max(0, ...depths) < 2) return text;
  let place = 0;
  return text.replace(/[«»]/g, (mark) => {
    const isInner = depths[place]! >= (mark === '«' ? 2 : 1);
    place += 1;
    return isInner ? (mark === '«' ? '„' : '“') : mark;
  });
}
