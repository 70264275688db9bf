/** `Użyj tej strony`: the box in the panel while a page is being taught. Only what the person does counts. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type PageTest, PLACE_POSITIONS, type PlacePosition } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import { TEACH_TEXTS, type TeachTexts } from '../../utils/texts/teach';
import type { Answer } from '../ask';
import { IconBridge } from '../icons';
import { trusted } from '../trusted';
import type { TeachSituation } from './situation';

interface Told {
  readonly text: string;
  readonly isBad: boolean;
}

export function TeachBox(situation: TeachSituation) {
  const { kind, language, pattern, unfit, use, point, end } = situation;
  const texts = TEACH_TEXTS[language];
  const [selector, setSelector] = useState<string | null>(null);
  const [position, setPosition] = useState<PlacePosition>('before');
  const [told, setTold] = useState<Told | null>(null);
  const [isPointing, setPointing] = useState(false);
  const [isUsed, setUsed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLElement>(null);

  const remember = async (at: string | null, where: PlacePosition): Promise<void> => {
    const why = unfit();
    if (why !== null) {
      setTold({ text: why === 'no-id' ? texts.noId : texts.noRows, isBad: true });
      return;
    }
    setBusy(true);
    const answer = await use(at === null ? null : { selector: at, position: where });
    setBusy(false);
    setTold(wordsOf(answer, situation, texts));
    if (answer.ok) setUsed(true);
  };

  const pointAt = async (): Promise<void> => {
    setPointing(true);
    setTold({ text: texts.pointing, isBad: false });
    const found = await point();
    setPointing(false);
    if (found === null || found === 'nameless') {
      setTold(found === null ? null : { text: texts.nameless, isBad: true });
      return;
    }
    setSelector(found);
    setTold(null);
    if (isUsed) await remember(found, position);
  };

  // Not while pointing: then Escape lets the pointing be.
  const pointing = useRef(isPointing);
  pointing.current = isPointing;
  useEffect(() => {
    const closeOnEscape = trusted((event: KeyboardEvent) => {
      if (event.key === 'Escape' && !pointing.current) end();
    });
    const shown = box.current;
    shown?.addEventListener('keydown', closeOnEscape);
    return () => shown?.removeEventListener('keydown', closeOnEscape);
  }, [end]);

  return (
    <section class="box" ref={box} aria-label={texts.box}>
      <header>
        <IconBridge />
        <h2>{texts.kinds[kind]}</h2>
      </header>
      <p>{texts.openIt(texts.kinds[kind])}</p>
      <p class="note">{texts.address(pattern)}</p>
      {selector !== null && (
        <p class="note">
          {texts.pointed(selector)}{' '}
          <label>
            {texts.position}{' '}
            <select
              value={position}
              onChange={(event) => {
                // Shown as it is, whoever changed it; it counts once the person presses, or changes it themselves.
                const chosen = PLACE_POSITIONS.find((known) => known === event.currentTarget.value) ?? 'before';
                setPosition(chosen);
                if (isUsed && event.isTrusted) void remember(selector, chosen);
              }}
            >
              {PLACE_POSITIONS.map((known) => (
                <option key={known} value={known}>
                  {texts.positions[known]}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      <p role="status" class={told?.isBad ? 'told bad' : 'told'}>
        {told?.text}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={isBusy || isPointing}
          onClick={trusted(() => void remember(selector, position))}
        >
          {texts.use}
        </button>
        <button type="button" disabled={isBusy || isPointing} onClick={trusted(() => void pointAt())}>
          {texts.point}
        </button>
        <button type="button" onClick={trusted(end)}>
          {isUsed ? texts.close : texts.cancel}
        </button>
      </div>
    </section>
  );
}

function wordsOf(answer: Answer<PageTest>, { kind, language }: TeachSituation, texts: TeachTexts): Told {
  if (!answer.ok) return { text: reasonText(language, answer.reason), isBad: true };
  const { compared, agreed } = answer.value;
  const text = texts.fits(kind, answer.value);
  return {
    text: texts.remembered(`${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}.`),
    isBad: agreed < compared,
  };
}
