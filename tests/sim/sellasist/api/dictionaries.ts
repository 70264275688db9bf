/** The short lists that rarely change (sellasist-api 7). */
import { COUNTRIES, type Right } from '../dictionaries.ts';
import type { Named } from '../model.ts';
import type { PanelState } from '../state.ts';
import { list } from './answer.ts';
import { PAGING, readQuery } from './query.ts';
import type { Call, Route } from './route.ts';

export const DICTIONARY_ROUTES: readonly Route[] = [
  dictionary('statuses', null, ({ setup }) => setup.statuses),
  dictionary(
    'payments',
    null,
    titled((state) => state.setup.payments),
  ),
  dictionary(
    'shipments',
    null,
    titled((state) => state.setup.shipments),
  ),
  dictionary('sources', null, ({ setup }) => setup.sources),
  dictionary('countries', null, () => COUNTRIES.map(({ id, code, name }) => ({ id, code, name }))),
  dictionary('orders_fields', 'fields', mixedIds),
  dictionary('operationdocuments_series', 'documents', ({ setup }) => setup.series),
  dictionary('documents_series', 'documents', ({ setup }) => setup.oldSeries),
];

function dictionary(name: string, right: Right | null, rows: (state: PanelState) => readonly unknown[]): Route {
  return {
    method: 'GET',
    path: new RegExp(`^/${name}$`),
    right,
    answer: ({ state, request }: Call) => {
      const read = readQuery(state, request.url, PAGING);
      if (!read.ok) return read.answer;
      return list(state, rows(state), read.query.page, (row) => row);
    },
  };
}

/** Their name is called `title`; some clients saw `name` (sellasist-api 7). */
function titled(rows: (state: PanelState) => readonly Named[]): (state: PanelState) => readonly unknown[] {
  return (state) => {
    const key = state.spelling().chance('dictionary.title') ? 'name' : 'title';
    return rows(state).map(({ id, name }) => ({ id, [key]: name }));
  };
}

/** Numbers and strings side by side, always (sellasist-api 13). */
function mixedIds(state: PanelState): readonly unknown[] {
  return state.setup.fields.map((field, index) => ({ ...field, id: index % 2 === 0 ? Number(field.id) : field.id }));
}
