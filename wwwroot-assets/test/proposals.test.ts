import assert from 'node:assert/strict';
import test from 'node:test';
import { optionsOf } from '../src/editor/proposals';

const proposal = { label: 'orders', detail: '', info: '', insert: null };

test('proposals stand in the order in which they come', () => {
  const boosts = optionsOf([proposal, proposal, proposal], '').map(({ boost }) => boost);
  assert.deepEqual(boosts, [99, 98, 97]);
});

test('what is written on several lines is as deep as its line', () => {
  assert.equal(optionsOf([{ ...proposal, insert: 'orders:\n  ' }], '  or')[0]!.apply, 'orders:\n    ');
  assert.equal(optionsOf([{ ...proposal, insert: 'rsi(' }], '')[0]!.apply, 'rsi(');
  assert.equal(optionsOf([proposal], '')[0]!.apply, undefined);
});
