/** Everything can be said in both languages, as in the extension's own pages; that words may be missing is a test of its own. */
import { ENGLISH } from '../utils/texts/en/index.ts';
import { learnEnglish } from '../utils/texts/english.ts';
import { OWN_REASONS } from '../utils/texts/own-reasons.ts';
import { learnOwnReasons } from '../utils/texts/reasons.ts';

learnEnglish(ENGLISH);
learnOwnReasons(OWN_REASONS);
