// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { numberOnPage, numberShown, speaksOfDocuments } from '../../../../utils/sellasist/panel/document-text.ts';
import { documentCard } from './fixtures/document-card.ts';
import { documentList } from './fixtures/lists.ts';

const load = (body: string): Document => {
  document.body.innerHTML = body;
  return document;
};
const headed = (heading: string) => load(documentCard({ heading: `<h1>${heading}</h1>` }));

describe('a page speaks of documents', () => {
  test.each(['Faktura FV/12/11/2026', 'Korekta KOR/1', 'Paragon PAR/3', 'Dokument 7', 'EDYCJA DOKUMENTU'])(
    'with the heading %s',
    (heading) => expect(speaksOfDocuments(headed(heading))).toBe(true),
  );
  test.each(['Zamówienie nr 1001', 'Serie', 'Kalendarz'])('not with the heading %s', (heading) =>
    expect(speaksOfDocuments(headed(heading))).toBe(false),
  );
  test('in a list’s heading of the second rank', () => expect(speaksOfDocuments(load(documentList()))).toBe(true));
  test('in the breadcrumbs', () =>
    expect(speaksOfDocuments(load('<div class="c-breadcrumbs">Dokumenty sprzedaży › 77</div>'))).toBe(true));
  test('not because its menu or its text does', () =>
    expect(speaksOfDocuments(load('<nav><a>Dokumenty [Nowe]</a></nav><h1>Produkt</h1><p>Faktura</p>'))).toBe(false));
});

describe('the number on the page', () => {
  test.each([
    ['Faktura FV/12/11/2026', 'FV/12/11/2026'],
    ['Faktura FV 12/11/2026', 'FV 12/11/2026'],
    ['Faktura 12/11/2026 z dnia 20.11.2026', '12/11/2026'],
    ['Korekta KOR/1/11/2026, do faktury', 'KOR/1/11/2026'],
    ['Faktura nr FV-12', 'FV-12'],
    ['Paragon PAR 3/2026', 'PAR 3/2026'],
  ])('%s → %s', (heading, number) => expect(numberShown(headed(heading))).toBe(number));

  test('is that of the field when the heading has none', () =>
    expect(numberShown(headed('Edycja dokumentu'))).toBe('FV/12/11/2026'));

  test('is none where nothing looks like one', () =>
    expect(numberShown(load('<h1>Dokument 77</h1><p>FV/12/11/2026</p>'))).toBeNull());
});

describe('the number that the API has', () => {
  test('agrees in whatever pattern it is, when the heading has it', () => {
    expect(numberOnPage(headed('Faktura 2026-11-0012'), '2026-11-0012')).toEqual({ agrees: true });
    expect(numberOnPage(headed('Faktura F 12 / 11 / 2026'), 'F 12/11/2026')).toEqual({ agrees: true });
  });

  test.each(['FV/12/11/202', 'V/12/11/2026', 'FV/112/11/2026', '12/11/2026', 'FV/13/11/2026'])(
    'differs as %s: a part is not the whole',
    (number) =>
      expect(numberOnPage(headed('Faktura FV/12/11/2026'), number)).toEqual({ agrees: false, seen: 'FV/12/11/2026' }),
  );

  test.each([
    ['Korekta KOR/3/11/2026 do faktury FV/12/11/2026', 'KOR/3/11/2026', true],
    ['Korekta KOR/3/11/2026 do faktury FV/12/11/2026', 'FV/12/11/2026', false],
    ['Korekta do FV/12/11/2026', 'FV/12/11/2026', false],
    ['Faktura korygująca do faktury FV/12/11/2026', 'FV/12/11/2026', false],
    ['Faktura do zamówienia FV/12/11/2026', 'FV/12/11/2026', true],
  ])('in the heading %s as %s: %s, for what a correction is to is another document', (heading, number, agrees) =>
    expect(numberOnPage(headed(heading), number).agrees).toBe(agrees),
  );

  test('is not to be seen: then nothing is known', () =>
    expect(numberOnPage(load('<h1>Dokument</h1>'), 'FV/1/2026')).toEqual({ agrees: false, seen: null }));

  test('of nothing agrees with nothing', () =>
    expect(numberOnPage(load('<h1>Dokument</h1>'), '')).toEqual({ agrees: false, seen: null }));
});
