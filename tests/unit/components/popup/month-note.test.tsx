// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { MonthNote } from '../../../../components/popup/month-note.tsx';
import type { MonthView } from '../../../../utils/messages/index.ts';
import {
  type Answers,
  all,
  click,
  mount,
  nameOf,
  ok,
  one,
  type Screen,
  soon,
  unmount,
  until,
} from '../options/screen.tsx';

const LOGIN = 'sklep@example.com';
const view = (more: Partial<MonthView> = {}): MonthView => ({
  login: LOGIN,
  panel: 'demo',
  key: 'o1001',
  orderId: '1001',
  number: null,
  home: '2026-12',
  away: '2026-11',
  at: '2026-11',
  stage: 'back',
  reason: { code: 'month-not-home', params: { from: '2026-12', to: '2026-11' } },
  since: 0,
  ...more,
});

const show = (views: readonly MonthView[], more: Answers = {}): Promise<Screen> =>
  mount(<MonthNote />, { 'month.state': () => ok(views), ...more });

const buttons = (): readonly string[] => all('button').map(nameOf);

afterEach(unmount);

describe('the accounting month', () => {
  test('is not spoken of while it is where it was', async () => {
    const { askedFor } = await show([]);
    await until(() => askedFor('month.state').length > 0);
    expect(all('region')).toEqual([]);
  });

  test('on its way only says so', async () => {
    await show([view({ stage: 'there', reason: null })]);
    const note = await soon('region', 'Miesiąc księgowy w iFirma');
    expect(note.textContent).toContain(`${LOGIN}: Mostek przestawił miesiąc z 12.2026 na 11.2026 dla zamówienia 1001`);
    expect(buttons()).toEqual([]);
  });

  test('that does not come home says why, and offers another try and to leave it', async () => {
    const { askedFor } = await show([view()], {
      'month.retry': () => ok([view()]),
    });
    const note = await soon('region', 'Miesiąc księgowy w iFirma');
    expect(note.textContent).toContain('Mostek nie może go teraz przestawić z powrotem.');
    expect(note.textContent).toContain('Mostek nie wróci już do 12.2026');
    expect(buttons()).toEqual(['Spróbuj teraz', 'Zostaw tak']);
    await click(one('button', 'Spróbuj teraz'));
    expect(askedFor('month.retry')).toMatchObject([{ login: LOGIN }]);
  });

  test('that a person leaves where it is is spoken of no more', async () => {
    const { askedFor } = await show([view()], { 'month.leave': () => ok([]) });
    await soon('region', 'Miesiąc księgowy w iFirma');
    await click(one('button', 'Zostaw tak'));
    await until(() => all('region').length === 0);
    expect(askedFor('month.leave')).toMatchObject([{ login: LOGIN }]);
  });

  test('that somebody else has moved is told until a person has read it', async () => {
    await show([view({ stage: 'ended', reason: { code: 'month-elsewhere', params: { month: '2026-09' } } })], {
      'month.leave': () => ok([]),
    });
    const note = await soon('region', 'Miesiąc księgowy w iFirma');
    expect(note.textContent).toContain('Miesiąc księgowy w iFirma to 09.2026');
    expect(buttons()).toEqual(['Rozumiem']);
    await click(one('button', 'Rozumiem'));
    await until(() => all('region').length === 0);
  });

  test('a word on it that is refused says why', async () => {
    await show([view()], { 'month.retry': () => ({ ok: false, reason: { code: 'locked', params: {} } }) });
    await soon('region', 'Miesiąc księgowy w iFirma');
    await click(one('button', 'Spróbuj teraz'));
    expect((await soon('alert')).textContent).toContain('Nie udało się.');
  });
});
