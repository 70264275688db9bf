/** What a person types into the form of repairs: when it is judged, what is kept of it, and what is not. */
import { describe, expect, test } from 'vitest';
import { createDraft, type Draft } from '../../../../components/repair/draft.ts';
import type { Finding } from '../../../../utils/invoice/finding.ts';
import type { RepairForm, RepairInput } from '../../../../utils/messages/index.ts';
import { CITY, finding, form, input, PAYMENT, POSTCODE, refusal } from './examples.ts';

const OWN: readonly Finding[] = [
  finding('buyer-postcode-invalid', { postcode: '0000' }),
  finding('buyer-city-missing'),
];

interface Desk {
  readonly draft: Draft;
  /** The person has stopped typing for a while. */
  readonly pause: () => void;
  /** What the background answers from now on. */
  answer: RepairForm;
  readings: number;
}

const open = (answer: RepairForm, findings: readonly Finding[] = OWN): Desk => {
  let paused: (() => void) | null = null;
  const desk: Desk = {
    answer,
    readings: 0,
    pause: () => paused?.(),
    draft: createDraft({
      readForm: async () => {
        desk.readings += 1;
        return { ok: true, value: desk.answer };
      },
      after: (_ms, run) => {
        paused = run;
        return () => {
          paused = null;
        };
      },
    }),
  };
  desk.draft.put(answer, findings);
  return desk;
};

const problem = (draft: Draft, of: RepairInput): string | null => draft.shownOf(of)?.problem ?? null;
const edits = async (draft: Draft): Promise<unknown> => {
  const collected = await draft.collect();
  return collected.ok ? collected.edits : 'wrong';
};

describe('what is wrong', () => {
  test('is said of every input at once, before anything is typed', () => {
    const { draft } = open(form([POSTCODE, CITY]));
    expect([problem(draft, POSTCODE), problem(draft, CITY)]).toEqual(['postcode-invalid', 'required']);
  });

  test.each<[string, RepairInput, readonly Finding[], string | null]>([
    [
      'a value that iFirma refused',
      input({ field: 'buyer.city', value: 'X' }),
      [refusal('Kontrahent.Miejscowosc')],
      'refused',
    ],
    [
      'a date that does not fit another',
      input({ field: 'saleDate', value: '2026-11-30' }),
      [finding('sale-date-after-issue')],
      'unfit',
    ],
    [
      'the sale date where the accounting month is wrong, as the month may be what is to change',
      input({ field: 'saleDate', value: '' }),
      [refusal('Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym')],
      null,
    ],
  ])('is said of %s', (_, one, findings, expected) => {
    expect(problem(open(form([one]), findings).draft, one)).toBe(expected);
  });

  test('is said of no line where iFirma speaks of lines, and not of which', () => {
    const lines = [0, 1].map((line) => input({ field: 'line.name', line, lineName: 'Kubek', value: 'Kubek' }));
    const { draft } = open(form(lines), [refusal("Pole 'NazwaPelna' jest za długie")]);
    expect(lines.map((line) => problem(draft, line))).toEqual([null, null]);
    expect(draft.isUnclear('line.name')).toBe(true);
    const [only = CITY] = lines;
    expect(open(form([only]), [refusal("Pole 'NazwaPelna' jest za długie")]).draft.isUnclear('line.name')).toBe(false);
  });

  test('is said after a pause, or when the person goes on, and goes as soon as it is right', () => {
    const { draft, pause } = open(form([POSTCODE, CITY]));
    draft.type(CITY, 'K');
    expect(problem(draft, CITY)).toBeNull();
    draft.type(CITY, '');
    expect(problem(draft, CITY)).toBeNull();
    pause();
    expect(problem(draft, CITY)).toBe('required');
    draft.type(POSTCODE, '00-001');
    expect(problem(draft, POSTCODE)).toBeNull();
    draft.type(POSTCODE, '00-00');
    draft.leave(POSTCODE);
    expect(problem(draft, POSTCODE)).toBe('postcode-invalid');
  });

  test('a long name is not cut, and is told with how much there may be', () => {
    const name = input({ field: 'buyer.name', value: 'x'.repeat(312) });
    const { draft } = open(form([name]));
    expect(draft.textOf(name)).toHaveLength(312);
    expect(draft.shownOf(name)).toEqual({ problem: 'too-long', most: 300 });
  });

  test('a postcode is judged by the country that was chosen beside it', () => {
    const country = input({ field: 'buyer.country' });
    const { draft } = open(form([POSTCODE, country]));
    draft.type(POSTCODE, 'SW1A 1AA');
    draft.leave(POSTCODE);
    expect(problem(draft, POSTCODE)).toBe('postcode-invalid');
    draft.type(country, 'GB');
    expect(problem(draft, POSTCODE)).toBeNull();
  });
});

describe('a postcode', () => {
  test.each(['00001', '00 001', '00–001'])('typed as %s is shown as 00-001 once the person goes on', (text) => {
    const { draft } = open(form([POSTCODE]));
    draft.type(POSTCODE, text);
    expect(draft.textOf(POSTCODE)).toBe(text);
    draft.leave(POSTCODE);
    expect(draft.textOf(POSTCODE)).toBe('00-001');
  });
});

describe('an amount', () => {
  const paid = input({ field: 'paid', value: '123456' });

  test('that comes in grosze is shown as a person writes it, and kept as such', async () => {
    const { draft } = open(form([paid]), [refusal('Zaplacono')]);
    expect(draft.textOf(paid)).toBe('1\u00a0234,56');
    draft.type(paid, '1000.5');
    expect(await edits(draft)).toEqual([{ field: 'paid', line: null, value: '1\u00a0000,50', scope: 'document' }]);
  });
});

