import '../../components/tokens.css';
import '../../components/pages.css';
import '../../components/form/form.css';
import '../../components/options/options.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createAsk, createWatch } from '../../components/ask';
import { SpeakingPage } from '../../components/form/speaking-page';
import { Options } from '../../components/options/options';
import { NoticePermissionContext } from '../../components/options/permission';
import { bring } from '../../utils/texts/bring-english';
import { OWN_REASONS } from '../../utils/texts/own-reasons';
import { learnOwnReasons } from '../../utils/texts/reasons';

const ask = createAsk(browser.runtime);
// Every room begins with the accounts, so they are on their way while the language is.
const first = ask('account.list', {});
const watch = createWatch(browser.runtime, window);
learnOwnReasons(OWN_REASONS);
const answer = await ask('language', {});
const language = await bring(answer.ok ? answer.value : 'pl');

const NOTICES = { permissions: ['notifications' as const] };
const notices = {
  has: () => browser.permissions.contains(NOTICES),
  request: () => browser.permissions.request(NOTICES),
};

const place = document.getElementById('page');
if (place !== null) {
  render(
    <SpeakingPage ask={ask} watch={watch} language={language}>
      <NoticePermissionContext.Provider value={notices}>
        <Options first={first} requestHost={(host) => browser.permissions.request({ origins: [host] })} />
      </NoticePermissionContext.Provider>
    </SpeakingPage>,
    place,
  );
}
