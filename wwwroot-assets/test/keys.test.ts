import assert from 'node:assert/strict';
import test from 'node:test';
import { controlKey, meaningOf } from '../src/keys';

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false, altKey: false });

test('keys that hold on every page', () => {
  assert.equal(meaningOf(key('k', true), false, ''), 'open:find');
  assert.equal(meaningOf(key('K', true), true, ''), 'open:find');
  assert.equal(meaningOf(key('?'), false, ''), 'open:keys');
  assert.equal(meaningOf(key('/'), false, ''), 'filter');
  assert.equal(meaningOf(key('s'), false, 'g'), 'go:strategies');
  assert.equal(meaningOf(key('b'), false, 'g'), 'go:backtests');
  assert.equal(meaningOf(key('o'), false, 'g'), 'go:');
});

test('what is typed, and what belongs to the browser, is left alone', () => {
  assert.equal(meaningOf(key('?'), true, ''), null);
  assert.equal(meaningOf(key('s'), true, 'g'), null);
  assert.equal(meaningOf(key('s'), false, ''), null);
  assert.equal(meaningOf(key('s', true), false, 'g'), null);
});

test('controls wait for plain letters and Escape, never while one types', () => {
  const plain = (name: string, shiftKey = false) => ({ ...key(name), shiftKey });
  assert.equal(controlKey(plain('t'), false), 't');
  assert.equal(controlKey(plain('W'), false), 'w');
  assert.equal(controlKey(plain('Escape'), false), 'Escape');
  assert.equal(controlKey(plain('t'), true), null);
  assert.equal(controlKey(plain('T', true), false), null);
  assert.equal(controlKey({ ...key('t', true), shiftKey: false }, false), null);
  assert.equal(controlKey(plain('1'), false), null);
});
