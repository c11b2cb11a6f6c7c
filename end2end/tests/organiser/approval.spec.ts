// An event at which organisers decide about every registration.
import type { Page } from '@playwright/test';
import { readInvitation } from '../../harness/calendar.ts';
import { openParts, publishedEvent } from '../../harness/organiser.ts';
import { confirm, newParticipant, register } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

/** The people in the section of those who wait. */
function undecided(page: Page) {
  return page.locator('ol.waiting li a[href*="/registrations/"]:not(.button)');
}

test('everybody waits for the decision, and reads it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  const { event, open } = await publishedEvent(page, { capacity: 20 });
  await page.goto(`${event}/edit`);
  await openParts(page);
  await page.locator('[name=admission][value=approved]').check();
  await page.locator('main form button.first').last().click();
  await expect(page).toHaveURL(/saved=changed/);
  await expect(page.locator('aside')).toContainText('Sie entscheiden');
  await page.goto(`${event}/edit`);
  await expect(page.locator('details.part > summary').filter({ hasText: 'Sichtbarkeit' })).toContainText('Sie entscheiden');

  // The public pages say so before anybody types.
  await visitor.goto(open);
  await expect(visitor.locator('main')).toContainText('Das Organisationsteam entscheidet über jede Anmeldung');
  await accessible(visitor);
  const [anna, beate, cem] = ['Anna', 'Beate', 'Cem'].map(newParticipant) as [ReturnType<typeof newParticipant>, ReturnType<typeof newParticipant>, ReturnType<typeof newParticipant>];
  await visitor.goto(`${open}/register`);
  await expect(visitor.locator('main')).toContainText('Das Organisationsteam entscheidet, wer einen Platz bekommt');
  await accessible(visitor);
  const personal = [];
  for (const who of [anna, beate, cem]) {
    await register(visitor, open, who);
    await expect(visitor.locator('main')).toContainText('Danach entscheidet das Organisationsteam');
    await visitor.goto((await mailbox.waitFor(who.address)).link(/\/confirm\//));
    await expect(visitor.locator('main')).toContainText('liegt Ihre Anmeldung dem Organisationsteam vor');
    await confirm(visitor, mailbox, who);
    await expect(visitor.locator('main')).toContainText('Ihre Anmeldung wartet auf die Entscheidung');
    await expect(visitor.locator('main')).not.toContainText('Warteliste');
    personal.push(visitor.url());
  }
  await accessible(visitor);
  const asked = await mailbox.waitFor(anna.address, { subject: /wartet auf die Entscheidung/ });
  expect(asked.calendars).toEqual([]);

  // The organiser is led to those who wait.
  await page.goto(event);
  await expect(page.locator('main')).toContainText('Über 3 Anmeldungen entscheiden');
  await accessible();
  await page.getByRole('link', { name: 'Zur Entscheidung' }).click();
  const rows = page.getByRole('table', { name: 'Angemeldete' }).locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('wartet auf Entscheidung');
  await expect(page.getByRole('combobox', { name: 'Stand' }).locator('option:checked')).toHaveText('wartet auf Entscheidung');
  await page.goto(`${event}/registrations`);
  await expect(page.getByRole('heading', { name: 'Zu entscheiden' })).toBeVisible();
  await expect(undecided(page)).toHaveText(['Muster, Anna', 'Muster, Beate', 'Muster, Cem']);
  await expect(page.locator('main')).not.toContainText('Warteliste');
  await accessible();

  // One is accepted and one declined, with own words.
  const choose = async (name: string, verdict: string, words: string) => {
    await page.goto(`${event}/registrations?state=waitlisted`);
    await page.getByRole('checkbox', { name: `Muster, ${name} auswählen` }).check();
    await page.getByRole('button', { name: verdict }).click();
    await page.locator('[name=note]').fill(words);
    await accessible();
    await page.locator('button[value=go]').click();
    await expect(page.locator('main')).not.toContainText('Vorschau aktualisieren');
  };
  await choose('Anna', 'Ausgewählte annehmen', 'Bitte bringen Sie die Mappe mit.');
  const accepted = await mailbox.waitFor(anna.address, { subject: /Ihr Platz ist bestätigt/ });
  expect(accepted.text).toContain('Bitte bringen Sie die Mappe mit.');
  expect(readInvitation(accepted.calendars[0]!.text).method).toBe('REQUEST');
  await choose('Beate', 'Ausgewählte ablehnen', 'Sie vertreten eine andere Region.');
  const declined = await mailbox.waitFor(beate.address, { subject: /Leider kein Platz/ });
  expect(declined.text).toContain('Sie vertreten eine andere Region.');
  expect(declined.calendars).toEqual([]);
  await page.goto(event);
  await expect(page.locator('main')).toContainText('Über eine Anmeldung entscheiden');
  await expect(page.locator('main')).toContainText('wartet auf die Entscheidung');

  const [annas, beates, cems] = personal as [string, string, string];
  await visitor.goto(annas);
  await expect(visitor.locator('main')).toContainText('Sie haben einen Platz');
  await visitor.goto(beates);
  await expect(visitor.locator('main')).toContainText('Diese Anmeldung wurde abgelehnt');
  await visitor.goto(cems);
  await expect(visitor.locator('main')).toContainText('Ihre Anmeldung wartet auf die Entscheidung');

  // Whoever leaves frees a seat for nobody in particular. Without approval the free seats go to those who wait.
  await visitor.goto(annas);
  await visitor.getByRole('link', { name: 'Abmelden' }).click();
  await expect(visitor.locator('main')).toContainText('Ihr Platz wird frei und kann neu vergeben werden.');
  await visitor.locator('main form button.harm').click();
  await visitor.goto(cems);
  await expect(visitor.locator('main')).toContainText('Ihre Anmeldung wartet auf die Entscheidung');
  await page.goto(`${event}/edit`);
  await openParts(page);
  await page.locator('[name=admission][value=open]').check();
  await page.locator('main form button.first').last().click();
  await expect(page.locator('main')).toContainText('einer Person, die wartet und nun einen Platz bekommt');
  await page.locator('[name=confirmed]').click();
  await expect(page).toHaveURL(/saved=changed/);
  await mailbox.waitFor(cem.address, { subject: /Ihr Platz ist bestätigt/ });
  await visitor.goto(cems);
  await expect(visitor.locator('main')).toContainText('Sie haben einen Platz');
});
