// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import {
  byPerson,
  documentView,
  missingPostcode,
  ok,
  openOrder,
  orderView,
  previewView,
  promised,
  refused,
  settle,
  sign,
} from './order-page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const REF = { orderId: '1001', key: 'd77' };
const unsent = () => ok(orderView([documentView()]));
const incomplete = (...findings: ReturnType<typeof sign>[]) =>
  ok(orderView([documentView({ state: 'incomplete', findings, actions: ['resend', 'preview', 'skip', 'link'] })]));
const sends = (page: Awaited<ReturnType<typeof openOrder>>) =>
  page.asked.filter(({ name }) => name === 'send').map(({ what }) => what);

describe('only what the person does counts', () => {
  test('a click that the page’s script made is none', async () => {
    const page = await openOrder({ state: unsent });
    page.one('button', 'Wyślij do iFirma').click();
    page.one('button', 'Wyślij do iFirma').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await settle();
    expect(sends(page)).toEqual([]);
  });

  test('typing that the page’s script made is none', async () => {
    const page = await openOrder({ state: unsent });
    await page.press('Powiąż z iFirma');
    const input = page.one('textbox', 'Numer w iFirma') as HTMLInputElement;
    input.value = '13/11/2026';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await page.press('Powiąż');
    expect(page.asked.map(({ name }) => name)).toEqual(['state']);
  });

  test('text that the page’s script had inserted is none, although the browser calls its event trusted', async () => {
    const page = await openOrder({ state: unsent, link: () => ok(orderView([])) });
    await page.press('Powiąż z iFirma');
    const input = page.one('textbox', 'Numer w iFirma') as HTMLInputElement;
    await page.type('12/11/2026');
    input.value = '13/11/2026';
    input.dispatchEvent(byPerson(new InputEvent('input', { bubbles: true })));
    await settle();
    expect(input.value).toBe('12/11/2026');
    await page.press('Powiąż');
    expect(page.asked.at(-1)).toMatchObject({ name: 'link', what: { number: '12/11/2026' } });
  });

  test.each(['click', 'keydown', 'keyup', 'keypress', 'input', 'submit'])('%s stays inside', async (type) => {
    const page = await openOrder({ state: unsent });
    const heard: string[] = [];
    const hear = (event: Event): void => void heard.push(event.type);
    document.body.addEventListener(type, hear);
    page.one('button', 'Podgląd').dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    document.body.removeEventListener(type, hear);
    expect(heard).toEqual([]);
  });

  test('no button could send a form of the panel', async () => {
    const page = await openOrder({ state: unsent });
    await page.press('Powiąż z iFirma');
    expect(page.all('button').filter((button) => button.getAttribute('type') !== 'button')).toEqual([]);
    expect(page.root.querySelector('form')).toBeNull();
  });
});

