// What axe finds on a page, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const GRAVE = new Set<unknown>(['serious', 'critical']);

/** One line per serious or critical finding; none is what a page must have. */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour on its way from light to dark has no contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { impact, id, help, nodes } of violations) {
      if (!GRAVE.has(impact)) continue;
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      found.push(`${colorScheme}: ${impact} ${id} at ${where}: ${help}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}
