/** The panel stores the file, and the connection is reset before the answer: one file each, in a field that keeps every one. */
import { PUT, resets } from './resets.ts';

export const resetsPut = [resets(PUT, 'http/1.1'), resets(PUT, 'h2')];
