import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk, createWatch, type Runtime } from '../../components/ask';
import { renderOrder } from '../../components/order/render';
import { unsavedAddress } from '../../utils/sellasist/panel/unsaved';
import { mountOrder } from './mount';
import { saveFileFrom } from './save-file';

/**
 * The controls on the order card. The background injects them when the sentinel asks, perhaps twice into one page: then the
 * context of the earlier ones is aborted, and what they put up is gone before the new ones stand.
 */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime } | undefined>;
    const runtime = (browser ?? chrome)?.runtime;
    if (runtime === undefined) return;
    const ask = createAsk(runtime);
    const watch = createWatch(runtime, window);
    mountOrder({
      window,
      render: (root, situation) =>
        renderOrder(root, {
          ...situation,
          ask,
          watch,
          saveFile: saveFileFrom(root),
          unsavedAddress: () => unsavedAddress(document),
        }),
      signal: context.signal,
    });
  },
});
