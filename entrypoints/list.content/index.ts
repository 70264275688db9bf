import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk, createWatch, type Runtime } from '../../components/ask';
import { renderList } from '../../components/list/render';
import { pageOf } from '../../utils/sellasist/panel/page';
import { mountList } from './mount';

/** The controls on the lists of orders and documents. The background injects them when the sentinel asks, as those of the cards. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime } | undefined>;
    const runtime = (browser ?? chrome)?.runtime;
    if (runtime === undefined) return;
    const ask = createAsk(runtime);
    const path = window.location.pathname;
    const known = await ask('page', { page: pageOf(window.location)?.kind ?? null, path });
    mountList({
      window,
      layout: known.ok ? known.value : { taught: null },
      ask,
      watch: createWatch(runtime, window),
      render: renderList,
      signal: context.signal,
    });
  },
});
