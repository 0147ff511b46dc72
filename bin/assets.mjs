// Puts what pages load into dist/assets, beside the style sheet: own scripts and marks, the font, the component scripts.
// Names carry no version; the portal's asset() adds one. Run by `npm run styles`.
import { cpSync, mkdirSync } from 'node:fs';
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
cpSync(join(root, 'libs/platform/http/src/public'), assets, { recursive: true });
