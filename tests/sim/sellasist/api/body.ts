import type { SimRequest, SimResponse } from '../../http.ts';
import type { PanelState } from '../state.ts';
import { message } from './answer.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export type BodyResult =
  | { readonly ok: true; readonly body: JsonObject }
  | { readonly ok: false; readonly answer: SimResponse };

export function readBody(state: PanelState, request: SimRequest): BodyResult {
  const { 'content-type': contentType = '' } = request.headers;
  const type = contentType.toLowerCase().replaceAll(' ', '');
  if (type !== 'application/json' && type !== 'application/json;charset=utf-8') {
    return refused(400, 'Content-Type must be application/json');
  }
  if (request.body.byteLength > state.switches.bodyLimit) return refused(413, 'Payload too large');
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(request.body);
    // The service's parser rejects a quote that was escaped this way (sellasist-api 1).
    if (text.includes('\\u0022')) return refused(400, 'Invalid JSON');
    value = JSON.parse(text);
  } catch {
    return refused(400, 'Invalid JSON');
  }
  if (!isObject(value)) return refused(400, 'Invalid JSON: object expected');
  return { ok: true, body: value };
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (status: number, text: string): BodyResult => ({ ok: false, answer: message(status, text) });
