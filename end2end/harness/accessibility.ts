// Accessibility checks by axe, in light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const REPORTED_IMPACTS = new Set<unknown>(['serious', 'critical']);

/** Rules of less impact that every page keeps: people find their way by landmarks and headings. */
const REPORTED_RULES = new Set(['landmark-no-duplicate-banner', 'landmark-one-main', 'page-has-heading-one', 'region']);

/** The rules whose result depends on colours. In dark, the others would find what they found in light. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** One line per violation that is serious, critical, or about landmarks. */
export async function axeViolations(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour in transition has too little contrast. A transition that has begun goes on, so it is ended.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.cancel();
    });
    const axe = new AxeBuilder({ page });
    if (colorScheme === 'dark') axe.withRules(RULES_OF_COLOUR);
    const { violations } = await axe.analyze();
    for (const { impact, id, help, nodes } of violations) {
      if (!REPORTED_IMPACTS.has(impact) && !REPORTED_RULES.has(id)) continue;
      const selectors = nodes.map(({ target }) => target.join(' ')).join(', ');
      lines.push(`${colorScheme}: ${impact} ${id} at ${selectors}: ${help}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return lines;
}
