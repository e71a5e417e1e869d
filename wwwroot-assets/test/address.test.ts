import assert from 'node:assert/strict';
import test from 'node:test';
import { changed } from '../src/address';

const page = 'http://h/runs/1';

test('only what is named changes, in its place', () => {
  assert.equal(changed(`${page}?a=1&b=x+y&c=%2C`, { b: ['2'] }), `${page}?a=1&b=2&c=%2C`);
  assert.equal(changed(`${page}?a=1&b=2`, { a: [], c: ['x y'] }), `${page}?b=2&c=x%20y`);
  assert.equal(changed(page, { bar: ['5'] }), `${page}?bar=5`);
});

test('the last parameter taken out leaves no question mark, and a hash stays', () => {
  assert.equal(changed(`${page}?a=1#why`, { a: [] }), `${page}#why`);
});

test('a parameter with many values stands where the first one stood', () => {
  assert.equal(changed(`${page}?set=a%3D1&x=1&set=b%3D2`, { set: ['c=3', 'd=4'] }), `${page}?set=c%3D3&set=d%3D4&x=1`);
});

test('what is the same already is the same address', () => {
  assert.equal(changed(`${page}?q=x%20y&sort=-pnl`, { q: ['x y'] }), `${page}?q=x%20y&sort=-pnl`);
});

test('names like those of every object are names like others', () => {
  assert.equal(changed(`${page}?constructor=1&toString=2`, { a: ['3'] }), `${page}?constructor=1&toString=2&a=3`);
});
