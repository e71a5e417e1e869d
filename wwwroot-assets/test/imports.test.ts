import assert from 'node:assert/strict';
import test from 'node:test';
import { Imports } from '../src/imports';

const file = (name: string) => new File(['x'], name);
const answer = (ok: boolean, value: unknown) => ({ ok, json: () => Promise.resolve(value), text: () => Promise.resolve(String(value)) });

test('files are announced together and sent one after the other', async () => {
  const calls: string[] = [];
  let open = 0;
  const imports = new Imports(async (address, { method, body }) => {
    calls.push(`${method} ${address}`);
    if (method === 'POST') {
      const { sender, ...announced } = JSON.parse(body as string) as { sender: string };
      assert.match(sender, /^[a-z0-9]+$/);
      assert.deepEqual(announced, {
        exchange: 'binance', files: [{ name: 'a.csv', size: 1 }, { name: 'b.exe', size: 1 }, { name: 'c.csv', size: 1 }],
      });
      return answer(true, [7, null, 9]);
    }
    assert.equal(open++, 0);
    await new Promise(setImmediate);
    open--;
    return answer(false, '');
  });

  assert.equal(await imports.take([file('a.csv'), file('b.exe'), file('c.csv')], 'binance'), '');
  assert.equal(imports.isBusy, true);
  await imports.done();

  assert.deepEqual(calls, ['POST api/imports', 'PUT api/imports/7', 'PUT api/imports/9']);
  assert.equal(imports.isBusy, false);
});

test('a tab tells itself by one name, another by another', async () => {
  const names: string[] = [];
  const tab = () => new Imports((_, { body }) => {
    names.push((JSON.parse(body as string) as { sender: string }).sender);
    return Promise.resolve(answer(true, [null]));
  });
  const [one, other] = [tab(), tab()];
  await one.take([file('a.csv')], 'binance');
  await one.take([file('b.csv')], 'binance');
  await other.take([file('c.csv')], 'binance');

  assert.equal(names[0], names[1]);
  assert.notEqual(names[0], names[2]);
});

test('what the server has against files is told, and nothing is sent', async () => {
  const imports = new Imports(() => Promise.resolve(answer(false, 'expected fewer')));
  assert.equal(await imports.take([file('a.csv')], 'binance'), 'Nothing was imported: expected fewer.');
  assert.equal(imports.isBusy, false);
});

test('a server that is gone leaves nothing waiting', async () => {
  const gone = new Imports(() => Promise.reject(new Error('gone')));
  assert.match(await gone.take([file('a.csv')], 'binance'), /does not answer/);
  assert.equal(gone.isBusy, false);

  const goes = new Imports((_, { method }) => method === 'POST' ? Promise.resolve(answer(true, [1, 2])) : Promise.reject(new Error('gone')));
  await goes.take([file('a.csv'), file('b.csv')], 'binance');
  await goes.done();
  assert.equal(goes.isBusy, false);
});
