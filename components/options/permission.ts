/** What the browser lets Mostek do only when a person agrees. Handed in at the entry; null: there is nothing to be asked. */
import { createContext } from 'preact';

export interface NoticePermission {
  readonly has: () => Promise<boolean>;
  /** Has to be called from within a person's click. false: refused. */
  readonly request: () => Promise<boolean>;
}

export const NoticePermissionContext = createContext<NoticePermission | null>(null);
