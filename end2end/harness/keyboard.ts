// Working with the keyboard alone: Tab, Enter and Space.
import { expect, type Locator, type Page } from '@playwright/test';

/** The most presses of Tab to a control. */
const FAR = 300;

/** What is focused without being seen, or nothing. Runs in the page. */
function unseenFocus(): string {
  const focused = document.activeElement as HTMLElement | null;
  if (!focused || focused === document.body || focused.tabIndex < 0) return '';
  // The browser marks their parts itself.
  if (focused.matches('input[type=time], input[type=date]')) return '';
  const isMarked = (element: Element | null) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element ?? document.body);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const { width, height } = focused.getBoundingClientRect();
  // A box or a radio button may be marked by the choice around it.
  const marked = [focused, focused.parentElement, focused.parentElement?.parentElement ?? null].some(isMarked);
  return marked && width > 0 && height > 0 ? '' : focused.outerHTML.slice(0, 200);
}

/** Presses Tab until the control has the focus. On the way the focus is always seen. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(unseenFocus), 'the focus is seen').toBe('');
  }
  throw new Error(`${control} is not reached by Tab`);
}

/** Goes to a control and presses a key there. */
export async function pressOn(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}
