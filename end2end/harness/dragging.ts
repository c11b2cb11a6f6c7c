// Dragging people on a board.
import type { Locator, Page } from '@playwright/test';

/** Presses the mouse on a chip and moves it onto another place, without letting go. */
export async function dragTo(page: Page, chip: Locator, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await chip.scrollIntoViewIfNeeded();
  const from = (await chip.boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height / 2, { steps: 4 });
  await target.scrollIntoViewIfNeeded();
  const to = (await target.boundingBox())!;
  await page.mouse.move(to.x + 12, to.y + to.height / 2, { steps: 4 });
}
