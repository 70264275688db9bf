/**
 * PUT /orders/{id} (sellasist-api 6). Everything is judged before anything is changed, so a refused body changes
 * nothing. What is not sent stays.
 */
import { grosze, isMoneyText } from '../amounts.ts';
import type { Order } from '../model.ts';
import type { PanelState } from '../state.ts';
import { addressChange } from './address-write.ts';
import type { JsonObject } from './body.ts';
import { type Change, change, refuse } from './change.ts';
import { fieldChanges } from './field-write.ts';

export function orderChanges(state: PanelState, order: Order, body: JsonObject): readonly Change[] {
  const keys = Object.keys(body);
  if (keys.length === 0) return [refuse('Empty body')];
  return keys.flatMap((key) => changeOf(state, order, key, body[key]));
}

function changeOf(state: PanelState, order: Order, key: string, value: unknown): readonly Change[] {
  switch (key) {
    case 'status':
      return [statusChange(state, order, value)];
    case 'send_status_to_external':
      return [
        typeof value === 'boolean' ? change(() => undefined) : refuse('send_status_to_external: boolean expected'),
      ];
    case 'payment_status':
      return [paymentStatusChange(order, value)];
    case 'paid':
      return [
        moneyChange(key, value, (amount) => {
          order.payment.paid = amount;
        }),
      ];
    case 'total':
      return [
        moneyChange(key, value, (amount) => {
          order.total = amount;
        }),
      ];
    case 'shipment_price':
      return [
        moneyChange(key, value, (amount) => {
          order.shipment.price = amount;
        }),
      ];
    case 'document_number':
      return [
        textChange(key, value, (text) => {
          order.documentNumber = text;
        }),
      ];
    case 'comment':
      return [
        textChange(key, value, (text) => {
          order.comment = text;
        }),
      ];
    case 'bill_address':
      return [
        addressChange(state, key, order.billAddress, value, (address) => {
          order.billAddress = address;
        }),
      ];
    case 'shipment_address':
      return [
        addressChange(state, key, order.shipmentAddress, value, (address) => {
          order.shipmentAddress = address;
        }),
      ];
    case 'additional_fields':
      return fieldChanges(state, order, value);
    default:
      return [refuse(`Unknown field: ${key}`)];
  }
}

function statusChange(state: PanelState, order: Order, value: unknown): Change {
  const id = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  const status = state.setup.statuses.find((candidate) => candidate.id === id);
  if (!status) return refuse('Unknown status');
  return change(() => {
    order.statusId = id;
    state.addLog(order.id, 'order_status_change', id, `Zmiana statusu na <b>${status.name}</b>`);
  });
}

function paymentStatusChange(order: Order, value: unknown): Change {
  if (value !== 'paid' && value !== 'unpaid' && value !== 'partial') return refuse('Unknown payment_status');
  return change(() => {
    order.payment.status = value;
  });
}

function moneyChange(key: string, value: unknown, set: (amount: number) => void): Change {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !isMoneyText(text)) return refuse(`${key}: amount expected`);
  return change(() => set(grosze(text)));
}

function textChange(key: string, value: unknown, set: (text: string) => void): Change {
  return typeof value === 'string' ? change(() => set(value)) : refuse(`${key}: text expected`);
}
