import assert from 'node:assert/strict';
import test from 'node:test';
import { losesPlace } from '../src/scroll';

test('only a jump to the top of the same page loses the place', () => {
  assert.equal(losesPlace(0, 0, '/runs/1', '/runs/1'), true);
  assert.equal(losesPlace(0, 0, '/data', '/runs/1'), false);
  assert.equal(losesPlace(0, 400, '/runs/1', '/runs/1'), false);
  assert.equal(losesPlace({ top: 0 }, undefined, '/runs/1', '/runs/1'), false);
});
