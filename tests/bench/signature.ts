/** One signature of a request to iFirma, in the extension's worker, by the very function that the product uses. */
import { authentication } from '../../utils/ifirma/signing.ts';
import type { Figure } from './figure.ts';
import type { Shop } from './shop.ts';

const BATCHES = 20;
/** The worker's clock counts tenths of a millisecond. */
const IN_A_BATCH = 200;
/** An invoice's body is about as long. */
const BODY_LENGTH = 1_000;

export async function signature({ browser: { worker } }: Shop): Promise<Figure[]> {
  const samples: number[] = await worker.evaluate(`(${timeSignatures.toString()})(
    ${authentication.toString()},
    { batches: ${BATCHES}, inABatch: ${IN_A_BATCH}, body: '1'.repeat(${BODY_LENGTH}) },
  )`);
  return [{ what: 'one signature in the worker', unit: 'µs', samples, aim: null }];
}

interface Work {
  readonly batches: number;
  readonly inABatch: number;
  readonly body: string;
}

/** Runs in the worker. */
async function timeSignatures(sign: typeof authentication, { batches, inABatch, body }: Work): Promise<number[]> {
  const hmac = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', new Uint8Array(8).fill(7), hmac, false, ['sign']);
  const url = 'https://www.ifirma.pl/iapi/fakturakraj.json';
  const batch = async (): Promise<number> => {
    const began = performance.now();
    for (let done = 0; done < inABatch; done++)
      await sign({ url, login: 'sklep@example.com', keyName: 'faktura', key, body });
    return ((performance.now() - began) * 1000) / inABatch;
  };
  await batch();
  const samples: number[] = [];
  while (samples.length < batches) samples.push(await batch());
  return samples;
}
