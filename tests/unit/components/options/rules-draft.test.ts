import { describe, expect, it } from 'vitest';
import { draftOf, editsOf, emptyRule, type RuleEdits } from '../../../../components/options/rules/edits.ts';
import { blankEffect, withEffect } from '../../../../components/options/rules/effect-edits.ts';
import { fieldProblems } from '../../../../components/options/rules/field-problems.ts';
import { inserted, moved, without } from '../../../../components/options/rules/moves.ts';
import { READY_MADE, readyMade } from '../../../../components/options/rules/ready-made.ts';
import { namesIn, summaryOf } from '../../../../components/options/rules/summary.ts';
import { groszeOf, listOf } from '../../../../components/options/rules/typed.ts';
import { RULE_LIMITS, type RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import { rulesAsks } from '../../../../utils/messages/rules-schemas.ts';
import { RULES_TEXTS } from '../../../../utils/texts/options/rules.ts';
import { RULE_WORDS } from '../../../../utils/texts/options/rules-summary.ts';
import { account, dictionaries } from './examples.ts';
import { rule } from './rules-examples.ts';

const EVERY_EFFECT: readonly RuleEffect[] = [
  { kind: 'issue', as: 'correction' },
  { kind: 'ksef' },
  { kind: 'email', text: 'Dziękujemy {nabywca}', mailbox: 'sklep@example.com', template: 'Domyślny' },
  { kind: 'status', statusId: '3' },
  { kind: 'note', text: 'Faktura {numer_ifirma}' },
  { kind: 'field', fieldId: '7', text: '{numer_ksef}' },
  { kind: 'payment' },
  { kind: 'notify' },
];

const FULL = rule({
  trigger: { kind: 'status', statusId: '1' },
  conditions: {
    paymentIds: ['10', '11'],
    sources: ['Allegro', 'sklep'],
    countries: ['PL', 'DE'],
    currencies: ['EUR'],
    from: 10_000,
    to: 1_234_56,
    hasNip: true,
    wantsInvoice: false,
    comment: 'pilne',
  },
  effects: EVERY_EFFECT,
});

const edits = (more: Partial<RuleEdits> = {}): RuleEdits => ({ ...emptyRule('r9', 'a1'), name: 'Nowa', ...more });
const stored = (more: Partial<RuleEdits>) => draftOf({ match: 'all', rules: [edits(more)] }).rules[0];

describe('a rule that is opened and stored again', () => {
  it.each([
    ['with every condition and effect', FULL],
    ['of a series', rule({ trigger: { kind: 'document', seriesId: '1' } })],
    ['without conditions', rule({ trigger: { kind: 'created' }, conditions: {} })],
  ])('stays as it was: %s', (_, given) => {
    const set = { match: 'first', rules: [given] } as const;
    expect(draftOf(editsOf(set))).toEqual(set);
  });

  it('leaves out what only the background keeps, and is one that it takes', () => {
    const draft = draftOf(editsOf({ match: 'all', rules: [{ ...FULL, since: 5 } as typeof FULL] }));
    expect(draft.rules[0]).not.toHaveProperty('since');
    expect(rulesAsks['rules.try'].safeParse({ panel: 'mojsklep', draft }).success).toBe(true);
  });
});

describe('what is typed', () => {
  it('into a list is parted by commas, without what is empty or said twice', () => {
    expect(listOf(' PL, de,,PL ;fr ')).toEqual(['PL', 'de', 'fr']);
    expect(listOf('  ')).toEqual([]);
  });

  it.each([
    ['1 234,5', 123_450],
    ['100', 10_000],
    ['99.99 zł', 9_999],
    ['', null],
    ['dużo', null],
  ])('as the amount %j is %j grosze', (text, grosze) => {
    expect(groszeOf(text)).toBe(grosze);
  });

  it('is stored tidied, and what is left empty is no condition', () => {
    expect(stored({ name: '  Nowa ', countries: 'pl, de', currencies: 'pln', comment: '  ' })).toMatchObject({
      name: 'Nowa',
      conditions: { countries: ['PL', 'DE'], currencies: ['PLN'] },
    });
    expect(stored({})?.conditions).toEqual({});
    expect(stored({ nip: 'no', invoice: 'yes', from: '0' })?.conditions).toEqual({
      hasNip: false,
      wantsInvoice: true,
      from: 0,
    });
  });

  it('for another trigger is kept in its field and not stored', () => {
    expect(stored({ when: 'paid', seriesId: '1', statusId: '3' })?.trigger).toEqual({ kind: 'paid' });
  });
});

describe('a field says what is wrong with it', () => {
  const email = { ...blankEffect('email', 4), mailbox: 'x'.repeat(RULE_LIMITS.short + 1) };
  it.each<[string, Partial<RuleEdits>, string, string]>([
    ['no series', { when: 'document' }, 'seriesId', 'choose'],
    ['no status', { when: 'status' }, 'statusId', 'choose'],
    ['no such country', { countries: 'PL, Polska' }, 'countries', 'country'],
    ['no such currency', { currencies: 'zł' }, 'currencies', 'currency'],
    ['no amount', { from: 'sto' }, 'from', 'amount'],
    ['a negative amount', { to: '-1' }, 'to', 'amount'],
    ['a long source', { sources: 'x'.repeat(RULE_LIMITS.short + 1) }, 'sources', 'source'],
    ['a long comment', { comment: 'x'.repeat(RULE_LIMITS.short + 1) }, 'comment', 'too-long'],
    ['too many sources', { sources: Array.from({ length: 101 }, (_, at) => `s${at}`).join() }, 'sources', 'too-many'],
    ['an effect without a status', { effects: [blankEffect('status', 2)] }, 'effects.2.statusId', 'choose'],
    ['an effect without a field', { effects: [blankEffect('field', 0)] }, 'effects.0.fieldId', 'choose'],
    ['a long mailbox', { effects: [email] }, 'effects.4.mailbox', 'too-long'],
    [
      'an unknown placeholder',
      { effects: [{ ...blankEffect('note', 1), text: 'Nr {numer_faktury}' }] },
      'effects.1.text',
      'placeholder',
    ],
  ])('%s', (_, more, field, code) => {
    const found = fieldProblems(edits(more));
    expect(Object.keys(found)).toEqual([field]);
    expect(found[field]?.code).toBe(code);
  });

  it('and nothing where all can be stored', () => {
    const [full] = editsOf({ match: 'all', rules: [FULL] }).rules;
    expect(full && fieldProblems(full)).toEqual({});
    const text = 'Zamówienie {zamowienie} {zamówienie}: {numer_ifirma}, {NUMER_KSEF}, {Data zamówienia}';
    expect(fieldProblems(edits({ effects: [{ ...blankEffect('note', 0), text }] }))).toEqual({});
  });
});

describe('the order', () => {
  it('changes by one place, and not past an end', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    const same = ['a', 'b'];
    expect(moved(same, 0, -1)).toBe(same);
    expect(moved(same, 1, 1)).toBe(same);
  });

  it('takes one in and gives one out', () => {
    expect(inserted(['a', 'c'], 1, 'b')).toEqual(['a', 'b', 'c']);
    expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });

  it('tells effects of the same kind apart', () => {
    const three = withEffect(withEffect(withEffect([], 'note'), 'note'), 'note');
    const keys = withEffect(without(three, 1), 'note').map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('the sentence of a rule', () => {
  const said = (given: typeof FULL, lists: Parameters<typeof namesIn>[0] = dictionaries()) => {
    const [one = edits()] = editsOf({ match: 'all', rules: [given] }).rules;
    return summaryOf(RULE_WORDS.pl, one, namesIn(lists)).replace(/\u00a0/g, ' ');
  };

  it('names when, if and then, as the panel calls them', () => {
    expect(said(FULL)).toBe(
      'Gdy zamówienie dostanie status „Nowe”, jeśli metoda płatności to „Przelew tradycyjny” lub „PayU”, źródło to „Allegro” lub „sklep”, kraj nabywcy to PL lub DE, waluta to EUR, kwota wynosi od 100,00 zł do 1 234,56 zł, nabywca ma NIP, kupujący nie chce faktury i w komentarzu jest „pilne”, to wystaw korektę w iFirma, wyślij do KSeF, wyślij e-mail z iFirma, ustaw status „Błąd faktury”, zapisz notatkę w zamówieniu, wpisz tekst w pole „Uwagi magazynu”, zapisz wpłatę w iFirma, pokaż powiadomienie.',
    );
  });

  it('is short for a short rule', () => {
    expect(said(rule())).toBe('Gdy zamówienie zostanie opłacone, to wystaw fakturę krajową w iFirma.');
  });

  it('has the id of what cannot be named, and an ellipsis for what is not chosen', () => {
    expect(said(rule({ trigger: { kind: 'document', seriesId: '99' } }), null)).toContain('w serii „99”');
    expect(said(rule({ trigger: { kind: 'document', seriesId: '' }, effects: [] }))).toBe(
      'Gdy panel wystawi dokument w serii „…”, to nie rób jeszcze nic.',
    );
  });
});

describe('the ready-made rules', () => {
  it.each(READY_MADE)('%s belongs to the account and has a name', (which) => {
    const made = readyMade(which, RULES_TEXTS.pl, 'r7', account());
    expect(made).toMatchObject({ id: 'r7', accountId: 'a1', isOn: true });
    expect(made.name).not.toBe('');
    expect(made.effects.length).toBeGreaterThan(0);
    // Only what there is to choose is left to the person.
    expect(Object.values(fieldProblems(made)).every(({ code }) => code === 'choose')).toBe(true);
  });

  it('take the account’s series of invoices', () => {
    expect(readyMade('issued-email', RULES_TEXTS.pl, 'r7', account()).seriesId).toBe('1');
    expect(readyMade('issued-email', RULES_TEXTS.pl, 'r7', account({ series: {} })).seriesId).toBe('');
  });
});
