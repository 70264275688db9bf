/** What stands on the extension's icon, and what is said when a person points at it. */
import type { Language } from '../messages';
import { counted } from './figures';

const DOCUMENTS_PL = {
  one: 'dokument wymaga uwagi',
  few: 'dokumenty wymagają uwagi',
  many: 'dokumentów wymaga uwagi',
  other: 'dokumentu wymaga uwagi',
};
const DOCUMENTS_EN = {
  one: 'document needs attention',
  few: 'documents need attention',
  many: 'documents need attention',
  other: 'documents need attention',
};

const TITLES = {
  pl: {
    quiet: 'Mostek',
    locked: 'Mostek jest zablokowany i niczego nie wysyła. Kliknij, aby podać hasło.',
    closed: 'Mostek nie może otworzyć swojej bazy danych i niczego nie wysyła. Kliknij, aby zobaczyć, co zrobić.',
    waiting: (count: number) => `Mostek: ${counted('pl', count, DOCUMENTS_PL)}`,
  },
  en: {
    quiet: 'Mostek',
    locked: 'Mostek is locked and sends nothing. Click to give the passphrase.',
    closed: 'Mostek cannot open its database and sends nothing. Click to see what to do.',
    waiting: (count: number) => `Mostek: ${counted('en', count, DOCUMENTS_EN)}`,
  },
} satisfies Readonly<Record<Language, object>>;

const RED = '#ad2318';
const GREY = '#52606e';
/** More than three digits do not fit on an icon. */
const MOST = 999;

export interface BadgeWords {
  /** Empty: none. */
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

export const badgeWords = (
  language: Language,
  {
    isLocked,
    waiting,
    isClosed = false,
  }: { readonly isLocked: boolean; readonly waiting: number; readonly isClosed?: boolean },
): BadgeWords => {
  const titles = TITLES[language];
  // Red, because unlike with the lock something has to be mended.
  if (isClosed) return { text: 'STOP', colour: RED, title: titles.closed };
  if (isLocked) return { text: 'STOP', colour: GREY, title: titles.locked };
  if (waiting === 0) return { text: '', colour: RED, title: titles.quiet };
  return { text: waiting > MOST ? `${MOST}+` : String(waiting), colour: RED, title: titles.waiting(waiting) };
};
