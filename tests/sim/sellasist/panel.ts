import { addDocument, addOldDocument, type DocumentInput, type OldDocumentInput } from './build-document.ts';
import { addOrder, type OrderInput } from './build-order.ts';
import { addReturn, type ReturnInput } from './build-return.ts';
import type { PanelSetup } from './dictionaries.ts';
import type { StoredFile } from './files.ts';
import type { OldDocument, OperationDocument, Order, Return } from './model.ts';
import { createState, type PanelState } from './state.ts';

/** One Sellasist account as a test uses it. */
export interface Panel extends PanelState {
  readonly addOrder: (input?: OrderInput) => Order;
  /** Without `orderId` a new order is made for it; with `orderId: null` it has none. */
  readonly addDocument: (input?: DocumentInput) => OperationDocument;
  readonly addOldDocument: (input: OldDocumentInput) => OldDocument;
  readonly addReturn: (input: ReturnInput) => Return;
  /** What the field of the order holds now, byte for byte. */
  readonly files: (orderId: string, fieldId: string) => readonly StoredFile[];
  /** What the text field of the order holds now. */
  readonly text: (orderId: string, fieldId: string) => string;
}

export function createPanel(setup: PanelSetup, now: () => number, today: string): Panel {
  const state = createState(setup, now, today);
  const order = (id: string): Order => {
    const found = state.orders.get(id);
    if (!found) throw new Error(`no order ${id} in ${setup.subdomain}`);
    return found;
  };
  return {
    ...state,
    addOrder: (input) => addOrder(state, input),
    addDocument: (input = {}) => {
      if (input.orderId === null) return addDocument(state, null, input);
      return addDocument(state, input.orderId === undefined ? addOrder(state) : order(input.orderId), input);
    },
    addOldDocument: (input) => addOldDocument(state, input),
    addReturn: (input) => addReturn(state, input),
    files: (orderId, fieldId) => order(orderId).files.get(fieldId) ?? [],
    text: (orderId, fieldId) => order(orderId).texts.get(fieldId) ?? '',
  };
}
