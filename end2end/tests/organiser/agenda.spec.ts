// The agenda: items, order, moving later items.
import type { Page } from '@playwright/test';
import { addAgendaItem, agendaItem as item, tallViewport, drag, draftEvent, expectAgenda, publish, type AgendaItem } from '../../harness/organiser.ts';
import { executeBehindTheServer } from '../../harness/database.ts';
import { expect, test } from '../../harness/test.ts';

const morning: AgendaItem[] = [
  { title: 'Begrüßung', time: '09:30', minutes: 30 },
  { title: 'Vorstellung', time: '10:00', minutes: 60 },
  { title: 'Kaffee', time: '11:00', minutes: 15 },
];

async function eventWithAgenda(page: Page): Promise<string> {
  const event = await draftEvent(page);
  for (const item of morning) await addAgendaItem(page, event, item);
  return event;
}

test('items are added, changed and removed; those after one move along if asked', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  test.setTimeout(120_000);
  const event = await eventWithAgenda(page);
  await expectAgenda(page, ['09:30 Begrüßung', '10:00 Vorstellung', '11:00 Kaffee']);

  await item(page, 'Vorstellung').getByRole('link', { name: 'Ändern' }).click();
  await page.locator('[name=minutes]').fill('eine Stunde');
  await page.locator('[name=speakers]').fill('RIN Leipzig');
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-error-for=minutes]')).toBeVisible();
  await expect(page.locator('[name=speakers]')).toHaveValue('RIN Leipzig');
  await page.locator('[name=time]').fill('10:10');
  await page.locator('[name=minutes]').fill('75');
  await page.locator('[name=along]').check();
  await accessible();
  await page.locator('main form button.first').click();
  await expectAgenda(page, ['09:30 Begrüßung', '10:10 Vorstellung', '11:25 Kaffee']);
  await expect(item(page, 'Vorstellung')).toContainText('RIN Leipzig');

  await addAgendaItem(page, event, { title: 'Grußwort', time: '10:10', minutes: 5, along: true });
  await expectAgenda(page, ['09:30 Begrüßung', '10:10 Grußwort', '10:15 Vorstellung', '11:30 Kaffee']);

  await item(page, 'Vorstellung').getByRole('link', { name: 'Entfernen' }).click();
  await page.locator('[name=along]').check();
  await page.locator('main form button.harm').click();
  await expect(page.locator('main')).toContainText('Der Programmpunkt ist entfernt.');
  await expectAgenda(page, ['09:30 Begrüßung', '10:10 Grußwort', '10:15 Kaffee']);

  const open = await publish(page, event);
  await page.goto(open);
  await expect(page.locator('main')).toContainText(/Begrüßung.*Grußwort.*Kaffee/s);
});

test('the order changes by buttons, and whoever pressed one can press it again', { tag: '@nojs' }, async ({ signedIn: page, javaScriptEnabled }) => {
  await eventWithAgenda(page);
  await page.getByRole('button', { name: 'Kaffee: nach oben' }).click();
  await expectAgenda(page, ['09:30 Begrüßung', '10:00 Kaffee', '10:15 Vorstellung']);
  const again = page.getByRole('button', { name: 'Kaffee: nach oben' });
  await expect(page).toHaveURL(/#earlier-/);
  if (javaScriptEnabled) await expect(again).toBeFocused();
  await again.click();
  await expectAgenda(page, ['09:30 Kaffee', '09:45 Begrüßung', '10:15 Vorstellung']);
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Kaffee: nach unten' }).click();
  await expectAgenda(page, ['09:30 Begrüßung', '10:00 Kaffee', '10:15 Vorstellung']);
});

test('the order changes by dragging', async ({ signedIn: page }) => {
  await page.setViewportSize(tallViewport);
  const event = await eventWithAgenda(page);
  await page.goto(`${event}/agenda`);
  await drag(item(page, 'Kaffee'), 'before', item(page, 'Begrüßung'));
  await expectAgenda(page, ['09:30 Kaffee', '09:45 Begrüßung', '10:15 Vorstellung']);
  await page.goto(`${event}/agenda`);
  await drag(item(page, 'Kaffee'), 'after', item(page, 'Vorstellung'));
  await expectAgenda(page, ['09:30 Begrüßung', '10:00 Vorstellung', '11:00 Kaffee']);
});

test('what overlaps and what lies outside of the event is said, and kept', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await eventWithAgenda(page);
  await addAgendaItem(page, event, { title: 'Presse', time: '10:30', minutes: 15 });
  await expect(item(page, 'Presse')).toContainText('Beginnt, bevor „Vorstellung“ um 11:00 Uhr endet');
  await addAgendaItem(page, event, { title: 'Führung', time: '10:30', minutes: 15 });
  // One label for all, in place of a sentence at each.
  await expect(page.locator('.slot .head')).toContainText('3 Punkte zur gleichen Zeit');
  await addAgendaItem(page, event, { title: 'Ausklang', time: '15:45', minutes: 30 });
  await expect(item(page, 'Ausklang')).toContainText('nach dem Ende der Veranstaltung (16:00 Uhr)');
  await addAgendaItem(page, event, { title: 'Abendessen', time: '19:00', minutes: 90 });
  const late = page.locator('.notice.warn', { hasText: 'Ein Programmpunkt beginnt erst, wenn die Veranstaltung zu Ende ist' });
  await expect(late.getByRole('link')).toHaveText('Abendessen');
  await accessible();
  await page.goto(`${event}/publish`);
  await expect(late).toBeVisible();
});

test('a draft with items on other days is not published, and the page leads to them', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, database }) => {
  const event = await eventWithAgenda(page);
  await page.goto(`${event}/publish`);
  await executeBehindTheServer(database, "UPDATE agenda_items SET starts_local = '2001-01-01T09:00' WHERE title = 'Kaffee'");
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-refusal]:not([hidden])').first()).toContainText('„Kaffee“');
  const refused = page.locator('.notice.bad', { hasText: 'an dem die Veranstaltung nicht ist' });
  await page.goto(`${event}/publish`);
  await expect(page.locator('main form')).toHaveCount(0);
  await refused.getByRole('link', { name: 'Kaffee' }).click();
  await expect(item(page, 'Kaffee')).toBeVisible();
  await expect(page).toHaveURL(/agenda#item-/);
});

test('of two who change the same item the second is told what changed, and loses nothing', { tag: '@both' }, async ({ signedIn: page, context }) => {
  await eventWithAgenda(page);
  const change = (await item(page, 'Kaffee').getByRole('link', { name: 'Ändern' }).getAttribute('href'))!;
  const second = await context.newPage();
  await page.goto(change);
  await second.goto(change);
  await page.locator('[name=room]').fill('Foyer');
  await page.locator('main form button.first').click();
  await expect(item(page, 'Kaffee')).toContainText('Foyer');
  await second.locator('[name=title]').fill('Kaffee und Kuchen');
  await second.locator('main form button.first').click();
  await expect(second.locator('[data-refusal=form]')).toContainText('Foyer');
  await expect(second.locator('[name=title]')).toHaveValue('Kaffee und Kuchen');
});
