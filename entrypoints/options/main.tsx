import '../../components/tokens.css';
import '../../components/pages.css';
import '../../components/form/form.css';
import '../../components/options/options.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createAsk, createWatch } from '../../components/ask';
import { PageContext } from '../../components/form/page';
import { Options } from '../../components/options/options';

const ask = createAsk(browser.runtime);
const watch = createWatch(browser.runtime, window);
const language = await ask('language', {});
const page = { ask, watch, language: language.ok ? language.value : ('pl' as const) };

document.documentElement.lang = page.language;
const place = document.getElementById('page');
if (place !== null) {
  render(
    <PageContext.Provider value={page}>
      <Options />
    </PageContext.Provider>,
    place,
  );
}
