import { describe, expect, it } from 'vitest';
import { databaseTrouble, isFull } from '../../../utils/store/trouble.ts';

const said = (name: string, message = ''): Error => new DOMException(message, name);

/** Word by word from Chromium 156, in the order in which a disk that fills up says them. */
const NO_SPACE =
  'Connection is closing because of: IO error: .../chrome-extension_x_0.indexeddb.leveldb/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)';
const NO_BLOBS = 'Failed to write blobs (IOError)';
const NOT_OPENED = 'Internal error opening backing store for indexedDB.open.';

describe('what a call on the database ended with', () => {
  it.each([
    ['a quota that is used up', said('QuotaExceededError'), 'full'],
    ['a row that found no room', said('UnknownError', NO_SPACE), 'full'],
    ['a big row that found no room', said('DataError', NO_BLOBS), 'full'],
    ['newer code has changed it', said('VersionError'), 'newer'],
    ['it does not open', said('UnknownError', NOT_OPENED), 'closed'],
    ['its upgrade was undone', said('AbortError'), 'closed'],
    ['it was closed under the call', said('InvalidStateError'), 'closed'],
    ['it takes too long to open', said('TimeoutError'), 'closed'],
    ['its counter could not be read', said('ConstraintError', 'Maximum key generator value reached.'), 'closed'],
    ['a key that is none', said('DataError', 'The parameter is not a valid key.'), null],
    ['a row that an index refuses', said('ConstraintError'), null],
    ['a transaction that has ended', said('TransactionInactiveError'), null],
    ['a bug', new TypeError('undefined is not a function'), null],
    ['what it belongs to was wiped', Object.assign(new Error('wiped'), { name: 'wiped' }), null],
    ['no error at all', 'UnknownError', null],
  ] as const)('%s', (_what, error, trouble) => {
    expect(databaseTrouble(error)).toBe(trouble);
    expect(isFull(error)).toBe(trouble === 'full');
  });
});
