/** What an order's file field says with Mostek's own file in it: as long as it says so, nobody else has put anything there. */
import { sha256Hex } from '../../invoice/hash';
import type { Patch } from '../context';

export async function writtenAs(value: unknown): Promise<Required<Pick<Patch, 'attachedAs'>>> {
  return { attachedAs: await hashOf(value) };
}

export async function isAsWritten({ attachedAs }: Pick<Patch, 'attachedAs'>, value: unknown): Promise<boolean> {
  // A list of files would hold the old one beside the new one.
  return attachedAs !== undefined && !Array.isArray(value) && (await hashOf(value)) === attachedAs;
}

function hashOf(value: unknown): Promise<string> {
  return sha256Hex(JSON.stringify(value) ?? '');
}
