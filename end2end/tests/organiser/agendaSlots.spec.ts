// Parallel items of the agenda: one time for all, entered in a row, moved and undone.
import type { Page } from '@playwright/test';
import { addAgendaItem, agendaItem, draftEvent, expectAgenda, meetingDay, publish } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

const nextDay = meetingDay.replace(/15$/, '16');

/** Types the title and presses Enter: the focus is in the form. The new item is in the agenda then. */
async function enter(page: Page, title: string): Promise<void> {
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(agendaItem(page, title)).toHaveClass(/changed/);
  await page.waitForLoadState();
}

/** Fills the fields of a first workshop, without a mouse, and adds as many as there are titles. */
async function addWorkshops(page: Page, event: string, time: string, titles: string[], fields: Record<string, string> = {}): Promise<void> {
  await page.goto(`${event}/agenda`);
  const field = (name: string) => page.locator(`.editor [name=${name}]`);
  const fill = async () => {
    for (const [name, value] of Object.entries({ time, ...fields })) await field(name).fill(value);
    await field('title').focus();
  };
  await field('kind').selectOption('workshop');
  await field('minutes').fill('90');
  for (const [place, title] of titles.entries()) {
    // From the third on the form proposes the time of the two before.
    if (place < 2) await fill();
    else await expect(field('time')).toHaveValue(time);
    await expect(field('kind')).toHaveValue('workshop');
    await expect(field('minutes')).toHaveValue('90');
    await enter(page, title);
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${page.url()} scrolls sideways`).toBe(0);
}

test('items are entered in a row by the keyboard; parallel ones share a time and move within it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const event = await draftEvent(page);
  await addAgendaItem(page, event, { title: 'Eröffnung', time: '09:30', minutes: 30 });
  if (javaScriptEnabled) await expect(page.locator('.editor [name=title]')).toBeFocused();
  await expect(page.locator('.editor [name=time]')).toHaveValue('10:00');
  await expect(page.locator('.editor [role=status]')).toHaveText('„Eröffnung“ steht im Programm: 9:30–10:00 Uhr.');
  await addWorkshops(page, event, '10:00', ['Handwerk', 'Pflege', 'Recht', 'Sprache']);
  await addAgendaItem(page, event, { title: 'Pause', time: '11:30', minutes: 15 });

  const slot = page.locator('.slot');
  await expect(slot.locator('.head')).toContainText('10:00–11:30');
  await expect(slot.locator('.head')).toContainText('4 Workshops zur Wahl');
  await expect(page.locator('main')).not.toContainText('parallel zu');

  // One of four moves among the four: the next item stays where it is.
  await page.getByRole('button', { name: 'Handwerk: nach unten' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/done=moved/);
  await expectAgenda(page, ['09:30 Eröffnung', '10:00 Pflege', '10:00 Handwerk', '10:00 Recht', '10:00 Sprache', '11:30 Pause']);
  await expect(page.locator('.slot [role=status]')).toHaveText('„Handwerk“ steht jetzt an 2. Stelle von 4, 10:00–11:30 Uhr.');
  const again = page.getByRole('button', { name: 'Handwerk: nach unten' });
  await expect(again).toHaveAccessibleDescription(/2\. Stelle von 4/);
  if (javaScriptEnabled) await expect(again).toBeFocused();

  // All four move past the break, and it takes their time.
  await page.getByRole('button', { name: '4 Workshops zur Wahl: nach unten' }).focus();
  await page.keyboard.press('Enter');
  await expectAgenda(page, ['09:30 Eröffnung', '10:00 Pause', '10:15 Pflege', '10:15 Handwerk', '10:15 Recht', '10:15 Sprache']);
  await expect(page.locator('.slot .head [role=status]')).toHaveText('4 Workshops zur Wahl – jetzt 10:15–11:45 Uhr.');
  await accessible();

  await page.getByRole('button', { name: 'Rückgängig machen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice [role=status]')).toHaveText('Die letzte Änderung ist rückgängig gemacht.');
  await expectAgenda(page, ['09:30 Eröffnung', '10:00 Pflege', '10:00 Handwerk', '10:00 Recht', '10:00 Sprache', '11:30 Pause']);
  await page.getByRole('button', { name: 'Wiederherstellen' }).click();
  await expectAgenda(page, ['09:30 Eröffnung', '10:00 Pause', '10:15 Pflege', '10:15 Handwerk', '10:15 Recht', '10:15 Sprache']);
});

test('each change can be undone, until the agenda is changed again', { tag: '@nojs' }, async ({ signedIn: page, context }) => {
  const event = await draftEvent(page);
  await addAgendaItem(page, event, { title: 'Eröffnung', time: '09:30', minutes: 30 });
  await addAgendaItem(page, event, { title: 'Vortrag', time: '10:00', minutes: 30 });
  const undo = page.getByRole('button', { name: 'Rückgängig machen' });
  const both = ['09:30 Eröffnung', '10:00 Vortrag'];

  await agendaItem(page, 'Vortrag').getByRole('link', { name: 'Ändern' }).click();
  await page.locator('[name=time]').fill('10:15');
  await page.locator('main form button.first').click();
  await expect(agendaItem(page, 'Vortrag').locator('[role=status]')).toHaveText('„Vortrag“ ist gespeichert: 10:15–10:45 Uhr.');
  await undo.click();
  await expectAgenda(page, both);

  await agendaItem(page, 'Vortrag').getByRole('link', { name: 'Entfernen' }).click();
  await page.locator('main form button.harm').click();
  await expectAgenda(page, ['09:30 Eröffnung']);
  await undo.click();
  await expectAgenda(page, both);

  await page.getByRole('button', { name: 'Vortrag: nach oben' }).click();
  await expectAgenda(page, ['09:30 Vortrag', '10:00 Eröffnung']);
  const second = await context.newPage();
  await addAgendaItem(second, event, { title: 'Mittag', time: '12:00', minutes: 60 });
  await undo.click();
  await expect(page.locator('.notice.warn')).toContainText('nicht mehr rückgängig machen');
  await expectAgenda(page, ['09:30 Vortrag', '10:00 Eröffnung', '12:00 Mittag']);
  await expect(undo).toHaveCount(0);
});

test('an item ends at the time that was typed, and a length that disagrees is refused there', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page);
  await page.goto(`${event}/agenda`);
  const field = (name: string) => page.locator(`.editor [name=${name}]`);
  await field('title').fill('Vortrag');
  await field('ends').fill('11:10');
  await field('minutes').fill('45');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-error-for=ends]')).toHaveText('Passt nicht zur Dauer: 45 Minuten enden um 10:15 Uhr.');
  await expect(field('title')).toHaveValue('Vortrag');
  await accessible();
  await field('minutes').fill('');
  await field('minutes').press('Enter');
  await expect(agendaItem(page, 'Vortrag')).toContainText('9:30–11:10');
  await expect(field('minutes')).toHaveValue('100');
  await expect(field('ends')).toHaveValue('12:50');
});

test('an hour that the clocks show twice is asked about', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const event = await draftEvent(page, {
    fields: { starts_date: '2032-10-30', starts_time: '20:00', ends_date: '2032-10-31', ends_time: '06:00' },
  });
  await page.goto(`${event}/agenda`);
  const field = (name: string) => page.locator(`.editor [name=${name}]`);
  await field('title').fill('Ausklang');
  await field('date').fill('2032-10-31');
  await field('time').fill('02:30');
  await field('title').press('Enter');
  await field('which').selectOption({ index: 2 });
  await field('title').press('Enter');
  await expect(agendaItem(page, 'Ausklang')).toContainText('2:30–3:00');
  await expect(field('time')).toHaveValue('03:00');
});

test('the public page shows parallel items side by side, folds them on a phone, and has a heading a day', { tag: '@nojs' }, async ({ signedIn: page, accessible, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const event = await draftEvent(page, { title: 'Fachkongress', fields: { ends_date: nextDay } });
  const titles = Array.from({ length: 8 }, (_, number) => `Workshop über das Thema ${number + 1}`);
  await addWorkshops(page, event, '10:00', titles, { date: meetingDay });
  await addWorkshops(page, event, '09:00', ['Pflege', 'Handwerk'], { date: nextDay });
  await page.goto(`${event}/agenda`);
  await expect(page.locator('.plan h2')).toHaveCount(2);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    if (javaScriptEnabled) await expectNoSidewaysScroll(page);
    await accessible();
  }
  const open = await publish(page, event);

  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(open);
    const programme = page.locator('.programme');
    await expect(programme.locator('h3')).toHaveCount(2);
    // Where there is room, nothing but the rest is folded; on a phone the whole group is.
    const fold = programme.locator('.folded > summary');
    const shown = programme.locator('.folded > .parallel > li');
    if (width === 1280) {
      await expect(fold).toBeHidden();
      await expect(programme.getByText('8 Workshops zur Wahl').filter({ visible: true })).toHaveCount(1);
    } else {
      await expect(fold).toHaveText('8 Workshops zur Wahl');
      await expect(shown.nth(0)).toBeHidden();
      await fold.press('Enter');
    }
    await expect(programme.getByText('2 Workshops zur Wahl')).toBeVisible();
    await expect(programme.getByText('Handwerk')).toBeVisible();
    await expect(shown).toHaveCount(6);
    const [first, second] = [(await shown.nth(0).boundingBox())!, (await shown.nth(1).boundingBox())!];
    if (width === 1280) expect(second.y).toBe(first.y);
    else expect(second.y).toBeGreaterThanOrEqual(first.y + first.height);
    const last = programme.getByText('Workshop über das Thema 8');
    await expect(last).toBeHidden();
    await programme.getByText('2 weitere zeigen').focus();
    await page.keyboard.press('Enter');
    await expect(last).toBeVisible();
    if (width !== 1280) {
      await fold.press('Enter');
      await expect(shown.nth(0)).toBeHidden();
    }
    if (javaScriptEnabled) await expectNoSidewaysScroll(page);
    await accessible();
  }
  await page.emulateMedia({ media: 'print' });
  await page.goto(open);
  await expect(page.getByText('Workshop über das Thema 8')).toBeVisible();
});
