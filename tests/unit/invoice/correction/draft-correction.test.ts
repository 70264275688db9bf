import { describe, expect, it } from 'vitest';
import { baseOf } from '../../../../utils/invoice/correction/base.ts';
import type { BookedLine, BookedOriginal } from '../../../../utils/invoice/correction/booked.ts';
import { type CorrectionAsked, draftCorrection } from '../../../../utils/invoice/correction/draft-correction.ts';
import { fromChoice } from '../../../../utils/invoice/correction/from-choice.ts';
import { fromDocument } from '../../../../utils/invoice/correction/from-document.ts';
import type { WantedState } from '../../../../utils/invoice/correction/wanted.ts';
import { LARGEST } from '../../../../utils/invoice/money.ts';
import { buyer, line } from '../examples.ts';
import { asked, BOOKED_RULES, baseWith, bookedLine, bookedOriginal, LAMPS } from './examples.ts';

const base = baseWith(LAMPS);
const oneBack = fromChoice([{ line: 0, quantity: 1000 }], base);
const codes = (checked: ReturnType<typeof draftCorrection>) => checked.findings.map(({ code }) => code);
const check = (state: WantedState | null, changes: Partial<CorrectionAsked> = {}) =>
  draftCorrection(asked(state, changes));
/** A single reading whose first line is this one. */
const first = (changes: Partial<BookedLine>): WantedState => {
  const lines = LAMPS.map((each, index) => (index === 0 ? { ...each, ...changes } : each));
  return { ok: true, readings: [{ as: 'choice', wanted: { lines, added: [] } }] };
};

describe('the draft of a correction', () => {
  it('says every line before and after, and the sums in grosze', () => {
    const { draft, partial, findings, remarks } = check(oneBack, { documentNumber: 'KOR/1/11/2026' });
    expect(findings).toEqual([]);
    expect(remarks).toEqual([{ code: 'number-by-ifirma', params: { number: 'KOR/1/11/2026' } }]);
    expect(partial).toBe(draft);
    expect(draft).toMatchObject({
      original: '1244512',
      as: 'choice',
      before: 21_000,
      after: 11_000,
      difference: -10_000,
      reason: 'ZWR_SPRZ_TOW',
      conditionsMet: true,
      payment: 'PRZ',
      lines: [
        { name: 'Lampa', quantity: 1000, worth: 10_000, before: { quantity: 2000, worth: 20_000 } },
        { name: 'Kurier', quantity: 1000, worth: 1000, before: { quantity: 1000, worth: 1000 } },
      ],
    });
  });

  it('takes reason, payment and dates as they were chosen', () => {
    const chosen = { reason: 'POMYLKI', payment: 'KOM', issueDate: '2026-11-20', conditionsMet: false } as const;
    expect(check(oneBack, chosen).draft).toMatchObject(chosen);
  });

  it('gives an exempt line the basis of the account where iFirma gave none, and the company’s where it pays no VAT', () => {
    const original = bookedOriginal({ lines: [bookedLine({ quantity: 2000, vat: { kind: 'exempt', basis: null } })] });
    const state = fromChoice([{ line: 0, quantity: 0 }], baseWith(original.lines ?? []));
    const settings = { ...BOOKED_RULES.settings, exemptBasis: 'Art. 43' };
    const basisBy = (rules: CorrectionAsked['rules']) => check(state, { original, rules }).draft?.lines[0]?.vat;
    expect(basisBy({ ...BOOKED_RULES, settings })).toEqual({ kind: 'exempt', basis: 'Art. 43' });
    const tax = { vat: 'exempt', basis: 'Art. 113 ust. 1', flatRate: 'none' } as const;
    expect(basisBy({ settings, tax })).toEqual({ kind: 'exempt', basis: 'Art. 113 ust. 1' });
    expect(codes(check(state, { original }))).toEqual(['legal-basis-missing']);
  });

  it('counts a second correction from the state after the first', () => {
    const after = LAMPS.map((each, index) => (index === 0 ? { ...each, quantity: 1000, worth: 10_000 } : each));
    const earlier = [{ identifier: '99', number: 'K1/11/2026', lines: after }];
    const next = baseOf(bookedOriginal(), earlier);
    const state = next && fromChoice([{ line: 0, quantity: 0 }], next);
    const { draft, findings } = check(state, { earlier });
    expect(findings).toEqual([
      { code: 'corrected-before', path: 'original', params: { number: 'K1/11/2026' }, evidence: 'corrected:99' },
    ]);
    expect(draft).toMatchObject({ before: 11_000, after: 1000, difference: -10_000 });
    expect(check(state, { earlier, confirmed: ['corrected:99'] }).findings).toEqual([]);
    // What came back by mistake may be sold again.
    const again = next && fromChoice([{ line: 0, quantity: 2000 }], next);
    const undone = check(again, { earlier, confirmed: ['corrected:99'] });
    expect(undone.draft).toMatchObject({ difference: 10_000, reason: 'POMYLKI' });
    expect(check(state, { earlier }).remarks).toEqual([]);
    // An answer to one correction is none to the next.
    expect(codes(check(state, { earlier, confirmed: ['corrected:98'] }))).toEqual(['corrected-before']);
  });
});

