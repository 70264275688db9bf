import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Message, PageAsked, Reply } from '../utils/messages';
import { standSentinel } from '../utils/sellasist/panel/sentinel';

/** The sentinel: tells which page of the panel this is and has the background bring the controls. A few kB, no rules. */
export default defineContentScript({
  matches: ['https://*.sellasist.pl/admin/*'],
  // `*.` also means the bare domain.
  excludeMatches: [
    'https://*.sellasist.pl/admin/login*',
    'https://sellasist.pl/*',
    'https://www.sellasist.pl/*',
    'https://api.sellasist.pl/*',
  ],
  runAt: 'document_idle',
  // The page need not hear of us.
  noScriptStartedPostMessage: true,
  main(context) {
    standSentinel(window, askForControls, context.signal);
  },
});

interface Messenger {
  readonly runtime: { sendMessage(message: Message<'controls'>): Promise<Reply<null> | undefined> };
}

/** False for a refusal and for an extension that was updated or switched off meanwhile: the sentinel never complains. */
async function askForControls(page: PageAsked): Promise<boolean> {
  try {
    const { browser, chrome } = globalThis as { browser?: Messenger; chrome?: Messenger };
    const reply = await (browser ?? chrome)?.runtime.sendMessage({ type: 'controls', ...page });
    return reply?.ok === true;
  } catch {
    return false;
  }
}
