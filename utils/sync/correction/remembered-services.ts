/** What a correction is worked out from, asked once while a person tries out what to correct: each change of a quantity shows it anew. */
import type { Account } from '../../invoice/settings';
import type { Clock } from '../clock';
import type { Services } from '../context';
import { remembered } from '../remembered';

export interface RememberedServices {
  /** @param about what is corrected; of anything else all is forgotten. */
  of(account: Account, services: Services, about: string): Services;
  /** Something was sent: what was read may not be so any more. */
  forget(): void;
}

const KEPT_MS = 60_000;

export function rememberedServices(clock: Clock): RememberedServices {
  const answers = remembered(clock, KEPT_MS);
  let last = '';

  return {
    of({ id, revision }, services, about) {
      const scope = JSON.stringify([id, revision, about]);
      if (scope !== last) answers.forget(last);
      last = scope;
      const { ifirma, sellasist, readOrder } = services;
      const once = answers.of(scope);
      return {
        ...services,
        readOrder: once('order', readOrder),
        sellasist: {
          ...sellasist,
          document: once('document', sellasist.document),
          return: once('return', sellasist.return),
        },
        ifirma: {
          ...ifirma,
          original: once('original', ifirma.original),
          correction: once('correction', ifirma.correction),
          list: once('list', ifirma.list),
          invoice: once('invoice', ifirma.invoice),
        },
      };
    },

    forget: () => answers.forget(last),
  };
}
