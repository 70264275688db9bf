/** Reads the colours that are really on the page, through open shadow roots, and computes WCAG 2.2 contrast from them. */
import type { Page } from '@playwright/test';

export interface Faint {
  readonly text: string;
  readonly ratio: number;
  readonly colours: string;
}

export interface Looked {
  /** How many texts. */
  readonly looked: number;
  /** The smallest type among them, px. */
  readonly smallest: number;
  readonly faint: readonly Faint[];
}

/** Texts below `host` that stand out less than 4.5:1 (3:1 when large) from what is behind them; unusable controls are exempt. */
export async function faintTexts(page: Page, host: string): Promise<Looked> {
  return page.evaluate((host) => {
    type Colour = readonly [number, number, number, number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    /** Any CSS colour as sRGB, alpha from 0 to 1. */
    const colourOf = (css: string): Colour => {
      if (!canvas) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const parentOf = (element: Element): Element | null => {
      if (element.parentElement) return element.parentElement;
      const root = element.getRootNode();
      return root instanceof ShadowRoot ? root.host : null;
    };
    const groundOf = (element: Element): Colour => {
      const layers: Colour[] = [];
      for (let at: Element | null = element; at; at = parentOf(at)) {
        layers.push(colourOf(getComputedStyle(at).backgroundColor));
        if ((layers.at(-1)?.[3] ?? 0) === 1 || at instanceof HTMLDialogElement) break;
      }
      const isDark =
        getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
        matchMedia('(prefers-color-scheme: dark)').matches;
      return layers.reduceRight<Colour>(
        (below, layer) => over(layer, below),
        isDark ? [18, 18, 18, 1] : [255, 255, 255, 1],
      );
    };
    const luminance = (colour: Colour): number => {
      const [red, green, blue] = [colour[0], colour[1], colour[2]].map((value) => {
        const channel = value / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
    };
    const contrast = (one: Colour, other: Colour): number => {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };

    const faint: { text: string; ratio: number; colours: string }[] = [];
    let looked = 0;
    let smallest = Number.POSITIVE_INFINITY;
    const judge = (element: Element, text: string): void => {
      if (text.trim() === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
      if (element.closest('[aria-disabled="true"], :disabled, option, .check-off')) return;
      const style = getComputedStyle(element);
      const ground = groundOf(element);
      const ink = over(colourOf(style.color), ground);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ratio = contrast(ink, ground);
      looked += 1;
      smallest = Math.min(smallest, size);
      if (ratio < (isLarge ? 3 : 4.5))
        faint.push({
          text: text.trim().slice(0, 40),
          ratio: Math.round(ratio * 100) / 100,
          colours: `${style.color} on ${ground.map(Math.round).join(' ')}`,
        });
    };
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const node of element.childNodes) if (node instanceof Text) judge(element, node.data);
        if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) judge(element, element.value);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    for (const element of document.querySelectorAll(host)) walk(element.shadowRoot ?? element);
    return { looked, smallest, faint };
  }, host);
}
