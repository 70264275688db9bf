// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RulesRoom } from '../../../../components/options/rules/rules-room.tsx';
import type { RuleProblem } from '../../../../utils/invoice/rules/problems/problem.ts';
import type { AccountView, RuleSetDraft, RulesView } from '../../../../utils/messages/index.ts';
import { account, dictionaries } from './examples.ts';
import { rule, run, runEffect, tried, view } from './rules-examples.ts';
import {
  type Answers,
  all,
  choose,
  click,
  descriptionOf,
  inputOf,
  mount,
  nameOf,
  ok,
  one,
  press,
  type Screen,
  selectOf,
  soon,
  type,
  unmount,
  until,
} from './screen.tsx';

afterEach(unmount);
vi.setConfig({ testTimeout: 10_000 });

const accounts = (value: readonly AccountView[]) => ({
  asked: { state: 'ready', value } as const,
  busy: false,
  again: () => undefined,
  put: () => undefined,
});
const noRuns = { runs: [], next: null, attention: 0 };
const said = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A background that keeps one set of rules as the real one does: a save on an older revision is refused. */
const open = (first: RulesView, answers: Answers = {}, list: readonly AccountView[] = [account()]): Promise<Screen> => {
  let stored = first;
  let id = 0;
  return mount(
    <RulesRoom
      accounts={accounts(list)}
      newId={() => {
        id += 1;
        return `new${id}`;
      }}
    />,
    {
      'rules.get': () => ok(stored),
      'rules.save': ({ revision, draft }) => {
        if (revision !== stored.set.revision) return { ok: false, reason: { code: 'account-changed', params: {} } };
        stored = view(draft.rules, {}, { match: draft.match, revision: revision + 1 });
        return ok(stored);
      },
      'rules.runs': () => ok(noRuns),
      dictionaries: () => ok(dictionaries()),
      ...answers,
    },
  );
};

const saved = (screen: Screen): RuleSetDraft | undefined => screen.askedFor('rules.save').at(-1)?.draft as RuleSetDraft;
const cards = (): readonly HTMLElement[] => [...one('list', 'Reguły').querySelectorAll<HTMLElement>(':scope > li')];
const card = (name: string): HTMLElement => {
  const found = cards().find((each) => said(each.querySelector('h2') ?? each) === name);
  if (found === undefined) throw new Error(`no rule „${name}”`);
  return found;
};
const order = (): readonly string[] => cards().map((each) => said(each.querySelector('h2') ?? each));
const three = [rule(), rule({ id: 'r2', name: 'Druga' }), rule({ id: 'r3', name: 'Trzecia' })];
const focused = (): string => nameOf(document.activeElement ?? document.body);

describe('the rules of a panel', () => {
  it('are listed in their order, each told in a sentence, with when it began to act', async () => {
    await open(view([rule(), rule({ id: 'r2', name: 'Wyłączona', isOn: false, trigger: { kind: 'created' } })]));
    await soon('list', 'Reguły');
    expect(order()).toEqual(['Opłacone', 'Wyłączona']);
    expect(said(card('Opłacone'))).toContain('Gdy zamówienie zostanie opłacone, to wystaw fakturę krajową w iFirma.');
    expect(said(card('Opłacone'))).toContain('Działa od 22.11.2026, 10:15');
    expect(said(card('Wyłączona'))).not.toContain('Działa od');
    expect((one('checkbox', 'Włączona', card('Wyłączona')) as HTMLInputElement).checked).toBe(false);
  });

  it('have buttons that a screen reader tells apart', async () => {
    await open(view(three));
    await soon('list', 'Reguły');
    expect(all('button', 'Wyżej').map(descriptionOf)).toEqual(['Opłacone', 'Druga', 'Trzecia']);
    expect(all('checkbox', 'Włączona').map(descriptionOf)).toEqual(['Opłacone', 'Druga', 'Trzecia']);
  });

  it('are those of the panel that is chosen where there are several', async () => {
    const screen = await open(view(), {}, [account(), account({ id: 'a2', panel: 'outlet' })]);
    await until(() => expect(screen.askedFor('rules.get').at(-1)).toMatchObject({ panel: 'mojsklep' }));
    await choose('Panel', 'outlet');
    await until(() => expect(screen.askedFor('rules.get').at(-1)).toMatchObject({ panel: 'outlet' }));
    await until(() => expect(screen.askedFor('dictionaries').at(-1)).toMatchObject({ accountId: 'a2' }));
  });

  it('without an account lead to the accounts', async () => {
    await open(view(), {}, []);
    one('link', 'Przejdź do kont');
  });

  it('that cannot be read are asked for again on demand', async () => {
    let isDown = true;
    await open(view(), {
      'rules.get': () => (isDown ? { ok: false, reason: { code: 'database-closed', params: {} } } : ok(view(three))),
    });
    await until(() => expect(said(one('alert'))).toContain('Nie udało się wczytać reguł'));
    isDown = false;
    await press('button', 'Spróbuj ponownie');
    await soon('list', 'Reguły');
  });

  it('stay as they are typed where a later reading fails', async () => {
    let isDown = false;
    const screen = await open(view([rule()]), {
      'rules.get': () => (isDown ? { ok: false, reason: { code: 'database-closed', params: {} } } : ok(view([rule()]))),
    });
    await press('button', 'Edytuj');
    await type('Nazwa reguły', 'Wpisana');
    isDown = true;
    screen.change();
    await until(() => expect(said(one('alert'))).toContain('Nie udało się wczytać reguł'));
    expect(inputOf('textbox', 'Nazwa reguły').value).toBe('Wpisana');
  });
});

