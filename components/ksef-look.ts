import type { KsefStanding } from '../utils/invoice/ksef';
import type { StateName } from '../utils/texts';

/** Which state of a document it looks like: the same icons and colours, so that nobody has to learn others. */
export const ksefLook = (standing: KsefStanding): StateName => {
  switch (standing) {
    case 'wanted':
    case 'sent':
      return 'queued';
    case 'sending':
      return 'sending';
    case 'held':
      return 'incomplete';
    case 'unclear':
    case 'silent':
      return 'uncertain';
    case 'rejected':
    case 'refused':
      return 'failed';
    case 'accepted':
      return 'done';
    default:
      return standing satisfies never;
  }
};
