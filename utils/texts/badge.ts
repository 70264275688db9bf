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
    waiting: (count: number) => `Mostek: ${counted('pl', count, DOCUMENTS_PL)}`,
  },
  en: {
    quiet: 'Mostek',
    locked: 'Mostek is locked and sends nothing. Click to give the passphrase.',
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
  { isLocked, waiting }: { readonly isLocked: boolean; readonly waiting: number },
): BadgeWords => {
  const titles = TITLES[language];
  if (isLocked) return { text: 'STOP', colour: GREY, title: titles.locked };
  if (waiting === 0) return { text: '', colour: RED, title: titles.quiet };
  return { text: waiting > MOST ? `${MOST}+` : String(waiting), colour: RED, title: titles.waiting(waiting) };
};