describe('sending', () => {
  test('asks once, however often it is pressed, and says that it runs', async () => {
    const answer = promised<unknown>();
    const page = await openOrder({ state: unsent, send: () => answer.promise });
    await page.press('Wyślij do iFirma');
    await page.press('Wyślij do iFirma');
    expect(sends(page)).toEqual([{ ...REF, confirm: [] }]);
    expect(page.one('button', 'Wyślij do iFirma').getAttribute('aria-disabled')).toBe('true');
    expect(page.one('button', 'Powiąż z iFirma').getAttribute('aria-disabled')).toBe('true');
    expect(page.one('button', 'Podgląd').getAttribute('aria-disabled')).toBeNull();
    expect(page.text()).toContain('Przekazuję do wysłania…');

    answer.resolve(ok(orderView([documentView({ state: 'done', ifirmaNumber: '12/11/2026', actions: ['pdf'] })])));
    await settle();
    expect(page.one('status').textContent).toBe('Wysłano 12/11/2026');
    expect(page.text()).not.toContain('Przekazuję');
  });

  test('that failed says why, and shows what the background knows now', async () => {
    let state = unsent();
    const page = await openOrder({ state: () => state, send: () => refused('extension-silent') });
    state = ok(orderView([documentView({ state: 'queued', actions: [] })]));
    await page.press('Wyślij do iFirma');
    expect(page.one('alert').textContent).toContain('nie zostanie wysłany dwa razy');
    expect(page.one('status').textContent).toBe('W kolejce');
  });

  test('that was not answered says so only until the document itself shows what became of it', async () => {
    let state = unsent();
    const page = await openOrder({ state: () => state, send: () => refused('extension-silent') });
    await page.press('Wyślij do iFirma');
    expect(page.one('alert').textContent).toContain('Mostek nie odpowiedział');

    state = ok(orderView([documentView({ state: 'uncertain', updatedAt: 1_795_000_000_000, actions: ['check'] })]));
    await page.press('Wyślij do iFirma');
    expect(page.one('status').textContent).toBe('Do sprawdzenia');
    expect(page.all('alert')).toEqual([]);
  });

  test('a sign that it is booked already asks for a word, and the word goes with the evidence', async () => {
    let answer = incomplete(sign('FV/11/11/2026'), sign('FV/10/11/2026'));
    const page = await openOrder({ state: unsent, send: () => answer });
    await page.press('Wyślij do iFirma');
    const dialog = page.one('alertdialog', 'Ten dokument może już być w iFirma');
    expect([...dialog.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      expect.stringContaining('FV/11/11/2026'),
      expect.stringContaining('FV/10/11/2026'),
    ]);
    answer = ok(orderView([documentView({ state: 'done' })])) as never;
    await page.press('Wystaw mimo to');
    expect(sends(page)[1]).toEqual({ ...REF, confirm: ['number:FV/11/11/2026', 'number:FV/10/11/2026'] });
    expect(page.all('alertdialog')).toEqual([]);
  });

  test('“Anuluj” sends nothing', async () => {
    const page = await openOrder({ state: unsent, send: () => incomplete(sign('FV/11/11/2026')) });
    await page.press('Wyślij do iFirma');
    await page.press('Anuluj');
    expect(sends(page)).toHaveLength(1);
    expect(page.all('alertdialog')).toEqual([]);
  });

  test('the word is asked for as well when the signs come after the answer', async () => {
    let state = unsent();
    const page = await openOrder({
      state: () => state,
      send: () => ok(orderView([documentView({ state: 'queued', actions: [] })])),
    });
    await page.press('Wyślij do iFirma');
    expect(page.all('alertdialog')).toEqual([]);
    state = incomplete(sign('FV/11/11/2026'));
    await page.change();
    page.one('alertdialog');
  });

  test('what has to be mended comes first: no word would help', async () => {
    const page = await openOrder({
      state: unsent,
      send: () => incomplete(sign('FV/11/11/2026'), missingPostcode as never),
    });
    await page.press('Wyślij do iFirma');
    expect(page.all('alertdialog')).toEqual([]);
    expect(page.one('alert').querySelectorAll('li')).toHaveLength(2);
  });

  test('signs that nobody here sent for ask for nothing', async () => {
    const page = await openOrder({ state: () => incomplete(sign('FV/11/11/2026')) });
    await page.change();
    expect(page.all('alertdialog')).toEqual([]);
    page.one('alert');
  });
});

