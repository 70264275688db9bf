/**
 * What Mostek writes into the state field of an order (design 3, "Two computers"): a sentence for people and behind it, in brackets, the
 * same for other computers.
 *
 *     Mostek: wysyła Biuro, 22.11.2026 13:05 [mostek claim d77 k7f3a2 9x8y7z2a 1795349100000]
 *     Mostek: wysłano 12/11/2026, 22.11.2026 13:06 [mostek done d77 k7f3a2 p4q5r6s7 1795349160000 12_11_2026]
 *
 * Nobody knows what a panel's field does to a text, so the part in brackets is plain letters that survive being escaped for HTML,
 * trimmed and folded. It may stand in the middle of something else.
 */
import { warsawDate } from './dates';

/** What a text may say of a document; the words are the panel's for ever, since older computers read them. */
const WORDS = ['claim', 'issued', 'done', 'incomplete', 'failed', 'uncertain', 'skipped'] as const;
export type StateWord = (typeof WORDS)[number];

export interface StateMark {
  /** `claim`: it is being sent; the others are states of a transfer. */
  readonly word: StateWord;
  /** Of the document that it speaks of. */
  readonly key: string;
  /** Id of the computer that wrote it. */
  readonly computer: string;
  /** No two texts have the same. */
  readonly nonce: string;
  /** When it was written, by that computer's clock; epoch milliseconds. */
  readonly at: number;
  /** iFirma's number; null while none is known. */
  readonly number: string | null;
}

export interface StateText extends StateMark {
  /** The name of that computer, as far as it can still be read. */
  readonly name: string;
}

/** A text field of a panel surely takes this much; some cut what is longer. */
const LONGEST = 119;
const LONGEST_NAME = 20;
const LONGEST_NUMBER = 40;

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * At most 119 characters. Where there is little room people are told less, and a number of unheard-of length is left out.
 *
 * @param isNamed what is booked names its computer as well, so that others can say who sends by itself.
 */
export function stateText(mark: StateMark, computerName: string, isNamed = false): string {
  const whole = tokenOf(mark);
  const token = `Mostek ${whole}`.length <= LONGEST ? whole : tokenOf({ ...mark, number: null });
  const name = readable(computerName, LONGEST_NAME);
  const number = readable(mark.number ?? '', LONGEST_NUMBER);
  const bare = sentence(mark.word, '', '');
  const when = `, ${momentOf(mark.at)}`;
  const most = sentence(mark.word, name, number);
  const isBooked = mark.word === 'issued' || mark.word === 'done';
  const named = isNamed && isBooked && name !== '' ? [`${most} (${name})${when}`] : [];
  const sentences = [...named, `${most}${when}`, `${bare}${when}`, bare];
  const said = sentences.find((text) => `Mostek: ${text} ${token}`.length <= LONGEST);
  return said === undefined ? `Mostek ${token}` : `Mostek: ${said} ${token}`;
}

/** The last mark in a text, whatever stands around it; null: there is none. Untrusted, unbounded. */
export function stateTextIn(text: string): StateText | null {
  const folded = text.replace(/(?:\s|&nbsp;|&#160;|&#xa0;)+/gi, ' ');
  const found = [...folded.matchAll(TOKEN)].at(-1);
  if (found === undefined) return null;
  const { word, key = '', computer = '', nonce = '', at, number } = found.groups ?? {};
  const known = WORDS.find((candidate) => candidate === word);
  const moment = Number(at);
  const plain = number === undefined ? null : fromPlain(number);
  if (known === undefined || !Number.isSafeInteger(moment) || plain === '') return null;
  const name = NAME.exec(folded.slice(Math.max(0, found.index - LONGEST), found.index))?.groups;
  return { word: known, key, computer, nonce, at: moment, number: plain, name: name?.sending ?? name?.other ?? '' };
}

/** Mostek wrote it, but a field that takes less has cut it, or somebody has changed it. */
export function isBrokenMark(text: string): boolean {
  return stateTextIn(text) === null && /\[\s*mostek\b|^\s*Mostek:/i.test(text);
}

const TOKEN =
  /\[ ?mostek (?<word>[a-z]{1,20}) (?<key>[dorc][\w-]{1,64}) (?<computer>[a-z0-9]{1,16}) (?<nonce>[a-z0-9]{1,32}) (?<at>\d{1,16})(?: (?<number>[\w.~-]{1,200}))? ?\]/g;

/** Of the last sentence before a mark. */
const NAME =
  /.*Mostek: (?:wysyła (?<sending>[^[\]]{1,40})|[^[\](]{1,40}\((?<other>[^()[\]]{1,40})\)), \d\d\.\d\d\.\d{4} \d\d:\d\d $/;

function tokenOf({ word, key, computer, nonce, at, number }: StateMark): string {
  const plain = number === null ? '' : toPlain(number.trim());
  const parts = ['mostek', word, key, computer, nonce, String(at)];
  return `[${(plain === '' || plain.length > LONGEST_NUMBER ? parts : [...parts, plain]).join(' ')}]`;
}

function sentence(word: StateWord, name: string, number: string): string {
  const by = name === '' ? '' : ` (${name})`;
  switch (word) {
    case 'claim':
      return `wysyła ${name}`.trim();
    case 'issued':
      return `wystawiono ${number}`.trim();
    case 'done':
      return `wysłano ${number}`.trim();
    case 'incomplete':
      return `wymaga uzupełnienia${by}`;
    case 'failed':
      return `błąd${by}`;
    case 'uncertain':
      return `do sprawdzenia${by}`;
    case 'skipped':
      return `pominięto${by}`;
    default:
      return word satisfies never;
  }
}

/** `22.11.2026 13:05`, in Poland. */
function momentOf(instant: number): string {
  return `${warsawDate(instant).split('-').reverse().join('.')} ${TIME.format(instant)}`;
}

/** On one line, without anything that is a sign of HTML or of the mark, and not too long. */
function readable(text: string, most: number): string {
  const line = text
    .replace(/[[\](){}<>&"'`\\]/g, '')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return [...line].slice(0, most).join('').trim();
}

/** A number in letters that nothing escapes. In iFirma's addresses `/` is `_` as well (ifirma-api 5.3). */
function toPlain(number: string): string {
  return [...number]
    .map((letter) => {
      if (letter === '/') return '_';
      return /[A-Za-z0-9.-]/.test(letter) ? letter : `~${(letter.codePointAt(0) ?? 0).toString(16)}~`;
    })
    .join('');
}

/** Empty: it is no number of ours. */
function fromPlain(plain: string): string {
  let isSound = true;
  const number = plain.replaceAll('_', '/').replace(/~([0-9a-f]{1,6})~/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    if (code > 0x10ffff) isSound = false;
    return isSound ? String.fromCodePoint(code) : '';
  });
  return isSound ? number : '';
}
