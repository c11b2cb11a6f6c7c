// Without a mail server, every mail is shown on a page.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readInvitation } from '../../harness/calendar.ts';
import { Mail } from '../../harness/mail.ts';
import { publishedEvent } from '../../harness/organiser.ts';
import { register, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test.use({ delivery: 'kept' });

async function openLatest(page: Page, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto('/organise/outgoing?address=@');
    await page.getByRole('link', { name: subject }).first().click({ timeout: 1_000 });
  }).toPass();
  await expect(page.locator('main')).toContainText('nicht versendet');
}

test('a registration is confirmed and its invitation read without a mail server', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, accessible }) => {
  const { open } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  await register(visitor, open, anna);
  await expect(visitor.locator('main')).toContainText('kein Mailversand eingerichtet');

  await openLatest(page, 'Bitte bestätigen');
  const link = await page.locator('main a[href*="/confirm/"]').getAttribute('href');
  await visitor.goto(link!);
  await visitor.locator('main form button.first').click();
  await expect(visitor.locator('main')).toContainText('Sie haben einen Platz');

  await openLatest(page, 'Ihr Platz ist bestätigt');
  await expect(page.locator('main')).toContainText('Guten Tag Anna Muster');
  await accessible();
  await page.getByRole('link', { name: 'HTML' }).click();
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Guten Tag Anna Muster');
  await page.getByRole('link', { name: 'Kalender', exact: true }).click();
  const shown = await page.locator('pre.letter').innerText();
  const entry = readInvitation(shown);
  expect(entry).toMatchObject({ method: 'REQUEST', attendees: [anna.address] });
  await page.getByRole('link', { name: 'Kopfzeilen' }).click();
  await expect(page.locator('pre.letter')).toContainText('Message-ID:');

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Als Datei (.eml)' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.eml$/);
  const mail = await Mail.parse(await readFile(await file.path()), '', []);
  expect(mail.to).toEqual([anna.address]);
  expect(mail.text).toContain('Guten Tag Anna Muster');
  expect(mail.html).toContain('Anna Muster');
  expect(mail.calendars.map(({ text }) => readInvitation(text).uid)).toEqual([entry.uid, entry.uid]);
});

test('nobody but the network’s organisers reads its mails', async ({ signedIn: page, visitor }) => {
  const { open } = await publishedEvent(page);
  await register(visitor, open, newParticipant('Anna'));
  await openLatest(page, 'Bitte bestätigen');
  const mail = new URL(page.url()).pathname;
  for (const path of ['/organise/outgoing', mail, `${mail}/mail.eml`, `${mail}/mail.html`]) {
    const answer = await visitor.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).not.toBe(200);
    expect(await answer.text(), path).not.toContain('partner.example');
  }
});

test('kept mails are offered for sending once there is a mail server', { tag: '@both' }, async ({ signedIn: page, visitor, server, mailbox, accessible }) => {
  const { open } = await publishedEvent(page);
  const anna = newParticipant('Anna');
  await register(visitor, open, anna);
  await openLatest(page, 'Bitte bestätigen');
  const kept = new URL(page.url()).pathname;
  await expect(page.locator('main a[href*="/confirm/"]')).toHaveCount(1);

  await server.stop();
  server.configure({ TREFFPUNKT_SMTP_URL: mailbox.url });
  await server.restart();
  await page.goto(kept);
  await expect(page.locator('main')).toContainText('unkenntlich');
  await expect(page.locator('main')).toContainText('/confirm/…');
  await expect(page.locator('main a[href*="/confirm/"]')).toHaveCount(0);
  await page.goto('/organise/outgoing');
  await expect(page.locator('main')).toContainText('nie versendet');
  await accessible();
  expect(mailbox.to(anna.address)).toHaveLength(0);
  await page.getByRole('button', { name: /versenden/ }).first().click();
  await expect(page.locator('main')).toContainText('Die E-Mails werden jetzt versendet');
  await mailbox.waitFor(anna.address);
});

test.describe('with a mail server', () => {
  test.use({ delivery: 'sent' });

  test('an address that is refused for good is written to again when an organiser says so', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
    const { open } = await publishedEvent(page);
    const anna = newParticipant('Anna');
    mailbox.refuse(anna.address);
    await register(visitor, open, anna);
    await expect.poll(() => mailbox.attempted).toContain(anna.address);
    await expect(async () => {
      await page.goto('/organise/outgoing?state=refused');
      await page.getByRole('link', { name: 'Bitte bestätigen' }).first().click({ timeout: 1_000 });
    }).toPass();
    await expect(page.locator('main')).toContainText('An diese Adresse wird nicht mehr geschrieben');
    await page.getByRole('link', { name: anna.address }).click();
    await expect(page.locator('main')).toContainText('An diese Adresse wird nicht mehr geschrieben');
    await accessible();

    mailbox.acceptAgain(anna.address);
    await page.getByRole('button', { name: 'Wieder an diese Adresse schreiben' }).click();
    await expect(page.locator('main')).not.toContainText('An diese Adresse wird nicht mehr geschrieben');
    await page.getByRole('link', { name: 'Bitte bestätigen' }).first().click();
    await page.getByRole('button', { name: 'Noch einmal versenden' }).click();
    await expect(page.locator('main')).toContainText('Wird noch einmal versendet');
    await mailbox.waitFor(anna.address);
  });
});