describe('what hinders', () => {
  it.each([
    ['locked', '#security'],
    ['erplink', '#accounts'],
    ['account-paused', '#accounts'],
    ['no-field', '#settings'],
    ['no-first', '#unsent'],
    ['elsewhere', '#settings'],
  ] as const)('%s is said, with the way to %s', async (hindrance, hash) => {
    await open(view([rule()], { hindrances: { a1: hindrance } }));
    await soon('list', 'Reguły');
    expect(all('link').filter((link) => link.getAttribute('href')?.endsWith(hash))).toHaveLength(1);
  });

  it('names the account where there are several', async () => {
    await open(view([], { hindrances: { a2: 'no-field' } }), {}, [account(), account({ id: 'a2', name: 'Drugie' })]);
    await until(() => expect(document.body.textContent).toContain('Drugie: Reguły czekają'));
    expect(document.body.textContent).toContain('Pole stanu iFirma');
  });
});

describe('a rule is built', () => {
  it('from nothing, in the editor, and stored with all that was said', async () => {
    const screen = await open(view());
    await press('button', 'Dodaj regułę');
    expect(focused()).toBe('Nazwa reguły');
    await type('Nazwa reguły', 'Zapłacone z Niemiec');
    await choose('Gdy', 'status');
    await choose('Status', '1');
    await press('checkbox', 'PayU');
    await type('Źródło', 'Allegro, sklep');
    await type('Kraj', 'de');
    await type('Waluta', 'eur');
    await type('Kwota od', '1 000,50');
    await choose('Nabywca ma NIP', 'yes');
    await choose('Chce fakturę', 'no');
    await type('Tekst w komentarzu', 'pilne');
    await press('button', 'Dodaj działanie');
    expect(document.activeElement?.textContent).toBe('Wystaw w iFirma');
    await choose('Rodzaj w iFirma', 'correction');
    await choose('Działanie', 'email');
    await press('button', 'Dodaj działanie');
    await type('Treść e-maila', 'Dziękujemy,');
    await press('button', 'Wstaw {numer_ifirma}');
    await type('Skrzynka nadawcy w iFirma', 'sklep@example.com');
    await type('Szablon e-maila', 'Domyślny');
    await choose('Działanie', 'field');
    await press('button', 'Dodaj działanie');
    await choose('Pole', '7');
    await type('Tekst', '{numer_ksef}');
    await press('button', 'Gotowe');
    expect(all('textbox', 'Nazwa reguły')).toEqual([]);
    expect(focused()).toBe('Edytuj');
    expect(screen.askedFor('rules.save')).toEqual([]);
    expect(said(one('list', 'Reguły'))).toContain('Gdy zamówienie dostanie status „Nowe”, jeśli metoda płatności');

    await press('button', 'Zapisz');
    await until(() => expect(all('status').map(said)).toContain('Zapisano'));
    expect(screen.askedFor('rules.save')[0]).toMatchObject({ panel: 'mojsklep', revision: 4 });
    expect(saved(screen)?.rules).toEqual([
      {
        id: 'new1',
        name: 'Zapłacone z Niemiec',
        accountId: 'a1',
        isOn: true,
        trigger: { kind: 'status', statusId: '1' },
        conditions: {
          paymentIds: ['11'],
          sources: ['Allegro', 'sklep'],
          countries: ['DE'],
          currencies: ['EUR'],
          from: 100_050,
          hasNip: true,
          wantsInvoice: false,
          comment: 'pilne',
        },
        effects: [
          { kind: 'issue', as: 'correction' },
          {
            kind: 'email',
            text: 'Dziękujemy, {numer_ifirma}',
            mailbox: 'sklep@example.com',
            template: 'Domyślny',
          },
          { kind: 'field', fieldId: '7', text: '{numer_ksef}' },
        ],
      },
    ]);
  });

  it('from a ready-made one, which an empty list offers', async () => {
    const screen = await open(view());
    await until(() => expect(document.body.textContent).toContain('Nie ma jeszcze żadnej reguły'));
    await press('button', 'Wystawiony → e-mail po KSeF');
    expect(selectOf('Seria').value).toBe('1');
    expect(one('list', 'Działania').querySelectorAll(':scope > li')).toHaveLength(3);
    await press('button', 'Zapisz');
    await until(() => expect(saved(screen)?.rules[0]?.trigger).toEqual({ kind: 'document', seriesId: '1' }));
  });

  it('in the series of its account only, and text fields only', async () => {
    await open(view());
    await press('button', 'Dodaj regułę');
    await choose('Gdy', 'document');
    expect([...selectOf('Seria').options].map(({ text }) => text)).toEqual(['— nie wybrano —', 'FV']);
    await choose('Działanie', 'field');
    await press('button', 'Dodaj działanie');
    expect([...selectOf('Pole').options].map(({ text }) => text)).toEqual(['— nie wybrano —', 'Uwagi magazynu']);
  });

  it('again as a copy beside it, which is off', async () => {
    const screen = await open(view(three));
    await soon('list', 'Reguły');
    await press('button', 'Powiel', card('Druga'));
    expect(order()).toEqual(['Opłacone', 'Druga', 'Druga (kopia)', 'Trzecia']);
    await press('button', 'Zapisz');
    await until(() => expect(saved(screen)?.rules[2]).toMatchObject({ id: 'new1', isOn: false }));
  });
});

