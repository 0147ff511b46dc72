import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface SourceFile {
  /** Path from the root of the repository. */
  path: string;
  /** What it imports: `#libs/x` and packages as written, relative ones as paths from the root. */
  imports: string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every TypeScript source below the folders, with its imports. */
export function sourcesOf(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ path: join(folder, name) }))
      .map(({ path }) => ({ path, imports: importsOf(root, path, readFileSync(join(root, path), 'utf8')) })),
  );
}

export function importsOf(root: string, path: string, source: string): string[] {
  const found = [...source.matchAll(IMPORT)].map((match) => (match[1] ?? match[2])!);
  return found.map((target) =>
    target.startsWith('.') ? relative(root, resolve(root, dirname(path), target)).replace(/\.js$/, '.ts') : target,
  );
}
