import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SimHandler, SimResponse } from '../../http.ts';
import { FILE_PATH } from '../addresses.ts';
import type { PanelState } from '../state.ts';
import { documentListPage, documentPage } from './document-pages.ts';
import { orderListPage, orderRows } from './order-list.ts';
import { orderPage } from './order-page.ts';
import { type PageCall, redirect, variantsOf } from './page.ts';
import { orderLog, saveStatus } from './panel-calls.ts';
import { dashboardPage, loginPage, missing, packingPage, productPage, seriesPage } from './plain.ts';
import { returnListPage, returnPage } from './return-pages.ts';

type View = (call: PageCall) => SimResponse;

const VIEWS: readonly [RegExp, View][] = [
  [/^\/admin\/?$/, dashboardPage],
  [/^\/admin\/orders\/edit\/?$/, orderListPage],
  [/^\/admin\/orders\/edit\/(\d+)\/?$/, orderPage],
  [/^\/admin\/orders_products\/edit\/?$/, packingPage],
  [/^\/admin\/catalog_products\/edit\/(\d+)\/?$/, productPage],
  [/^\/admin\/operationdocuments_series\/edit\/?$/, seriesPage],
  [/^\/admin\/returns\/edit\/?$/, returnListPage],
  [/^\/admin\/returns\/edit\/(\d+)\/?$/, returnPage],
  [/^\/admin\/orders\/FAKE_rows$/, orderRows],
  [/^\/admin\/orders\/FAKE_log\/(\d+)$/, orderLog],
];

export function createPages(state: PanelState): SimHandler {
  return (request) => {
    const { pathname, search, searchParams } = request.url;
    const variants = variantsOf(state, request.url);
    const call = (id: string): PageCall => ({ state, request, id, has: (variant) => variants.has(variant) });

    const asset = /^\/admin\/FAKE_assets\/(panel\.css|panel\.js|hostile\.js)$/.exec(pathname)?.[1];
    if (asset !== undefined) return assetAnswer(asset);
    const fileNumber = FILE_PATH.exec(pathname)?.[1];
    if (fileNumber !== undefined) return fileAnswer(state, Number(fileNumber)) ?? missing(call(''), 'Nie ma pliku');
    if (pathname === '/favicon.ico') return { status: 204, body: '' };
    if (pathname === '/') return redirect(302, '/admin');
    if (pathname === '/admin/login') {
      if (request.method !== 'POST') return loginPage(call(''));
      const target = searchParams.get('redirect') ?? '/admin';
      return redirect(303, /^\/admin(?!\/\/)/.test(target) ? target : '/admin');
    }
    if (state.switches.session === 'expired') {
      return redirect(302, `/admin/login?redirect=${encodeURIComponent(pathname + search)}`);
    }

    if (request.method === 'POST') {
      const statusOf = /^\/admin\/orders\/FAKE_status\/(\d+)$/.exec(pathname)?.[1];
      if (statusOf !== undefined) return saveStatus(call(statusOf));
      const contentType = request.headers['content-type'] ?? '';
      state.journal.submissions.push({ path: pathname, contentType, body: request.body });
      return redirect(303, pathname + search);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return { status: 405, headers: { allow: 'GET' }, body: '' };

    const [pattern, view] = [...documentViews(state), ...VIEWS].find(([path]) => path.test(pathname)) ?? [];
    return pattern && view ? view(call(pattern.exec(pathname)?.[1] ?? '')) : missing(call(''), 'Nie ma takiej strony');
  };
}

/** Their address is unknown, so it is a switch. */
function documentViews(state: PanelState): readonly [RegExp, View][] {
  const module = state.switches.documentsPath.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [
    [new RegExp(`^${module}/?$`), documentListPage],
    [new RegExp(`^${module}/(\\d+)/?$`), documentPage],
  ];
}

function assetAnswer(name: string): SimResponse {
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
  return {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8` },
    body: readFileSync(path.join(import.meta.dirname, 'assets', name)),
  };
}

function fileAnswer(state: PanelState, number: number): SimResponse | null {
  const file = state.allFiles.get(number);
  return file ? { status: 200, headers: { 'content-type': 'application/pdf' }, body: file.bytes } : null;
}
