// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Popup } from '../../../../components/popup/popup.tsx';
import type { ErrorGroups, Language, ListPage, QuotaView, Reply } from '../../../../utils/messages/index.ts';
import { account } from '../options/examples.ts';
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

/** 22.11.2026, 13:00 in Warsaw. */
const NOW = Date.UTC(2026, 10, 22, 12, 0);
const MINUTE = 60_000;

const ifirma = (more: Partial<QuotaView> = {}): QuotaView => ({
  service: 'iFirma',
  name: 'sklep@example.com',
  minute: { used: 12, limit: 100 },
  day: { used: 340, limit: 15_000 },
  documents: { used: 212, limit: 1000, at: NOW - MINUTE },
  closedUntil: null,
  ...more,
});

const sellasist = (more: Partial<QuotaView> = {}): QuotaView => ({
  service: 'Sellasist',
  name: 'mojsklep',
  minute: { used: 3, limit: 60 },
  day: null,
  documents: null,
  closedUntil: null,
  ...more,
});

const EMPTY: ListPage = { language: 'pl', rows: [], total: 0, next: null };
const NO_ERRORS: ErrorGroups = { language: 'pl', groups: [], total: 0, moreCauses: 0 };

const show = (
  quota: readonly QuotaView[] | Answers['quota'],
  more: Answers = {},
  language: Language = 'pl',
): Promise<Screen> =>
  mount(
    <Popup
      optionsUrl="chrome-extension://x/options.html"
      openTab={() => undefined}
      saveFile={() => undefined}
      now={() => NOW}
    />,
    {
      'account.list': () => ok([account()]),
      'erplink.get': () => ok({ mojsklep: false }),
      security: () => ok({ passphrase: 'none', autoLock: null, keys: [] }),
      'error.groups': () => ok(NO_ERRORS),
      recent: () => ok(EMPTY),
      quota: typeof quota === 'function' ? quota : () => ok(quota ?? []),
      ...more,
    },
    language,
  );

const details = (): HTMLDetailsElement | null => document.querySelector('details');
const summary = (): HTMLElement => {
  const found = document.querySelector('summary');
  if (found === null) throw new Error('There is no summary.');
  return found;
};
const meterShown = (): Promise<HTMLElement> => soon('list', 'Limity');
/** What a person reads, a non-breaking space as an ordinary one. */
const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const lines = async (): Promise<readonly string[]> => all('listitem', undefined, await meterShown()).map(words);
const figuresOf = (meter: Element): readonly number[] =>
  ['value', 'max'].map((name) => Number(meter.getAttribute(name)));
const meters = (): readonly HTMLMeterElement[] => [...document.querySelectorAll('meter')];

afterEach(() => {
  vi.useRealTimers();
  unmount();
});

describe('the limits', () => {
  test('are said of each login and each panel, in figures', async () => {
    await show([ifirma(), sellasist()]);
    expect(await lines()).toEqual([
      'iFirma · sklep@example.com zapytania: 12 / 100 na minutę zapytania: 340 / 15 000 dziś dokumenty: 212 / 1000 w tym miesiącu',
      'Sellasist · mojsklep zapytania: 3 / 60 na minutę',
    ]);
  });

  test('are said in English as well', async () => {
    await show([ifirma({ minute: { used: 81, limit: 100 } })], {}, 'en');
    await soon('list', 'Limits');
    expect(all('listitem', undefined, one('list', 'Limits')).map(words)).toEqual([
      'iFirma · sklep@example.com requests: 81 / 100 a minute requests: 340 / 15 000 today documents: 212 / 1000 this month Near the limit: requests a minute.',
    ]);
  });

  test('have a named meter each', async () => {
    await show([ifirma(), sellasist()]);
    await meterShown();
    expect(meters().map((meter) => [nameOf(meter), ...figuresOf(meter)])).toEqual([
      ['iFirma · sklep@example.com: zapytania na minutę', 12, 100],
      ['iFirma · sklep@example.com: zapytania dziś', 340, 15_000],
      ['iFirma · sklep@example.com: dokumenty w tym miesiącu', 212, 1000],
      ['Sellasist · mojsklep: zapytania na minutę', 3, 60],
    ]);
  });

  test('of documents that were counted long ago are said with their age', async () => {
    await show([ifirma({ documents: { used: 212, limit: 1000, at: NOW - 50 * MINUTE } })]);
    expect((await lines())[0]).toMatch(/dokumenty: 212 \/ 1000 w tym miesiącu \(stan z 12:10\)$/);
  });

  test('of documents are left out while nobody knows them', async () => {
    await show([ifirma({ documents: null })]);
    expect((await lines())[0]).toMatch(/340 \/ 15 000 dziś$/);
  });

  test.each<[string, Answers['quota']]>([
    ['there is no account yet', () => ok([])],
    ['they are not known', () => ({ ok: false, reason: { code: 'internal', params: { detail: 'x' } } })],
  ])('take no room where %s', async (_when, quota) => {
    const screen = await show(quota);
    await until(() => expect(screen.askedFor('quota')).toHaveLength(1));
    expect(details()).toBeNull();
  });
});

