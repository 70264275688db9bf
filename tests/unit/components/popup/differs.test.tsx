// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { Popup } from '../../../../components/popup/popup.tsx';
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { account } from '../options/examples.ts';
import { all, mount, ok, press, soon, unmount } from '../options/screen.tsx';
import { documentView } from '../order-page.ts';

const sent: DocumentView = documentView({ state: 'done', ifirmaNumber: '31/11/2026', actions: ['pdf'] });

afterEach(unmount);

test.each([
  ['pl', 'Różni się od iFirma'],
  ['en', 'Differs from iFirma'],
] as const)('the last transfers note which was changed after it was booked (%s)', async (language, words) => {
  const rows = [
    { ...sent, differs: true },
    { ...sent, key: 'd78' as const },
  ];
  await mount(
    <Popup optionsUrl="chrome-extension://x/options.html" openTab={() => {}} saveFile={() => {}} now={() => 0} />,
    {
      'account.list': () => ok([account()]),
      'erplink.get': () => ok({ demo: false }),
      security: () => ok({ passphrase: 'none', autoLock: null, keys: [] }),
      'error.groups': () => ok({ language, groups: [], total: 0, moreCauses: 0 }),
      recent: () => ok({ language, rows, total: null, next: null }),
    },
    language,
  );
  const recent = { pl: 'Ostatnie', en: 'Recent' }[language];
  await press('tab', recent);
  const [changed, other] = all('listitem', undefined, await soon('list', recent));
  expect(changed?.textContent).toContain(words);
  expect(changed?.querySelectorAll('.state svg')).toHaveLength(2);
  expect(other?.textContent).not.toContain(words);
});
