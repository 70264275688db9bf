import { everyFault } from './matrix.ts';
import { WAYS } from './ways.ts';

await everyFault(WAYS.DOCUMENT);