describe('preview', () => {
  const open = async (over: Parameters<typeof previewView>[0] = {}) => {
    const page = await openOrder({ state: unsent, preview: () => ok(previewView(over)) });
    await page.press('Podgląd');
    return { page, dialog: page.one('dialog', 'Podgląd dokumentu') };
  };
  const folded = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

  test('shows the lines, the buyer, the dates, the payment and the notes', async () => {
    const { page, dialog } = await open();
    expect(
      [...page.one('table', 'Pozycje').querySelectorAll('tbody td')].map((cell) => folded(cell.textContent)),
    ).toEqual(['Kubek', '2 szt. × 67,99 zł', '67,99 zł', '23%', '135,98 zł']);
    for (const text of ['Testowa Sp. z o.o.', 'Próbna 1, 00-001 Warszawa, Polska', 'NIP 1111111111', '22.11.2026']) {
      expect(dialog.textContent).toContain(text);
    }
    expect(dialog.textContent).toContain('Przelewy24');
    expect(dialog.textContent).toContain('Sellasist testowy/o1001/d77');
  });

  const factsOf = (page: Awaited<ReturnType<typeof open>>['page']): Record<string, string> =>
    Object.fromEntries(
      [...page.root.querySelectorAll('.facts > div')].map((fact) => [
        folded(fact.querySelector('dt')?.textContent),
        folded(fact.querySelector('dd')?.textContent),
      ]),
    );

  test('says who gives the number; a due date and split payment stand there only where they are set', async () => {
    const plain = factsOf((await open()).page);
    expect(plain['Numer faktury']).toBe('nada iFirma');
    expect(Object.keys(plain)).not.toContain('Termin płatności');
    expect(Object.keys(plain)).not.toContain('Mechanizm podzielonej płatności');
  });

  test.each([
    [{ ifirmaSeries: 'Sklep' }, 'Numer faktury', 'nada iFirma w serii „Sklep”'],
    [{ keptNumber: 12 }, 'Numer faktury', 'zachowany z Sellasist, jako numer 12'],
    [{ keptNumber: 12, ifirmaSeries: 'Sklep' }, 'Numer faktury', 'zachowany z Sellasist, jako numer 12 serii „Sklep”'],
    [{ dueDate: '2026-12-06' }, 'Termin płatności', '06.12.2026'],
    [{ splitPayment: true }, 'Mechanizm podzielonej płatności', 'tak'],
    [{ splitPayment: false }, 'Mechanizm podzielonej płatności', 'nie'],
  ] as const)('with %o says %s: %s', async (over, name, value) => {
    expect(factsOf((await open(over)).page)[name]).toBe(value);
  });

  test('says nothing of what is not set, and has no part for it', async () => {
    const { dialog } = await open();
    expect(dialog.textContent).not.toContain('Pozostałe dane');
    expect(dialog.textContent).not.toMatch(/Rabat|GTU|PKWiU|E-mail/);
  });

  test.each([
    [{ issuePlace: 'Łódź' }, 'Miejsce wystawienia', 'Łódź'],
    [{ signature: 'BPO' }, 'Podpis', 'bez podpisu odbiorcy'],
    [{ template: 'logo' }, 'Szablon wydruku', 'logo'],
    [{ bankAccount: { use: 'hidden' } }, 'Konto bankowe', 'bez konta bankowego'],
    [{ bankAccount: { use: 'number', number: '61109' } }, 'Konto bankowe', '61109'],
    [{ showBdo: true }, 'Numer BDO', 'tak'],
    [{ showGios: true }, 'Numer GIOŚ', 'tak'],
    [{ flatRate: '0.055' }, 'Stawka ryczałtu', '5,5%'],
    [{ flatRate: '0.10' }, 'Stawka ryczałtu', '10%'],
  ] as const)('with %o says among the rest %s: %s', async (over, name, value) => {
    const { page, dialog } = await open(over);
    expect(dialog.textContent).toContain('Pozostałe dane');
    expect(factsOf(page)[name]).toBe(value);
  });

  test('names the legal basis of exempt lines once, and the e-mail of the buyer', async () => {
    const [line] = previewView().lines;
    if (line === undefined) throw new Error('no line');
    const exempt = { ...line, vat: { kind: 'exempt', basis: 'Art. 113 ust. 1' } } as const;
    const { page } = await open({
      lines: [exempt, exempt],
      buyer: { ...previewView().buyer, email: 'anna@example.com' },
    });
    expect(factsOf(page)['Podstawa prawna zwolnienia']).toBe('Art. 113 ust. 1');
    expect(factsOf(page).Nabywca).toContain('anna@example.com');
  });

  test('has the discount and the codes of a line below its name, only where they are set', async () => {
    const lines = previewView().lines.map((line) => ({
      ...line,
      discount: 1250,
      gtu: '06' as const,
      pkwiu: '27.40.22.0',
    }));
    const { page } = await open({ lines });
    const [name] = [...page.one('table', 'Pozycje').querySelectorAll('tbody td')];
    expect(folded(name?.textContent)).toBe('Kubek Rabat 12,5% · GTU 06 · PKWiU 27.40.22.0');
  });

  test.each(['series-incomplete', 'number-unreadable'] as const)(
    'does not say who gives the number while %s keeps it open',
    async (code) => {
      const path = code === 'series-incomplete' ? 'series' : 'number';
      const findings = [{ code, path, params: { number: 'FV/1', fields: 'numbering', pattern: '{numer}' } }];
      expect(factsOf((await open({ findings })).page)['Numer faktury']).toBe('nieustalony');
    },
  );

  test('sets the two sums side by side and says that they agree', async () => {
    const { page } = await open();
    expect(folded(page.root.querySelector('.sums')?.textContent)).toBe(
      'Suma w iFirma 135,98 zł= zgadza sięSuma zamówienia 135,98 zł',
    );
  });

  test('says by how much they differ', async () => {
    const { page } = await open({ sumOrder: 13601 });
    const sums = folded(page.root.querySelector('.sums')?.textContent);
    expect(sums).toContain('≠ nie zgadza się');
    expect(sums).toContain('Różnica −0,03 zł');
  });

  test('of what cannot be worked out yet compares nothing', async () => {
    const { page } = await open({ sumIfirma: null, lines: [], findings: [missingPostcode] });
    expect(folded(page.root.querySelector('.sums')?.textContent)).toBe(
      'Suma w iFirma nieustalonaSuma zamówienia 135,98 zł',
    );
    expect(page.one('alert').textContent).toContain('kodu pocztowego');
  });

  test('says what Mostek changed', async () => {
    const { dialog } = await open({ remarks: [{ code: 'free-line-left-out', params: { name: 'Naklejka' } }] });
    expect(dialog.textContent).toContain('Pozycja „Naklejka” jest bezpłatna i nie trafi na fakturę.');
  });

  test('that failed says why; “Zamknij” closes it', async () => {
    const page = await openOrder({ state: unsent, preview: () => refused('sellasist-key') });
    await page.press('Podgląd');
    expect(page.one('alert').textContent).toContain('Sellasist nie przyjął klucza API');
    await page.press('Zamknij');
    expect(page.all('dialog')).toEqual([]);
  });

  test('that comes after it was closed opens nothing', async () => {
    const answer = promised<unknown>();
    const page = await openOrder({ state: unsent, preview: () => answer.promise });
    await page.press('Podgląd');
    expect(page.text()).toContain('Przygotowuję podgląd…');
    await page.press('Zamknij');
    answer.resolve(ok(previewView()));
    await settle();
    expect(page.all('dialog')).toEqual([]);
  });
});

