import assert from 'node:assert/strict';
import test from 'node:test';
import { cellBeside, isInkDark, scaleOf, type Cell } from '../src/charts/sweepCells';
import { rangeOf } from '../src/charts/sweepRanges';

const cell = (x: number, y: number, value = 1): Cell => ({ x, y, value, row: 0, count: 1 });

test('the scale goes from the lowest to the highest value, few far below do not stretch it', () => {
  assert.deepEqual(scaleOf([3, 1, NaN, 2]), [1, 3]);
  assert.deepEqual(scaleOf([...Array.from({ length: 99 }, (_, i) => i), -1e6]), [1, 98]);
  assert.deepEqual(scaleOf([2, 2]), [1.5, 2.5]);
  assert.deepEqual(scaleOf([NaN]), [0, 1]);
});

test('ink is dark where the theme draws strong cells light', () => {
  assert.equal(isInkDark(0.9, 'dark'), true);
  assert.equal(isInkDark(0.2, 'dark'), false);
  assert.equal(isInkDark(0.9, 'light'), false);
  assert.equal(isInkDark(0.2, 'light'), true);
});

test('an arrow leads to the nearest cell in its direction, in the same line where there is one', () => {
  const cells = [cell(0, 0), cell(1, 0), cell(5, 0), cell(2, 1), cell(1, 3)];
  assert.equal(cellBeside(cells, cells[1]!, 'ArrowRight'), cells[2]);
  assert.equal(cellBeside(cells, cells[1]!, 'ArrowUp'), cells[4]);
  assert.equal(cellBeside(cells, cells[2]!, 'ArrowUp'), cells[3]);
  assert.equal(cellBeside(cells, cells[0]!, 'ArrowLeft'), null);
  assert.equal(cellBeside(cells, cells[0]!, 'x'), null);
});

test('a range on a parameter is the values inside it, without an end that keeps all', () => {
  const axis = { texts: ['5', '10', '15', '20'], percent: false };
  assert.deepEqual(rangeOf(axis, [[0.4, 2.2]]), ['10', '15']);
  assert.deepEqual(rangeOf(axis, [[-0.5, 1.4]]), [null, '10']);
  assert.equal(rangeOf(axis, [[-0.5, 3.5]]), null);
  assert.equal(rangeOf(axis, [[0.2, 0.8]]), null);
  assert.equal(rangeOf(axis, []), null);
});

test('a range on a figure is written as a filter reads it', () => {
  assert.deepEqual(rangeOf({ texts: null, percent: false }, [[0.98765, 1.5], [1.4, 1.6]]), ['0.9877', '1.6']);
  assert.deepEqual(rangeOf({ texts: null, percent: true }, [[-12.34567, 1e-9]]), ['-12.35%', '0%']);
  assert.deepEqual(rangeOf({ texts: null, percent: false }, [[0, 123456]]), ['0', '123456']);
});
