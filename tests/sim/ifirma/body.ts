import type { SimRequest } from '../http.ts';
import { type Refusal, refusal, unreadable } from './answer.ts';
import type { Arrived } from './book.ts';

/** Reads the body of a POST or PUT (ifirma-api 1.4): Kod 102 wrong type, 101 wrong encoding, 200 not JSON. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The charset of a JSON type, lower case; null for any other type and for JSON without a charset, which the documentation does not know. */
const charsetOf = (contentType: string | undefined): string | null =>
  /^application\/json\s*;\s*charset\s*=\s*"?([\w-]+)"?$/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;

export const readBody = (
  request: SimRequest,
):
  | { readonly ok: true; readonly arrived: Omit<Arrived, 'protocol'> }
  | { readonly ok: false; readonly refusal: Refusal } => {
  const no = (wrong: Refusal) => ({ ok: false, refusal: wrong }) as const;
  const wrongType = refusal(102, 'Niepoprawny typ zawartości żądania');
  const charset = charsetOf(request.headers['content-type']);
  if (charset === null) return no(wrongType);
  const wrongEncoding = refusal(101, 'Niepoprawne kodowanie znaków, wymagane UTF-8');
  if (charset !== 'utf-8') return no(wrongEncoding);
  let raw: string;
  try {
    raw = decoder.decode(request.body);
  } catch {
    return no(wrongEncoding);
  }
  try {
    const content: unknown = JSON.parse(raw);
    return { ok: true, arrived: { content, raw } };
  } catch {
    return no(unreadable);
  }
};
