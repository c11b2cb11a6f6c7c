// Operation: health, settings, log.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { binary } from '../../harness/binary.ts';
import { publishedEvent } from '../../harness/organiser.ts';
import { confirm, register, newParticipant } from '../../harness/participant.ts';
import { signInByMail } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

test('the server is live and ready', { tag: '@both' }, async ({ request }) => {
  for (const path of ['/healthz', '/readyz']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['set-cookie'], path).toBeUndefined();
  }
});

const invalid = {
  TREFFPUNKT_LISTEN: ['--listen', 'nowhere'],
  TREFFPUNKT_PUBLIC_URL: ['--public-url', 'treffpunkt.example'],
  TREFFPUNKT_DATABASE_URL: ['--database-url', 'mysql://localhost/treffpunkt'],
  TREFFPUNKT_SMTP_URL: ['--smtp-url', 'imap://mail.example'],
  TREFFPUNKT_LOG: ['--log', 'planner=chatty'],
} as const;

test('an invalid setting stops the start with one line that names it', async () => {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TREFFPUNKT_')));
  for (const [name, [flag, value]] of Object.entries(invalid)) {
    const started = promisify(execFile)(binary, ['serve'], { env: { ...clean, [name]: value }, timeout: 10_000 });
    const failed = await started.then(() => undefined, (failure: { code: number; stderr: string }) => failure);
    expect(failed?.code, name).toBe(2);
    expect(failed?.stderr.trim().split('\n'), name).toHaveLength(1);
    expect(failed?.stderr).toContain(`${flag} (${name})`);
  }
});

test('the log has requests and no personal data', async ({ signedIn: page, visitor, server, mailbox }) => {
  const { open } = await publishedEvent(page);
  const [anna, beate] = [newParticipant('Anna'), newParticipant('Beate')];
  mailbox.refuse(beate.address);
  await register(visitor, open, anna);
  const letter = await confirm(visitor, mailbox, anna);
  await visitor.goto(`${open}/register`);
  await visitor.locator('[name=given_name]').fill('Cem');
  await visitor.locator('[name=address]').fill('cem at partner.example');
  await visitor.locator('main form button.first').click();
  await expect(visitor.locator('[data-error-for=address]')).toBeVisible();
  await register(visitor, open, beate);
  await signInByMail(visitor, mailbox, 'organisation@rinleipzig.example');
  await expect.poll(() => server.log).toContain('mail refused');

  const token = letter.link(/\/confirm\//).split('/confirm/')[1]!.split('?')[0]!;
  const signIn = (await mailbox.waitFor('organisation@rinleipzig.example')).link(/\/sign-in\//).split('/').pop()!;
  for (const secret of ['Anna', 'Beate', 'Cem', 'Muster', 'partner.example', 'rinleipzig.example', token, signIn]) {
    expect(server.log, secret).not.toContain(secret);
  }
  for (const line of server.log.trim().split('\n')) expect(() => JSON.parse(line), line).not.toThrow();
  expect(server.log).toContain('"status":303');
});
