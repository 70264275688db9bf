/** The notification at the end of many that were sent together: counts, and no names. */
import type { Language } from '../messages';
import { counted } from './figures';

interface Counts {
  readonly sent: number;
  readonly attention: number;
  readonly uncertain: number;
}

export interface NoticeWords {
  readonly title: string;
  readonly message: string;
}

const WORDS = {
  pl: {
    title: 'Mostek: wysyłanie zakończone',
    sent: {
      one: 'dokument wysłany',
      few: 'dokumenty wysłane',
      many: 'dokumentów wysłanych',
      other: 'dokumentu wysłane',
    },
    attention: { one: 'wymaga uwagi', few: 'wymagają uwagi', many: 'wymaga uwagi', other: 'wymaga uwagi' },
    uncertain: {
      one: 'jest sprawdzany w iFirma',
      few: 'są sprawdzane w iFirma',
      many: 'jest sprawdzanych w iFirma',
      other: 'jest sprawdzane w iFirma',
    },
  },
  en: {
    title: 'Mostek: sending has ended',
    sent: { one: 'document sent', few: 'documents sent', many: 'documents sent', other: 'documents sent' },
    attention: {
      one: 'needs attention',
      few: 'need attention',
      many: 'need attention',
      other: 'need attention',
    },
    uncertain: {
      one: 'is being checked in iFirma',
      few: 'are being checked in iFirma',
      many: 'are being checked in iFirma',
      other: 'are being checked in iFirma',
    },
  },
} satisfies Readonly<Record<Language, object>>;

export const noticeWords = (language: Language, { sent, attention, uncertain }: Counts): NoticeWords => {
  const words = WORDS[language];
  const parts = [
    counted(language, sent, words.sent),
    ...(attention > 0 ? [counted(language, attention, words.attention)] : []),
    ...(uncertain > 0 ? [counted(language, uncertain, words.uncertain)] : []),
  ];
  return { title: words.title, message: `${parts.join(', ')}.` };
};
