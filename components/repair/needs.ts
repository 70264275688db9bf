/** Which documents have a form, and what stopped them, before anybody is asked. */
import type { Finding } from '../../utils/invoice/finding';
import { WAYS_OF_REASONS, wayOf } from '../../utils/invoice/repair/ways';
import type { DocumentView, OptionsRoom } from '../../utils/messages';
import type { ViewReason } from '../../utils/texts';

type Stopped = Pick<DocumentView, 'findings' | 'reason'>;

/** A Kod 202 may speak of a field as a 201 does. */
export const stoppedBy = ({ findings, reason }: Stopped): readonly Finding[] =>
  reason?.code === 'kod-202'
    ? [...findings, { code: 'ifirma-refused', path: '', params: { kod: '202', text: reason.params.text ?? '' } }]
    : findings;

/** Whether something of it can be typed, so that it is worth reading the form, which asks the panel. */
export const mayBeTyped = (document: Pick<DocumentView, 'kind' | 'state' | 'actions'> & Stopped): boolean =>
  document.kind !== 'correction' &&
  (document.state === 'incomplete' || document.state === 'failed') &&
  document.actions.includes('resend') &&
  stoppedBy(document).some((finding) => {
    const kind = wayOf(finding)?.kind;
    return kind === 'field' || kind === 'month';
  });

const UNEXPLAINED: readonly ViewReason['code'][] = ['kod-101', 'kod-102', 'kod-200', 'kod-202', 'kod-other'];

/** iFirma has refused it for a reason that Mostek does not know how to mend. */
export const isUnexplained = ({ findings, reason }: Stopped): boolean =>
  findings.some((finding) => wayOf(finding) === null) || (reason !== null && UNEXPLAINED.includes(reason.code));

/** Where what is typed here could be settled once and for all. */
const ROOMS_OF_FIELDS: Readonly<Partial<Record<Finding['code'], OptionsRoom>>> = {
  'payment-unmapped': 'payments',
  'payment-not-for-exempt': 'payments',
  'vat-zero-ambiguous': 'settings',
  'legal-basis-missing': 'settings',
  'exempt-line-taxed': 'accounts',
  'number-date-differs': 'series',
  'series-oss': 'series',
  'number-differs': 'series',
};

/** The room of the options where the first of the causes is mended; undefined: where they begin. */
export const roomFor = ({ findings, reason }: Stopped, trouble: ViewReason | null): OptionsRoom | undefined => {
  const ways = [trouble, reason].map((cause) =>
    cause !== null && cause.code in WAYS_OF_REASONS
      ? WAYS_OF_REASONS[cause.code as keyof typeof WAYS_OF_REASONS]
      : null,
  );
  const ofReasons = ways.flatMap((way) => (way?.kind === 'settings' ? [way.room] : []));
  const ofFindings = findings.flatMap((finding) => {
    const way = wayOf(finding);
    const room = way?.kind === 'settings' ? way.room : ROOMS_OF_FIELDS[finding.code];
    return room === undefined ? [] : [room];
  });
  return [...ofReasons, ...ofFindings][0];
};
