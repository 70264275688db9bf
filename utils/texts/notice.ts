/** The notifications: at the end of many that were sent together, counts and no names; of a rule that acted, its name and a number. */
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

const ACTED: Readonly<Record<Language, (about: string) => string>> = {
  pl: (about) => `Reguła zadziałała: ${about}`,
  en: (about) => `The rule acted: ${about}`,
};

/** @param rule its name. @param about the number of the order or document. */
export const ruleNoticeWords = (language: Language, rule: string, about: string): NoticeWords => ({
  title: rule,
  message: ACTED[language](about),
});
