import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTheme } from '../src/themes';

test('readTheme gives the choice, wherever it stands among the cookies', () => {
  assert.equal(readTheme('neurotrade-theme=light'), 'light');
  assert.equal(readTheme('a=b; neurotrade-theme=dark; c=d'), 'dark');
});

test('readTheme counts nothing else as a choice', () => {
  for (const cookies of ['', 'neurotrade-theme=', 'neurotrade-theme=blue', 'x-neurotrade-theme=dark', 'neurotrade-theme=darker']) {
    assert.equal(readTheme(cookies), null, cookies);
  }
});
