import assert from 'node:assert/strict';
import test from 'node:test';
import { mostPoints, requestFor, strideOf, suffices, valuesOf } from '../src/windows';

test('stride is the least power of two that keeps within the points', () => {
  const cases: [number, number, number][] = [[100, 100, 1], [101, 100, 2], [400, 100, 4], [401, 100, 8], [1_000_000, 3000, 512]];
  for (const [rows, points, stride] of cases) {
    assert.equal(strideOf(rows, points), stride, `${rows} rows, ${points} points`);
    assert.ok(Math.ceil(rows / stride) <= points);
  }
});

test('a request holds a screen on either side and stays within the series', () => {
  assert.deepEqual(requestFor({ from: 5000, to: 6000 }, 800, 1_000_000), { from: 4000, to: 7000, points: 1200 });
  assert.deepEqual(requestFor({ from: 0, to: 1000 }, 800, 1000), { from: 0, to: 1000, points: 400 });
  assert.equal(requestFor({ from: 5000, to: 6000 }, 100_000, 1_000_000).points, mostPoints);
  const beyond = requestFor({ from: 5000, to: 6000 }, 800, 1000);
  assert.ok(beyond.from < beyond.to && beyond.to <= 1000);
});

test('what was asked for suffices, and panning and zooming far enough does not', () => {
  const total = 1_000_000;
  const width = 1000;
  for (const span of [50, 999, 4000, 65_000, 900_000]) {
    for (const from of [0, 1, 12_345, total - span]) {
      const visible = { from, to: from + span };
      const asked = requestFor(visible, width, total);
      const loaded = { ...asked, stride: strideOf(asked.to - asked.from, asked.points) };
      assert.ok(suffices(visible, loaded, width, total), `span ${span} at ${from}`);
    }
  }
  const loaded = { from: 0, to: 120_000, stride: 128 };
  assert.ok(!suffices({ from: 80_000, to: 120_000 }, loaded, width, total), 'no room left to pan into');
  assert.ok(!suffices({ from: 50_000, to: 51_000 }, loaded, width, total), 'too coarse after zooming in');
  assert.ok(!suffices({ from: 0, to: 1_000_000 }, loaded, width, total), 'too short after zooming out');
});

test('rows become values, and fewer rows than one value holds are that one', () => {
  assert.deepEqual(valuesOf({ from: 100, to: 200 }, { from: 0, to: 1000, stride: 1 }), { first: 100, last: 199 });
  assert.deepEqual(valuesOf({ from: 128, to: 256 }, { from: 64, to: 1024, stride: 32 }), { first: 2, last: 5 });
  const { first, last } = valuesOf({ from: 5000, to: 5300 }, { from: 0, to: 1_000_000, stride: 1024 });
  assert.ok(last >= first);
});
