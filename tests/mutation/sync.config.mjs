/** Mutants of what the engine decides by, against the worlds of tests/unit/sync. Takes hours: docs/mutation.md */
import { mutationOf } from './stryker.config.mjs';

export default mutationOf('sync', [
  'utils/sync/{reasons,stop,backoff,look,resolve,known,sale,permitted,pause,link,pdf,read-document,preview,accounts-of}.ts',
  'utils/sync/{setup,settings-file}/*.ts',
  'utils/invoice/numbers-after.ts',
]);
