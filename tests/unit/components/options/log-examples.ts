import type { LogRow } from '../../../../utils/messages/index.ts';

export const logRow = (over: Partial<LogRow> = {}): LogRow => ({
  id: 1,
  at: Date.parse('2026-11-22T09:15:03Z'),
  accountId: 'a1',
  panel: 'demo',
  key: 'd77',
  kind: 'invoice',
  orderId: '1001',
  documentNumber: 'FV/12/11/2026',
  event: 'step',
  step: 'issue',
  state: 'sending',
  number: null,
  reason: null,
  findings: [],
  ms: 120,
  ...over,
});
