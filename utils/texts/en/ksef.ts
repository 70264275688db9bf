import type { KsefTexts } from '../ksef';

export const en: KsefTexts = {
  name: 'KSeF',
  standings: {
    wanted: 'waits to be sent',
    held: 'held back',
    sending: 'sending',
    sent: 'sent, waits for its number',
    unclear: 'not known whether it was sent',
    accepted: 'accepted',
    rejected: 'rejected',
    refused: 'not sent',
    silent: 'no answer for 24 h',
  },
  copy: 'Copy the KSeF number',
  copied: 'Copied',
  notCopied: 'Could not be copied. Select the number and copy it by hand.',
  sending: 'Handing over to KSeF…',
  confirm: {
    title: 'Send to KSeF',
    text: 'A document that is in KSeF can be neither changed nor deleted; only a correction helps.',
    yes: 'Send to KSeF',
    no: 'Cancel',
  },
  offline: {
    title: 'The issue date is not today',
    text: 'If that is right, issue the invoice. If not, correct the issue date in Sellasist first.',
  },
};
