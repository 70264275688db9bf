/** What the Tab key reaches, in order, through open shadow roots; each by the name that stands at it. */
import type { Page } from '@playwright/test';

export interface Stop {
  readonly name: string;
  /** Inside the asked part of the page. */
  readonly inside: boolean;
  /** An outline or a border tells a person where they are. */
  readonly seen: boolean;
}

/** The element that has the focus: its name, and whether it lies within `part` (a selector; the whole page when left out). */
export async function focused(page: Page, part = 'html'): Promise<Stop> {
  return page.evaluate((part) => {
    let element = document.activeElement;
    const hosts: Element[] = [];
    while (element?.shadowRoot?.activeElement) {
      hosts.push(element);
      element = element.shadowRoot.activeElement;
    }
    if (!element || element === document.body) return { name: '', inside: false, seen: false };
    const { labels = null } = element as HTMLInputElement;
    const named = element.cloneNode(true) as Element;
    for (const hidden of named.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? named.textContent;
    const style = getComputedStyle(element);
    return {
      name: label.replace(/\s+/g, ' ').trim(),
      inside: [element, ...hosts].some((one) => one.closest(part) !== null),
      seen: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0,
    };
  }, part);
}

/** Presses Tab from where the focus is until `part` was entered and left again, or the page comes round to its beginning. */
export async function tabStops(page: Page, part: string, most = 120): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page, part);
    if (stop.inside) stops.push(stop);
    else if (stops.length > 0) break;
  }
  return stops;
}
