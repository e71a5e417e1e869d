// Bundles each test with what it tests and hands them to node's own runner: node 20 does not read TypeScript.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = mkdtempSync(join(here, '..', 'node_modules', '.test-'));
const names = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
try {
  await build({
    entryPoints: names.map((name) => join(here, name)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  const files = readdirSync(outdir).map((name) => join(outdir, name));
  exit(spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1);
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
