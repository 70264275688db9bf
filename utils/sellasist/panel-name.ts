/** One DNS label, as the sub-domain of an account is (sellasist-api 1). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const DOMAIN = '.sellasist.pl';

/**
 * What a person typed or pasted → the sub-domain of the panel: `https://Acme.sellasist.pl/admin/orders` → `acme`.
 * null when it names no panel, so a host of somebody else never becomes one.
 */
export function panelOf(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
  const label = host.endsWith(DOMAIN) ? host.slice(0, -DOMAIN.length) : host;
  // `www` and `api` are the vendor's own sites and no one's panel.
  if (label === 'www' || label === 'api') return null;
  return LABEL.test(label) ? label : null;
}
