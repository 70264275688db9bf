/** Markup whose inserted values are escaped, so that no name of a fixture becomes part of a page. */
export interface Html {
  readonly html: string;
}

export type HtmlValue = string | number | Html | readonly Html[] | null;

export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(text)) };
}

export const NOTHING: Html = { html: '' };

/** Without a template of its own: markup that somebody else wrote. */
export const join = (parts: readonly Html[]): Html => ({ html: parts.map((part) => part.html).join('') });

function text(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return 'html' in value ? value.html : join(value).html;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (value: string): string => value.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
