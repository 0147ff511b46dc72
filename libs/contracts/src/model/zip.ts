import { crc32 } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const VERSION = 20;
/** 1 January 1980: the same files give the same archive. */
const DAY = 0x21;

/** A ZIP of files that are stored as they are (PDF is packed already), one at a time. Less than 4 GB and 65 535 files. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncIterable<Buffer> {
  const central: Buffer[] = [];
  let offset = 0;
  for await (const { name, content } of entries) {
    const head = Buffer.concat([header(LOCAL, name, content), Buffer.from(name)]);
    central.push(centralOf(name, content, offset));
    offset += head.length + content.length;
    yield head;
    yield content;
  }
  const list = Buffer.concat(central);
  yield list;
  yield endOf(central.length, list.length, offset);
}

/** What a local header and a central one have in common. */
function fields(name: string, content: Buffer): Buffer {
  const part = Buffer.alloc(26);
  [VERSION, UTF8, 0, 0, DAY].forEach((value, index) => part.writeUInt16LE(value, index * 2));
  part.writeUInt32LE(crc32(content), 10);
  part.writeUInt32LE(content.length, 14);
  part.writeUInt32LE(content.length, 18);
  part.writeUInt16LE(Buffer.byteLength(name), 22);
  return part;
}

const word = (value: number): Buffer => {
  const part = Buffer.alloc(4);
  part.writeUInt32LE(value);
  return part;
};

const header = (mark: number, name: string, content: Buffer): Buffer =>
  Buffer.concat([word(mark), fields(name, content)]);

function centralOf(name: string, content: Buffer, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION);
  return Buffer.concat([word(CENTRAL), made, fields(name, content), Buffer.alloc(10), word(offset), Buffer.from(name)]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
