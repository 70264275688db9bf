import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk, createWatch, type Runtime } from '../../components/ask';
import { renderOrder } from '../../components/order/render';
import { saveFileFrom } from '../../components/order/save-file';
import { numberOnPage } from '../../utils/sellasist/panel/document-text';
import { pageOf } from '../../utils/sellasist/panel/page';
import { unsavedAddress, unsavedDocument } from '../../utils/sellasist/panel/unsaved';
import { mountCard } from './mount';

/**
 * The controls on the cards of orders, documents and returns. The background injects them when the sentinel asks, perhaps twice into
 * one page: then the context of the earlier ones is aborted, and what they put up is gone before the new ones stand.
 */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime } | undefined>;
    const runtime = (browser ?? chrome)?.runtime;
    if (runtime === undefined) return;
    const ask = createAsk(runtime);
    const watch = createWatch(runtime, window);
    const path = window.location.pathname;
    const known = await ask('page', { page: pageOf(window.location)?.kind ?? null, path });
    mountCard({
      window,
      layout: known.ok ? known.value : { taught: null },
      render: (root, situation) =>
        renderOrder(root, {
          ...situation,
          ask,
          watch,
          saveFile: saveFileFrom(root),
          unsavedAddress: () =>
            situation.kind === 'document-card' ? unsavedDocument(document) : unsavedAddress(document),
          numberOnPage: (number) => numberOnPage(document, number),
        }),
      report: (report) => void ask('seen', { ...report, path }),
      signal: context.signal,
    });
  },
});
