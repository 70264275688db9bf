// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findAnchor } from '../../../../utils/sellasist/panel/anchor.ts';
import * as fixtures from './fixtures/order-card.ts';

/** Where a host would go: the rung, the anchor's id or class, and the host's neighbours. */
const placed = (body: string) => {
  document.body.innerHTML = body;
  const anchor = findAnchor(document);
  if (anchor === null) return null;
  const host = document.createElement('mostek-panel');
  anchor.element[anchor.position](host);
  return { rung: anchor.rung, before: host.nextElementSibling, after: host.previousElementSibling, host };
};

describe('each rung of the ladder holds when the ones above it are missing', () => {
  test('1: before the section Dodatkowe pola', () => {
    const place = placed(fixtures.orderCard());
    expect(place?.rung).toBe(1);
    expect(place?.before?.id).toBe('FAKE-fields');
  });
  test('2: after the document address', () => {
    const place = placed(fixtures.without('FIELDS'));
    expect(place?.rung).toBe(2);
    expect(place?.after?.id).toBe('FAKE-address');
  });
  test('3: after the tracking numbers', () => {
    const place = placed(fixtures.without('FIELDS', 'ADDRESS'));
    expect(place?.rung).toBe(3);
    expect(place?.after?.id).toBe('FAKE-tracking');
  });
  test('4: after the status box', () => {
    const place = placed(fixtures.orderCard(['STATUS', 'PRODUCTS', 'NOTES']));
    expect(place?.rung).toBe(4);
    expect(place?.after?.className).toBe('m-order-change-status__wrapper');
  });
  test('5: after the rows with the name of the customer', () => {
    const place = placed(
      '<div class="m-order-panel-section">Wysyłka</div><div class="m-order-panel-section" id="who">IMIĘ I\n NAZWISKO Anna</div>',
    );
    expect(place?.rung).toBe(5);
    expect(place?.after?.id).toBe('who');
  });
  test('6: before the products, outside the body that their heading folds away', () => {
    const place = placed(fixtures.orderCard(['PRODUCTS']));
    expect(place?.rung).toBe(6);
    expect(place?.before?.className).toBe('content');
    expect(place?.host.parentElement?.id).toBe('FAKE-products');
  });
});

test('the older markup has a place before its products', () => {
  const place = placed(fixtures.olderCard());
  expect(place?.rung).toBe(6);
  expect(place?.before?.className).toBe('content');
});

test('a card without any known class has no place', () => expect(placed(fixtures.strippedCard())).toBeNull());
test('neither has the login page', () => expect(placed(fixtures.LOGIN)).toBeNull());

test.each([
  'DODATKOWE POLA',
  ' Dodatkowe\n\t pola ',
  'Dodatkowe pola (3)',
  'Dodatkowe (3) pola',
  'Dodatkowé&nbsp;pola',
])('the title is compared without case, diacritics, counters and white space: %j', (title) => {
  expect(placed(fixtures.orderCard().replace('Dodatkowe pola', title))?.rung).toBe(1);
});

test('the section with exactly the title wins over one that only mentions it', () => {
  const mention = fixtures.FIELDS.replace('Dodatkowe pola', 'Dodatkowe pola produktu').replace(
    'FAKE-fields',
    'FAKE-product-fields',
  );
  expect(placed(fixtures.orderCard().replace('<h1>', `${mention}<h1>`))?.before?.id).toBe('FAKE-fields');
});

test('what lies in the modal is no place', () => {
  expect(placed(`<div id="master_popup">${fixtures.FIELDS}</div>`)).toBeNull();
});

test('what nobody can see is no place either, and the next rung is taken', () => {
  const place = placed(
    fixtures
      .orderCard()
      .replace('<section class="FAKE-box" id="FAKE-fields">', '<div style="display:none"><section id="FAKE-fields">'),
  );
  expect(place?.rung).toBe(2);
});

test('the host stays out of a form around the whole card, at its top where it is seen', () => {
  const place = placed(fixtures.cardInForm());
  expect(place?.host.closest('form')).toBeNull();
  expect(place?.before?.id).toBe('FAKE-form');

  const withoutFields = placed(fixtures.cardInForm().replace('Dodatkowe pola', 'Inne'));
  expect(withoutFields?.rung).toBe(2);
  expect(withoutFields?.before?.id).toBe('FAKE-form');
});

test('the host stays out of a form around one section', () => {
  const card = fixtures
    .orderCard(['ADDRESS', 'STATUS'])
    .replace('<section', '<form id="one"><section')
    .replace('</section>', '</section></form>');
  const place = placed(card);
  expect(place?.rung).toBe(2);
  expect(place?.after?.id).toBe('one');
});

test('the host stays out of a folded body that holds a whole section', () => {
  const place = placed(
    `<section id="outer"><div class="m-panel-section-heading"><span class="m-panel-section-heading__title">Więcej</span></div>
     <div class="content" hidden>${fixtures.FIELDS}</div></section>`,
  );
  expect(place?.host.closest('.content')).toBeNull();
  expect(place?.host.parentElement?.id).toBe('outer');
});

test('a wrapper that happens to be called content is no folded body', () => {
  const place = placed(
    `<h1>Zamówienie nr 1001</h1><div class="content">${fixtures.SECTIONS.ADDRESS}</div><div class="content">${fixtures.FIELDS}</div>`,
  );
  expect(place?.before?.id).toBe('FAKE-fields');
});

test('a column called content beside a column of sections is no folded body', () => {
  const place = placed(
    `<div class="left">${fixtures.SECTIONS.NOTES}</div><div class="content">${fixtures.FIELDS}</div>`,
  );
  expect(place?.before?.id).toBe('FAKE-fields');
});

test('where headings and bodies are siblings, after a section means after its body', () => {
  const place = placed(fixtures.flatCard());
  expect(place?.rung).toBe(2);
  expect(place?.after?.id).toBe('FAKE-address-body');
});

test('a list of products in a table gets the host before the table', () => {
  const place = placed('<div><table id="t"><tbody><tr class="prod"><td>Kubek</td></tr></tbody></table></div>');
  expect(place?.before?.id).toBe('t');
});

test('a body that is folded away is left even when no heading of it is known', () => {
  const place = placed(`<p>Więcej</p><div class="content" id="folded" style="display: none">${fixtures.FIELDS}</div>`);
  expect(place?.before?.id).toBe('folded');
});
