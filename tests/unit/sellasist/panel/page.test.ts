import { describe, expect, test } from 'vitest';
import { pageOf } from '../../../../utils/sellasist/panel/page.ts';

const at = (url: string) => pageOf(new URL(url));
const path = (pathname: string) => at(`https://sklep.sellasist.pl${pathname}`);

describe('a page is known by its path', () => {
  test.each([
    ['/admin/orders/edit/1001', { kind: 'order-card', orderId: '1001' }],
    ['/admin/orders/edit/1001/', { kind: 'order-card', orderId: '1001' }],
    ['/admin/orders/edit/1001?tab=2#notes', { kind: 'order-card', orderId: '1001' }],
    ['/admin/orders/edit', { kind: 'order-list' }],
    ['/admin/orders/edit/?status_id=3&new_filters=1', { kind: 'order-list' }],
    ['/admin/returns/edit/5', { kind: 'return-card', returnId: '5' }],
    ['/admin/operation_documents/edit/77', { kind: 'document-card', documentId: '77' }],
    ['/admin/operationdocuments/show/77', { kind: 'document-card', documentId: '77' }],
    ['/admin/operationdocuments_sale/edit', { kind: 'document-list' }],
    ['/admin/invoices/edit/', { kind: 'document-list' }],
  ])('%s', (pathname, page) => expect(path(pathname)).toEqual(page));

  test.each([
    '/admin/login?redirect=%2Fadmin%2Forders%2Fedit%2F1001',
    '/admin/login/orders/edit/1001',
    '/admin',
    '/admin/',
    '/orders/edit/1001',
    '/admin/orders/edit/1001/print',
    '/admin/orders/edit/abc',
    '/admin/orders/show/1001',
    '/admin/orders_products/edit',
    '/admin/catalog_products/edit/77',
    '/admin/returns/edit',
    '/admin/documents_series/edit/3',
    '/admin/documents_series/edit',
    '/admin/FAKE_documents/edit/77',
  ])('%s is none of ours', (pathname) => expect(path(pathname)).toBeNull());
});

test.each(['/admin/orders/edit/01001', '/admin/orders/edit/0', '/admin/orders/edit/1234567890123456789'])(
  '%s is not how the panel writes an id, so it names no order',
  (pathname) => expect(path(pathname)).toBeNull(),
);

test.each([
  'https://api.sellasist.pl/admin/orders/edit/1001',
  'https://www.sellasist.pl/admin/orders/edit/1001',
  'https://sellasist.pl/admin/orders/edit/1001',
  'https://a.b.sellasist.pl/admin/orders/edit/1001',
  'https://sklep.sellasist.pl.example/admin/orders/edit/1001',
  'https://sklepsellasist.pl/admin/orders/edit/1001',
  'http://sklep.sellasist.pl/admin/orders/edit/1001',
])('%s is no panel', (url) => expect(at(url)).toBeNull());
