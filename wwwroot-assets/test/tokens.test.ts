// What the design promises of its tokens: contrast (WCAG 2.2), gain told from loss under colour blindness, names that Radzen has.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cwd, env } from 'node:process';
import { test } from 'node:test';
import { contrast, difference, laidOver, sights } from './colours';

// npm runs the tests in the folder of its package.json.
const root = join(cwd(), '..');
const css = readFileSync(join(root, 'Neurotrade.Web/wwwroot/css/tokens.css'), 'utf8');

function coloursAfter(head: string): (name: string) => string {
  const start = css.indexOf(head);
  assert.notEqual(start, -1, head);
  const block = css.slice(start, css.indexOf('\n}', start));
  const found = new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6,8})\b/g)].map(([, name, colour]) => [name, colour]));
  return (name) => {
    const colour = found.get(name);
    assert.ok(colour, `--${name} is missing after ${head}`);
    return colour;
  };
}

const themes = { dark: coloursAfter(':root, [data-theme="dark"]'), light: coloursAfter('[data-theme="light"] {') };

for (const [theme, colour] of Object.entries(themes)) {
  const holds = (least: number, front: string, back: string, ground = colour(back)) => {
    const found = contrast(colour(front), ground);
    assert.ok(found >= least, `${theme}: ${front} on ${back} is ${found.toFixed(2)}, expected ${least}`);
  };
  const soft = (name: string) => laidOver(colour(`${name}-soft`), colour('surface-1'));

  test(`${theme}: text is read on every ground`, () => {
    for (const ground of ['bg', 'surface-1', 'surface-2']) {
      for (const text of ['text', 'text-2', 'text-3', 'accent', 'gain', 'loss', 'warn', 'danger', 'live']) {
        holds(4.5, text, ground);
      }
    }
    for (const text of ['text', 'text-2', 'text-3']) {
      holds(4.5, text, 'surface-3');
      holds(4.5, text, 'accent-soft', soft('accent'));
      holds(4.5, text, 'warn-soft', soft('warn'));
    }
    for (const name of ['accent', 'gain', 'loss', 'warn', 'danger', 'live']) {
      holds(4.5, name, `${name}-soft`, soft(name));
    }
    for (const name of ['accent', 'danger', 'live']) {
      holds(4.5, `on-${name}`, `${name}-fill`);
    }
    for (const name of ['key', 'num', 'fn', 'var', 'op', 'note']) {
      holds(4.5, `code-${name}`, 'surface-1');
    }
  });

  test(`${theme}: lines, bars and edges are seen on every ground`, () => {
    for (const ground of ['bg', 'surface-1', 'surface-2']) {
      for (const mark of ['s1', 's2', 's3', 's4', 's5', 's6', 'control-line', 'gain-fill', 'loss-fill', 'warn-fill']) {
        holds(3, mark, ground);
      }
    }
  });

  test(`${theme}: gain is told from loss by every eye`, () => {
    for (const [sight, matrix] of Object.entries(sights)) {
      for (const [one, other, least] of [['gain', 'loss', 40], ['gain-fill', 'loss-fill', 40], ['candle-up', 'candle-down', 30]] as const) {
        const found = difference(colour(one), colour(other), matrix);
        assert.ok(found >= least, `${theme}, ${sight}: ${one} and ${other} are ${found.toFixed(0)} apart, expected ${least}`);
      }
    }
  });
}

test('both themes hold the same names', () => {
  const names = (head: string) => {
    const start = css.indexOf(head);
    return [...css.slice(start, css.indexOf('\n}', start)).matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name).sort();
  };
  assert.deepEqual(names('[data-theme="light"] {'), names(':root, [data-theme="dark"]'));
});

test('every name of Radzen that is set is a name that Radzen has', () => {
  const version = /Include="Radzen\.Blazor" Version="([^"]+)"/.exec(readFileSync(join(root, 'Directory.Packages.props'), 'utf8'))?.[1];
  assert.ok(version);
  const packages = env['NUGET_PACKAGES'] || join(homedir(), '.nuget/packages');
  const file = join(packages, 'radzen.blazor', version, 'staticwebassets/css/standard-dark-base.css');
  assert.ok(existsSync(file), `${file} is missing: build first`);
  const known = new Set([...readFileSync(file, 'utf8').matchAll(/--rz-[a-z0-9-]+/g)].map(([name]) => name));
  const set = [...css.matchAll(/(--rz-[a-z0-9-]+):/g)].map(([, name]) => name!);
  assert.ok(set.length > 50);
  assert.deepEqual(set.filter((name) => !known.has(name)), []);
});
