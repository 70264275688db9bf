import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceBody } from '../../../utils/ifirma/invoice-body.ts';
import { checkDocument } from '../../../utils/invoice/check.ts';
import type { VatRate } from '../../../utils/invoice/document.ts';
import { buyer, EXEMPT, line, order, percent, RULES, saleDocument, shipping, TODAY } from '../invoice/examples.ts';
import { draft, draftLine } from './drafts.ts';

/** The one line that goes on the wire, written in lines that can be read. */
const wire = (...parts: readonly string[]): string => parts.join('');

const only = (changes: Parameters<typeof draftLine>[0]): string => {
  const body = invoiceBody(draft({ lines: [draftLine(changes)] }));
  return /"Pozycje":\[(.*)\],"Kontrahent"/.exec(body)?.[1] ?? body;
};

describe('the text of an invoice', () => {
  it('for a consumer who has paid online (ifirma-api 10.2)', () => {
    expect(invoiceBody(draft())).toBe(
      wire(
        '{"Zaplacono":144.89,"ZaplaconoNaDokumencie":144.89,"LiczOd":"BRT",',
        '"DataWystawienia":"2026-11-22","DataSprzedazy":"2026-11-22","FormatDatySprzedazy":"DZN",',
        '"SposobZaplaty":"ELE","RodzajPodpisuOdbiorcy":"BWO","Uwagi":"Sellasist demo/o12346",',
        '"WidocznyNumerGios":false,"WidocznyNumerBdo":false,"Numer":null,',
        '"Pozycje":[',
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":1,"CenaJednostkowa":129.90,',
        '"NazwaPelna":"Żółty kubek „Łąka” 350 ml","Jednostka":"szt."},',
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":1,"CenaJednostkowa":14.99,',
        '"NazwaPelna":"Paczkomat","Jednostka":"usł."}],',
        '"Kontrahent":{"Nazwa":"Grażyna Świątek-Źdźbło","Ulica":"ul. Świętojańska 7/3","KodPocztowy":"90-001",',
        '"Miejscowosc":"Łódź","Kraj":"Polska","KodKraju":"PL","Email":"klient@example.com","OsobaFizyczna":true}}',
      ),
    );
  });

  it('for a company that typed its NIP with dashes, from the document in the panel to the wire', () => {
    const document = saleDocument({
      buyer: buyer({
        name: 'Przykład Sp. z o.o.',
        isCompany: true,
        nip: 'PL 123-456-32-18',
        street: 'ul. Prosta 1',
        postcode: '00001',
        city: 'Warszawa',
        email: 'biuro@example.com',
      }),
      lines: [line({ quantity: 2000 }), shipping({ unitGross: 1230, vat: percent(23) })],
      total: 25_830,
    });
    const checked = checkDocument(document, RULES, TODAY);
    expect(checked.findings).toEqual([]);
    expect(checked.draft && invoiceBody(checked.draft)).toBe(
      wire(
        '{"Zaplacono":0.00,"ZaplaconoNaDokumencie":0.00,"LiczOd":"BRT",',
        '"DataWystawienia":"2026-11-22","DataSprzedazy":"2026-11-22","FormatDatySprzedazy":"DZN",',
        '"SposobZaplaty":"PRZ","RodzajPodpisuOdbiorcy":"BWO",',
        '"Uwagi":"Dokument Sellasist: FV 12/11/2026\\nSellasist demo/o1001/d77",',
        '"WidocznyNumerGios":false,"WidocznyNumerBdo":false,"Numer":null,',
        '"Pozycje":[',
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":2,"CenaJednostkowa":123.00,',
        '"NazwaPelna":"Lampa biurkowa LED","Jednostka":"szt."},',
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":1,"CenaJednostkowa":12.30,',
        '"NazwaPelna":"Paczkomat","Jednostka":"szt."}],',
        '"Kontrahent":{"Nazwa":"Przykład Sp. z o.o.","NIP":"1234563218","Ulica":"ul. Prosta 1",',
        '"KodPocztowy":"00-001","Miejscowosc":"Warszawa","Kraj":"Polska","KodKraju":"PL",',
        '"Email":"biuro@example.com","OsobaFizyczna":false}}',
      ),
    );
  });

  it('with every rate there is, paid on delivery (ifirma-api 10.3)', () => {
    const document = order({
      lines: [
        line({ name: 'Zabawka drewniana', unitGross: 6150, vat: percent(23) }),
        line({ name: 'Bambusowe patyczki', quantity: 3000, unitGross: 1080, vat: percent(8), unit: 'op.' }),
        line({ name: 'Książka kucharska', quantity: 2000, unitGross: 4200, vat: percent(5) }),
        line({ name: 'Bilet', unitGross: 1000, vat: percent(0) }),
        line({ name: 'Szkolenie zawodowe online', unitGross: 5000, vat: EXEMPT, unit: 'usł.' }),
      ],
      total: 23_790,
      payment: { methodId: '9', methodName: 'Pobranie', paid: 0, paidOn: null, cashOnDelivery: true },
    });
    const rules = {
      ...RULES,
      payments: { '9': 'POB' },
      settings: { ...RULES.settings, exemptBasis: 'Art. 43 ust. 1 pkt 29' },
    } as const;
    const checked = checkDocument(document, rules, TODAY);
    expect(checked.findings).toEqual([]);
    expect(checked.draft && invoiceBody(checked.draft)).toContain(
      wire(
        '"SposobZaplaty":"POB","RodzajPodpisuOdbiorcy":"BWO","Uwagi":"Sellasist demo/o1001",',
        '"WidocznyNumerGios":false,"WidocznyNumerBdo":false,"Numer":null,',
        '"Pozycje":[',
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":1,"CenaJednostkowa":61.50,',
        '"NazwaPelna":"Zabawka drewniana","Jednostka":"szt."},',
        '{"StawkaVat":0.08,"TypStawkiVat":"PRC","Ilosc":3,"CenaJednostkowa":10.80,',
        '"NazwaPelna":"Bambusowe patyczki","Jednostka":"op."},',
        '{"StawkaVat":0.05,"TypStawkiVat":"PRC","Ilosc":2,"CenaJednostkowa":42.00,',
        '"NazwaPelna":"Książka kucharska","Jednostka":"szt."},',
        '{"StawkaVat":0.00,"TypStawkiVat":"PRC","Ilosc":1,"CenaJednostkowa":10.00,',
        '"NazwaPelna":"Bilet","Jednostka":"szt."},',
        '{"StawkaVat":null,"TypStawkiVat":"ZW","PodstawaPrawna":"Art. 43 ust. 1 pkt 29","Ilosc":1,',
        '"CenaJednostkowa":50.00,"NazwaPelna":"Szkolenie zawodowe online","Jednostka":"usł."}]',
      ),
    );
  });

  it('with a discount of 10 % (ifirma-api 10.4)', () => {
    expect(only({ unitGross: 20_000, discount: 1000, gross: 18_000 })).toBe(
      wire(
        '{"StawkaVat":0.23,"TypStawkiVat":"PRC","Ilosc":1,"CenaJednostkowa":200.00,"Rabat":10,',
        '"NazwaPelna":"Lampa biurkowa LED","Jednostka":"szt."}',
      ),
    );
  });

  it('has the rest of a long name in the second field, and leaves out what the buyer has not', () => {
    const { buyer: source } = draft();
    const body = invoiceBody(
      draft({ buyer: { ...source, name: 'x'.repeat(150), continuedName: 'y'.repeat(10), street: '', email: '' } }),
    );
    expect(body).toContain(
      wire(
        `"Kontrahent":{"Nazwa":"${'x'.repeat(150)}","Nazwa2":"yyyyyyyyyy","KodPocztowy":"90-001",`,
        '"Miejscowosc":"Łódź","Kraj":"Polska","KodKraju":"PL","OsobaFizyczna":true}}',
      ),
    );
  });
});

