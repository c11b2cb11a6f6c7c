// Two servers on one PostgreSQL are killed in turn while they work.
import { setTimeout as sleep } from 'node:timers/promises';
import { Organiser } from '../../harness/httpOrganiser.ts';
import { Server } from '../../harness/server.ts';
import { expect, test } from '../../harness/test.ts';

const PEOPLE = 1_000;
const MAIL_CONNECTIONS = 8;
/** Answers that a worker records in one transaction, `SETTLE_SIZE` of the mail worker. */
const ANSWERS = 20;
const KILLS = 4;

test('two servers are killed in turn during an import and a publishing: each person has one mail', { tag: '@postgres' }, async ({ database, server, organiser, mailbox }) => {
  test.setTimeout(300_000);
  const other = await Server.start({ databaseUrl: database.url, smtpUrl: mailbox.url });
  const servers = [server, other] as const;
  const organisers = [organiser, Organiser.at(other, organiser.cookie)] as const;
  try {
    const event = await organiser.draft('Bundeskongress');

    // The server that takes the import is killed in it, and the other one finishes it.
    const request = organiser.beginImport(event, 0, PEOPLE).catch(() => 'the server was killed');
    const importing = await organisers[1].jobOf(event);
    await server.kill();
    await request;
    await organisers[1].waitForJob(importing);
    expect(await organisers[1].count(event, 'confirmed')).toBe(PEOPLE);
    await server.restart();

    mailbox.answerAfter(50);
    const publishing = await organisers[1].beginPublishing(event);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(800);
      const victim = servers[(kill + 1) % 2]!;
      await victim.kill();
      await sleep(300);
      await victim.restart();
    }
    expect(mailbox.mails.length).toBeLessThan(PEOPLE);
    mailbox.answerAfter(0);
    await organiser.waitForJob(publishing);
    const recipients = () => new Set(mailbox.mails.flatMap((mail) => mail.recipients)).size;
    // The lease of a killed server's mails ends after minutes.
    await expect.poll(recipients, { timeout: 200_000, intervals: [500] }).toBe(PEOPLE);

    for (let number = 0; number < PEOPLE; number += 1) {
      const messages = new Set(mailbox.to(`person${number}@partner.example`).map(({ messageId }) => messageId));
      expect(messages.size, `messages to person${number}`).toBe(1);
    }
    // What a killed server was handing over, or had not recorded yet, is handed over again with the same bytes (RFC 1047).
    expect(mailbox.mails.length - PEOPLE).toBeLessThanOrEqual(KILLS * (ANSWERS + 2 * MAIL_CONNECTIONS));
    for (const copies of mailbox.byMessageId().values()) expect(copies.every(({ raw }) => raw.equals(copies[0]!.raw))).toBe(true);
    expect(await organiser.count(event, 'confirmed')).toBe(PEOPLE);
    for (const { log } of servers) expect(log).not.toContain('panicked');
  } finally {
    organisers[1].close();
    await other.stop();
  }
});
