// Mails by occasion.
import { addPerson, moveEvent, publishedEvent } from '../../harness/organiser.ts';
import { newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('mails are counted by occasion and opened on demand', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
  const { event } = await publishedEvent(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  for (const who of [anna, ben]) {
    await addPerson(page, event, who);
    await mailbox.waitFor(who.address);
  }
  await moveEvent(page, event, { starts: '10:00', ends: '16:00' });
  for (const who of [anna, ben]) await mailbox.waitFor(who.address, { nth: 2 });

  await page.goto('/organise/outgoing');
  const occasions = page.getByRole('row', { name: /Person/ });
  await expect(occasions).toHaveCount(2);
  await expect(occasions.first()).toContainText('Änderung der Veranstaltung, 2 Personen');
  await expect(occasions.first()).toContainText('Netzwerktreffen');
  await expect(async () => {
    await page.reload();
    await expect(occasions.last()).toContainText('2 gesendet', { timeout: 500 });
  }).toPass();
  await accessible();
  await page.getByRole('link', { name: 'Zusage, 2 Personen' }).click();
  await expect(page).toHaveURL(new RegExp(`${event}/messages`));
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Zusage, 2 Personen');
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await expect(page.locator('main')).toContainText(anna.address);
  await accessible();
  await page.getByRole('link', { name: 'Alle Anlässe' }).click();
  await page.getByLabel('Suche nach Adresse').fill(ben.address.slice(0, 12).toUpperCase());
  await page.getByRole('search').getByRole('button').click();
  await expect(page.locator('main tbody tr')).toHaveCount(2);
  await expect(page.locator('main')).not.toContainText(anna.address);
});

test('occasions that need a decision come first', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox }) => {
  const { event } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  mailbox.refuse(anna.address);
  await addPerson(page, event, anna);
  await expect.poll(() => mailbox.attempted).toContain(anna.address);
  const { event: later } = await publishedEvent(page, { title: 'Fachtag' });
  const ben = newParticipant('Ben');
  await addPerson(page, later, ben);
  await mailbox.waitFor(ben.address);
  await expect(async () => {
    await page.goto('/organise/outgoing');
    const first = page.locator('main tbody tr').first();
    await expect(first).toContainText('1 abgelehnt', { timeout: 500 });
    await expect(first).toContainText('Netzwerktreffen', { timeout: 500 });
  }).toPass();
  // The address that the mail server refused stands before the list.
  await expect(page.locator('main details').first()).toContainText('An eine Adresse wird nicht mehr geschrieben');
  await page.locator('main tbody th a').first().click();
  await expect(page.locator('main')).toContainText(anna.address);
});