describe('what the merchant has set', () => {
  const ofHead = (changes: Parameters<typeof draft>[0]): string =>
    invoiceBody(draft(changes)).split('"Pozycje"')[0] ?? '';
  const plain = ofHead({});

  it('stands in the order of the documentation (ifirma-api 2.1)', () => {
    const body = ofHead({
      bankAccount: { use: 'number', number: '61 1090 1014 0000 0712 1981 2874' },
      splitPayment: true,
      issuePlace: 'Łódź',
      dueDate: '2026-12-06',
      ifirmaSeries: 'Sklep',
      template: 'logo',
      signature: 'OUP',
      showGios: true,
      showBdo: true,
      number: 12,
    });
    expect(body).toBe(
      wire(
        '{"Zaplacono":144.89,"ZaplaconoNaDokumencie":144.89,"LiczOd":"BRT",',
        '"NumerKontaBankowego":"61109010140000071219812874","SplitPayment":true,',
        '"DataWystawienia":"2026-11-22","MiejsceWystawienia":"Łódź","DataSprzedazy":"2026-11-22",',
        '"FormatDatySprzedazy":"DZN","TerminPlatnosci":"2026-12-06","SposobZaplaty":"ELE",',
        '"NazwaSeriiNumeracji":"Sklep","NazwaSzablonu":"logo","RodzajPodpisuOdbiorcy":"OUP",',
        '"Uwagi":"Sellasist demo/o12346","WidocznyNumerGios":true,"WidocznyNumerBdo":true,"Numer":12,',
      ),
    );
  });

  it.each<[string, Parameters<typeof draft>[0], string]>([
    ['a hidden bank account', { bankAccount: { use: 'hidden' } }, '"NumerKontaBankowego":"BRAK"'],
    ['no split payment', { splitPayment: false }, '"SplitPayment":false'],
    ['the largest number', { number: 9_999_999_999 }, '"Numer":9999999999'],
  ])('%s', (_title, changes, text) => {
    expect(ofHead(changes)).toContain(text);
  });

  it('is left out where nothing is set, and then changes no byte', () => {
    for (const name of ['NumerKonta', 'SplitPayment', 'Miejsce', 'Termin', 'NazwaSerii', 'NazwaSzablonu'])
      expect(plain).not.toContain(name);
    expect(ofHead({ bankAccount: { use: 'number', number: ' ' } })).toBe(plain);
  });

  it('stands at the end of each line', () => {
    expect(only({ pkwiu: '27.40.22.0', gtu: '06' })).toMatch(
      /"Jednostka":"szt\.","PKWiU":"27\.40\.22\.0","GTU":"06"}$/,
    );
    const body = invoiceBody(draft({ flatRate: '0.10' }));
    expect(body.match(/"Jednostka":"[^"]*","StawkaRyczaltu":0\.10}/g)).toHaveLength(2);
    expect(JSON.parse(body).Pozycje).toMatchObject([{ StawkaRyczaltu: 0.1 }, { StawkaRyczaltu: 0.1 }]);
  });
});

