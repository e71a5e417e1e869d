// Bundles src/ into the folder named on the command line. Run by build/Assets.targets.
import { build } from 'esbuild';
import { argv, exit } from 'node:process';

const [, , outdir] = argv;
if (!outdir) {
  console.error('build.mjs: name the output folder');
  exit(2);
}

await build({
  entryPoints: { neurotrade: 'src/main.ts', theme: 'src/theme.ts' },
  outdir,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'linked',
  logLevel: 'warning',
});
