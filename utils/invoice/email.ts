import { plainText } from './text';

/** iFirma takes no longer one (ifirma-api 2.5). */
const LONGEST = 65;

/** Whether something can be sent there, as far as the text says. */
export function isSendableEmail(text: string): boolean {
  const isAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) && plainText(text) === text;
  return isAddress && text.length <= LONGEST;
}
