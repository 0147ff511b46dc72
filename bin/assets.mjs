// Puts what pages load into dist/assets, beside the style sheet: own scripts and marks, the font, the component scripts.
// Names carry no version; the portal's asset() adds one. Run by `npm run styles`.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const assets = join(root, 'dist/assets');
const FONT_SUBSETS = ['cyrillic', 'cyrillic-ext', 'latin', 'latin-ext'];

mkdirSync(join(assets, 'fonts'), { recursive: true });
for (const subset of FONT_SUBSETS) {
  const source = join(modules, '@fontsource-variable/noto-sans/files', `noto-sans-${subset}-wght-normal.woff2`);
  cpSync(source, join(assets, 'fonts', `noto-sans-${subset}.woff2`));
}
cpSync(join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), join(assets, 'govuk-frontend.js'));
cpSync(join(modules, 'tus-js-client/dist/tus.min.js'), join(assets, 'tus.js'));
cpSync(join(root, 'libs/platform/http/src/public'), assets, { recursive: true });
for (const name of scriptsIn(assets)) versionImports(join(assets, name));
for (const lib of readdirSync(join(root, 'libs')))
  copyScripts(join(root, 'libs', lib, 'src/public'), join(assets, lib));

function copyScripts(from, to) {
  const names = scriptsIn(from);
  for (const name of names) cpSync(join(from, name), join(to, name));
  for (const name of names) versionImports(join(to, name));
}

function scriptsIn(folder) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
}

/** A script is kept by browsers for ever under its address: what it imports is named with a version too. */
function versionImports(file) {
  const text = readFileSync(file, 'utf8');
  const versioned = text.replace(/(from ')(\.{1,2}\/[\w./-]+\.js)(?:\?v=\w+)?(';)/g, (_, before, name, after) => {
    const imported = join(dirname(file), name);
    versionImports(imported);
    const version = createHash('sha256').update(readFileSync(imported)).digest('hex').slice(0, 10);
    return `${before}${name}?v=${version}${after}`;
  });
  if (versioned !== text) writeFileSync(file, versioned);
}
