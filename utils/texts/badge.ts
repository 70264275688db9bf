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
const LOOKED_UP_PL = {
  one: 'dokument jest sprawdzany w iFirma',
  few: 'dokumenty są sprawdzane w iFirma',
  many: 'dokumentów jest sprawdzanych w iFirma',
  other: 'dokumentu jest sprawdzane w iFirma',
};
const LOOKED_UP_EN = {
  one: 'document is being checked in iFirma',
  few: 'documents are being checked in iFirma',
  many: 'documents are being checked in iFirma',
  other: 'documents are being checked in iFirma',
};

const TITLES = {
  pl: {
    quiet: 'Mostek',
    locked: 'Mostek jest zablokowany i niczego nie wysyła. Kliknij, aby podać hasło.',
    closed: 'Mostek nie może otworzyć swojej bazy danych i niczego nie wysyła. Kliknij, aby zobaczyć, co zrobić.',
    setup: 'Mostek nie jest jeszcze połączony z panelem Sellasist i z iFirma. Kliknij, aby zacząć.',
    readOnly: 'Erplink jest włączony, więc Mostek tylko patrzy i niczego nie wysyła.',
    waiting: (count: number) => counted('pl', count, DOCUMENTS_PL),
    lookedUp: (count: number) => counted('pl', count, LOOKED_UP_PL),
    nothingToDo: 'Nic nie musisz robić.',
  },
  en: {
    quiet: 'Mostek',
    locked: 'Mostek is locked and sends nothing. Click to give the passphrase.',
    closed: 'Mostek cannot open its database and sends nothing. Click to see what to do.',
    setup: 'Mostek is not connected with the Sellasist panel and iFirma yet. Click to begin.',
    readOnly: 'Erplink is on, so Mostek only looks and sends nothing.',
    waiting: (count: number) => counted('en', count, DOCUMENTS_EN),
    lookedUp: (count: number) => counted('en', count, LOOKED_UP_EN),
    nothingToDo: 'There is nothing to do.',
  },
} satisfies Readonly<Record<Language, object>>;

const RED = '#ad2318';
const AMBER = '#8a5200';
const GREY = '#52606e';
/** The digits, on each of the three. */
const WHITE = '#ffffff';
/** More than three digits do not fit on an icon. */
const MOST = 999;

export interface BadgeWords {
  /** Empty: none. */
  readonly text: string;
  readonly colour: string;
  readonly textColour: string;
  readonly title: string;
}

interface Said {
  readonly isLocked: boolean;
  readonly waiting: number;
  readonly lookedUp?: number;
  readonly rests?: 'setup' | 'read-only';
  readonly isClosed?: boolean;
}

const short = (count: number): string => (count > MOST ? `${MOST}+` : String(count));

export const badgeWords = (
  language: Language,
  { isLocked, waiting, lookedUp = 0, rests, isClosed = false }: Said,
): BadgeWords => {
  const titles = TITLES[language];
  const words = (text: string, colour: string, title: string): BadgeWords => ({
    text,
    colour,
    textColour: WHITE,
    title,
  });
  // Red, because unlike with the lock something has to be mended.
  if (isClosed) return words('STOP', RED, titles.closed);
  if (isLocked) return words('STOP', GREY, titles.locked);
  if (rests === 'setup') return words('…', GREY, titles.setup);
  const counts = [
    ...(waiting > 0 ? [titles.waiting(waiting)] : []),
    ...(lookedUp > 0 ? [titles.lookedUp(lookedUp)] : []),
  ];
  // While nothing may be sent, what waits is no call to do something.
  if (rests === 'read-only') return words('ERP', GREY, [titles.readOnly, ...counts.map(sentence)].join(' '));
  if (waiting > 0) return words(short(waiting), RED, `Mostek: ${counts.join(', ')}`);
  if (lookedUp > 0)
    return words(short(lookedUp), AMBER, `Mostek: ${sentence(titles.lookedUp(lookedUp))} ${titles.nothingToDo}`);
  return words('', RED, titles.quiet);
};

const sentence = (words: string): string => `${words}.`;