describe('what cannot be corrected through the API is refused', () => {
  it.each<[string, Partial<BookedOriginal>, object]>([
    [
      'a correction',
      { kind: 'correction' },
      { code: 'correction-of-correction', path: 'original', params: { number: '12/11/2026' } },
    ],
    [
      'another kind',
      { kind: 'other' },
      { code: 'correction-not-domestic', path: 'original', params: { number: '12/11/2026' } },
    ],
    [
      'another currency',
      { currency: 'EUR' },
      { code: 'correction-currency', path: 'original', params: { number: '12/11/2026', currency: 'EUR' } },
    ],
    ['lines that iFirma does not give', { lines: null }, { code: 'correction-lines-unknown' }],
    ['an invoice without lines', { lines: [] }, { code: 'correction-lines-unknown' }],
    [
      'lines that do not give the sum',
      { gross: 21_001 },
      {
        code: 'correction-sum-unclear',
        path: 'original.gross',
        params: { number: '12/11/2026', sum: '21000', total: '21001' },
      },
    ],
    [
      'a sum that is not known',
      { gross: null },
      { code: 'correction-sum-unclear', params: { number: '12/11/2026', sum: '21000', total: '' } },
    ],
    ['prices that are rather net', { counted: 'net', gross: 21_000 }, { code: 'correction-sum-unclear' }],
  ])('%s', (_title, changes, finding) => {
    const checked = check(oneBack, { original: bookedOriginal(changes) });
    expect(checked.findings).toMatchObject([finding]);
    expect(checked.draft).toBeNull();
  });

  it.each<[string, readonly BookedLine[] | null]>([
    ['are not given', null],
    ['are fewer than those of the invoice', LAMPS.slice(0, 1)],
    ['are not those of the invoice', LAMPS.toReversed()],
    ['have other units', LAMPS.map((each) => ({ ...each, unit: 'kg' }))],
  ])('an invoice whose lines after the last correction %s', (_title, lines) => {
    const earlier = [{ identifier: '99', number: '', lines }];
    expect(baseOf(bookedOriginal(), earlier)).toBeNull();
    expect(codes(check(null, { earlier }))).toEqual(['correction-lines-unknown', 'corrected-before']);
  });
});

