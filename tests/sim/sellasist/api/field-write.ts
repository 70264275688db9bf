/** `additional_fields` of a PUT (sellasist-api 8): much is answered with 200 and not done, hence the read-back. */
import { filesAfterWrite } from '../files.ts';
import type { Order } from '../model.ts';
import type { PanelState } from '../state.ts';
import { isObject } from './body.ts';
import { type Change, change, refuse } from './change.ts';

export function fieldChanges(state: PanelState, order: Order, value: unknown): readonly Change[] {
  if (!Array.isArray(value)) return [refuse('additional_fields: array expected')];
  return value.map((entry: unknown) => fieldChange(state, order, entry));
}

function fieldChange(state: PanelState, order: Order, entry: unknown): Change {
  if (!isObject(entry)) return refuse('additional_fields: objects expected');
  const stranger = Object.keys(entry).find((key) => key !== 'field_id' && key !== 'field_value');
  if (stranger !== undefined) return refuse(`Unknown field: additional_fields.${stranger}`);
  const fieldId = idOf(entry.field_id);
  const text = entry.field_value;
  if (fieldId === null) return refuse('additional_fields.field_id: number expected');
  if (typeof text !== 'string') return refuse('additional_fields.field_value: text expected');

  const field = state.setup.fields.find((candidate) => candidate.id === fieldId);
  const slip = (code: 'field-unknown' | 'file-field-got-text' | 'text-field-got-file'): void => {
    state.journal.slips.push({ code, detail: `${order.id}/${fieldId}` });
  };
  if (!field) return change(() => slip('field-unknown'));
  switch (field.type) {
    case 'text':
    case 'textarea':
      return change(() => {
        if (text.startsWith('JVBER') || text.startsWith('data:')) slip('text-field-got-file');
        order.texts.set(fieldId, text);
      });
    case 'saledocument':
    case 'files':
      return change(() => {
        if (text !== '' && !isBase64(text)) slip('file-field-got-text');
        state.journal.fileWrites.push({ orderId: order.id, fieldId, value: text, at: state.now() });
        const before = order.files.get(fieldId) ?? [];
        order.files.set(fieldId, filesAfterWrite(state.switches.fileMode, before, text, state.keepFile));
      });
    default:
      return field.type satisfies never;
  }
}

function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === 'string' && /^\d+$/.test(value) ? value : null;
}

/** With or without the head of a data URI. */
function isBase64(text: string): boolean {
  const bare = text.replace(/^data:[\w.+-]+\/[\w.+-]+;base64,/, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(bare);
}
