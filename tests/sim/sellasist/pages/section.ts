import { type Html, html, NOTHING } from './html.ts';

/** One bordered section of a card; a click on its heading opens and closes it. */
export const section = (title: Html | string, body: Html, closed = false): Html => html`
<section class="FAKE-box">
  <div class="m-panel-section-heading"><span class="m-panel-section-heading__title">${title}</span></div>
  <div class="content"${closed ? html` hidden` : NOTHING}>${body}</div>
</section>`;
