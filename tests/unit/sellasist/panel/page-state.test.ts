// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { modalOpen } from '../../../../utils/sellasist/panel/modal.ts';
import { layoutChanged, selectorHits } from '../../../../utils/sellasist/panel/self-check.ts';
import { unsavedAddress } from '../../../../utils/sellasist/panel/unsaved.ts';
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

test('the modal is open while it carries the class show', () => {
  expect(modalOpen(load(fixtures.orderCard()))).toBe(false);
  pick('#master_popup').classList.add('show');
  expect(modalOpen(document)).toBe(true);
});

test('the self-check counts hits and no text', () => {
  expect(selectorHits(load(fixtures.orderCard()))).toEqual({
    '.m-panel-section-heading__title': 5,
    '.m-order-panel-section': 1,
    '.m-order-change-status__wrapper': 1,
    '.c-order-product, .prod': 1,
    '#bill_address_company_nip input.company_nip': 1,
    '#tracking_numbers': 1,
    '#master_popup': 1,
  });
});

test('a card of which nothing is known any more is called a changed layout, the older one is not', () => {
  expect(layoutChanged(selectorHits(load(fixtures.strippedCard())))).toBe(true);
  expect(layoutChanged(selectorHits(load(fixtures.olderCard())))).toBe(false);
});
