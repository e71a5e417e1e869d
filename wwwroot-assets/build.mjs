// Bundles src/ and copies the typefaces into the folder named on the command line. Run by build/Assets.targets.
import { build } from 'esbuild';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { bundleModules } from './modules.mjs';

const [, , outdir] = argv;
if (!outdir) {
  console.error('build.mjs: name the output folder');
  exit(2);
}

const latin = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, '
  + 'U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const latinExt = 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, '
  + 'U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';
const families = [
  { id: 'inter', family: 'Inter Variable', title: 'Inter', weights: '100 900' },
  { id: 'jetbrains-mono', family: 'JetBrains Mono Variable', title: 'JetBrainsMono', weights: '100 800' },
];

await mkdir(outdir, { recursive: true });
let faces = '';
for (const { id, family, title, weights } of families) {
  const folder = join('node_modules/@fontsource-variable', id);
  faces += `/* ${title}, SIL Open Font License: ${title}.LICENSE.txt */\n`;
  for (const [name, range] of Object.entries({ 'latin-ext': latinExt, latin })) {
    const file = `${id}-${name}-wght-normal.woff2`;
    await copyFile(join(folder, 'files', file), join(outdir, file));
    faces += `@font-face { font-family: "${family}"; font-style: normal; font-display: swap; font-weight: ${weights}; `
      + `src: url("${file}") format("woff2"); unicode-range: ${range}; }\n`;
  }
  await copyFile(join(folder, 'LICENSE'), join(outdir, `${title}.LICENSE.txt`));
}
await writeFile(join(outdir, 'fonts.css'), faces);
await bundleModules(outdir);

// The bundle comes last: the build takes it as the sign that everything else stands.
await build({
  entryPoints: { theme: 'src/theme.ts', neurotrade: 'src/main.ts' },
  outdir,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'linked',
  logLevel: 'warning',
});
