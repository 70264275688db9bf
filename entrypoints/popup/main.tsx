import '../../components/tokens.css';
import '../../components/pages.css';
import '../../components/form/form.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createAsk, createWatch } from '../../components/ask';
import { SpeakingPage } from '../../components/form/speaking-page';
import { saveFileFrom } from '../../components/order/save-file';
import { askAhead } from '../../components/popup/ask-ahead';
import { Popup } from '../../components/popup/popup';
import { bring } from '../../utils/texts/bring-english';
import { OWN_REASONS } from '../../utils/texts/own-reasons';
import { learnOwnReasons } from '../../utils/texts/reasons';

const watch = createWatch(browser.runtime, window);
const ask = askAhead(createAsk(browser.runtime), watch);
learnOwnReasons(OWN_REASONS);
const answer = await ask('language', {});
const language = await bring(answer.ok ? answer.value : 'pl');
const place = document.getElementById('page');
if (place !== null) {
  render(
    <SpeakingPage ask={ask} watch={watch} language={language}>
      <Popup
        optionsUrl={browser.runtime.getURL('/options.html')}
        openTab={(url) => void browser.tabs.create({ url })}
        saveFile={saveFileFrom(document.body)}
        now={Date.now}
      />
    </SpeakingPage>,
    place,
  );
}