describe('a field that cannot be stored', () => {
  it('keeps the editor open, says why and has the focus', async () => {
    await open(view());
    await press('button', 'Dodaj regułę');
    await choose('Gdy', 'status');
    await press('button', 'Gotowe');
    expect(document.body.textContent).toContain('Wybierz z listy.');
    await until(() => expect(focused()).toBe('Status'));
    await choose('Status', '3');
    expect(document.body.textContent).not.toContain('Wybierz z listy.');
    await press('button', 'Gotowe');
    expect(all('combobox', 'Status')).toEqual([]);
  });

  it('of a rule that is closed opens it when all is saved, and nothing is stored', async () => {
    const screen = await open(view([rule({ effects: [{ kind: 'note', text: '{nie_ma}' }] })]));
    await soon('list', 'Reguły');
    await press('checkbox', 'Włączona');
    await press('button', 'Zapisz');
    await until(() => expect(focused()).toBe('Treść notatki'));
    expect(document.body.textContent).toContain('Nie ma takiego znacznika: {nie_ma}');
    expect(document.body.textContent).toContain('Nie zapisano: popraw zaznaczone pola');
    expect(screen.askedFor('rules.save')).toEqual([]);
  });
});

describe('the order of rules', () => {
  it('is changed by buttons that keep the focus, and said', async () => {
    const screen = await open(view(three));
    await soon('list', 'Reguły');
    await press('button', 'Wyżej', card('Trzecia'));
    expect(order()).toEqual(['Opłacone', 'Trzecia', 'Druga']);
    expect(document.activeElement).toBe(one('button', 'Wyżej', card('Trzecia')));
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('„Trzecia”: miejsce 2 z 3');
    await press('button', 'Niżej', card('Opłacone'));
    expect(order()).toEqual(['Trzecia', 'Opłacone', 'Druga']);
    await press('button', 'Zapisz');
    await until(() => expect(saved(screen)?.rules.map(({ id }) => id)).toEqual(['r3', 'r1', 'r2']));
  });

  it('has ends', async () => {
    await open(view(three));
    await soon('list', 'Reguły');
    expect(one('button', 'Wyżej', card('Opłacone')).getAttribute('aria-disabled')).toBe('true');
    expect(one('button', 'Niżej', card('Trzecia')).getAttribute('aria-disabled')).toBe('true');
    await press('button', 'Wyżej', card('Opłacone'));
    expect(order()).toEqual(['Opłacone', 'Druga', 'Trzecia']);
  });

  it('of effects is changed as well, with the focus kept, and one can be taken out', async () => {
    const screen = await open(view([rule({ effects: [{ kind: 'issue', as: 'domestic' }, { kind: 'ksef' }] })]));
    await press('button', 'Edytuj');
    await press('button', 'Wyżej: Wyślij do KSeF');
    expect(focused()).toBe('Wyżej: Wyślij do KSeF');
    await press('button', 'Usuń: Wystaw w iFirma');
    expect(focused()).toBe('Usuń: Wyślij do KSeF');
    await press('button', 'Usuń: Wyślij do KSeF');
    expect(focused()).toBe('Dodaj działanie');
    await press('button', 'Zapisz');
    await until(() => expect(saved(screen)?.rules[0]?.effects).toEqual([]));
  });

  it('decides which acts, where only the first shall', async () => {
    const screen = await open(view(three));
    await soon('radiogroup', 'Gdy pasuje kilka reguł');
    expect(inputOf('radio', 'Działają wszystkie').checked).toBe(true);
    await press('radio', 'Działa tylko pierwsza');
    await press('button', 'Zapisz');
    await until(() => expect(saved(screen)?.match).toBe('first'));
  });
});

