/** What a page of the panel asks about itself, and what the room `Układ panelu` asks of all of them. */
import type { LayoutCommands, Message, PageCommands, PanelCommands, Reply } from '../../messages';
import type { Speaker } from '../../messages/judge';
import { LANGUAGE } from '../../store/facts';
import { testPage } from '../page-test';
import { scriptOf } from '../panel-scripts';
import { rowStates } from '../row-states';
import { bug, FULL } from '../setup/refusals';
import { done, nothing } from './reply';
import type { RouterTools } from './tools';

export async function routePages(
  tools: RouterTools,
  message: Message<keyof PageCommands | keyof LayoutCommands>,
  speaker: Speaker,
): Promise<Reply<unknown>> {
  const { store, layouts, browser } = tools;
  const panel = speaker.kind === 'panel' ? speaker.panel : '';
  switch (message.type) {
    case 'controls':
      if (speaker.kind === 'panel') await layouts.controls(panel, speaker.tabId, message);
      return nothing();
    case 'page':
      return done(await layouts.page(panel, message));
    case 'seen': {
      const { type: _type, path, ...report } = message;
      await layouts.seen(panel, report, path);
      return nothing();
    }
    case 'rows':
      tools.hint(panel, message.documentIds);
      return done(await rowStates(store, panel, message));
    case 'teach.state':
      return done({ language: (await store.facts.get(LANGUAGE)) ?? 'pl', kind: await layouts.armed(panel) });
    case 'teach.use':
      return learn(tools, speaker, message);
    case 'teach.end':
      await layouts.disarm(panel);
      return nothing();
    case 'options':
      await browser.openOptions(message.room ?? null);
      return nothing();
    case 'layout':
      return done(await layouts.view());
    case 'layout.arm':
      await layouts.arm(message.panel, message.kind);
      return done(await layouts.view());
    case 'layout.forget':
      await layouts.forget(message.panel, message.kind);
      return done(await layouts.view());
    case 'layout.import':
      return done(await layouts.import(message.panel, message.text));
    default:
      return message satisfies never;
  }
}

/** The page is learnt as the person sees it, and at once gets what belongs there. */
async function learn(
  tools: RouterTools,
  speaker: Speaker,
  { path, place, rows }: PanelCommands['teach.use']['ask'],
): Promise<Reply<unknown>> {
  const { layouts, scripts } = tools;
  if (speaker.kind !== 'panel') return bug('teach');
  const kind = await layouts.armed(speaker.panel);
  if (kind === null) return bug('teach');
  const test = await testPage(tools, speaker.panel, kind, rows);
  if (!(await layouts.learn(speaker.panel, { path, place }, test))) return FULL;
  await scripts.into(speaker.tabId, scriptOf(kind));
  return done(test);
}
