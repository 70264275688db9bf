/** Sends what is ticked, with the same bar as on the lists of the panel. */
import { usePage } from '../../form/page';
import { ListContext } from '../../list/context';
import { ListBody } from '../../list/list-region';
import { type ChosenDocuments, useSurroundings } from '../../list/use-surroundings';
import { modeSentence } from '../../region/mode-sentence';

export function SendChosen(chosen: ChosenDocuments) {
  const { language } = usePage();
  const surroundings = useSurroundings(chosen);
  const hindrance = modeSentence(language, surroundings.model.state.value?.mode ?? 'ready');
  return (
    <ListContext.Provider value={surroundings}>
      {hindrance !== null && <p class="warn">{hindrance}</p>}
      <ListBody />
    </ListContext.Provider>
  );
}
