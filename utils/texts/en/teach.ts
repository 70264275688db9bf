import type { PageKind } from '../../messages';
import { counted } from '../figures';
import type { TeachTexts } from '../teach';

const isList = (kind: PageKind): boolean => kind === 'order-list' || kind === 'document-list';

export const en: TeachTexts = {
  kinds: {
    'order-card': 'Order card',
    'order-list': 'Order list',
    'document-card': 'Document card',
    'document-list': 'Document list',
    'return-card': 'Return card',
  },
  box: 'Mostek – teaching a page',
  openIt: (kind) =>
    `Open the page “${kind}” in the panel. When you are there, press “Use this page”. If Mostek is to stand elsewhere than usual, point at the place.`,
  address: (pattern) => `Address: ${pattern}`,
  use: 'Use this page',
  point: 'Point at the place',
  cancel: 'Cancel',
  close: 'Close',
  pointing: 'Press a place on the page. Escape stops.',
  pointed: (selector) => `Place: ${selector}`,
  nameless:
    'This place has no name by which it could be found the next time. Point at another one, a larger one perhaps.',
  position: 'Position',
  positions: {
    before: 'before this place',
    after: 'after this place',
    prepend: 'at the beginning of this place',
    append: 'at the end of this place',
  },
  noId: 'There is no number in the address of this page, so it is no card. Open a card and try again.',
  noRows: 'No rows that could be read are to be seen on this page. Open the list with at least one row.',
  remembered: (test) => `Remembered. ${test}`,
  fits: (kind, { rows, compared, agreed }) => {
    const all = counted('en', rows, { one: 'row', few: 'rows', many: 'rows', other: 'rows' });
    if (agreed < compared) {
      return isList(kind)
        ? `does not fit: ${all}, and ${compared - agreed} of ${compared} numbers are others in Sellasist`
        : 'does not fit: Sellasist has something else under the number in the address';
    }
    if (compared === 0) {
      return isList(kind) ? `fits: ${all}, the numbers could not be compared` : 'the number could not be compared';
    }
    return isList(kind) ? `fits: ${all}, numbers agree` : 'fits: the number agrees';
  },
};