describe('when nothing is near', () => {
  test('there is one line, which opens and closes', async () => {
    await show([ifirma({ minute: { used: 80, limit: 100 } }), sellasist()]);
    await meterShown();
    expect(words(summary())).toBe('Limity');
    expect(details()?.open).toBe(false);
    await click(summary());
    expect(details()?.open).toBe(true);
    await click(summary());
    expect(details()?.open).toBe(false);
    expect(document.querySelector('.quota .warn')).toBeNull();
  });
});

describe('when something is near', () => {
  test.each<[string, QuotaView, string]>([
    ['a minute is', ifirma({ minute: { used: 81, limit: 100 } }), 'Blisko limitu: zapytania na minutę.'],
    ['a day is', ifirma({ day: { used: 12_001, limit: 15_000 } }), 'Blisko limitu: zapytania dziś.'],
    [
      'two are',
      ifirma({ minute: { used: 96, limit: 100 }, documents: { used: 900, limit: 1000, at: NOW } }),
      'Blisko limitu: zapytania na minutę, dokumenty w tym miesiącu.',
    ],
    [
      'the documents are used up',
      ifirma({ documents: { used: 1000, limit: 1000, at: NOW } }),
      'Limit wykorzystany: dokumenty w tym miesiącu.',
    ],
    ['iFirma wants a rest', ifirma({ closedUntil: NOW + 5 * MINUTE }), 'iFirma prosi o przerwę do 13:05.'],
    ['Sellasist wants a rest', sellasist({ closedUntil: NOW + 5 * MINUTE }), 'Sellasist prosi o przerwę do 13:05.'],
  ])('because %s, it is open and says so in words', async (_what, view, sentence) => {
    await show([view]);
    await meterShown();
    expect(details()?.open).toBe(true);
    expect(words(one('listitem', undefined, one('list', 'Limity')).querySelector('.warn') ?? document.body)).toBe(
      sentence,
    );
  });

  test('it stays closed for whoever closed it, and open for whoever reads it when it is over', async () => {
    let views = [ifirma({ minute: { used: 96, limit: 100 } })];
    const screen = await show(() => ok(views));
    await meterShown();
    await click(summary());
    expect(details()?.open).toBe(false);
    screen.change();
    await until(() => expect(screen.askedFor('quota').length).toBe(2));
    expect(details()?.open).toBe(false);

    const other = await show(() => ok(views));
    await meterShown();
    views = [ifirma()];
    other.change();
    await until(() => expect(document.querySelector('.quota .warn')).toBeNull());
    expect(details()?.open).toBe(true);
  });
});

describe('the limits are asked for', () => {
  test('after the first list is there, which they never hold up', async () => {
    let give: (groups: Reply<ErrorGroups>) => void = () => undefined;
    const screen = await show([ifirma()], {
      'error.groups': () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    });
    await soon('tab', 'Błędy');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.askedFor('quota')).toHaveLength(0);
    give(ok(NO_ERRORS));
    await meterShown();
    expect(screen.askedFor('quota')).toHaveLength(1);
  });

  test('again when something changed, however often that is said at once a second at most', async () => {
    let used = 12;
    const screen = await show(() => ok([ifirma({ minute: { used, limit: 100 } })]));
    await meterShown();
    used = 30;
    for (let time = 0; time < 20; time += 1) screen.change();
    await until(() => expect(document.body.textContent).toContain('30'));
    expect(screen.askedFor('quota')).toHaveLength(2);
  });

  test('again a minute later as long as a minute holds something, for that passes by itself', async () => {
    vi.useFakeTimers();
    let views = [ifirma(), sellasist()];
    const screen = await show(() => ok(views));
    await vi.advanceTimersByTimeAsync(100);
    const first = screen.askedFor('quota').length;
    expect(first).toBe(1);
    views = [ifirma({ minute: { used: 0, limit: 100 } }), sellasist({ minute: { used: 0, limit: 60 } })];
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(screen.askedFor('quota')).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(screen.askedFor('quota')).toHaveLength(2);
  });
});
