import assert from 'node:assert/strict';
import test from 'node:test';
import { dropPlace, historyOf, isSave, moveOf } from '../src/editor/dropPlace';

const keys = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test('a condition is dropped before or after another one', () => {
  assert.equal(dropPlace(104, 100, 30, false), 'before');
  assert.equal(dropPlace(120, 100, 30, false), 'after');
});

test('on the head of a group most of it means into the group', () => {
  assert.equal(dropPlace(104, 100, 30, true), 'before');
  assert.equal(dropPlace(115, 100, 30, true), 'into');
});

test('Alt and an arrow move, other keys and combinations do not', () => {
  assert.equal(moveOf({ ...keys, altKey: true, key: 'ArrowUp' }), 'Up');
  assert.equal(moveOf({ ...keys, altKey: true, key: 'ArrowLeft' }), 'Out');
  assert.equal(moveOf({ ...keys, key: 'ArrowUp' }), null);
  assert.equal(moveOf({ ...keys, altKey: true, ctrlKey: true, key: 'ArrowUp' }), null);
  assert.equal(moveOf({ ...keys, altKey: true, key: 'a' }), null);
});

test('undo and redo have their usual keys', () => {
  assert.equal(historyOf({ ...keys, ctrlKey: true, key: 'z' }), 'Undo');
  assert.equal(historyOf({ ...keys, metaKey: true, shiftKey: true, key: 'Z' }), 'Redo');
  assert.equal(historyOf({ ...keys, ctrlKey: true, key: 'y' }), 'Redo');
  assert.equal(historyOf({ ...keys, key: 'z' }), null);
});

test('Ctrl S saves, and nothing like it does', () => {
  assert.ok(isSave({ ...keys, ctrlKey: true, key: 's' }));
  assert.ok(isSave({ ...keys, metaKey: true, key: 'S' }));
  assert.ok(!isSave({ ...keys, key: 's' }));
  assert.ok(!isSave({ ...keys, ctrlKey: true, shiftKey: true, key: 'S' }));
});
