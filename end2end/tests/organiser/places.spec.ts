// Several people are decided about at once; organisations manage the places that are held for them.
import type { Page } from '@playwright/test';
import { readInvitation } from '../../harness/calendar.ts';
import { addOrganisation, addPerson, followJob, publishedEvent } from '../../harness/organiser.ts';
import { newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

/** Fills the row of a colleague in. */
async function fillColleague(page: Page, row: number, given: string, address: string): Promise<void> {
  const field = (name: string) => page.locator(`[name="people[${row}][${name}]"]`);
  await field('given_name').fill(given);
  await field('family_name').fill('Muster');
  await field('address').fill(address);
}

test('those who wait are chosen, and accepted or declined with own words', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event } = await publishedEvent(page, { capacity: 1 });
  const [anna, bea, cem, dora] = ['Anna', 'Bea', 'Cem', 'Dora'].map(newParticipant);
  for (const person of [anna!, bea!, cem!, dora!]) await addPerson(page, event, person);
  const list = `${event}/registrations`;

  await page.goto(list);
  await page.getByRole('button', { name: 'Ausgewählte ablehnen …' }).click();
  await expect(page.locator('main')).toContainText('Niemand ist ausgewählt');
  await accessible();

  // One of them is declined, with a reason that is shown in the mail before.
  await page.goto(list);
  await accessible();
  await page.getByRole('checkbox', { name: /Bea/ }).check();
  await page.getByRole('button', { name: 'Ausgewählte ablehnen …' }).click();
  await expect(page.getByRole('heading', { name: 'Eine Person ablehnen?' })).toBeVisible();
  await page.locator('[name=note]').fill('Leider sind wir zu viele.');
  await page.getByRole('button', { name: 'Vorschau aktualisieren' }).click();
  await expect(page.locator('main section').filter({ hasText: 'Das liest Bea' })).toContainText('Begründung: Leider sind wir zu viele.');
  await accessible();
  await page.locator('button[value=go]').click();
  await followJob(page, list);
  expect((await mailbox.waitFor(bea!.address, { subject: /Leider kein Platz/ })).text).toContain('Leider sind wir zu viele.');

  // The others wait for a seat: there is none, unless the organiser seats more than there are.
  await page.goto(`${list}?state=waitlisted`);
  await page.getByLabel('alle 2, die warten').check();
  await page.getByRole('button', { name: 'Ausgewählte annehmen …' }).click();
  await expect(page.locator('main')).toContainText('Es ist kein Platz frei');
  await page.getByRole('link', { name: 'Trotzdem Plätze geben …' }).click();
  await expect(page.locator('main')).toContainText('Danach haben 3 Personen einen Platz, vorgesehen ist einer');
  await page.locator('[name=note]').fill('Wir rücken zusammen.');
  await page.locator('button[value=go]').click();
  await followJob(page, list);
  const accepted = await mailbox.waitFor(cem!.address, { subject: /jetzt einen Platz/ });
  expect(accepted.text).toContain('Wir rücken zusammen.');
  expect(readInvitation(accepted.calendars[0]!.text).method).toBe('REQUEST');
  await page.goto(`${list}?state=confirmed`);
  await expect(page.getByRole('table', { name: 'Angemeldete' }).locator('tbody tr')).toHaveCount(3);
});

test('an organisation enters, swaps and releases places by its link', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  await addOrganisation(page, 'VHS Leipzig');
  await addOrganisation(page, 'EXIS Europa');
  const { event } = await publishedEvent(page, { capacity: 4 });
  await page.goto(`${event}/contingents`);
  await page.getByLabel('Gehaltene Plätze VHS Leipzig').fill('9');
  await page.getByLabel('Gehaltene Plätze EXIS Europa').fill('1');
  await page.getByRole('button', { name: 'Kontingente speichern' }).click();
  await expect(page.locator('[data-refusal=form]').first()).toContainText('4');
  await page.getByLabel('Gehaltene Plätze VHS Leipzig').fill('2');
  await page.getByRole('button', { name: 'Kontingente speichern' }).click();
  await expect(page.locator('main')).toContainText('3 Plätze gehalten, davon 3 unbenutzt');
  await accessible();
  await page.locator('main tbody').getByRole('link', { name: 'VHS Leipzig' }).click();
  await accessible();
  await page.locator('[name=address]').fill('kontakt@vhs.example');
  await page.getByRole('button', { name: 'Link senden' }).click();
  await expect(page.locator('main')).toContainText('Der Link ist unterwegs.');

  const organiser = page.url();
  const mail = await mailbox.waitFor('kontakt@vhs.example');
  await page.goto(mail.link(/\/places\//));
  const places = page.url();
  await expect(page.locator('main')).toContainText('0 von 2 Plätzen vergeben');
  await fillColleague(page, 0, 'Anna', 'anna@vhs.example');
  await page.getByRole('button', { name: 'Weitere Person' }).click();
  await expect(page.locator('[name="people[0][given_name]"]')).toHaveValue('Anna');
  await fillColleague(page, 1, 'Bea', 'keine adresse');
  await page.getByRole('button', { name: 'Eintragen und benachrichtigen' }).click();
  await expect(page.locator('[data-error-for="people[1][address]"]')).toBeVisible();
  await fillColleague(page, 1, 'Bea', 'bea@vhs.example');
  await page.getByRole('button', { name: 'Eintragen und benachrichtigen' }).click();
  await expect(page.locator('main')).toContainText('2 Personen sind eingetragen');
  await accessible();
  const entered = await mailbox.waitFor('anna@vhs.example');
  expect(entered.text).toContain('VHS Leipzig hat Sie');

  await page.getByRole('link', { name: /Tauschen.*Anna/ }).click();
  await accessible();
  await page.locator('[name=given_name]').fill('Cem');
  await page.locator('[name=family_name]').fill('Muster');
  await page.locator('[name=address]').fill('cem@vhs.example');
  await page.getByRole('button', { name: 'Platz tauschen' }).click();
  await expect(page.locator('main')).toContainText('Der Platz ist getauscht');
  const cancelled = await mailbox.waitFor('anna@vhs.example', { nth: 2 });
  expect(readInvitation(cancelled.calendars[0]!.text).method).toBe('CANCEL');

  await page.getByRole('link', { name: /Freigeben.*Bea/ }).click();
  await page.getByRole('button', { name: 'Freigeben und benachrichtigen' }).click();
  await page.getByRole('link', { name: 'Den unbenutzten Platz zurückgeben …' }).click();
  await page.getByRole('button', { name: 'Zurückgeben', exact: true }).click();
  await expect(page.locator('main')).toContainText('1 von 1 Plätzen vergeben');

  // A revoked link opens nothing.
  await page.goto(organiser);
  await page.getByRole('button', { name: 'Alle Links sperren' }).click();
  await expect(page.locator('main')).toContainText('Die Links sind gesperrt.');
  expect((await page.goto(places))!.status()).toBe(404);
});
