const HOUR_MS = 3_600_000;

/** A figure that takes longer to count the more there is of it, and may be an hour old. Each process counts for itself. */
export class Hourly<Figure> {
  private counted: Promise<{ figure: Figure; at: Date }> | null = null;
  private until = 0;

  constructor(private readonly count: () => Promise<Figure>) {}

  /** The figure, and when it was counted. Those who ask meanwhile wait for the same count; one that failed is forgotten. */
  read(now: Date): Promise<{ figure: Figure; at: Date }> {
    if (this.counted === null || now.getTime() >= this.until) {
      this.until = now.getTime() + HOUR_MS;
      this.counted = this.count().then((figure) => ({ figure, at: now }));
      this.counted.catch(() => (this.counted = null));
    }
    return this.counted;
  }
}
