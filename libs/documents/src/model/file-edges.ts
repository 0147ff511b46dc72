/** What we look at to tell a file's kind: signatures stand at the start, a ZIP keeps its table at the end. */
export const HEAD_BYTES = 1024;
export const TAIL_BYTES = 64 * 1024;

/** Remembers the first and the last bytes of a file that flows by. */
export class FileEdges {
  head = Buffer.alloc(0);
  tail = Buffer.alloc(0);

  static of(content: Buffer): FileEdges {
    const edges = new FileEdges();
    edges.add(content);
    return edges;
  }

  async *watch(content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      this.add(chunk);
      yield chunk;
    }
  }

  private add(chunk: Buffer): void {
    if (this.head.length < HEAD_BYTES) {
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    }
    this.tail = Buffer.concat([this.tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
  }
}
