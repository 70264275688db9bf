/** Effect `notify`: the browser says which rule acted, and on what. Names no buyer. */
import { LANGUAGE } from '../../../store/facts';
import { DONE, left, NOT_RECORDED, type Runs } from './outcomes';

export const notify: Runs<'notify'> = async ({ own, run, tools }, begin) => {
  // Whether it was shown nobody can ask.
  if (own.standing === 'begun') return left('rule-cut');
  const language = (await tools.store.facts.get(LANGUAGE)) ?? 'pl';
  if (!(await begin())) return NOT_RECORDED;
  const about = run.orderId ?? run.documentNumber ?? run.key;
  const isShown = await tools.notify({ kind: 'rule', language, rule: run.ruleName, about });
  return isShown ? DONE : left('rule-notify-off');
};
