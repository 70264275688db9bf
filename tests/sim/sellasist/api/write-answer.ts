import type { SimResponse } from '../../http.ts';
import type { PanelState } from '../state.ts';
import { json } from './answer.ts';

/** Does the write and says so, or says that it was not done, with the same status 200 (sellasist-api 2.4). */
export function writeAnswer(state: PanelState, id: string, work: () => void): SimResponse {
  const { refuseWrites } = state.switches;
  if (refuseWrites !== null) return json(200, { status: 'error', message: refuseWrites });
  work();
  return json(200, { message: 'success', id: state.spelling().id(id, `write.${id}`) });
}
