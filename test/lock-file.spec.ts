import { readFileSync } from 'node:fs';
import { completeLock } from '../bin/lib/complete-lock.mjs';

describe('package-lock.json', () => {
  it('names every platform package its packages ask for, so that npm ci accepts it', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(completeLock(lock)).toEqual([]);
  });

  it('gets a stub for each one left out, with system and processor from its name', () => {
    const compiler = {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@c/linux-x64': '2.0.0', '@c/darwin-arm64-gnu': '2.0.0' },
    };
    const lock = { packages: { 'node_modules/@c/c': compiler, 'node_modules/@c/c/node_modules/@c/linux-x64': {} } };
    expect(completeLock(lock)).toEqual(['@c/darwin-arm64-gnu']);
    expect(lock.packages).toHaveProperty(['node_modules/@c/darwin-arm64-gnu'], {
      version: '2.0.0',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    });
  });
});