describe('what is kept', () => {
  test('is what differs, each with the scope of its group', async () => {
    const { draft } = open(form([POSTCODE, CITY, PAYMENT]), [...OWN, finding('payment-unmapped')]);
    draft.type(POSTCODE, '30001');
    draft.type(CITY, 'Kraków');
    draft.type(PAYMENT, 'P24');
    draft.choose('buyer', 'order');
    draft.choose('payment', 'rule');
    expect(await edits(draft)).toEqual([
      { field: 'buyer.postcode', line: null, value: '30-001', scope: 'order' },
      { field: 'buyer.city', line: null, value: 'Kraków', scope: 'order' },
      { field: 'payment', line: null, value: 'P24', scope: 'rule' },
    ]);
  });

  test('an input that may not be kept in the order goes with the document, whatever its neighbours do', async () => {
    const country = input({ field: 'buyer.country' });
    const { draft } = open(form([CITY, country]), OWN);
    draft.type(CITY, 'Kraków');
    draft.type(country, 'PL');
    draft.choose('buyer', 'order');
    expect(await edits(draft)).toMatchObject([{ scope: 'order' }, { scope: 'document' }]);
  });

  test('is nothing where nothing was typed, or it was taken back: then the document is just sent', async () => {
    const { draft, readings } = open(form([POSTCODE, CITY]));
    expect(await edits(draft)).toEqual([]);
    draft.type(CITY, 'K');
    draft.type(CITY, '');
    expect(await edits(draft)).toEqual([]);
    expect(readings).toBe(0);
  });

  test('is nothing while something is wrong with it: that is shown, and has the focus', async () => {
    const { draft } = open(form([POSTCODE, CITY]));
    draft.type(CITY, 'Kraków');
    draft.type(POSTCODE, '1');
    expect(await edits(draft)).toBe('wrong');
    expect(problem(draft, POSTCODE)).toBe('postcode-invalid');
    expect(draft.wanted.value).toEqual({ place: 'buyer.postcode' });
  });

  test('what was left wrong is asked for anew first: it may have been mended in the panel', async () => {
    const desk = open(form([POSTCODE, CITY]));
    desk.draft.type(CITY, 'Kraków');
    expect(await edits(desk.draft)).toBe('wrong');
    expect(desk.readings).toBe(1);
    desk.answer = form([CITY]);
    expect(await edits(desk.draft)).toMatchObject([{ field: 'buyer.city', value: 'Kraków' }]);
  });

  test('what iFirma may not have meant does not stand in the way', async () => {
    const lines = [0, 1].map((line) => input({ field: 'line.basis', line, lineName: `${line}` }));
    const { draft } = open(form(lines), [refusal('PodstawaPrawna')]);
    const [first = CITY] = lines;
    draft.type(first, 'art. 43');
    expect(await edits(draft)).toEqual([{ field: 'line.basis', line: 0, value: 'art. 43', scope: 'document' }]);
  });

  test('an optional value that was emptied is kept as empty', async () => {
    const nip = input({ field: 'buyer.nip', value: '123' });
    const { draft } = open(form([nip]), [finding('buyer-nip-invalid')]);
    draft.type(nip, '');
    expect(await edits(draft)).toMatchObject([{ field: 'buyer.nip', value: '' }]);
  });
});

describe('a new reading of the form', () => {
  test('leaves what was typed where its place is still asked for, and forgets the rest', async () => {
    const desk = open(form([POSTCODE, CITY]));
    desk.draft.type(POSTCODE, '00-001');
    desk.draft.type(CITY, 'Kraków');
    desk.answer = form([CITY, PAYMENT]);
    await desk.draft.read([finding('buyer-city-missing'), finding('payment-unmapped')]);
    expect(desk.draft.textOf(CITY)).toBe('Kraków');
    expect(problem(desk.draft, CITY)).toBeNull();
    expect(problem(desk.draft, PAYMENT)).toBe('required');
    desk.answer = form([POSTCODE]);
    await desk.draft.read(OWN);
    expect(desk.draft.textOf(POSTCODE)).toBe('0000');
  });

  test('that is overtaken by another does not count any more', async () => {
    const slow = Promise.withResolvers<void>();
    let readings = 0;
    const draft = createDraft({
      readForm: async () => {
        readings += 1;
        if (readings > 1) return { ok: true, value: form([CITY]) };
        await slow.promise;
        return { ok: true, value: form([POSTCODE]) };
      },
      after: () => () => {},
    });
    const first = draft.read(OWN);
    await draft.read(OWN);
    slow.resolve();
    await first;
    expect(draft.form.value?.inputs).toEqual([CITY]);
  });

  test('that fails says why, and leaves the form as it was', async () => {
    let isDown = false;
    const draft = createDraft({
      readForm: async () =>
        isDown ? { ok: false, reason: { code: 'extension-silent', params: {} } } : { ok: true, value: form([CITY]) },
      after: () => () => {},
    });
    await draft.read(OWN);
    draft.type(CITY, 'Kraków');
    isDown = true;
    await draft.read(OWN);
    expect(draft.trouble.value?.code).toBe('extension-silent');
    expect(draft.form.value?.inputs).toEqual([CITY]);
    expect(draft.textOf(CITY)).toBe('Kraków');
  });
});

test('what the background refuses is said at its places, and the first has the focus', () => {
  const { draft } = open(form([POSTCODE, CITY]));
  draft.type(POSTCODE, '00-001');
  draft.type(CITY, 'Kraków');
  draft.refuse({ 'buyer.city': 'too-long', 'buyer.postcode': 'postcode-invalid' });
  expect([problem(draft, POSTCODE), problem(draft, CITY)]).toEqual(['postcode-invalid', 'too-long']);
  expect(draft.wanted.value).toEqual({ place: 'buyer.postcode' });
});
