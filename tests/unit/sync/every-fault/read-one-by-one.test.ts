import { everyFault } from './matrix.ts';
import { WAYS } from './ways.ts';

await everyFault(WAYS.READ_ONE_BY_ONE);
