import type { SimRequest, SimResponse } from '../../http.ts';
import type { Right } from '../dictionaries.ts';
import type { PanelState } from '../state.ts';

export interface Call {
  readonly state: PanelState;
  readonly request: SimRequest;
  /** What the path's group caught; empty when it has none. */
  readonly id: string;
}

export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below `/api/v1`. */
  readonly path: RegExp;
  /** null: any valid key will do. */
  readonly right: Right | null;
  readonly answer: (call: Call) => SimResponse;
}