describe('a rule is removed', () => {
  it('after a question, and the focus goes to the one in its place', async () => {
    const screen = await open(view(three));
    await soon('list', 'Reguły');
    await press('button', 'Usuń', card('Druga'));
    await press('button', 'Anuluj', await soon('alertdialog', 'Usunąć regułę „Druga”?'));
    expect(order()).toHaveLength(3);
    await press('button', 'Usuń', card('Druga'));
    await act(() => {
      one('alertdialog').querySelector('form')?.requestSubmit();
    });
    expect(order()).toEqual(['Opłacone', 'Trzecia']);
    expect(document.activeElement).toBe(one('button', 'Edytuj', card('Trzecia')));
    expect(screen.askedFor('rules.save')).toEqual([]);
    await press('button', 'Zapisz');
    await until(() => expect(saved(screen)?.rules.map(({ id }) => id)).toEqual(['r1', 'r3']));
  });
});

describe('what is wrong with a rule', () => {
  const problems: readonly RuleProblem[] = [
    { code: 'series-gone', ruleId: 'r1', weight: 'error', params: { rule: 'Opłacone', name: '9' } },
    { code: 'never-reached', ruleId: 'r1', weight: 'warning', params: { rule: 'Opłacone', other: 'Druga' } },
  ];

  it('stands under it, an error apart from a warning', async () => {
    await open(view(three, { problems }));
    await soon('list', 'Reguły');
    const alert = one('alert', undefined, card('Opłacone'));
    expect(all('listitem', undefined, alert).map(said)).toEqual([
      'Błąd: Serii „9”, na którą czeka reguła „Opłacone”, nie ma już w panelu. Wybierz inną serię albo usuń regułę.',
      'Uwaga: Reguła „Opłacone” nigdy nie zadziała: zawsze wcześniej pasuje reguła „Druga”, a działa tylko pierwsza. Przesuń ją wyżej albo zmień warunki.',
    ]);
    expect(said(alert)).toContain('Reguła z błędem nie działa');
    expect(all('alert', undefined, card('Druga'))).toEqual([]);
  });

  it('is no longer said of what was changed since', async () => {
    await open(view(three, { problems }));
    await soon('list', 'Reguły');
    await click(one('checkbox', 'Włączona', card('Opłacone')));
    expect(all('alert')).toEqual([]);
    expect(said(card('Opłacone'))).toContain('Reguła jest zmieniona');
  });

  it('comes with the save, and goes with the next', async () => {
    let found = problems;
    await open(view(three), {
      'rules.save': ({ revision, draft }) => ok(view(draft.rules, { problems: found }, { revision: revision + 1 })),
      'rules.get': () => ok(view(three)),
    });
    await soon('list', 'Reguły');
    await click(one('checkbox', 'Włączona', card('Opłacone')));
    await press('button', 'Zapisz');
    await until(() => expect(said(one('alert', undefined, card('Opłacone')))).toContain('Serii „9”'));
    found = [];
    await click(one('checkbox', 'Włączona', card('Opłacone')));
    await press('button', 'Zapisz');
    await until(() => expect(all('alert')).toEqual([]));
  });
});

