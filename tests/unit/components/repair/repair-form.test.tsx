// @vitest-environment happy-dom
/** The form of repairs on a card: what it draws, what it sends, and whom it obeys. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DocumentView, RepairCommands, RepairForm } from '../../../../utils/messages/index.ts';
import { documentView, type OrderPage, ok, openOrder, orderView, promised, refused, settle } from '../order-page.ts';
import { choose, clickOn, pressEnter, typeInto } from './by-hand.ts';
import { CITY, finding, form, input, PAYMENT, POSTCODE, refusal } from './examples.ts';

const FINDINGS = [
  finding('buyer-postcode-invalid', { postcode: '0000' }),
  finding('buyer-city-missing'),
  finding('payment-unmapped', { method: 'PayPal' }),
];

const stopped = (over: Partial<DocumentView> = {}): DocumentView =>
  documentView({
    key: 'o1001',
    number: null,
    state: 'incomplete',
    findings: FINDINGS,
    actions: ['resend', 'preview', 'skip', 'link'],
    updatedAt: 1,
    ...over,
  });

type RepairAnswer = (what: RepairCommands['repair']['ask']) => unknown;

interface Opening {
  readonly document?: DocumentView;
  readonly form?: RepairForm;
  readonly repair?: RepairAnswer;
  readonly more?: Parameters<typeof openOrder>[0];
}

const open = async ({
  document = stopped(),
  form: drawn = form([POSTCODE, CITY, PAYMENT]),
  repair = () => ok({ ok: true, value: orderView([document]) }),
  more = {},
}: Opening = {}): Promise<OrderPage> => {
  const page = await openOrder({
    state: () => ok(orderView([document])),
    'repair.form': () => ok(drawn),
    repair,
    send: () => ok(orderView([{ ...document, state: 'queued', findings: [], actions: [], updatedAt: 2 }])),
    ...more,
  });
  await settle();
  return page;
};

const control = <E extends HTMLElement = HTMLInputElement>(page: OrderPage, label: string): E => {
  const found = [...page.root.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  if (found === undefined) throw new Error(`no label ${label}`);
  return (page.root.getElementById(found.htmlFor) ?? found.querySelector('input')) as unknown as E;
};
const described = (page: OrderPage, label: string): string =>
  (control(page, label).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => page.root.getElementById(id)?.textContent ?? '')
    .join(' ');
const asked = (page: OrderPage, name: string): readonly unknown[] =>
  page.asked.filter((each) => each.name === name).map(({ what }) => what);

const mendAll = async (page: OrderPage): Promise<void> => {
  await typeInto(control(page, 'Kod pocztowy'), '30001');
  await typeInto(control(page, 'Miejscowość'), 'Kraków');
  await choose(control<HTMLSelectElement>(page, 'Metoda płatności'), 'P24');
};

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('the form', () => {
  test('asks for everything at once, each input with its own error tied to it', async () => {
    const page = await open();
    expect(described(page, 'Kod pocztowy')).toContain('pięć cyfr');
    expect(described(page, 'Miejscowość')).toContain('Wpisz miejscowość.');
    expect(described(page, 'Metoda płatności')).toContain('Wybierz');
    for (const label of ['Kod pocztowy', 'Miejscowość', 'Metoda płatności']) {
      expect(control(page, label).getAttribute('aria-invalid')).toBe('true');
    }
    expect(control(page, 'Kod pocztowy').value).toBe('0000');
    expect(page.all('button', 'Wyślij ponownie')).toHaveLength(1);
  });

  test('offers to keep the buyer’s data in the order, and a payment as a rule, and first of all neither', async () => {
    const page = await open();
    const groups = [...page.root.querySelectorAll('.repair fieldset')].map((group) => [
      group.querySelector('legend')?.textContent,
      [...group.querySelectorAll('label')].map(({ textContent }) => textContent),
      [...group.querySelectorAll<HTMLInputElement>('input')].map(({ checked }) => checked),
    ]);
    expect(groups).toEqual([
      ['Gdzie zapisać dane nabywcy?', ['Tylko ten dokument', 'Zapisz w zamówieniu'], [true, false]],
      [
        'Czy ta metoda płatności ma już zawsze trafiać do iFirma w ten sposób?',
        ['Tylko ten dokument', 'Zapamiętaj jako regułę'],
        [true, false],
      ],
    ]);
  });

  test('draws no choice where a field can be kept nowhere else', async () => {
    const page = await open({ form: form([input({ field: 'buyer.city' })]) });
    expect(page.root.querySelectorAll('input[type=radio]')).toHaveLength(0);
  });

  test('calls the inputs of lines by their lines, two of one name by where they stand', async () => {
    const vat = { field: 'line.vat', choices: ['23', 'zw'] } as const;
    const page = await open({
      document: stopped({ findings: [finding('vat-unknown', { line: 'Kubek', text: 'np' })] }),
      form: form([
        input({ ...vat, line: 0, lineName: 'Kubek' }),
        input({ ...vat, line: 1, lineName: 'Książka' }),
        input({ ...vat, line: 2, lineName: 'Kubek' }),
        input({ field: 'line.name', line: 3 }),
      ]),
    });
    expect([...page.root.querySelectorAll('.repair-field label')].map(({ textContent }) => textContent)).toEqual([
      'Stawka VAT – Kubek (pozycja 1)',
      'Stawka VAT – Książka',
      'Stawka VAT – Kubek (pozycja 3)',
      'Nazwa – pozycja 4',
    ]);
  });

  test('has Poland first among the countries, and each by its Polish name', async () => {
    const page = await open({ form: form([input({ field: 'buyer.country' })]) });
    const names = [...control<HTMLSelectElement>(page, 'Kraj').options].map(({ text }) => text);
    expect(names.slice(0, 2)).toEqual(['Wybierz…', 'Polska']);
    expect(names).toContain('Niemcy');
  });

  test('counts a long name, and never cuts it', async () => {
    const page = await open({
      document: stopped({ findings: [finding('buyer-name-too-long')] }),
      form: form([input({ field: 'buyer.name', value: 'x'.repeat(312) })]),
    });
    expect(control(page, 'Nabywca').value).toHaveLength(312);
    expect(described(page, 'Nabywca')).toContain('312 z 300 znaków');
    expect(described(page, 'Nabywca')).toContain('najwyżej 300 znaków');
    await typeInto(control(page, 'Nabywca'), 'x'.repeat(300));
    expect(described(page, 'Nabywca')).toBe('300 z 300 znaków');
  });

  test.each<[string, Partial<DocumentView>]>([
    ['of what is mended elsewhere', { findings: [finding('total-mismatch')] }],
    ['of a document that is on its way', { state: 'queued', actions: [] }],
  ])('is not asked for %s', async (_, over) => {
    const page = await open({ document: stopped(over) });
    expect(asked(page, 'repair.form')).toEqual([]);
    expect(page.root.querySelector('.repair')).toBeNull();
  });

  test('is not there where the page speaks of another order', async () => {
    const page = await openOrder(
      { state: () => ok(orderView([stopped()])), 'repair.form': () => ok(form([CITY])) },
      { headingId: '1002' },
    );
    expect(page.root.querySelector('.repair')).toBeNull();
  });

  test('that could not be read says so, and is read again', async () => {
    let isDown = true;
    const page = await open({
      more: { 'repair.form': () => (isDown ? refused('sellasist-unreachable', { status: '502' }) : ok(form([CITY]))) },
    });
    expect(page.text()).toContain('Nie udało się sprawdzić, co można tu poprawić.');
    isDown = false;
    await page.press('Spróbuj ponownie');
    expect(control(page, 'Miejscowość')).toBeTruthy();
  });
});

describe('`Wyślij ponownie`', () => {
  test('keeps what was typed where it was chosen to be kept, then sends', async () => {
    const page = await open();
    await mendAll(page);
    await clickOn(control(page, 'Zapisz w zamówieniu'));
    await clickOn(control(page, 'Zapamiętaj jako regułę'));
    await page.press('Wyślij ponownie');
    expect(page.asked.slice(-2)).toEqual([
      {
        name: 'repair',
        what: {
          orderId: '1001',
          key: 'o1001',
          edits: [
            { field: 'buyer.postcode', line: null, value: '30-001', scope: 'order' },
            { field: 'buyer.city', line: null, value: 'Kraków', scope: 'order' },
            { field: 'payment', line: null, value: 'P24', scope: 'rule' },
          ],
        },
      },
      { name: 'send', what: { orderId: '1001', key: 'o1001', confirm: [] } },
    ]);
    expect(page.root.querySelector('.repair')).toBeNull();
  });

  test('is what Enter in an input does', async () => {
    const page = await open({ form: form([CITY]) });
    await typeInto(control(page, 'Miejscowość'), 'Kraków');
    await pressEnter(control(page, 'Miejscowość'));
    expect(asked(page, 'repair')).toHaveLength(1);
    expect(asked(page, 'send')).toHaveLength(1);
  });

  test('with nothing typed just sends', async () => {
    const page = await open();
    await page.press('Wyślij ponownie');
    expect(asked(page, 'repair')).toEqual([]);
    expect(asked(page, 'send')).toHaveLength(1);
  });

  test('sends nothing while something is wrong, and leads to it', async () => {
    const page = await open();
    await typeInto(control(page, 'Miejscowość'), 'Kraków');
    await page.press('Wyślij ponownie');
    expect(asked(page, 'repair')).toEqual([]);
    expect(asked(page, 'send')).toEqual([]);
    expect(page.root.activeElement).toBe(control(page, 'Kod pocztowy'));
  });

  test('shows what the background refuses at its input, and sends nothing', async () => {
    const page = await open({
      form: form([CITY]),
      repair: () => ok({ ok: false, fields: { 'buyer.city': 'too-long' } }),
    });
    await typeInto(control(page, 'Miejscowość'), 'Kraków');
    await page.press('Wyślij ponownie');
    expect(described(page, 'Miejscowość')).toContain('Za długie: iFirma przyjmuje tu najwyżej 65 znaków.');
    expect(page.root.activeElement).toBe(control(page, 'Miejscowość'));
    expect(asked(page, 'send')).toEqual([]);
  });

  test('that could not keep it says why in the alert, keeps what was typed on the page, and sends nothing', async () => {
    const page = await open({ form: form([CITY]), repair: () => refused('repair-not-kept') });
    await typeInto(control(page, 'Miejscowość'), 'Kraków');
    await page.press('Wyślij ponownie');
    expect(asked(page, 'send')).toEqual([]);
    expect(control(page, 'Miejscowość').value).toBe('Kraków');
    expect(page.one('alert').className).toContain('bad');
  });

  test('pressed twice keeps and sends once; meanwhile it can be read, and not be changed', async () => {
    const kept = promised<unknown>();
    const page = await open({ form: form([CITY]), repair: () => kept.promise });
    await typeInto(control(page, 'Miejscowość'), 'Kraków');
    await page.press('Wyślij ponownie');
    await page.press('Wyślij ponownie');
    expect(page.root.querySelector('.repair')?.getAttribute('aria-busy')).toBe('true');
    expect(control(page, 'Miejscowość').readOnly).toBe(true);
    await typeInto(control(page, 'Miejscowość'), 'Gdynia');
    expect(control(page, 'Miejscowość').value).toBe('Kraków');
    kept.resolve(ok({ ok: true, value: orderView([stopped()]) }));
    await settle();
    expect(asked(page, 'repair')).toHaveLength(1);
    expect(asked(page, 'send')).toHaveLength(1);
  });

  test('asks for a word where only signs are left afterwards', async () => {
    const sign = { ...finding('maybe-booked-number', { number: '1/11/2026' }), evidence: 'number:1' };
    const left = stopped({ findings: [sign], updatedAt: 3 });
    const page = await open({ form: form([CITY]), more: { send: () => ok(orderView([left])) } });
    await typeInto(control(page, 'Miejscowość'), 'Kraków');
    await page.press('Wyślij ponownie');
    expect(page.all('alertdialog')).toHaveLength(1);
  });
});

describe('what was typed', () => {
  test('stays while the region is drawn anew', async () => {
    const page = await open();
    await typeInto(control(page, 'Miejscowość'), 'Kra');
    await page.change();
    expect(control(page, 'Miejscowość').value).toBe('Kra');
    expect(asked(page, 'repair.form')).toHaveLength(1);
  });

  test('stays where it is still asked for when the findings change', async () => {
    let findings = FINDINGS;
    let inputs = [POSTCODE, CITY];
    const page = await open({
      more: {
        state: () => ok(orderView([stopped({ findings })])),
        'repair.form': () => ok(form(inputs)),
      },
    });
    await typeInto(control(page, 'Miejscowość'), 'Kra');
    findings = [finding('buyer-city-missing')];
    inputs = [CITY];
    await page.change();
    await settle();
    expect(page.text()).not.toContain('Kod pocztowy w Polsce');
    expect(control(page, 'Miejscowość').value).toBe('Kra');
  });
});

describe('a script of the page', () => {
  test.each<[string, (input: HTMLInputElement) => void]>([
    [
      'that dispatches an input',
      (input) => {
        input.value = 'Podróbka';
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
    ],
    [
      'that has the browser insert text, for which there is no `beforeinput`',
      (input) => {
        input.value = 'Podróbka';
        const event = new InputEvent('input', { bubbles: true, composed: true });
        Object.defineProperty(event, 'isTrusted', { value: true });
        input.dispatchEvent(event);
      },
    ],
  ])('%s changes nothing, and what was typed is put back', async (_, attack) => {
    const page = await open({ form: form([CITY]) });
    const city = control(page, 'Miejscowość');
    await typeInto(city, 'Kraków');
    attack(city);
    await settle();
    expect(city.value).toBe('Kraków');
    await page.press('Wyślij ponownie');
    expect(asked(page, 'repair')).toMatchObject([{ edits: [{ value: 'Kraków' }] }]);
  });

  test('that sets what stands there finds it put back with the person’s next key', async () => {
    const page = await open({ form: form([CITY]) });
    const city = control(page, 'Miejscowość');
    await typeInto(city, 'Kraków');
    city.value = 'Podróbka';
    city.dispatchEvent(Object.defineProperty(new InputEvent('beforeinput'), 'isTrusted', { value: true }));
    expect(city.value).toBe('Kraków');
  });

  test('that chooses, clicks and presses Enter changes nothing', async () => {
    const page = await open();
    const payment = control<HTMLSelectElement>(page, 'Metoda płatności');
    payment.value = 'P24';
    payment.dispatchEvent(new Event('change', { bubbles: true }));
    expect(payment.value).toBe('');
    control(page, 'Zapisz w zamówieniu').click();
    control(page, 'Miejscowość').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    page.one('button', 'Wyślij ponownie').click();
    await settle();
    expect(control(page, 'Zapisz w zamówieniu').checked).toBe(false);
    expect(page.asked.map(({ name }) => name)).toEqual(['state', 'repair.form']);
  });
});

describe('the accounting month', () => {
  const MONTH = stopped({ findings: [refusal('Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym')] });
  const date = input({ field: 'saleDate', value: '2026-10-30' });
  const openMonth = (month: RepairForm['month'], more: Opening['more'] = {}): Promise<OrderPage> =>
    open({ document: MONTH, form: form([date], { month }), more });

  test('is moved only after a person has agreed to what it means', async () => {
    const sendMonth = () => ok(orderView([{ ...MONTH, state: 'queued', actions: [] }]));
    const page = await openMonth({ kind: 'move', from: '2026-11', to: '2026-10' }, { 'send.month': sendMonth });
    await page.press('Przestaw miesiąc i wyślij ponownie');
    const dialog = page.one('alertdialog');
    expect(dialog.textContent).toContain('Przestawić miesiąc księgowy w iFirma?');
    expect(dialog.textContent).toContain('11.2026 → 10.2026 → 11.2026');
    expect(dialog.textContent).toContain('całego konta iFirma');
    expect(dialog.textContent).toContain('nikt nie powinien wystawiać');
    await page.press('Anuluj');
    expect(asked(page, 'send.month')).toEqual([]);
    await page.press('Przestaw miesiąc i wyślij ponownie');
    await page.press('Przestaw i wyślij');
    expect(asked(page, 'send.month')).toEqual([{ orderId: '1001', key: 'o1001', from: '2026-11', to: '2026-10' }]);
  });

  test.each<[string, NonNullable<RepairForm['month']>, readonly string[]]>([
    ['that is right by now says so', { kind: 'right' }, ['jest już właściwy', '„Wyślij ponownie”']],
    [
      'without the key says how it is done in iFirma, and what the key would do',
      { kind: 'no-key', to: '2026-10' },
      ['Zmień go na 10.2026.', 'kluczem API abonent', '„Konta”'],
    ],
    [
      'of another year is left to the person',
      { kind: 'other-year', from: '2027-01', to: '2026-12' },
      ['01.2027', '12.2026', 'z innego roku', 'Zmień go na 12.2026.'],
    ],
    ['that is not known is asked for again', { kind: 'unknown', to: '2026-10' }, ['10.2026']],
  ])('%s', async (_, month, words) => {
    const page = await openMonth(month);
    for (const word of words) expect(page.text()).toContain(word);
    expect(page.all('button', 'Przestaw miesiąc i wyślij ponownie')).toEqual([]);
    expect(control(page, 'Data sprzedaży').value).toBe('2026-10-30');
    if (month.kind !== 'unknown') return;
    await page.press('Sprawdź miesiąc jeszcze raz');
    expect(asked(page, 'repair.form')).toHaveLength(2);
  });
});

describe('`Kopiuj żądanie i odpowiedź`', () => {
  const unknown = stopped({ findings: [refusal('Coś poszło nie tak')] });
  const exchange = () => ok({ text: 'POST https://www.ifirma.pl/iapi/fakturakraj.json' });

  test('copies, and says that it did', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    const page = await open({ document: unknown, more: { exchange } });
    await page.press('Kopiuj żądanie i odpowiedź');
    expect(written).toEqual(['POST https://www.ifirma.pl/iapi/fakturakraj.json']);
    expect(page.all('status').map(({ textContent }) => textContent)).toContain('Skopiowano');
  });

  test('shows the text where the page may not copy', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
    const page = await open({ document: unknown, more: { exchange } });
    await page.press('Kopiuj żądanie i odpowiedź');
    expect(page.root.querySelector('textarea')?.value).toBe('POST https://www.ifirma.pl/iapi/fakturakraj.json');
    expect(page.text()).toContain('nie pozwoliła skopiować');
  });

  test('says that nothing is kept where nothing is', async () => {
    const page = await open({ document: unknown, more: { exchange: () => ok(null) } });
    await page.press('Kopiuj żądanie i odpowiedź');
    expect(page.text()).toContain('Nie ma już tego, co zostało wysłane.');
  });

  test('is not there for what Mostek knows how to mend', async () => {
    const page = await open();
    expect(page.all('button', 'Kopiuj żądanie i odpowiedź')).toEqual([]);
  });
});

test('the settings open in the room where the cause is mended', async () => {
  const page = await open({
    document: stopped({ findings: [finding('series-incomplete', { number: 'FV/1', fields: 'kind' })] }),
    more: { options: () => ok(null) },
  });
  await page.press('Otwórz ustawienia Mostka');
  expect(asked(page, 'options')).toEqual([{ room: 'series' }]);
});

test('a refusal of iFirma that is mended in the settings leads to their room', async () => {
  const page = await open({
    document: stopped({ findings: [refusal("Pole 'NazwaSzablonu' wskazuje nieznany szablon")] }),
    more: { options: () => ok(null) },
  });
  await page.press('Otwórz ustawienia Mostka');
  expect(asked(page, 'options')).toEqual([{ room: 'series' }]);
});

test('texts of others stand in the form as text, without what turns them around', async () => {
  const evil = '<img src=x onerror="document.body.dataset.broken=1">\u202e\u0000';
  const page = await open({
    document: stopped({ findings: [finding('line-name-missing', { line: '1' })] }),
    form: form([
      input({
        field: 'line.unit',
        line: 0,
        lineName: `${evil}${'y'.repeat(10_000)}`,
        value: `${evil}${'z'.repeat(10_000)}`,
      }),
    ]),
  });
  expect(page.root.querySelectorAll('img')).toHaveLength(0);
  const label = page.root.querySelector('.repair-field label')?.textContent ?? '';
  expect(label).toContain('<img src=x');
  for (const unseen of ['\u202e', '\u0000']) expect(label).not.toContain(unseen);
  expect(label.length).toBeLessThan(90);
});
