// Accessibility checks by axe, in light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const REPORTED_IMPACTS = new Set<unknown>(['serious', 'critical']);

/** One line per serious or critical violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour in transition has too little contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { impact, id, help, nodes } of violations) {
      if (!REPORTED_IMPACTS.has(impact)) continue;
      const selectors = nodes.map(({ target }) => target.join(' ')).join(', ');
      lines.push(`${colorScheme}: ${impact} ${id} at ${selectors}: ${help}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return lines;
}
