import assert from 'node:assert/strict';
import test from 'node:test';
import { circuitOf } from '../src/circuit';

const classes = (...words: string[]) => ({ contains: (word: string) => words.includes(word) });

test('the strip tells how it stands with the server', () => {
  assert.equal(circuitOf(classes('offline')), 'up');
  assert.equal(circuitOf(classes('offline', 'components-reconnect-hide')), 'up');
  assert.equal(circuitOf(classes('offline', 'components-reconnect-show')), 'lost');
  assert.equal(circuitOf(classes('offline', 'components-reconnect-failed')), 'given-up');
  assert.equal(circuitOf(classes('offline', 'components-reconnect-rejected')), 'gone');
});
