/** What an error answer says, fit for a record: short, on one line, and without anything that was sent in confidence. */
import { isNothing, isRecord } from './loose';

const LONGEST = 200;
/** An echo of this many characters of a secret counts as a piece of it. */
const ECHO = 6;

/** The body's words, `message` before `error` before `code`; objects are written out (sellasist-api 2.4). Untrusted, unbounded. */
export function saidIn(body: unknown): string {
  const value: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
  const said = isRecord(value) ? [value.message, value.error, value.code].find((part) => !isNothing(part)) : value;
  if (isNothing(said) || said === false) return '';
  return typeof said === 'string' ? said : JSON.stringify(said);
}

/** `secrets`: the key and every value of a field that went out with the request. */
export function boundedText(text: string, secrets: readonly string[]): string {
  const line = folded(text.slice(0, 2000)).replace(/[A-Za-z0-9+/_-]{32,}={0,2}/g, '…');
  const hidden = new Uint8Array(line.length);
  for (const secret of secrets) hide(line, secret, hidden);
  let out = '';
  for (let at = 0; at < line.length && out.length < LONGEST; at += 1) {
    if (hidden[at] === 0) out += line[at];
    else if (hidden[at - 1] !== 1) out += '…';
  }
  return out.toWellFormed();
}

function folded(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

/** A large value is a file, whose middle the run of base64 above stands for: only its two ends are looked for. */
function hide(line: string, secret: string, hidden: Uint8Array): void {
  const where = lower(line);
  const ends = secret.length > 8000 ? `${secret.slice(0, 4000)}\n${secret.slice(-4000)}` : secret;
  const whole = lower(folded(ends));
  const width = Math.min(ECHO, whole.length);
  if (width < 3) return;
  for (let at = 0; at + width <= where.length; at += 1) {
    if (whole.includes(where.slice(at, at + width))) hidden.fill(1, at, at + width);
  }
}

/** Only letters that keep their place: `İ` in lower case is two. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
