/** What keeps the rules of an account from acting, one notice each, with the way to the room where that is mended. */
import type { AccountView, RulesView } from '../../../utils/messages';
import { IconInfo, IconWarning } from '../../icons';
import { addressOf, type Room } from '../route';
import { useRulesTexts } from './texts';

type Hindrance = RulesView['hindrances'][string];

const WAYS: Readonly<Record<Hindrance, Room>> = {
  locked: 'security',
  erplink: 'accounts',
  'account-paused': 'accounts',
  'no-field': 'settings',
  'no-first': 'unsent',
  elsewhere: 'settings',
};

interface Props {
  readonly view: RulesView;
  readonly accounts: readonly AccountView[];
}

export function Hindrances({ view: { hindrances }, accounts }: Props) {
  const texts = useRulesTexts();
  return (
    <>
      {accounts.map(({ id, name }) => {
        const hindrance = hindrances[id];
        if (hindrance === undefined) return null;
        const sentence = texts.hindrances[hindrance];
        const isAsMeant = hindrance === 'elsewhere';
        return (
          <div key={id} class={isAsMeant ? 'tip' : 'rules-hindrance'}>
            <p class={isAsMeant ? 'with-icon' : 'warn'}>
              {isAsMeant ? <IconInfo /> : <IconWarning />}
              <span>{accounts.length > 1 ? texts.ofAccount(name, sentence) : sentence}</span>
            </p>
            <a href={addressOf(WAYS[hindrance])}>{texts.ways[hindrance]}</a>
          </div>
        );
      })}
    </>
  );
}
