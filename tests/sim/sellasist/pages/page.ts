import type { SimRequest, SimResponse } from '../../http.ts';
import type { PanelState } from '../state.ts';
import { PAGE_VARIANTS, type PageVariant } from '../switches.ts';
import { type Html, html, NOTHING } from './html.ts';

/** One request for a page, with the ways in which it is to differ. */
export interface PageCall {
  readonly state: PanelState;
  readonly request: SimRequest;
  /** What the path's group caught; empty when it has none. */
  readonly id: string;
  readonly has: (variant: PageVariant) => boolean;
}

/** From the account's switch and from `?variant=late,csp`. An unknown name is a mistake of the test. */
export function variantsOf(state: PanelState, url: URL): ReadonlySet<PageVariant> {
  const asked = (url.searchParams.get('variant') ?? '').split(',').filter((name) => name !== '');
  const known = asked.map((name) => {
    const variant = PAGE_VARIANTS.find((candidate) => candidate === name);
    if (!variant) throw new Error(`no page variant ${name}`);
    return variant;
  });
  return new Set([...state.switches.variants, ...known]);
}

/** Nothing inline and nothing from elsewhere; markup from text only through the page's own policy. */
const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types panel',
].join('; ');

export interface PageContent {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Pages of somebody who is not logged in have no menu. */
  readonly menu?: boolean;
}

export function page(call: PageCall, { title, body, status = 200, menu = true }: PageContent): SimResponse {
  const document = html`<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - panel testowy</title>
<link rel="stylesheet" href="/admin/FAKE_assets/panel.css">
<script src="/admin/FAKE_assets/panel.js" defer></script>
${call.has('hostile') ? html`<script src="/admin/FAKE_assets/hostile.js" defer></script>` : NOTHING}
</head>
<body>
${menu ? menuOf(call) : NOTHING}
<div id="FAKE-page">
${body}
</div>
<div id="master_popup" hidden><div class="FAKE-popup"><button type="button" class="master_popup_close">x</button><p>Okno panelu</p></div></div>
</body>
</html>
`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'set-cookie': 'FAKE_session=1; Path=/; Secure; HttpOnly; SameSite=Lax',
      ...(call.has('csp') ? { 'content-security-policy': STRICT_POLICY } : {}),
    },
    body: document.html,
  };
}

function menuOf({ state, request }: PageCall): Html {
  const { documentsPath } = state.switches;
  const entries: readonly [string, string][] = [
    ['/admin', 'Pulpit'],
    ['/admin/orders/edit', 'Zamówienia'],
    ['/admin/orders_products/edit', 'Pakowanie'],
    ['/admin/returns/edit', 'Zwroty'],
    [documentsPath, 'Dokumenty [Nowe]'],
    [`${documentsPath}?type=correct`, 'Dokumenty korygujące'],
  ];
  const here = request.url.pathname;
  const active = entries.findLast(([path]) => path !== '/admin' && !path.includes('?') && here.startsWith(path));
  return html`<nav class="FAKE-menu"><strong>${state.setup.shop}</strong>${entries.map(
    ([path, name]) => html`<a href="${path}"${path === active?.[0] ? html` class="is-active"` : NOTHING}>${name}</a>`,
  )}</nav>`;
}

export const redirect = (status: 302 | 303, location: string): SimResponse => ({
  status,
  headers: { location, 'content-type': 'text/html; charset=utf-8' },
  body: '',
});
