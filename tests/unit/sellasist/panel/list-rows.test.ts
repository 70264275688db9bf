// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://sklep.sellasist.pl/admin/orders/edit" }
import { describe, expect, test } from 'vitest';
import { readList } from '../../../../utils/sellasist/panel/list-rows.ts';
import * as lists from './fixtures/lists.ts';

const orders = (body: string) => {
  document.body.innerHTML = body;
  return readList(document, 'orders', '/admin/orders/edit');
};
const documents = (body: string) => {
  document.body.innerHTML = body;
  return readList(document, 'documents', lists.DOCUMENT_PATH);
};
const ids = ({ rows }: ReturnType<typeof orders>) => rows.map(({ orderId }) => orderId);
const replaced = (what: string, by: string) => lists.orderList().replace(what, by);

describe('the rows of the order list', () => {
  test('are read with the cell of their link and their box', () => {
    const { rows, left } = orders(lists.orderList());
    expect(left).toBe(0);
    expect(
      rows.map(({ orderId, documentId, box, cell }) => [orderId, documentId, box?.value, cell.textContent]),
    ).toEqual([
      ['1001', null, '1001', 'Anna Testowa id: 1001'],
      ['1002', null, '1002', 'Anna Testowa id: 1002'],
    ]);
  });

  test('are the same with the columns in another order', () => {
    expect(ids(orders(lists.reversedOrderList()))).toEqual(['1001', '1002']);
  });

  test('are found in a table without known classes, by its links', () => {
    expect(ids(orders(lists.strippedOrderList(['1', '2', '3'])))).toEqual(['1', '2', '3']);
    expect(ids(orders(lists.strippedOrderList(['1', '2'])))).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['text', 'id: 1001', 'id: 1002'],
    ['check box', 'value="1001"', 'value="1002"'],
    ['second link', '<a href="/admin/orders/edit/1001">edytuj', '<a href="/admin/orders/edit/1002">edytuj'],
    [
      'data-id',
      '<tr><td><input type="checkbox" value="1001">',
      '<tr data-id="7"><td><input type="checkbox" value="1001">',
    ],
    ['another spelling', 'value="1001"', 'value="01001"'],
    ['a link to no number', '/admin/orders/edit/1001">edytuj', '/admin/orders/edit/0">edytuj'],
  ])('a row whose %s contradicts its link is left out, and counted', (_, what, by) => {
    const read = orders(replaced(what, by));
    expect(ids(read)).toEqual(['1002']);
    expect(read.left).toBe(1);
  });

  test('what a product is called is no id of the order', () => {
    expect(ids(orders(replaced('Kubek ceramiczny', 'Tabliczka id: 7')))).toEqual(['1001', '1002']);
  });

  test('a box that only says `on` says nothing', () => {
    expect(ids(orders(replaced(' value="1001"', '')))).toEqual(['1001', '1002']);
  });

  test('a row that says nothing is none, and no contradiction', () => {
    const read = orders(lists.orderList(['<tr><td colspan="6">Brak wyników</td></tr>', lists.orderRow('1001')]));
    expect(ids(read)).toEqual(['1001']);
    expect(read.left).toBe(0);
  });

  test('a link to another panel, or in the panel’s dialog, is none of this list', () => {
    const foreign = replaced(
      'href="/admin/orders/edit/1001">edytuj',
      'href="https://inny.sellasist.pl/admin/orders/edit/7">edytuj',
    );
    expect(ids(orders(foreign))).toEqual(['1001', '1002']);
    expect(ids(orders(`<div id="master_popup">${lists.orderList()}</div>`))).toEqual([]);
  });
});

describe('the rows of the document list', () => {
  test('are read with the document, its order and its number', () => {
    const [row] = documents(lists.documentList()).rows;
    expect([row?.documentId, row?.orderId, row?.number]).toEqual(['77', '1001', 'FV/12/11/2026']);
    expect(row?.cell.textContent).toBe('FV/12/11/2026');
  });

  test('without a column for the order leave the order to the API', () => {
    const [row] = documents(lists.documentList([lists.FV], { withOrder: false })).rows;
    expect([row?.documentId, row?.orderId]).toEqual(['77', null]);
  });

  test('are found in a table that is known by nothing but the words of its head', () => {
    expect(documents(lists.documentList([{ ...lists.FV, dataId: null }], { isPlain: true })).rows).toHaveLength(1);
    document.body.innerHTML =
      '<table><thead><tr><th>Plik</th><th>Rozmiar</th></tr></thead><tbody><tr data-id="1"><td>a</td><td>b</td></tr></tbody></table>';
    expect(readList(document, 'documents', lists.DOCUMENT_PATH).rows).toEqual([]);
  });

  test('of corrections are read alike', () => {
    const kor = { id: '80', number: 'KOR/1/11/2026', orderId: '1003' };
    expect(documents(lists.documentList([kor], { title: 'Dokumenty korygujące' })).rows[0]?.documentId).toBe('80');
  });

  test('that contradict themselves about the document are left out', () => {
    const read = documents(
      lists.documentList([
        { ...lists.FV, dataId: '78' },
        { id: '79', number: 'FV/13/11/2026' },
      ]),
    );
    expect(read.rows.map(({ documentId }) => documentId)).toEqual(['79']);
    expect(read.left).toBe(1);
  });

  test('that contradict themselves about the order are left out', () => {
    const body = lists.documentList().replace('>1001</a>', '>1002</a>');
    expect(documents(body)).toEqual({ rows: [], left: 1 });
  });

  test('do not take a link into another module for their own', () => {
    const other = lists.documentList().replace('href="#">PDF', 'href="/admin/invoices/edit/5">PDF');
    expect(documents(other).rows[0]?.documentId).toBe('77');
  });
});