describe('what is wrong with a correction is said at once', () => {
  it.each<[string, WantedState, object]>([
    ['nothing changes', fromChoice([], base), { code: 'correction-nothing-changes', path: 'lines' }],
    [
      'only what does not count changes',
      first({ vat: { kind: 'percent', percent: 23 } }),
      { code: 'correction-nothing-changes' },
    ],
    [
      'more than was sold',
      first({ quantity: 2001 }),
      { code: 'correction-quantity-outside', path: 'lines.0.quantity', params: { line: 'Lampa', most: '2000' } },
    ],
    ['less than nothing', first({ quantity: -1 }), { code: 'correction-quantity-outside' }],
    ['a part of a thousandth', first({ quantity: 0.5 }), { code: 'correction-quantity-outside' }],
    [
      'no price',
      first({ unitPrice: 0 }),
      { code: 'line-price-invalid', path: 'lines.0.price', params: { line: 'Lampa' } },
    ],
    ['a price below nothing', first({ unitPrice: -1 }), { code: 'line-price-invalid' }],
    ['a price that iFirma does not take', first({ unitPrice: LARGEST + 1 }), { code: 'line-price-invalid' }],
    [
      'an exemption without a basis',
      first({ vat: { kind: 'exempt', basis: null } }),
      { code: 'legal-basis-missing', path: 'lines.0.basis', params: { line: 'Lampa' } },
    ],
  ])('%s', (_title, state, finding) => {
    const checked = check(state);
    expect(checked.findings).toMatchObject([finding]);
    expect(checked.draft).toBeNull();
    expect(checked.partial).not.toBeNull();
  });

  it.each<[string, WantedState]>([
    ['the very quantity that was sold, of what came back before', first({ quantity: 2000, unitPrice: 9999 })],
    ['the highest price', first({ quantity: 1, unitPrice: LARGEST })],
    ['the lowest price', first({ unitPrice: 1 })],
  ])('but not of %s', (_title, state) => {
    expect(check(state).findings).toEqual([]);
  });

  it('with the dates beside it', () => {
    const early = check(fromChoice([], base), { issueDate: '2026-11-19' });
    expect(early.findings).toMatchObject([
      { code: 'correction-too-early', path: 'issueDate', params: { date: '2026-11-19', original: '2026-11-20' } },
      { code: 'correction-nothing-changes' },
    ]);
    expect(check(oneBack, { issueDate: '2026-11-23' }).findings).toEqual([
      { code: 'issue-date-future', path: 'issueDate', params: { date: '2026-11-23' } },
    ]);
    expect(codes(check(oneBack, { issueDate: '2026-11-20' }))).toEqual([]);
    const undated = bookedOriginal({ issueDate: null });
    expect(codes(check(oneBack, { original: undated, issueDate: '2026-01-01' }))).toEqual([]);
  });

  it('with a line that is added, of which none was sold', () => {
    const added = bookedLine({ name: 'Żarówka', quantity: -1 });
    const state: WantedState = { ok: true, readings: [{ as: 'after', wanted: { lines: LAMPS, added: [added] } }] };
    expect(check(state).findings).toEqual([
      { code: 'correction-quantity-outside', path: 'lines.2.quantity', params: { line: 'Żarówka', most: '' } },
    ]);
  });

  it('a line that only a mistake explains needs that reason', () => {
    const added = { ...bookedLine({ name: 'Żarówka' }) };
    const state: WantedState = { ok: true, readings: [{ as: 'after', wanted: { lines: LAMPS, added: [added] } }] };
    expect(check(state).draft).toMatchObject({ reason: 'POMYLKI', difference: 10_000 });
    expect(check(state, { defaultReason: 'ZWR_SPRZ_TOW' }).draft).toMatchObject({ reason: 'POMYLKI' });
    expect(check(state, { reason: 'PODW_CENY' }).findings).toMatchObject([
      { code: 'correction-reason-unfit', path: 'reason', params: { reason: 'PODW_CENY' } },
    ]);
  });

  it('and so does every later correction, which repeats that line', () => {
    const earlier = [{ identifier: '99', number: '', lines: [...LAMPS, bookedLine({ name: 'Żarówka' })] }];
    const next = baseOf(bookedOriginal(), earlier);
    const changes = { earlier, confirmed: ['corrected:99'] };
    const state = next && fromChoice([{ line: 2, quantity: 0 }], next);
    expect(check(state, changes).draft).toMatchObject({ reason: 'POMYLKI', difference: -10_000 });
    expect(codes(check(state, { ...changes, reason: 'ZWR_SPRZ_TOW' }))).toEqual(['correction-reason-unfit']);
  });

  it('what kept the state from being worked out is handed on, and nothing beside an invoice that cannot be corrected', () => {
    const findings = [{ code: 'correction-line-unmatched', path: 'lines.0', params: { line: 'Wazon' } }] as const;
    expect(check({ ok: false, findings })).toMatchObject({ draft: null, partial: null, findings });
    for (const [refused, code] of [
      [{ kind: 'other' }, 'correction-not-domestic'],
      [{ currency: 'EUR' }, 'correction-currency'],
      [{ lines: null }, 'correction-lines-unknown'],
    ] as const) {
      const original = bookedOriginal(refused);
      expect(codes(check({ ok: false, findings }, { original }))).toEqual([code]);
      expect(codes(check(fromChoice([], base), { original }))).toEqual([code]);
    }
  });
});

