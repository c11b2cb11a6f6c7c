// Mails that cannot be read or delivered hold up no others.
import { setTimeout as sleep } from 'node:timers/promises';
import { executeBehindTheServer } from '../../harness/database.ts';
import { newParticipant, registerByHttp } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('an unreadable row of the outbox is set aside, and the mails behind it are sent', { tag: '@both' }, async ({ database, server, organiser, mailbox, request }) => {
  const { slug } = await organiser.publish(await organiser.draft('Netzwerktreffen'));
  mailbox.refuse('anna@partner.example', 450);
  mailbox.refuse('bea@partner.example', 450);
  for (const name of ['Anna', 'Bea']) expect(await registerByHttp(request, slug, newParticipant(name))).toBe(303);
  await expect.poll(() => mailbox.attempted.length).toBeGreaterThanOrEqual(2);
  await server.stop();
  await executeBehindTheServer(
    database,
    `UPDATE outbox SET recipient = 'no address' WHERE recipient = 'anna@partner.example'; UPDATE outbox SET next_attempt_at = 0 WHERE state = 'queued'`,
  );
  mailbox.acceptAgain('bea@partner.example');
  await server.restart();
  await mailbox.waitFor('bea@partner.example');
  expect(await registerByHttp(request, slug, newParticipant('Cem'))).toBe(303);
  await mailbox.waitFor('cem@partner.example');

  // The page and the log say so; the other lines of the list are there.
  const page = await organiser.page('/organise/outgoing?address=@');
  expect(page).toContain('bea@partner.example');
  expect(page).toContain('cem@partner.example');
  await expect.poll(() => server.log).toMatch(/"(WARN|ERROR)".*outbox/);
});

test('a mailbox that does not exist is not written to again', { tag: '@both' }, async ({ organiser, mailbox, request }) => {
  const { slug } = await organiser.publish(await organiser.draft('Netzwerktreffen'));
  const other = await organiser.publish(await organiser.draft('Bundeskongress'));
  mailbox.refuse('anna@partner.example', 550);
  expect(await registerByHttp(request, slug, newParticipant('Anna'))).toBe(303);
  await expect.poll(() => mailbox.attempted).toEqual(['anna@partner.example']);
  await sleep(1_000);
  for (const name of ['Anna', 'Bea']) expect(await registerByHttp(request, other.slug, newParticipant(name))).toBe(303);
  await mailbox.waitFor('bea@partner.example');
  await sleep(1_000);
  expect(mailbox.attempted).toEqual(['anna@partner.example', 'bea@partner.example']);
});

test('a mail server that takes 90 seconds after the mail gets it once', { tag: ['@both', '@long'] }, async ({ organiser, mailbox, request }) => {
  test.setTimeout(300_000);
  const { slug } = await organiser.publish(await organiser.draft('Netzwerktreffen'));
  // RFC 5321 §4.5.3.2.6 allows it ten minutes.
  mailbox.answerAfter(90_000);
  expect(await registerByHttp(request, slug, newParticipant('Anna'))).toBe(303);
  await mailbox.waitFor('anna@partner.example');
  await sleep(180_000);
  expect(mailbox.to('anna@partner.example')).toHaveLength(1);
});
