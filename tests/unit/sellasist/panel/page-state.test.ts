// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { modalOpen } from '../../../../utils/sellasist/panel/modal.ts';
import { cardHits } from '../../../../utils/sellasist/panel/self-check.ts';
import { unsavedAddress, unsavedDocument } from '../../../../utils/sellasist/panel/unsaved.ts';
import { documentCard } from './fixtures/document-card.ts';
import * as fixtures from './fixtures/order-card.ts';

const load = (body: string): Document => {
  document.body.innerHTML = body;
  return document;
};
const pick = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

describe('the document address', () => {
  test('is at rest when it only offers Edytuj', () => expect(unsavedAddress(load(fixtures.orderCard()))).toBe(false));
  test('is being edited when Zapisz and Anuluj are to be seen', () =>
    expect(unsavedAddress(load(fixtures.editingCard()))).toBe(true));
  test('is at rest when those buttons wait out of sight', () => {
    const card = fixtures
      .editingCard()
      .replace('<button type="button">Zapisz', '<span style="display:none"><button type="button">Zapisz');
    expect(unsavedAddress(load(card.replace('Anuluj</button>', 'Anuluj</button></span>')))).toBe(false);
  });
  test('is unsaved when one of its inputs was changed', () => {
    load(fixtures.orderCard().replaceAll(' disabled', ''));
    expect(unsavedAddress(document)).toBe(false);
    pick<HTMLInputElement>('.company_nip').value = '2222222222';
    expect(unsavedAddress(document)).toBe(true);
  });
  test('is unsaved when another country was picked', () => {
    load(
      fixtures
        .orderCard()
        .replace(
          '<button type="button">Edytuj',
          '<select><option selected>PL</option><option>DE</option></select><button>Edytuj',
        ),
    );
    expect(unsavedAddress(document)).toBe(false);
    pick<HTMLSelectElement>('#FAKE-address select').selectedIndex = 1;
    expect(unsavedAddress(document)).toBe(true);
  });
  test('is not concerned by Zapisz of another section', () => {
    load(fixtures.orderCard().replace('</form>', '<button type="submit">Zapisz</button></form>'));
    expect(unsavedAddress(document)).toBe(false);
  });
  test('is not missed on a page that has none', () => expect(unsavedAddress(load(fixtures.LOGIN))).toBe(false));
});

describe('the form of a document', () => {
  test('is saved as it was loaded', () => expect(unsavedDocument(load(documentCard()))).toBe(false));
  test('is unsaved when something was typed there, and not when it was in a search', () => {
    load(`<form><input id="search"><button>Szukaj</button></form>${documentCard()}`);
    pick<HTMLInputElement>('#search').value = 'FV';
    expect(unsavedDocument(document)).toBe(false);
    pick<HTMLInputElement>('#FAKE-number').value = 'FV/13/11/2026';
    expect(unsavedDocument(document)).toBe(true);
  });
  test('is nowhere on a page without one', () => expect(unsavedDocument(load('<h1>Faktura</h1>'))).toBe(false));
});

test('the modal is open while it carries the class show', () => {
  expect(modalOpen(load(fixtures.orderCard()))).toBe(false);
  pick('#master_popup').classList.add('show');
  expect(modalOpen(document)).toBe(true);
});

test('the self-check counts hits, and says no text of the page', () => {
  expect(cardHits(load(fixtures.orderCard()))).toEqual({
    'section-title': 5,
    'section-rows': 1,
    'status-box': 1,
    'product-row': 1,
    'company-nip': 1,
    'tracking-numbers': 1,
    popup: 1,
    'main-heading': 1,
    form: 1,
  });
});
