import type { SourceFile } from './imports.js';

/**
 * Rows of the house: a lib imports another only from a lower row, and only through its index.
 * Adding a lib means adding it here.
 */
export const ROWS: Record<string, number> = {
  documents: 1,
  terms: 1,
  measures: 1,
  notifications: 2,
  identity: 3,
  sessions: 4,
  words: 4,
  events: 4,
  competitions: 5,
  announcements: 6,
  registers: 6,
  applications: 7,
  evaluation: 8,
  awards: 9,
  contracts: 10,
  plan: 10,
  complaints: 11,
  rulings: 11,
  monitoring: 11,
  publications: 12,
};

/** Only a lower room may be imported; `model` knows nothing of Nest, HTTP or Redis. */
const ROOMS: Record<string, number> = {
  model: 0,
  storage: 1,
  ports: 1,
  access: 1,
  queries: 2,
  'use-cases': 2,
  jobs: 3,
  reactions: 3,
  api: 3,
  pages: 3,
};
const MODEL_MUST_NOT = [/^@nestjs\//, /^fastify/, /^bullmq/, /^ioredis/, /^#libs\/platform\/(http|jobs)$/];

/** Every forbidden import, in words; empty when the borders hold. */
export function brokenBorders(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((target) => problems(file.path, target).map((why) => `${file.path} -> ${target}: ${why}`)),
  );
}

function problems(path: string, target: string): string[] {
  const [top, lib, , room] = path.split('/') as [string, string, string, string];
  if (top === 'migrations') return target.startsWith('#libs') ? ['a migration stands alone'] : [];
  if (top !== 'libs') return target.startsWith('libs/') ? ['apps and tests enter a lib by its door'] : [];
  return [...acrossLibs(lib, path, target), ...acrossRooms(lib, room, path, target)];
}

function acrossLibs(lib: string, path: string, target: string): string[] {
  if (target.startsWith('apps/') || target.startsWith('#modules/') || target === '#migrations')
    return ['a lib never imports apps'];
  if (target.startsWith('libs/') && target.split('/')[1] !== lib)
    return ['another lib is entered by its door (#libs/…)'];
  return target.startsWith('#libs/') ? throughTheDoor(lib, target) : [];
}

function throughTheDoor(lib: string, target: string): string[] {
  const [, other, ...rest] = target.split('/') as [string, string, ...string[]];
  if (other === 'platform') return rest.length === 1 ? [] : ['platform is entered by the door of a part'];
  if (lib === 'platform') return ['platform imports no domain lib'];
  if (rest.length > 0) return ['a lib is entered by its index'];
  if (other === lib) return ['a lib does not import itself by its door'];
  if (!(other in ROWS) || !(lib in ROWS)) return ['a lib without a row'];
  return ROWS[other]! < ROWS[lib]! ? [] : [`${other} is not below ${lib}`];
}

function acrossRooms(lib: string, room: string, path: string, target: string): string[] {
  if (lib === 'platform' || path.endsWith('.spec.ts')) return [];
  if (room === 'model' && MODEL_MUST_NOT.some((pattern) => pattern.test(target))) return ['model knows no framework'];
  const own = `libs/${lib}/src/`;
  if (!target.startsWith(own)) return [];
  const other = target.slice(own.length).split('/')[0]!;
  if (!(room in ROOMS) || !(other in ROOMS)) return [];
  return ROOMS[other]! <= ROOMS[room]! ? [] : [`${room} does not import ${other}`];
}

/** Cycles between files, each as a path; type-only imports count too. */
export function cycles(files: readonly SourceFile[]): string[][] {
  const edges = new Map(files.map((file) => [file.path, file.imports.filter((target) => target.endsWith('.ts'))]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'open') found.push([...trail.slice(trail.indexOf(path)), path]);
    if (state.has(path)) return;
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