describe('the numbers in it', () => {
  it.each<[VatRate, string]>([
    [{ kind: 'percent', percent: 23 }, '"StawkaVat":0.23,"TypStawkiVat":"PRC"'],
    [{ kind: 'percent', percent: 8 }, '"StawkaVat":0.08,"TypStawkiVat":"PRC"'],
    [{ kind: 'percent', percent: 5 }, '"StawkaVat":0.05,"TypStawkiVat":"PRC"'],
    [{ kind: 'percent', percent: 0 }, '"StawkaVat":0.00,"TypStawkiVat":"PRC"'],
    [{ kind: 'exempt', basis: 'Art. 113' }, '"StawkaVat":null,"TypStawkiVat":"ZW","PodstawaPrawna":"Art. 113"'],
    [{ kind: 'exempt', basis: null }, '"StawkaVat":null,"TypStawkiVat":"ZW","PodstawaPrawna":""'],
  ])('a rate of %j is %s', (vat, text) => {
    expect(only({ vat })).toContain(`{${text},"Ilosc"`);
  });

  it.each([
    [1000, '1'],
    [10_000, '10'],
    [100_000, '100'],
    [1500, '1.5'],
    [1050, '1.05'],
    [1, '0.001'],
    [12_345, '12.345'],
  ])('a quantity of %i thousandths is %s', (quantity, text) => {
    expect(only({ quantity })).toContain(`"Ilosc":${text},`);
  });

  it.each([
    [1000, '10'],
    [1, '0.01'],
    [3333, '33.33'],
    [1050, '10.5'],
    [9999, '99.99'],
  ])('a discount of %i hundredths of a per cent is %s', (discount, text) => {
    expect(only({ discount })).toContain(`"Rabat":${text},`);
  });

  it('no discount is not written at all', () => {
    expect(only({ discount: 0 })).not.toContain('Rabat');
  });

  it.each([
    [1, '0.01'],
    [333, '3.33'],
    [1_000_000, '10000.00'],
    [9_999_999_999, '99999999.99'],
  ])('a price of %i grosze is %s', (unitGross, text) => {
    expect(only({ unitGross })).toContain(`"CenaJednostkowa":${text},`);
  });

  it('never have a tail, whatever the amounts', () => {
    const grosze = fc.integer({ min: 1, max: 9_999_999_999 });
    fc.assert(
      fc.property(
        grosze,
        grosze,
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 0, max: 9999 }),
        (paid, ...rest) => {
          const [unitGross, quantity, discount] = rest;
          const body = invoiceBody(draft({ paid, lines: [draftLine({ unitGross, quantity, discount })] }));
          const numbers = [...body.matchAll(/"(\w+)":(-?[\d.eE+]+)/g)].map(([, name, text]) => [name, text]);
          expect(numbers.map(([name]) => name)).toContain('Ilosc');
          for (const [name, text] of numbers)
            expect(text).toMatch(name === 'Ilosc' ? /^\d+(\.\d{1,3})?$/ : /^\d+(\.\d{1,2})?$/);
        },
      ),
    );
  });
});

describe('the texts in it', () => {
  it('are JSON, however hostile', () => {
    const name = '"},{"CenaJednostkowa":0.01,"x":"\\ </script> \u2028 🎁 \'; DROP TABLE';
    const body = invoiceBody(draft({ lines: [draftLine({ name })] }));
    expect(JSON.parse(body)).toMatchObject({ Pozycje: [{ NazwaPelna: name, CenaJednostkowa: 123 }] });
    expect(JSON.parse(body).Pozycje).toHaveLength(1);
  });

  it('keep diacritics and emoji as they are, for that is what is signed', () => {
    expect(only({ name: 'Żółć 🎁' })).toContain('"NazwaPelna":"Żółć 🎁"');
  });
});

describe('the same draft', () => {
  it('always gives the same text, in whatever order it was put together', () => {
    const one = draft();
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one;
    const turnedBuyer = Object.fromEntries(Object.entries(one.buyer).reverse()) as unknown as typeof one.buyer;
    expect(invoiceBody({ ...turned, buyer: turnedBuyer })).toBe(invoiceBody(one));
  });

  it('has no line break or blank around its punctuation: one line, as it is signed', () => {
    expect(invoiceBody(draft({ notes: 'a\nb' }))).not.toMatch(/[\r\n\t]|[{[,:] |\ufeff/);
  });
});
