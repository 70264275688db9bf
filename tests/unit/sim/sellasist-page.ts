/** A page of the stand-in opened without a browser; its scripts run only when a test says so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import type { Sellasist } from '../../sim/sellasist/index.ts';
import { ask } from './sellasist-ask.ts';

export interface OpenPage {
  readonly window: Window;
  readonly document: Window['document'];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text of the first match, white space folded; empty when nothing matches. */
  readonly text: (selector: string) => string;
  readonly count: (selector: string) => number;
  readonly click: (selector: string) => void;
  readonly run: (script: 'panel.js' | 'hostile.js') => void;
  readonly wait: (ms: number) => Promise<void>;
}

export async function open(sellasist: Sellasist, pathname: string): Promise<OpenPage> {
  const answer = await ask(sellasist, pathname, { key: null });
  const window = new Window({
    url: `https://demo.sellasist.pl${pathname}`,
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
      fetch: {
        interceptor: {
          beforeAsyncRequest: async ({ request }) => {
            const url = new URL(request.url);
            const body = request.method === 'GET' ? undefined : await request.text();
            const { status, text } = await ask(sellasist, url.pathname + url.search, {
              key: null,
              method: request.method,
              body,
            });
            return new window.Response(text, { status });
          },
        },
      },
    },
  });
  window.document.write(answer.text);
  const { document } = window;
  return {
    window,
    document,
    status: answer.status,
    headers: answer.headers,
    text: (selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    count: (selector) => document.querySelectorAll(selector).length,
    click: (selector) => {
      const target = document.querySelector(selector);
      if (!target) throw new Error(`nothing matches ${selector}`);
      target.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true }));
    },
    run: (script) => {
      const assets = path.join(import.meta.dirname, '../../sim/sellasist/pages/assets');
      window.eval(readFileSync(path.join(assets, script), 'utf8'));
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
