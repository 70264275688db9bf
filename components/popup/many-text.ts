/** What came of a press on a button for all of a cause, in one paragraph. */
import type { GroupAction, Language, ManyDone } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import type { PopupTexts } from '../../utils/texts/popup';
import type { Answer } from '../ask';

export function manyText(language: Language, texts: PopupTexts, action: GroupAction, answer: Answer<ManyDone>): string {
  if (!answer.ok) return texts.actionProblem(reasonText(language, answer.reason));
  const { done, left, remaining, stopped } = answer.value;
  return [
    action === 'resend' ? texts.queuedMany(done) : texts.skippedMany(done),
    ...left.map(({ why, count }) => texts.leftMany(count, texts.left[why])),
    ...(stopped === null ? [] : [texts.stopped(reasonText(language, stopped))]),
    ...(remaining === 0 ? [] : [texts.remaining(remaining)]),
  ].join(' ');
}
