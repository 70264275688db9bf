// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { SecurityRoom } from '../../../../components/options/security/security-room.tsx';
import {
  type Answers,
  descriptionOf,
  mount,
  ok,
  one,
  press,
  type Screen,
  soon,
  type,
  unmount,
  until,
} from '../options/screen.tsx';
import { security } from './examples.ts';

let begunAnew = 0;

const show = (more: Answers = {}): Promise<Screen> => {
  begunAnew = 0;
  return mount(
    <SecurityRoom
      startAnew={() => {
        begunAnew += 1;
      }}
    />,
    { security: () => ok(security()), wipe: () => ok(null), ...more },
  );
};

afterEach(unmount);

test('wiping names what goes and what stays, and nothing happens before the word is typed', async () => {
  const screen = await show();
  await press('button', 'Usuń wszystko');
  const question = await soon('alertdialog');
  for (const words of ['klucze', 'ustawienia', 'spis wysłanych dokumentów', 'log', 'faktury w iFirma', 'pliki PDF']) {
    expect(descriptionOf(question)).toContain(words);
  }
  await press('button', 'Usuń na zawsze', question);
  expect(one('textbox', 'Wpisz USUŃ, aby potwierdzić').getAttribute('aria-invalid')).toBe('true');
  await type('Wpisz USUŃ, aby potwierdzić', 'usun');
  await press('button', 'Usuń na zawsze', question);
  expect(screen.askedFor('wipe')).toEqual([]);
  await type('Wpisz USUŃ, aby potwierdzić', 'USUŃ');
  await press('button', 'Usuń na zawsze', question);
  await until(() => expect(begunAnew).toBe(1));
  expect(screen.askedFor('wipe')).toHaveLength(1);
});

test('the safe answer keeps everything', async () => {
  const screen = await show();
  await press('button', 'Usuń wszystko');
  await press('button', 'Anuluj', await soon('alertdialog'));
  expect(screen.askedFor('wipe')).toEqual([]);
});

test('a refusal is said, and the page goes on', async () => {
  await show({ wipe: () => ({ ok: false, reason: { code: 'account-busy', params: {} } }) });
  await press('button', 'Usuń wszystko');
  await soon('alertdialog');
  await type('Wpisz USUŃ, aby potwierdzić', 'USUŃ');
  await press('button', 'Usuń na zawsze');
  await soon('alert');
  expect(begunAnew).toBe(0);
});
