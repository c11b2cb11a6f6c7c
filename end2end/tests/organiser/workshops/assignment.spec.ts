// The assignment of people to workshops: computed from their wishes, chosen, completed for late registrations.
import type { Page } from '@playwright/test';
import { confirm, newParticipant, register } from '../../../harness/participant.ts';
import { expect, test } from '../../../harness/test.ts';
import { openConference, openWishes, wish } from '../../../harness/wishes.ts';

const seats = (page: Page, workshop: string) => page.locator('#offers tbody').filter({ has: page.getByRole('rowheader', { name: workshop }) });

test('three kinds of fairness are compared, one is chosen, and whoever comes late gets a free seat', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  const path = `${event}/workshops/assignment`;
  await page.goto(path);
  await expect(page.locator('main')).toContainText('Es ist noch niemand angemeldet.');
  await accessible(page);

  // Both wish for the only seat of Handwerk, which is offered twice.
  for (const name of ['Anna', 'Ben']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    for (const title of ['Handwerk', 'Pflege', 'Sprache']) await wish(visitor, title);
  }
  await page.goto(path);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  const ways = page.locator('.ways > li');
  await expect(ways).toHaveCount(3);
  for (const way of await ways.all()) {
    await expect(way).toContainText('Alle mit Wünschen haben ihren ersten dabei.');
    await expect(way).toContainText('bestmöglich, bewiesen');
  }
  // Nothing counts before somebody chooses.
  await expect(page.locator('#offers')).toHaveCount(0);
  await accessible(page);

  await ways.first().getByRole('button', { name: /^Diese nehmen/ }).click();
  await expect(ways.first()).toContainText('gewählt');
  await expect(page.locator('.lead')).toContainText('Alle mit Wünschen haben ihren ersten dabei.');
  await expect(page.locator('#offers h2')).toContainText('10:00–11:30 Uhr');
  await expect(seats(page, 'Handwerk')).toContainText('1 von 1');
  await expect(seats(page, 'Handwerk')).toContainText('1 erste, 0 zweite, 0 dritte, 0 spätere oder ohne Wunsch');
  await seats(page, 'Handwerk').getByText('Eine Person').click();
  await expect(seats(page, 'Handwerk').getByRole('link', { name: /^(Anna|Ben) Muster/ })).toBeVisible();
  await page.locator('#offers').getByRole('link', { name: /13:00$/ }).click();
  await expect(page.locator('#offers h2')).toContainText('13:00–14:30 Uhr');
  await accessible(page);

  const late = newParticipant('Cem');
  await register(visitor, open, late);
  await confirm(visitor, mailbox, late);
  await page.goto(path);
  await expect(page.locator('main')).toContainText('Eine Person ist dazugekommen');
  await expect(page.locator('#offers')).toContainText('Eine Person hat in diesem Zeitfenster keinen Platz');
  await page.getByRole('button', { name: 'Auf freie Plätze verteilen' }).click();
  await expect(page.locator('main .facts')).toContainText('Fassung 2');
  await expect(seats(page, 'Pflege')).toContainText('1 spätere oder ohne Wunsch');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.locator('main .facts')).toContainText('Fassung 1');
});

test('an assignment is read on a phone', { tag: '@nojs' }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openConference(page);
  await openWishes(visitor, mailbox, open, newParticipant('Anna'));
  await wish(visitor, 'Sprache');
  await page.goto(`${event}/workshops/assignment`);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(seats(page, 'Handwerk')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await accessible(page);
  }
});
