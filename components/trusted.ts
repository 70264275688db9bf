/**
 * The panel's page can reach into an open shadow root and dispatch clicks and typing of its own. Only what the person did
 * counts (design: never leak). There is no `<form>` in the panel for the same reason: a script's `requestSubmit()` makes a
 * trusted `submit` event.
 */
export const trusted =
  <E extends { readonly isTrusted: boolean }>(handle: (event: E) => void) =>
  (event: E): void => {
    if (event.isTrusted) handle(event);
  };
