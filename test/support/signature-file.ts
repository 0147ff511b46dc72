const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** A file that begins as a detached CAdES signature does; nobody signed anything with it. */
export const P7S = der(
  0x30,
  hex('06092a864886f70d010702'),
  der(
    0xa0,
    der(
      0x30,
      hex('020101'),
      der(0x31, der(0x30, hex('06052b0e03021a'))),
      der(0x30, hex('06092a864886f70d010701')),
      der(0x31, Buffer.alloc(300, 5)),
    ),
  ),
);
