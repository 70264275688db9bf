/** What was said of the vendor's own integration, panel by panel. */
import { useEffect } from 'preact/hooks';
import type { ViewCommands } from '../../utils/messages';
import { type Asking, useAsked } from '../form/asked';
import { usePage } from '../form/page';

export type ErplinkAnswers = ViewCommands['erplink.get']['reply'];

/** Up to date with what is said elsewhere. */
export const useErplinkAnswers = (): Asking<ErplinkAnswers> => {
  const { ask, watch } = usePage();
  const answers = useAsked('erplink', () => ask('erplink.get', {}));
  const { again } = answers;
  useEffect(() => watch(null, again), [watch, again]);
  return answers;
};

/** null: nobody has said, or its account is not known there yet. */
export const erplinkOf = (answers: ErplinkAnswers, panel: string): boolean | null =>
  (Object.hasOwn(answers, panel) ? answers[panel] : null) ?? null;
