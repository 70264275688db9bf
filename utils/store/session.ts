/**
 * Where the data key lies while the vault is unlocked: it ends with the browser and is open to the extension's own contexts
 * only (`storage.session`). A worker that is started anew finds it there.
 */
export interface SessionArea {
  get(): Promise<string | null>;
  set(value: string): Promise<void>;
  clear(): Promise<void>;
}

/** Ends with whoever holds it. */
export function memorySession(): SessionArea {
  let held: string | null = null;
  return {
    get: async () => held,
    async set(value) {
      held = value;
    },
    async clear() {
      held = null;
    },
  };
}
