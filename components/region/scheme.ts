type Style = Readonly<Pick<CSSStyleDeclaration, 'backgroundColor' | 'colorScheme'>>;

/**
 * Whether the ground that the region stands on is dark. The panel's page decides, not the system: a dark region on a white
 * card would be no part of it.
 */
export const isDarkBehind = (element: Element, styleOf: (element: Element) => Style): boolean => {
  for (let ground: Element | null = element; ground !== null; ground = ground.parentElement) {
    const colour = channelsOf(styleOf(ground).backgroundColor);
    if (colour !== null && colour.alpha > 0.5) return colour.luma < 0.4;
  }
  // Nobody painted anything: the browser's own canvas shows.
  return styleOf(element.ownerDocument.documentElement).colorScheme === 'dark';
};

/** `rgb(r, g, b)` or `rgba(r, g, b, a)`, as a computed style has it. */
const channelsOf = (text: string): { luma: number; alpha: number } | null => {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)$/.exec(text)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue + alpha))
    return null;
  return { luma: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255, alpha };
};
