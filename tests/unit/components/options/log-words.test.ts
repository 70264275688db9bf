/** An entry in words: something is said of each, whole sentences without holes, and what is said is found again. */
import { describe, expect, it } from 'vitest';
import {
  codesSaying,
  decidedOf,
  nameOf,
  sentencesOf,
  whatOf,
  whyOf,
} from '../../../../components/options/log/words.ts';
import type { FindingCode, ReasonCode } from '../../../../utils/invoice/finding.ts';
import type { Step, TransferState } from '../../../../utils/invoice/transfer.ts';
import type { Language, LogRow } from '../../../../utils/messages/index.ts';
import { LOG_TEXTS } from '../../../../utils/texts/options/log.ts';
import { findingTitle, TITLED } from '../../../../utils/texts/options/log-findings.ts';
import { ALL_REASON_PARAMS } from '../../../../utils/texts/own-reasons.ts';
import { FINDING_PARAMS } from '../../../../utils/texts.ts';
import { logRow } from './log-examples.ts';

const LANGUAGES: readonly Language[] = ['pl', 'en'];
/** What a command is refused with is answered, and never written into the log. */
const REASONS = (Object.keys(ALL_REASON_PARAMS) as ReasonCode[]).filter((code) => !code.startsWith('link-'));
const STATES: readonly TransferState[] = [
  'queued',
  'sending',
  'incomplete',
  'uncertain',
  'issued',
  'done',
  'failed',
  'skipped',
];
const STEPS: readonly Step[] = ['check', 'claim', 'issue', 'number', 'pdf', 'attach'];

describe.each(LANGUAGES)('in %s', (language) => {
  it('a reason is a whole sentence without what the log has not kept of it', () => {
    for (const code of REASONS) {
      const [sentence = ''] = whyOf(language, logRow({ reason: { code, params: {} } }));
      expect(sentence, code).toMatch(/^\p{Lu}|^iFirma/u);
      expect(sentence, code).toMatch(/\.$/);
      if (code !== 'double-found') expect(sentence, code).not.toMatch(/„”|“”|\(\)|\?|undefined| \.$|: \./);
    }
  });

  it('a finding is a few words, also one that has no title of its own', () => {
    for (const code of Object.keys(FINDING_PARAMS) as FindingCode[]) {
      const [sentence = ''] = whyOf(language, logRow({ findings: [{ code, path: '', params: {} }] }));
      expect(sentence.length, code).toBeGreaterThan(5);
    }
    expect(findingTitle(language, { code: 'vat-unknown', path: 'lines.2.vat' })).toMatch(/\((?:pozycja|line) 3\)$/);
    expect(TITLED.length).toBeGreaterThan(60);
  });

  it('every event has a name, and everything that went well, or that a person did, says what was decided', () => {
    const texts = LOG_TEXTS[language];
    const named = [
      'step',
      'person',
      'recovered',
      'status',
      'field',
      'recheck',
      'month',
      'ksef',
      'auto',
      'repair',
    ] as const;
    for (const event of named) expect(whatOf(texts, { event, step: 'pdf' })).toBeTruthy();
    expect(decidedOf(language, logRow({ event: 'repair', state: 'incomplete' }))).toBeTruthy();
    for (const step of STEPS) expect(decidedOf(language, logRow({ step, state: 'sending' }))).toBeTruthy();
    for (const state of STATES) expect(decidedOf(language, logRow({ event: 'person', state }))).toBeTruthy();
  });
});

it('an entry of KSeF says how far the document is there, and nothing where that was not kept', () => {
  const row = logRow({ event: 'ksef', state: 'done' });
  expect(decidedOf('pl', { ...row, ksef: 'sent' })).toBe('KSeF: wysłano, czeka na numer.');
  expect(decidedOf('en', { ...row, ksef: 'accepted' })).toBe('KSeF: accepted.');
  expect(decidedOf('pl', row)).toBeNull();
});

it('of a month that was moved, and of what was left alone, the reason says all of it', () => {
  for (const event of ['month', 'auto'] as const) expect(decidedOf('pl', logRow({ event }))).toBeNull();
});

describe('what was decided', () => {
  const said = (row: Partial<LogRow>): string => sentencesOf('pl', logRow(row)).join(' ');

  it.each<[string, Partial<LogRow>, string]>([
    ['a click', { event: 'person', state: 'queued' }, 'Osoba kazała wysłać dokument.'],
    ['an effect that happened', { event: 'status', state: 'failed' }, 'Zamówienie dostało status błędu.'],
    [
      'a limit',
      { state: 'queued', reason: { code: 'rate-limited', params: { service: 'iFirma' } } },
      'Limit zapytań do iFirma',
    ],
    [
      'an unclear POST',
      { state: 'uncertain', reason: { code: 'post-interrupted', params: {} } },
      'Przeglądarka przerwała pracę Mostka',
    ],
    [
      'a finding',
      { state: 'incomplete', findings: [{ code: 'buyer-postcode-missing', path: '', params: {} }] },
      'Brak kodu pocztowego nabywcy.',
    ],
  ])('%s', (_what, row, sentence) => {
    expect(said(row)).toContain(sentence);
  });

  it('of a failed step is never that it went well', () => {
    const row = { step: 'issue', state: 'failed', reason: { code: 'kod-202', params: { kod: '202' } } } as const;
    expect(said(row)).not.toContain('przyjęła');
    expect(said(row)).toContain('iFirma odmówiła wystawienia faktury');
  });

  it('of an invoice that was found is never that it was issued just then', () => {
    expect(said({ step: 'issue', state: 'sending', reason: { code: 'adopted', params: {} } })).toBe(
      'Mostek znalazł w iFirma fakturę wystawioną za ten dokument i powiązał ją z nim.',
    );
  });

  it('by a person is said once, where the reason says it as well', () => {
    const row = { event: 'person', state: 'skipped', reason: { code: 'skipped-by-person', params: {} } } as const;
    expect(sentencesOf('pl', logRow(row))).toEqual([
      'Dokument pominięto ręcznie. Mostek nie wystawił za niego faktury.',
    ]);
  });

  it('leaves out what to do about it: it is past', () => {
    expect(said({ reason: { code: 'kod-202', params: {} } })).not.toContain('Wyślij ponownie');
  });
});

describe('the document is called', () => {
  it.each<[Partial<LogRow>, string]>([
    [{}, 'FV/12/11/2026'],
    [{ documentNumber: null, key: 'o1001' }, 'Zamówienie 1001'],
    [{ documentNumber: null, key: 'd77' }, 'Dokument 77'],
    [{ documentNumber: '', key: 'r5' }, 'Zwrot 5'],
    [{ documentNumber: null, key: 'c0-1' }, 'Korekta z Mostka'],
  ])('%j: %s', (row, name) => {
    expect(nameOf(LOG_TEXTS.pl, logRow(row))).toBe(name);
  });
});

describe('what is typed into the search', () => {
  it.each([
    ['kodu pocztowego', 'buyer-postcode-missing'],
    ['ODMÓWIŁA', 'kod-202'],
    ['duplikatu', 'recheck'],
    ['odczyt numeru', 'number'],
    ['decyzja', 'person'],
    ['sprawdzenia', 'uncertain'],
  ])('%s also means %s', (text, code) => {
    expect(codesSaying('pl', text)).toContain(code);
  });

  it.each(['', '  ', 'fv', '1'])('%j means no words', (text) => {
    expect(codesSaying('pl', text)).toEqual([]);
  });
});
