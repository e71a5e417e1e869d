// Bundles what pages load when they need it: charts and the editor, as modules that share their common parts.
import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes prices.js, statistics.js, sweeps.js, editor.js, ruleForm.js and the parts that they share into a folder. */
export async function bundleModules(outdir) {
  const old = (await readdir(outdir)).filter((name) => /^part-.*\.js/.test(name));
  await Promise.all(old.map((name) => rm(join(outdir, name))));
  await build({
    entryPoints: {
      prices: 'src/charts/prices.ts',
      statistics: 'src/charts/statistics.ts',
      sweeps: 'src/charts/sweeps.ts',
      editor: 'src/editor/editor.ts',
      ruleForm: 'src/editor/ruleForm.ts',
    },
    outdir,
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'linked',
    logLevel: 'warning',
  });
}
