import type { OrderInput } from './build-order.ts';

/** Names that break a page or a form which trusts them. Every one may stand where a person or a product is named. */
export const HOSTILE_TEXTS = {
  person: '"><img src=x onerror="document.body.dataset.broken=1">',
  company: '<script>document.body.dataset.broken=1</script> Sp. z o.o. \u202E.o.o z .pS',
  product: "Kubek'; DROP TABLE--</td></tr></table><b>1001</b> {{7*7}}",
  note: '</template></section><mostek-panel></mostek-panel>',
} as const;

/** An order whose every text tries something. */
export const hostileOrder = (): OrderInput => ({
  email: 'x"onfocus="alert(1)@example.com',
  comment: HOSTILE_TEXTS.note,
  buyer: { name: HOSTILE_TEXTS.person, surname: '&lt;b&gt;', company_name: HOSTILE_TEXTS.company },
  lines: [{ name: HOSTILE_TEXTS.product }],
});
