import { pathOfFile } from '../addresses.ts';
import type { Field, Order } from '../model.ts';
import { type Html, html } from './html.ts';
import type { PageCall } from './page.ts';

/** The body of *Dodatkowe pola*. Its real markup is unknown; a stored file is a link that downloads it. */
export function additionalFields({ state }: PageCall, order: Order): Html {
  return html`<form class="FAKE-fields" method="post" enctype="multipart/form-data">
  ${state.setup.fields.map((field) => html`<div class="FAKE-field"><label for="FAKE_field_${field.id}">${field.name}</label>${control(field, order)}</div>`)}
  <p class="FAKE-buttons"><button type="submit" class="c-button c-button--small blue">Zapisz</button></p>
</form>`;
}

function control(field: Field, order: Order): Html {
  const id = `FAKE_field_${field.id}`;
  switch (field.type) {
    case 'text':
      return html`<input id="${id}" name="${id}" value="${order.texts.get(field.id) ?? ''}">`;
    case 'textarea':
      return html`<textarea id="${id}" name="${id}" rows="2">${order.texts.get(field.id) ?? ''}</textarea>`;
    case 'saledocument':
    case 'files': {
      const links = (order.files.get(field.id) ?? []).map(
        (file) =>
          html`<a class="FAKE-file" href="${pathOfFile(order.id, field.id, file)}" download>${field.name} (${Math.ceil(file.bytes.byteLength / 1024)} kB)</a> `,
      );
      return html`<div>${links}<input id="${id}" type="file" name="${id}"></div>`;
    }
    default:
      return field.type satisfies never;
  }
}
