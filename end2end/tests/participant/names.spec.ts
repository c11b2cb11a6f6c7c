// Unusual names: shown and mailed unchanged, or refused beside their field.
import { readInvitation } from '../../harness/calendar.ts';
import { publishedEvent } from '../../harness/organiser.ts';
import { confirm, register } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

const names = {
  'quotes and separators': ['Zoë "Zo" O\'Brien', 'Jäger; CN=x, "y":\\z'],
  emoji: ['👩🏽‍💻', '🏳️‍🌈 Müller'],
  markup: ['<script>alert(1)</script>', '</title><img src=x onerror=alert(2)> &amp;'],
  'right-to-left letters': ['נועה', 'ברק'],
  'two hundred letters': ['Ä'.repeat(200), '名'.repeat(200)],
  'what templates and formats mean': ['{{ name }} {0} %s ${x}', 'BEGIN:VEVENT'],
} as const;

test('a name is shown and mailed as it is, whatever is in it', { tag: '@both' }, async ({ signedIn: page, visitor, mailbox }) => {
  test.setTimeout(120_000);
  const { event, open } = await publishedEvent(page);
  for (const [index, [what, [given, family]]] of Object.entries(names).entries()) {
    await test.step(what, async () => {
      const who = { given, family, address: `person${index}@partner.example` };
      const name = `${given} ${family}`;
      await register(visitor, open, who);
      await confirm(visitor, mailbox, who);
      await expect(visitor.locator('main')).toContainText(name);
      const download = await visitor.request.get(`${new URL(visitor.url()).pathname}/event.ics`);
      expect(readInvitation(await download.text()).summary).toBe('Netzwerktreffen');

      const mail = await mailbox.waitFor(who.address, { nth: 2 });
      for (const header of ['to', 'from', 'subject', 'message-id']) expect(mail.header(header), header).toHaveLength(1);
      expect(mail.to).toEqual([who.address]);
      // A header truncates names of more than 200 characters.
      expect(mail.toNames[0]!.length).toBeGreaterThan(5);
      expect(name.startsWith(mail.toNames[0]!)).toBe(true);
      // Lines are wrapped.
      expect(mail.text.replace(/\s+/g, ' ')).toContain(mail.toNames[0]);
      expect(mail.html).not.toMatch(/<script|<img/);
      const longest = Math.max(...mail.raw.toString('latin1').split('\r\n').map((line) => line.length));
      expect(longest, 'RFC 5322 §2.1.1').toBeLessThanOrEqual(998);
      const entry = readInvitation(mail.calendars[0]!.text);
      expect(entry).toMatchObject({ method: 'REQUEST', attendees: [who.address] });
      // RFC 6868 encodes quotation marks in parameters.
      expect(entry.attendeeNames).toEqual([name]);
    });
  }
  await page.goto(`${event}/registrations`);
  for (const [given, family] of Object.values(names)) {
    await expect(page.getByRole('rowheader', { name: `${family}, ${given}` })).toBeVisible();
  }
});

const refused = {
  'of 500 characters': ['x'.repeat(500), 'Höchstens 200 Zeichen'],
  'with a line break and a header': ['Anna\r\nBcc: everybody@evil.example', 'Zeilenumbrüche'],
  'with a bare line feed': ['Anna\nATTENDEE:mailto:everybody@evil.example', 'Zeilenumbrüche'],
  'that turns the text around it': ['Anna \u202Egnp.exe', 'nicht möglich'],
  'with a NUL': ['Anna\u0000Muster', 'nicht möglich'],
  'of blanks': ['   ', 'Bitte ausfüllen'],
} as const;

test('a name that cannot be mailed is refused beside its field, and nobody is written to', async ({ signedIn, browser, mailbox }) => {
  const { open } = await publishedEvent(signedIn);
  const still = await browser.newContext({ javaScriptEnabled: false });
  const page = await still.newPage();
  for (const [what, [given, says]] of Object.entries(refused)) {
    await test.step(what, async () => {
      // Without a browser, whose fields hold no line break.
      const answer = await signedIn.request.post(`/do/register?at=${open}/register`, {
        form: { event: open.split('/').pop()!, given_name: given, family_name: 'Muster', address: 'anna@partner.example', language: 'de', consent: 'on' },
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(422);
      await page.setContent(await answer.text());
      await expect(page.locator('[data-error-for=given_name]')).toContainText(says);
      await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
      await expect(page.locator('[name=family_name]')).toHaveValue('Muster');
    });
  }
  await still.close();
  expect(mailbox.mails).toEqual([]);
});
