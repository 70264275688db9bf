/** What axe finds on a page, as short lines: empty is what is wanted. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export async function violationsOn(page: Page): Promise<readonly string[]> {
  await settledColours(page);
  // In its own frame only: the page has no others, and axe needs no second page to put its findings together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`),
  );
}

/** A colour that is on its way to another, as after a change between light and dark, is no colour that anybody chose. */
async function settledColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const onTheWay = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(onTheWay.map(({ finished }) => finished));
  });
}
