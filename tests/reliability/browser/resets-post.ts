/** iFirma books, and the connection is reset before the answer: one invoice each, found again through its mark. */
import { POST, resets } from './resets.ts';

export const resetsPost = [resets(POST, 'http/1.1'), resets(POST, 'h2')];
