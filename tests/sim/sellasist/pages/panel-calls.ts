/** What the panel's own script asks for behind the page. Its real addresses are unknown; ours are marked FAKE. */
import type { SimResponse } from '../../http.ts';
import type { PageCall } from './page.ts';

/** A status is saved without reloading the page (sellasist-panel 2). */
export function saveStatus({ state, request, id }: PageCall): SimResponse {
  const order = state.orders.get(id);
  const statusId = new URLSearchParams(request.body.toString('utf8')).get('status') ?? '';
  const status = state.setup.statuses.find((candidate) => candidate.id === statusId);
  if (!order || !status) return json(400, { ok: false });
  order.statusId = status.id;
  state.addLog(id, 'order_status_change', status.id, `Zmiana statusu na <b>${status.name}</b>`);
  return json(200, { ok: true });
}

/** The activity log, loaded when its heading is clicked. */
export function orderLog({ state, id }: PageCall): SimResponse {
  const rows = state.logs.filter((log) => log.orderId === id);
  return json(
    200,
    rows.map(({ date, action }) => ({ date, text: action.replace(/<[^>]*>/g, '') })),
  );
}

const json = (status: number, value: unknown): SimResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});
