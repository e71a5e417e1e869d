import assert from 'node:assert/strict';
import test from 'node:test';
import { differenceOf, replacementIn, spanAt } from '../src/editor/words';

const at = (line: string, column: number): string => {
  const { from, to } = spanAt(line, column);
  return line.slice(from, to);
};

test('a problem underlines the word at its column', () => {
  assert.equal(at('  rsi: { type: rsj, period: 14 }', 16), 'rsj');
  assert.equal(at('    - close < floor.', 15), 'floor.');
  assert.equal(at('  value: $hot', 10), '$hot');
});

test('a problem at a sign, beyond the line or on an empty line still has a place', () => {
  assert.equal(at('a: { b', 4), '{');
  assert.equal(at('close', 99), 'e');
  assert.deepEqual(spanAt('', 5), { from: 0, to: 0 });
});

test('a fix is read out of the message', () => {
  assert.equal(replacementIn('Unknown indicator `rsj`. Did you mean `rsi`?'), 'rsi');
  assert.equal(replacementIn("Unknown output. Did you mean 'macd.signal'?"), 'macd.signal');
  assert.equal(replacementIn('Expected a number'), null);
});

test('a change of text is the least that differs', () => {
  const changed = (before: string, after: string): string | null => {
    const change = differenceOf(before, after);
    return change && before.slice(0, change.from) + change.insert + before.slice(change.to);
  };
  assert.deepEqual(differenceOf('rsi < 30', 'rsi < 35'), { from: 7, to: 8, insert: '5' });
  assert.deepEqual(differenceOf('aa', 'aaa'), { from: 2, to: 2, insert: 'a' });
  assert.deepEqual(differenceOf('aaa', 'a'), { from: 1, to: 3, insert: '' });
  assert.equal(differenceOf('same', 'same'), null);
  assert.equal(changed('- a\n- b\n', '- b\n- a\n'), '- b\n- a\n');
});
