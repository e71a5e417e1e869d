import assert from 'node:assert/strict';
import test from 'node:test';
import { levelsAt, mostRows, spansOf, tradeAt, wantedRows, type Levels } from '../src/charts/levels';
import type { TradeColumns } from '../src/charts/tradeMarks';

const none = NaN;
// A stop at 90, a trail that comes above it at row 12 and rises, a target that fills in row 13; nothing from row 15 on.
const levels: Levels = {
  row: Float64Array.of(10, 12, 13, 14, 15),
  lines: [
    { kind: 'stop', name: 'stop', values: Float64Array.of(90, 90, 90, 90, none) },
    { kind: 'trail', name: 'trail', values: Float64Array.of(none, 95, 97, 97, none) },
    { kind: 'target', name: 'target', values: Float64Array.of(110, 110, 110, none, none) },
  ],
};

const trades = (entries: number[], exits: number[]): TradeColumns => ({
  id: new Float64Array(entries.length), entryRow: Float64Array.from(entries), exitRow: Float64Array.from(exits),
  entryPrice: new Float64Array(entries.length), exitPrice: new Float64Array(entries.length), pnl: new Float64Array(entries.length),
});

test('a level is one span for as long as it neither moves nor gives way to another stop, up to the step behind its last row', () => {
  assert.deepEqual(spansOf(levels), [
    { kind: 'stop', from: 10, to: 12, price: 90, acts: true },
    { kind: 'stop', from: 12, to: 15, price: 90, acts: false },
    { kind: 'trail', from: 12, to: 13, price: 95, acts: true },
    { kind: 'trail', from: 13, to: 15, price: 97, acts: true },
    { kind: 'target', from: 10, to: 14, price: 110, acts: true },
  ]);
});

test('under the crosshair the stop that acts is told, and what is still to be reached', () => {
  assert.deepEqual(levelsAt(levels, 9), []);
  assert.deepEqual(levelsAt(levels, 11).map(({ name, price }) => [name, price]), [['stop', 90], ['target', 110]]);
  assert.deepEqual(levelsAt(levels, 14).map(({ name, price }) => [name, price]), [['trail', 97]]);
  assert.deepEqual(levelsAt(levels, 15), []);
});

test('all levels are wanted where few bars are seen, else those of the chosen trade', () => {
  const some = trades([100, 300], [150, none]);
  const near = { from: 0, to: 5_000, stride: 1 };
  assert.deepEqual(wantedRows({ from: 300.5, to: 600 }, near, 5_000, some, null), { from: 256, to: 768 });
  assert.deepEqual(wantedRows({ from: -40, to: 600 }, near, 700, some, null), { from: 0, to: 700 });
  assert.equal(wantedRows({ from: 0, to: mostRows + 1 }, near, 5_000, some, null), null);
  assert.equal(wantedRows({ from: 0, to: mostRows + 1 }, near, 5_000, some, 200), null);
  assert.deepEqual(wantedRows({ from: 0, to: 5_000 }, { ...near, stride: 8 }, 5_000, some, 99), { from: 99, to: 151 });
  assert.deepEqual(wantedRows({ from: 0, to: 5_000 }, { ...near, stride: 8 }, 5_000, some, 4_000), { from: 299, to: 5_000 });
});

test('a row belongs to the trade from the bar that decided it to the bar that ended it', () => {
  const some = trades([100, 151], [150, 170]);
  assert.equal(tradeAt(some, 98), -1);
  assert.equal(tradeAt(some, 99), 0);
  assert.equal(tradeAt(some, 150), 0);
  assert.equal(tradeAt(some, 151), 1);
  assert.equal(tradeAt(some, 171), -1);
});
