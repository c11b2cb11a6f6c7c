// A crash or shutdown while mails are sent.
import { addMember, followSignInLink, leipzigOrganiser } from '../../harness/signIn.ts';
import { draftEvent, publish, publishedEvent } from '../../harness/organiser.ts';
import { registerByHttp, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

const PEOPLE = 500;

test('kill -9 while 500 mails go out: everyone has exactly one message', { tag: '@both' }, async ({ page, server, mailbox }) => {
  test.setTimeout(400_000);
  await followSignInLink(page, await addMember(server, leipzigOrganiser));
  const event = await draftEvent(page, { title: 'Bundeskongress' });
  const table = ['Vorname,Nachname,E-Mail', ...Array.from({ length: PEOPLE }, (_, n) => `Person${n},Muster,person${n}@partner.example`)].join('\n');
  await page.goto(`${event}/registrations/import`);
  await page.locator('textarea').first().fill(table);
  await page.locator('main form button.first').click();
  await page.getByRole('button', { name: /500/ }).click();
  await expect(page).not.toHaveURL(/\/import/, { timeout: 60_000 });
  // Slow enough that the mails are still on their way when the page of the published event is there.
  mailbox.answerAfter(60);
  await publish(page, event);
  await expect.poll(() => mailbox.mails.length, { timeout: 30_000, intervals: [10] }).toBeGreaterThan(30);
  await server.kill();
  const before = mailbox.mails.length;
  expect(before).toBeLessThan(PEOPLE);
  mailbox.answerAfter(0);
  await server.restart();
  await expect.poll(() => new Set(mailbox.mails.map((mail) => mail.messageId)).size, { timeout: 150_000 }).toBe(PEOPLE);

  for (let number = 0; number < PEOPLE; number += 1) {
    const address = `person${number}@partner.example`;
    const messages = new Set(mailbox.to(address).map((mail) => mail.messageId));
    expect(messages.size, address).toBe(1);
  }
  for (const mail of mailbox.mails) {
    expect(mail.to).toEqual(mail.recipients);
    expect(mail.calendars[0]!.text.replace(/\r?\n /g, '')).toContain(`mailto:${mail.recipients[0]}`);
  }
  // Duplicates are identical.
  for (const copies of mailbox.byMessageId().values()) {
    for (const copy of copies) expect(copy.raw.equals(copies[0]!.raw)).toBe(true);
  }
});

test('SIGTERM lets requests finish and stops within five seconds', async ({ server, request }) => {
  const asked = Array.from({ length: 20 }, () => request.get('/sign-in'));
  const answers = await Promise.all(asked);
  expect(answers.every((answer) => answer.ok())).toBe(true);
  const { code, milliseconds } = await server.stop();
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(5_000);
});

test('a refused recipient does not delay the others, and the organiser sees who it is', { tag: '@both' }, async ({ signedIn: page, mailbox, request }) => {
  const { event, open } = await publishedEvent(page);
  mailbox.refuse('cem@partner.example');
  for (const name of ['Anna', 'Cem', 'Doris']) {
    expect(await registerByHttp(request, open.split('/').pop()!, newParticipant(name))).toBe(303);
  }
  await mailbox.waitFor('anna@partner.example');
  await mailbox.waitFor('doris@partner.example');
  await expect(async () => {
    await page.goto(`${event}/messages?address=cem@`);
    await expect(page.locator('tr', { hasText: 'cem@partner.example' })).toContainText('nicht zustellbar');
  }).toPass();
});
