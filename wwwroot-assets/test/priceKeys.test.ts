import assert from 'node:assert/strict';
import test from 'node:test';
import { indexAt } from '../src/charts/crosshair';
import { actionOf, rowBeside } from '../src/charts/priceKeys';

const key = (name: string, shiftKey = false, ctrlKey = false) => ({ key: name, shiftKey, ctrlKey, metaKey: false, altKey: false });

test('arrows move by bars, with Shift by trades, and leave the browser its own keys', () => {
  assert.deepEqual(actionOf(key('ArrowLeft')), { kind: 'bar', step: -1 });
  assert.deepEqual(actionOf(key('ArrowRight', true)), { kind: 'trade', step: 1 });
  assert.deepEqual(actionOf(key('f')), { kind: 'fit' });
  assert.equal(actionOf(key('f', false, true)), null);
  assert.equal(actionOf(key('Tab')), null);
});

test('the trade beside a row is the next one in that direction', () => {
  const rows = [10, 20, 20, 30];
  assert.equal(rowBeside(rows, 15, 1), 20);
  assert.equal(rowBeside(rows, 20, 1), 30);
  assert.equal(rowBeside(rows, 30, 1), null);
  assert.equal(rowBeside(rows, 20, -1), 10);
  assert.equal(rowBeside(rows, 15, -1), 10);
  assert.equal(rowBeside(rows, 10, -1), null);
  assert.equal(rowBeside(rows, null, 1), 10);
  assert.equal(rowBeside(rows, null, -1), 30);
  assert.equal(rowBeside([], 5, 1), null);
});

test('the index at a time is the last at or before it', () => {
  assert.equal(indexAt([10, 20, 30], 9), -1);
  assert.equal(indexAt([10, 20, 30], 20), 1);
  assert.equal(indexAt([10, 20, 30], 29), 1);
  assert.equal(indexAt([10, 20, 30], 99), 2);
});
