import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk, type Runtime } from '../../components/ask';
import { renderTeach } from '../../components/teach/render';
import { mountTeach } from './mount';

/** The box that teaches a page. The background injects it while a page of this panel is being taught, and never otherwise. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime } | undefined>;
    const runtime = (browser ?? chrome)?.runtime;
    if (runtime === undefined) return;
    const ask = createAsk(runtime);
    const state = await ask('teach.state', {});
    if (!state.ok || state.value.kind === null) return;
    mountTeach(
      { window, ask, render: renderTeach, signal: context.signal },
      { ...state.value, kind: state.value.kind },
    );
  },
});
