import { safeNext } from './safe-next.js';

describe('where to go after sign-in', () => {
  it.each([
    ['/applications/1?tab=2', '/applications/1?tab=2'],
    ['/', '/'],
    ['/en/desk', '/desk'],
    ['/en?x=1', '/desk'],
    ['/england', '/england'],
    ['//evil.example', '/desk'],
    ['/en//evil.example', '/desk'],
    ['/\\evil.example', '/desk'],
    ['/a\\b', '/desk'],
    ['/\t/evil.example', '/desk'],
    ['https://evil.example', '/desk'],
    ['desk', '/desk'],
    ['', '/desk'],
    [undefined, '/desk'],
    [['/a'], '/desk'],
  ])('%p -> %p', (next, path) => {
    expect(safeNext(next)).toBe(path);
  });
});
