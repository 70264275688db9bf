import type { Language } from '../messages';
import { learnEnglish } from './english';

/**
 * For the pages of the extension, which load what they need; the panel's are brought the same pack by the background. A pack that
 * does not come (the extension was updated meanwhile) leaves the page in Polish.
 */
export async function bring(language: Language): Promise<Language> {
  if (language === 'en') {
    await import('./en').then(({ ENGLISH }) => learnEnglish(ENGLISH)).catch(() => undefined);
  }
  return language;
}
