// Versions of an assignment: listed, compared, restored, locked in part; small workshops with their costs; who is needed elsewhere.
import type { Page } from '@playwright/test';
import { confirm, newParticipant, register } from '../../../harness/participant.ts';
import { expect, test } from '../../../harness/test.ts';
import { addWorkshop } from '../../../harness/workshops.ts';
import { openConference, openWishes, wish } from '../../../harness/wishes.ts';

const seats = (page: Page, workshop: string) => page.locator('#offers tbody').filter({ has: page.getByRole('rowheader', { name: workshop }) });
const versions = (page: Page) => page.locator('details.versions').filter({ hasText: 'Fassung' }).last();

test('versions are compared and restored, and what is locked stays', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  const path = `${event}/workshops/assignment`;
  for (const name of ['Anna', 'Ben']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    for (const title of ['Pflege', 'Sprache']) await wish(visitor, title);
  }
  await page.goto(path);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  const late = newParticipant('Cem');
  await register(visitor, open, late);
  await confirm(visitor, mailbox, late);
  await page.goto(path);
  await page.getByRole('button', { name: 'Auf freie Plätze verteilen' }).click();
  await expect(page.locator('main .facts')).toContainText('Fassung 2');

  await versions(page).locator('summary').click();
  await expect(versions(page)).toContainText('Nachzügler eingeteilt');
  await accessible(page);
  await versions(page).getByRole('link', { name: /Vergleichen/ }).click();
  const comparison = page.locator('#comparison');
  await expect(comparison).toContainText('Fassung 1 und 2 im Vergleich');
  await comparison.getByText('2 Plätze sind anders').click();
  await expect(comparison.getByRole('row', { name: /^Cem Muster/ }).first()).toContainText('ohne Platz');
  await accessible(page);
  await comparison.getByRole('link', { name: 'Vergleich schließen' }).click();
  await versions(page).locator('summary').click();
  await versions(page).getByRole('link', { name: 'Fassung 1', exact: true }).click();
  await expect(page.locator('.notice').first()).toContainText('Sie sehen Fassung 1. Bearbeitet wird eine andere.');
  await expect(page.getByRole('button', { name: /^Einteilung|^Neu|^Sperren/ })).toHaveCount(0);
  await accessible(page);
  await page.getByRole('button', { name: 'Fassung 1 wiederherstellen' }).click();
  await expect(page.locator('main .facts')).toContainText('Fassung 3');
  await expect(page.locator('main')).toContainText('Eine Person ist dazugekommen');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.locator('main .facts')).toContainText('Fassung 2');

  // A workshop is locked while the rest is computed again.
  await seats(page, 'Pflege').getByRole('button', { name: /^Sperren/ }).click();
  await expect(seats(page, 'Pflege')).toContainText('gesperrt');
  await accessible(page);
  await page.getByRole('button', { name: 'Rest neu rechnen' }).click();
  await expect(page.locator('.ways > li').first()).toContainText('bestmöglich um das Gesperrte herum, bewiesen');
  await seats(page, 'Pflege').getByRole('button', { name: /^Freigeben/ }).click();
  await expect(seats(page, 'Pflege')).not.toContainText('gesperrt');
  await expect(page.getByRole('button', { name: 'Rest neu rechnen' })).toHaveCount(0);
});

test('small workshops have their cost and are decided, and whoever is needed elsewhere is not placed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  await addWorkshop(page, event, { title: 'Recht', offers: { 1: 'Saal 5' }, fields: { least: '2', most: '9' } });
  for (const name of ['Anna', 'Ben', 'Cem']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    await wish(visitor, name === 'Cem' ? 'Sprache' : 'Recht');
  }
  // Cem is at the desk in the morning.
  await page.goto(`${event}/workshops/busy`);
  await expect(page.locator('main')).toContainText('Niemand wird anderswo gebraucht');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('[data-error-for=person]')).not.toBeEmpty();
  const option = await page.locator('[name=person] option', { hasText: 'Cem' }).getAttribute('value');
  await page.locator('[name=person]').selectOption(option!);
  await page.locator('[name=slot]').selectOption({ index: 1 });
  await page.locator('[name=reason]').fill('Empfang');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('row', { name: /^Cem Muster/ })).toContainText('Empfang');
  await accessible(page);

  const path = `${event}/workshops/assignment`;
  await page.goto(path);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  await expect(page.locator('#offers')).not.toContainText('Cem Muster');
  await page.locator('#offers').getByRole('link', { name: /13:00$/ }).click();
  await expect(seats(page, 'Recht')).toContainText('2 von 9');

  await page.goto(`${path}/small`);
  const row = page.getByRole('row', { name: /^Recht/ });
  await expect(row).toContainText('2, nötig 2');
  await expect(row).toContainText('noch nicht gerechnet');
  await accessible(page);
  await page.getByRole('button', { name: 'Kosten rechnen' }).click();
  await expect(page.locator('.job-progress')).toHaveCount(0, { timeout: 30_000 });
  await page.goto(`${path}/small`);
  await expect(row).toContainText('2 erste Wünsche weniger');
  await expect(page.getByRole('button', { name: 'Kosten rechnen' })).toHaveCount(0);
  await accessible(page);
  await row.getByRole('button', { name: /^Absagen/ }).click();
  await page.goto(`${path}/small`);
  await expect(page.locator('#decided')).toContainText('„Recht“');
  await expect(page.locator('#decided')).toContainText('findet nicht statt');

  // The mark is taken back in the list.
  await page.goto(`${event}/workshops/busy`);
  await page.getByRole('button', { name: /^Aufheben/ }).click();
  await expect(page.locator('main')).toContainText('Niemand wird anderswo gebraucht');
});