describe('what somebody else saved meanwhile', () => {
  it('refuses the save, and can be read', async () => {
    let stored = view([rule()]);
    const screen = await open(stored, {
      'rules.get': () => ok(stored),
      'rules.save': ({ revision, draft }) =>
        revision === stored.set.revision
          ? ok(view(draft.rules, {}, { revision: revision + 1 }))
          : { ok: false, reason: { code: 'account-changed', params: {} } },
    });
    await press('button', 'Edytuj');
    await type('Nazwa reguły', 'Stąd');
    stored = view([rule({ name: 'Stamtąd' })], {}, { revision: 5 });
    await press('button', 'Zapisz');
    await until(() => expect(said(one('alert'))).toContain('Nie zapisano'));
    await press('button', 'Wczytaj ponownie');
    await until(() => expect(order()).toEqual(['Stamtąd']));
    expect(screen.askedFor('rules.save')).toHaveLength(1);
  });
});

describe('the dry run', () => {
  const TRY = 'Sprawdź na ostatnich 50 zamówieniach';

  it('takes the rules as they stand in the form, also unsaved', async () => {
    const screen = await open(view([rule()]), { 'rules.try': () => ok(tried([])) });
    await press('button', 'Edytuj');
    await type('Kraj', 'DE');
    await press('button', TRY);
    await until(() => expect(all('status').map(said)).toContain('Panel nie ma jeszcze żadnego zamówienia.'));
    expect(screen.askedFor('rules.try')[0]?.draft).toMatchObject({
      rules: [{ id: 'r1', conditions: { countries: ['DE'] } }],
    });
    expect(screen.askedFor('rules.save')).toEqual([]);
  });

  it('says of each order what each rule would do, and why not', async () => {
    const rows = tried([
      ['1001', { kind: 'fires' }],
      ['1002', { kind: 'fired' }],
      ['1003', { kind: 'not-now' }],
      ['1004', { kind: 'not-met', condition: 'country' }],
      ['1005', { kind: 'after', first: 'Pierwsza' }],
      ['1006', { kind: 'off' }],
      ['1007', { kind: 'broken' }],
      ['1008', { kind: 'unknown' }],
    ]);
    await open(view([rule()]), { 'rules.try': () => ok(rows) });
    await press('button', TRY);
    const table = await soon('table', 'Próba na sucho');
    expect(
      [...table.querySelectorAll('tbody tr')].map((row) => said(row.querySelector('td:last-child') ?? row)),
    ).toEqual([
      'zadziała',
      'już zadziałała',
      'nie teraz',
      'nie: kraj nabywcy',
      'wcześniej pasuje „Pierwsza”',
      'wyłączona',
      'błąd w regule',
      'nie wiadomo',
    ]);
    expect(said(one('list', 'Wynik próby'))).toBe('„Opłacone”: zadziała przy 1 z 8');
    const link = one('link', 'Zamówienie 1001', table);
    expect(link.getAttribute('href')).toBe('https://mojsklep.sellasist.pl/admin/orders/edit/1001');
    expect(said(table)).toContain('FV/1001');
    expect(said(table)).toContain('123,00 zł');
    expect(said(table)).toContain('20.11.2026');
    await press('checkbox', 'Tylko zamówienia, przy których coś zadziała');
    expect(table.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('of many rules has one column with all of them', async () => {
    const four = [...three, rule({ id: 'r4', name: 'Czwarta' })];
    const ids = four.map(({ id }) => id);
    await open(view(four), {
      'rules.try': () =>
        ok(tried([['1001', { kind: 'off' }, { kind: 'off' }, { kind: 'off' }, { kind: 'fires' }]], ids)),
    });
    await press('button', TRY);
    const table = await soon('table', 'Próba na sucho');
    expect([...table.querySelectorAll('thead th')].map(said)).toEqual([
      'Zamówienie',
      'Data',
      'Kwota',
      'Dokumenty',
      'Reguły',
    ]);
    expect(said(table)).toContain('Czwartazadziała');
  });

  it('says that it is old once a rule was changed, and what is wrong with the rules', async () => {
    const result = {
      ...tried([['1001', { kind: 'broken' }]]),
      problems: [{ code: 'text-empty', ruleId: 'r1', weight: 'error', params: { rule: 'Opłacone', effect: 'note' } }],
    } as const;
    await open(view([rule()]), { 'rules.try': () => ok(result) });
    await press('button', TRY);
    await soon('table', 'Próba na sucho');
    expect(said(one('alert'))).toContain('brakuje tekstu: notatka w zamówieniu');
    expect(document.body.textContent).not.toContain('Reguły zmieniły się od tej próby');
    await press('checkbox', 'Włączona');
    expect(document.body.textContent).toContain('Reguły zmieniły się od tej próby');
    await press('checkbox', 'Włączona');
    await press('button', 'Zapisz');
    await until(() => expect(all('status').map(said)).toContain('Zapisano'));
    expect(all('alert')).toEqual([]);
  });

  it('does not begin with a field that cannot be stored, and says why it failed', async () => {
    const screen = await open(view([rule()]), {
      'rules.try': () => ({ ok: false, reason: { code: 'offline', params: {} } }),
    });
    await press('button', 'Edytuj');
    await type('Kwota do', 'sto');
    await press('button', TRY);
    await until(() => expect(document.body.textContent).toContain('Najpierw popraw zaznaczone pola reguł.'));
    expect(screen.askedFor('rules.try')).toEqual([]);
    await type('Kwota do', '100');
    await press('button', TRY);
    await until(() => expect(document.body.textContent).toContain('Próba się nie udała.'));
  });
});

describe('what rules have done', () => {
  const doneRun = run({
    key: 'd77',
    documentNumber: 'FV/12',
    effects: [
      runEffect(),
      runEffect({ effect: { kind: 'ksef' }, standing: 'waits', reason: { code: 'rule-awaits-invoice', params: {} } }),
      runEffect({ effect: { kind: 'notify' }, standing: 'begun' }),
      runEffect({ effect: { kind: 'status', statusId: '3' }, standing: 'dropped' }),
      runEffect({ effect: { kind: 'payment' }, standing: 'due' }),
    ],
  });
  const unclear = run({
    key: 'o1002',
    orderId: '1002',
    effects: [
      runEffect({
        effect: { kind: 'email', text: '', mailbox: '', template: '' },
        standing: 'unclear',
        reason: { code: 'rule-email-unclear', params: {} },
      }),
      runEffect({
        effect: { kind: 'field', fieldId: '7', text: 'x' },
        standing: 'left',
        reason: { code: 'rule-field-filled', params: {} },
      }),
    ],
  });
  const lines = (): readonly string[] => [...document.querySelectorAll('.run-effect')].map(said);

  it('is listed with what became of each effect, in words', async () => {
    await open(view([rule()]), { 'rules.runs': () => ok({ ...noRuns, runs: [doneRun] }) });
    const list = await soon('list', 'Ostatnie działania');
    expect(said(list)).toContain('FV/12');
    expect(one('link', 'Zamówienie 1001', list).getAttribute('href')).toContain('/admin/orders/edit/1001');
    expect(lines()).toEqual([
      'wystawienie w iFirma – zrobione',
      'wysłanie do KSeF – czeka: To działanie czeka, aż faktura będzie w iFirma.',
      'powiadomienie – w toku',
      'status zamówienia – odpuszczone',
      'wpłata w iFirma – czeka na swoją kolej',
    ]);
    expect(all('button', 'Powtórz')).toEqual([]);
    expect(document.body.textContent).not.toContain('na Twoją decyzję');
  });

  it('asks before it repeats what may have happened, and says so', async () => {
    const screen = await open(view([rule()]), {
      'rules.runs': () => ok({ ...noRuns, runs: [unclear], attention: 1 }),
      'rules.again': () => ok(null),
    });
    await soon('list', 'Ostatnie działania');
    expect(said(document.body)).toContain('1 zadziałanie czeka na Twoją decyzję.');
    const [email, field] = all('button', 'Powtórz');
    expect(email && descriptionOf(email)).toBe('e-mail z iFirma Opłacone');
    if (email === undefined || field === undefined) throw new Error('no buttons');
    await click(email);
    const question = one('alertdialog', 'Powtórzyć: e-mail z iFirma?');
    expect(said(question)).toContain('kupujący dostanie go drugi raz');
    expect(screen.askedFor('rules.again')).toEqual([]);
    await press('button', 'Anuluj', question);
    expect(screen.askedFor('rules.again')).toEqual([]);
    await click(field);
    expect(said(one('alertdialog'))).not.toContain('drugi raz');
    await act(() => {
      one('alertdialog').querySelector('form')?.requestSubmit();
    });
    await until(() =>
      expect(screen.askedFor('rules.again')).toEqual([
        { type: 'rules.again', panel: 'mojsklep', ruleId: 'r1', key: 'o1002', effect: 1 },
      ]),
    );
    await until(() => expect(all('status').map(said)).toContain('Zlecono powtórzenie.'));
  });

  it('that waits in another panel is said to be of all of them', async () => {
    await open(view(), { 'rules.runs': () => ok({ ...noRuns, attention: 2 }) }, [
      account(),
      account({ id: 'a2', panel: 'outlet' }),
    ]);
    await until(() =>
      expect(said(document.body)).toContain('We wszystkich panelach: 2 zadziałania czekają na Twoją decyzję.'),
    );
  });

  it('is let go without a question, and the focus stays with it', async () => {
    let isLetGo = false;
    const screen = await open(view([rule()]), {
      'rules.runs': () => {
        const [email, field] = unclear.effects;
        if (email === undefined || field === undefined) throw new Error('no effects');
        return ok({
          ...noRuns,
          runs: [{ ...unclear, effects: [isLetGo ? { ...email, standing: 'dropped' } : email, field] }],
        });
      },
      'rules.drop': () => {
        isLetGo = true;
        return ok(null);
      },
    });
    await soon('list', 'Ostatnie działania');
    const [drop] = all('button', 'Odpuść');
    if (drop === undefined) throw new Error('no button');
    await click(drop);
    await until(() => expect(lines()[0]).toContain('odpuszczone'));
    expect(screen.askedFor('rules.drop')[0]).toMatchObject({ key: 'o1002', effect: 0 });
    expect(document.activeElement?.matches('.run-effect')).toBe(true);
    expect(said(document.activeElement ?? document.body)).toContain('e-mail z iFirma');
  });

  it('that was refused says why', async () => {
    await open(view([rule()]), {
      'rules.runs': () => ok({ ...noRuns, runs: [unclear] }),
      'rules.drop': () => ({ ok: false, reason: { code: 'database-closed', params: {} } }),
    });
    await soon('list', 'Ostatnie działania');
    const [drop] = all('button', 'Odpuść');
    if (drop === undefined) throw new Error('no button');
    await click(drop);
    await until(() => expect(said(one('alert'))).toContain('Nie udało się.'));
  });

  it('is read page after page, and anew as far as it was shown', async () => {
    const at = (nth: number) => run({ key: `o${nth}`, orderId: String(nth) });
    const screen = await open(view([rule()]), {
      'rules.runs': ({ before }) =>
        before === null
          ? ok({ runs: [at(3), at(2)], next: [5, 'r1', 'o2'], attention: 0 })
          : ok({ runs: [at(1)], next: null, attention: 0 }),
    });
    await soon('list', 'Ostatnie działania');
    const orders = () => all('link', undefined, one('list', 'Ostatnie działania')).map(nameOf);
    expect(orders()).toEqual(['Zamówienie 3', 'Zamówienie 2']);
    await press('button', 'Pokaż starsze');
    await until(() => expect(orders()).toEqual(['Zamówienie 3', 'Zamówienie 2', 'Zamówienie 1']));
    expect(all('button', 'Pokaż starsze')).toEqual([]);
    const before = screen.askedFor('rules.runs').length;
    screen.change();
    await until(() => expect(screen.askedFor('rules.runs').length).toBe(before + 2));
    expect(orders()).toHaveLength(3);
  });

  it('is nothing yet, and what will be there is said', async () => {
    await open(view([rule()]));
    await until(() => expect(document.body.textContent).toContain('Żadna reguła jeszcze nie zadziałała.'));
  });
});