describe('linking', () => {
  test('sends the number that was typed, and stays open with what went wrong', async () => {
    let answer: unknown = refused('link-not-found', { number: '99/11/2026' });
    const page = await openOrder({ state: unsent, link: () => answer });
    await page.press('Powiąż z iFirma');
    await page.press('Powiąż');
    expect(page.asked.map(({ name }) => name)).toEqual(['state']);
    await page.type(' 99/11/2026 ');
    await page.press('Powiąż');
    expect(page.asked.at(-1)).toEqual({ name: 'link', what: { ...REF, number: '99/11/2026' } });
    expect(page.one('alert').textContent).toContain('W iFirma nie ma faktury o numerze 99/11/2026.');

    answer = ok(orderView([documentView({ state: 'issued', ifirmaNumber: '98/11/2026', actions: ['pdf'] })]));
    await page.type('98/11/2026');
    await page.press('Powiąż');
    expect(page.all('dialog')).toEqual([]);
    expect(page.one('status').textContent).toBe('Wystawiono 98/11/2026');
  });
});

describe('skipping', () => {
  test('wants a reason, typed or chosen', async () => {
    const skipped = ok(orderView([documentView({ state: 'skipped' })]));
    const page = await openOrder({ state: () => incomplete(sign('1')), skip: () => skipped });
    await page.press('Pomiń');
    await page.press('Pomiń');
    expect(page.asked.map(({ name }) => name)).toEqual(['state']);
    await page.press('Zamówienie anulowane');
    await page.press('Pomiń');
    expect(page.asked.at(-1)).toEqual({ name: 'skip', what: { ...REF, why: 'Zamówienie anulowane' } });
    expect(page.one('status').textContent).toBe('Pominięto');
  });
});

describe('the PDF', () => {
  const issued = documentView({ state: 'issued', ifirmaNumber: '12/11/2026', actions: ['pdf', 'attach'] });

  test('is handed to the browser under its name', async () => {
    const page = await openOrder({
      state: () => ok(orderView([issued])),
      pdf: () => ok({ name: '12_11_2026.pdf', base64: btoa('%PDF-1.4') }),
    });
    await page.press('Pobierz PDF');
    expect(page.saved).toEqual([{ name: '12_11_2026.pdf', text: '%PDF-1.4' }]);
  });

  test('saved in the order after the page was loaded can be seen by loading it anew', async () => {
    const done = documentView({ ...issued, state: 'done', attached: 'verified', actions: ['pdf'] });
    const page = await openOrder({ state: () => ok(orderView([issued])), attach: () => ok(orderView([done])) });
    await page.press('Zapisz PDF w zamówieniu');
    expect(page.text()).toContain('PDF jest w zamówieniu.');
    page.one('button', 'Odśwież stronę, aby zobaczyć plik');
  });

  test('that was there before is on the page already', async () => {
    const done = documentView({ ...issued, state: 'done', attached: 'verified', actions: ['pdf'] });
    const page = await openOrder({ state: () => ok(orderView([done])) });
    expect(page.text()).toContain('PDF jest w zamówieniu.');
    expect(page.all('button', 'Odśwież stronę, aby zobaczyć plik')).toEqual([]);
  });
});

describe('changes', () => {
  test('are asked for once more after the reading under way, however many came', async () => {
    const reading = promised<unknown>();
    let answer: unknown = reading.promise;
    const page = await openOrder({ state: () => answer });
    await page.change();
    await page.change();
    expect(page.asked).toHaveLength(1);
    answer = ok(orderView([documentView({ state: 'queued', actions: [] })]));
    reading.resolve(unsent());
    await settle();
    expect(page.asked).toHaveLength(2);
    expect(page.one('status').textContent).toBe('W kolejce');
  });

  test('a reading that a command’s answer overtook does not bring the old state back', async () => {
    const reading = promised<unknown>();
    let answer: unknown = unsent();
    const done = ok(orderView([documentView({ state: 'done', actions: ['pdf'] })]));
    const page = await openOrder({ state: () => answer, send: () => done });
    answer = reading.promise;
    await page.change();
    await page.press('Wyślij do iFirma');
    expect(page.one('status').textContent).toBe('Wysłano');
    answer = done;
    reading.resolve(unsent());
    await settle();
    expect(page.one('status').textContent).toBe('Wysłano');
  });
});
