/** The newest document of a panel beside what iFirma would get of it. */
import type { FirstDocument, PreviewView } from '../../../../utils/messages/index.ts';
import { previewView } from '../order-page.ts';

export const firstDocument = (preview: Partial<PreviewView> = {}): FirstDocument => ({
  orderId: '1001',
  key: 'd77',
  panel: 'mojsklep',
  source: {
    number: 'FV/12/11/2026',
    buyer: 'Testowa Sp. z o.o.',
    issueDate: '2026-11-22',
    total: 13598,
    lines: [{ name: 'Kubek', quantity: 2000, gross: 13598 }],
  },
  preview: previewView(preview),
});