it('every earlier correction that has a number is named, oldest first', () => {
  const earlier = ['K1/11/2026', '', 'K2/11/2026'].map((number, at) => ({ identifier: `${at}`, number, lines: LAMPS }));
  expect(check(null, { earlier }).findings).toMatchObject([
    { code: 'corrected-before', params: { number: 'K1/11/2026, K2/11/2026' }, evidence: 'corrected:2' },
  ]);
});

describe('a correction that can be read in several ways', () => {
  const [a, b] = [bookedLine({ name: 'A' }), bookedLine({ name: 'B' })];
  const original = bookedOriginal({ lines: [a, b] });
  const state = fromDocument(
    { lines: [line({ name: 'A', unitGross: 10_000 })], total: -10_000 },
    baseWith([a, b]),
    BOOKED_RULES,
  );
  const questions = [
    {
      code: 'correction-ambiguous',
      path: 'lines',
      params: { reading: 'after', after: '10000', difference: '-10000' },
      evidence: 'reading:after',
    },
    {
      code: 'correction-ambiguous',
      path: 'lines',
      params: { reading: 'difference', after: '10000', difference: '-10000' },
      evidence: 'reading:difference',
    },
  ];

  it('is asked about, and shown as the likeliest until then', () => {
    const checked = check(state, { original });
    expect(checked.findings).toEqual(questions);
    expect(checked.draft).toBeNull();
    expect(checked.partial).toMatchObject({ as: 'after', lines: [{ quantity: 1000 }, { quantity: 0 }] });
  });

  it.each([
    ['after', [1000, 0]],
    ['difference', [0, 1000]],
  ] as const)('is booked as a person has chosen: %s', (as, quantities) => {
    const { draft, findings } = check(state, { original, confirmed: [`reading:${as}`] });
    expect(findings).toEqual([]);
    expect(draft).toMatchObject({ as, lines: quantities.map((quantity) => ({ quantity })) });
  });

  it('says nothing of the lines before it is known which are meant', () => {
    const [likely, other] = [first({ quantity: 2001 }), first({ quantity: 1000 })].flatMap((each) =>
      each.ok ? each.readings : [],
    );
    if (likely === undefined || other === undefined) throw new Error('no readings');
    const several: WantedState = { ok: true, readings: [likely, { ...other, as: 'listed' }] };
    expect(codes(check(several))).toEqual(['correction-ambiguous', 'correction-ambiguous']);
    expect(codes(check(several, { confirmed: ['reading:choice'] }))).toEqual(['correction-quantity-outside']);
  });

  it('is not booked on two answers, which are none, nor on an answer to something else', () => {
    expect(check(state, { original, confirmed: ['reading:after', 'reading:difference'] }).findings).toEqual(questions);
    expect(check(state, { original, confirmed: ['reading:listed'] })).toMatchObject({
      draft: null,
      findings: questions,
    });
  });
});

