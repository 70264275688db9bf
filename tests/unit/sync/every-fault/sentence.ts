/** Whether a sentence names the service that has failed, and not the other one. */
import type { Reason } from '../../../../utils/invoice/finding.ts';
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { reasonText } from '../../../../utils/texts.ts';
import type { Fault, Service } from './faults.ts';
import { isOffered } from './person.ts';

/**
 * null: all is well.
 * @param view null: nothing is known of the document, and `refusal` is all that was said.
 */
export function wrongService(
  view: DocumentView | null,
  refusal: Reason | null,
  service: Service,
  fault: Fault,
  now: number,
): string | null {
  const reason = view?.reason ?? refusal;
  if (reason === null) {
    if (view !== null && view.findings.length > 0) return null;
    return `nothing is said: ${view?.state ?? 'unsent'}`;
  }
  if (reason.code === 'internal') return 'a bug is said';
  // What stands in quotes are names of fields, and a service's own words.
  const [what = ''] = reasonText('pl', reason, null, now)
    .replace(/„[^”]*”/g, '')
    .split(/(?<=[.!?]) /);
  // Nothing that was not read is said to be missing.
  if (/nie zna takiego/.test(what) && fault.means !== 'said-404') return `it was not told so: ${what}`;
  const other = service === 'iFirma' ? 'Sellasist' : 'iFirma';
  if (what.includes(other)) return `${other} is named, and ${service} it was: ${what}`;
  if (what.includes(service)) return null;
  // No network is nobody's fault, and what is only waited for need not be explained.
  if (fault.means === 'offline' || reason.code === 'claiming') return null;
  if (view?.state === 'issued' && !isOffered(view, 'attach')) return null;
  return `${service} is not named: ${what}`;
}
