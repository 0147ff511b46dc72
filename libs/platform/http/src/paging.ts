const PAGE_MAX = 100_000;

/** One page of a list: every list is paged. */
export class Paging {
  private constructor(
    readonly page: number,
    readonly size: number,
  ) {}

  /** Reads `?page=`; anything odd is the first page. */
  static from(query: { page?: unknown }, size = 25): Paging {
    const page = Number(query.page);
    return new Paging(Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1, size);
  }

  get offset(): number {
    return (this.page - 1) * this.size;
  }

  /** What a template needs to draw the page links. */
  of(total: number): { page: number; pages: number; total: number; from: number; to: number } {
    const pages = Math.max(1, Math.ceil(total / this.size));
    const from = total === 0 ? 0 : this.offset + 1;
    return { page: this.page, pages, total, from, to: Math.min(this.offset + this.size, total) };
  }
}
