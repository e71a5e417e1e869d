import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeColumns } from '../src/columns';

function file(json: string, values: (view: DataView, at: number) => void, bytes: number): ArrayBuffer {
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const buffer = new ArrayBuffer(8 + text.length + bytes);
  new Uint8Array(buffer).set(new TextEncoder().encode('NTC1'));
  new DataView(buffer).setUint32(4, text.length, true);
  new Uint8Array(buffer).set(text, 8);
  values(new DataView(buffer), 8 + text.length);
  return buffer;
}

const header = (...columns: [string, string, number][]): string => JSON.stringify({
  total: 9, from: 4, stride: 2, columns: columns.map(([name, type, count]) => ({ name, type, count })),
});

test('decode gives times to the millisecond and figures to the bit', () => {
  const buffer = file(header(['time', 'i64', 3], ['v', 'f64', 2]), (view, at) => {
    [1_735_689_600_123n, -1n, 9_007_199_254_740_991n].forEach((value, i) => view.setBigInt64(at + 8 * i, value, true));
    view.setFloat64(at + 24, 0.1 + 0.2, true);
    view.setFloat64(at + 32, NaN, true);
  }, 40);
  const columns = decodeColumns(buffer);
  assert.deepEqual([...columns.column('time')], [1_735_689_600_123, -1, 9_007_199_254_740_991]);
  assert.equal(columns.column('v')[0], 0.1 + 0.2);
  assert.ok(Number.isNaN(columns.column('v')[1]));
  assert.equal(columns.header.stride, 2);
  assert.ok(!columns.has('close'));
  assert.throws(() => columns.column('close'), /No column close/);
});

test('decode refuses what is cut short or something else', () => {
  const buffer = file(header(['v', 'f64', 2]), () => {}, 16);
  for (const length of [0, 7, 8, buffer.byteLength - 1]) {
    assert.throws(() => decodeColumns(buffer.slice(0, length)), Error, `${length} bytes`);
  }
  assert.throws(() => decodeColumns(new TextEncoder().encode('<!DOCTYPE html>').buffer as ArrayBuffer), /Not a column file/);
});
