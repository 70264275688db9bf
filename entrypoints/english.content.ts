import { defineContentScript } from 'wxt/utils/define-content-script';
import { ENGLISH } from '../utils/texts/en';
import { learnEnglish } from '../utils/texts/english';

/** The English of the controls. The background injects it before them where that is the language, and never otherwise. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => learnEnglish(ENGLISH),
});
