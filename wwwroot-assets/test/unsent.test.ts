import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unsent, type Shelf } from '../src/editor/unsent';

function shelf(): NonNullable<Shelf> {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

test('what was typed is kept until it has reached the server', () => {
  const place = shelf();
  const unsent = new Unsent('a.yaml', place);
  unsent.keep('a');
  unsent.keep('ab');
  unsent.sent('a');
  assert.equal(new Unsent('a.yaml', place).text(), 'ab');
  unsent.sent('ab');
  assert.equal(new Unsent('a.yaml', place).text(), null);
});

test('files do not see each other', () => {
  const place = shelf();
  new Unsent('a.yaml', place).keep('a');
  assert.equal(new Unsent('b.yaml', place).text(), null);
});

test('a shelf that is full or forbidden does not stop anybody from typing', () => {
  const full: Shelf = { ...shelf(), setItem: () => { throw new Error('full'); } };
  new Unsent('a.yaml', full).keep('a');
  new Unsent('a.yaml', null).keep('a');
  assert.equal(new Unsent('a.yaml', null).text(), null);
});
