import assert from 'node:assert/strict';
import test from 'node:test';
import { minute, num, priceDigits, short, signed } from '../src/format';

test('figures are grouped, with a true minus, and a dash where undefined', () => {
  assert.equal(num(1484.056), '1,484.06');
  assert.equal(num(-3.2), '−3.20');
  assert.equal(num(-0.001), '0.00');
  assert.equal(num(NaN), '–');
  assert.equal(num(null), '–');
});

test('only what is above zero has a plus', () => {
  assert.equal(signed(0.5, 1, '%'), '+0.5%');
  assert.equal(signed(-0.5, 1, '%'), '−0.5%');
  assert.equal(signed(0.004, 1, '%'), '0.0%');
  assert.equal(signed(undefined, 1, '%'), '–');
});

test('axis figures are short and still right', () => {
  assert.equal(short(25_000), '25k');
  assert.equal(short(1_250_000), '1.3M');
  assert.equal(short(-12_500), '−12.5k');
  assert.equal(short(950), '950');
});

test('prices of every size keep their meaning, times are UTC', () => {
  assert.equal(priceDigits(52_000), 0);
  assert.equal(priceDigits(142), 2);
  assert.equal(priceDigits(0.5), 4);
  assert.equal(priceDigits(0.00001234), 8);
  assert.equal(minute(Date.UTC(2024, 1, 26, 12)), '2024-02-26 12:00');
});
