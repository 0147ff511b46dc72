import { safeNext } from './safe-next.js';

describe('where to go after sign-in', () => {
  it.each([
    ['/applications/1?tab=2', '/applications/1?tab=2'],
    ['/', '/'],
    ['/en/desk', '/desk'],
    ['/en?x=1', '/desk'],
    ['/england', '/england'],
    ['/є', '/%D1%94'],
    ['/a b?q=ї%20%2F', '/a%20b?q=%D1%97%20%2F'],
    ['/%D1%94', '/%D1%94'],
    ['/\ud800', '/desk'],
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
