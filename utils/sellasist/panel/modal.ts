/** The panel's common modal (sellasist-panel 3.2). What lies in it belongs to something else than the page below. */
export const POPUP = '#master_popup';

export function modalOpen(document: Document): boolean {
  return document.querySelector(`${POPUP}.show`) !== null;
}