describe('the buyer of a panel’s correction', () => {
  const company = {
    name: 'Przykład Sp. z o.o.',
    nip: '1234563218',
    street: 'ul. Prosta 1',
    postcode: '00-001',
    city: 'Warszawa',
  };
  const ofPanel = buyer({ ...company, isCompany: true });
  const ofInvoice = (changes: Partial<NonNullable<BookedOriginal['buyer']>> = {}) => ({
    original: bookedOriginal({ buyer: { ...company, ...changes } }),
  });

  it.each<[string, ReturnType<typeof buyer> | null, object]>([
    ['the same', ofPanel, ofInvoice()],
    [
      'the same in capitals, with other dashes and blanks',
      ofPanel,
      ofInvoice({ name: 'PRZYKŁAD SP Z O O', nip: 'PL 123-456-32-18', postcode: '00001' }),
    ],
    ['the same, of whom iFirma says less', ofPanel, ofInvoice({ street: '', city: '' })],
    ['not said', null, ofInvoice()],
    ['not named', buyer({ name: '', street: '', postcode: '', city: '' }), ofInvoice()],
    ['a person by the surname first', buyer({ name: 'Świątek-Źdźbło Grażyna' }), {}],
    ['a person by the surname first, with a dot and a comma', buyer({ name: 'Świątek-Źdźbło, Grażyna.' }), {}],
    ['the same, its form written together', ofPanel, ofInvoice({ name: 'Przykład spzoo' })],
    ['not said by iFirma', ofPanel, { original: bookedOriginal({ buyer: null }) }],
  ])('may be %s', (_title, of, changes) => {
    expect(check(oneBack, { buyer: of, ...changes }).findings).toEqual([]);
  });

  it.each<[string, ReturnType<typeof buyer>, object, object]>([
    [
      'by its NIP',
      buyer({ ...ofPanel, nip: '5252248481' }),
      ofInvoice(),
      { ours: 'Przykład Sp. z o.o., NIP 5252248481', theirs: 'Przykład Sp. z o.o., NIP 1234563218' },
    ],
    [
      'by a NIP that the invoice does not have',
      ofPanel,
      ofInvoice({ nip: '' }),
      { ours: 'Przykład Sp. z o.o., NIP 1234563218', theirs: 'Przykład Sp. z o.o.' },
    ],
    [
      'by a private person’s name',
      buyer({ name: 'Jan Kowalski' }),
      {},
      { ours: 'Jan Kowalski', theirs: 'Grażyna Świątek-Źdźbło' },
    ],
    [
      'by a private person’s name of as many words',
      buyer({ name: 'Jan Kowalski' }),
      { original: bookedOriginal({ buyer: { ...company, name: 'Anna Nowak', nip: '' } }) },
      { ours: 'Jan Kowalski', theirs: 'Anna Nowak' },
    ],
  ])('is refused when it is another one: %s', (_title, of, changes, params) => {
    const checked = check(oneBack, { buyer: of, ...changes });
    expect(checked.findings).toMatchObject([{ code: 'correction-buyer-differs', path: 'buyer', params }]);
    expect(checked.draft).toBeNull();
    // Where it is all that was to be corrected, nothing else is said.
    expect(codes(check(fromChoice([], base), { buyer: of, ...changes }))).toEqual(['correction-buyer-differs']);
  });

  it('is asked about when it is only written otherwise', () => {
    const moved = { buyer: buyer({ ...ofPanel, street: 'ul. Krzywa 2' }), ...ofInvoice() };
    const checked = check(oneBack, moved);
    expect(checked.findings).toEqual([
      {
        code: 'correction-buyer-spelled',
        path: 'buyer',
        params: { ours: 'ul. Krzywa 2', theirs: 'ul. Prosta 1' },
        evidence: 'buyer:ul. Krzywa 2',
      },
    ]);
    expect(checked.draft).not.toBeNull();
    expect(check(oneBack, { ...moved, confirmed: ['buyer:ul. Krzywa 2'] }).findings).toEqual([]);
    const withoutNip = check(oneBack, { buyer: buyer({ ...ofPanel, nip: '' }), ...ofInvoice() });
    expect(withoutNip.findings).toMatchObject([
      { code: 'correction-buyer-spelled', params: { ours: '–', theirs: '1234563218' } },
    ]);
    const elsewhere = { buyer: buyer({ ...ofPanel, street: 'ul. Krzywa 2', city: 'Kraków' }), ...ofInvoice() };
    expect(check(oneBack, elsewhere).findings).toMatchObject([
      { params: { ours: 'ul. Krzywa 2, Kraków', theirs: 'ul. Prosta 1, Warszawa' } },
    ]);
    const unnamed = { buyer: buyer({ ...ofPanel, name: '', street: 'ul. Krzywa 2' }), ...ofInvoice() };
    expect(codes(check(oneBack, unnamed))).toEqual(['correction-buyer-spelled']);
    const otherFlat = { buyer: buyer({ ...ofPanel, street: 'Prosta 1/12' }), ...ofInvoice({ street: '11/2 Prosta' }) };
    expect(codes(check(oneBack, otherFlat))).toEqual(['correction-buyer-spelled']);
    const renamed = check(oneBack, { buyer: buyer({ ...ofPanel, name: 'Przykład S.A.' }), ...ofInvoice() });
    expect(codes(renamed)).toEqual(['correction-buyer-spelled']);
  });
});
