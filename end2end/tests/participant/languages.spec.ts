// Languages: pages and mails are in the language of the person.
import { readInvitation } from '../../harness/calendar.ts';
import { moveEvent, publishedEvent } from '../../harness/organiser.ts';
import { confirm, register, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('a browser that asks for English gets it, without a click', { tag: '@nojs' }, async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Events');
  await context.close();
});

test('the switch is in sight on a phone, stays on the page, and is remembered', { tag: '@nojs' }, async ({ signedIn, visitor: page, accessible }) => {
  const { open } = await publishedEvent(signedIn, { title: 'Netzwerktreffen' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${open}?utm=1`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const toEnglish = page.getByRole('button', { name: 'English' });
  await expect(toEnglish).toBeInViewport({ ratio: 1 });
  await expect(toEnglish).toHaveAttribute('lang', 'en');
  await toEnglish.click();

  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(new URL(page.url()).pathname).toBe(open);
  await expect(page.getByRole('link', { name: 'Register' })).toBeVisible();
  // The text of the organiser keeps its language and its lang attribute.
  await expect(page.getByRole('heading', { level: 1, name: 'Netzwerktreffen' })).toHaveAttribute('lang', 'de');
  await accessible(page);

  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('of two people at one event each is written to in their own language', { tag: ['@nojs', '@both'] }, async ({ signedIn, visitor, mailbox }) => {
  const { event, open } = await publishedEvent(signedIn, { title: 'Netzwerktreffen' });
  const [anna, joan] = [newParticipant('Anna'), newParticipant('Joan')];
  await register(visitor, open, anna);
  await confirm(visitor, mailbox, anna);
  await visitor.getByRole('button', { name: 'English' }).click();
  await expect(visitor.locator('main')).toContainText('You have a seat');
  await register(visitor, open, joan);
  await expect(visitor.locator('main')).toContainText('Now check your inbox');

  const letter = await confirm(visitor, mailbox, joan);
  expect(letter.header('content-language')).toEqual(['en']);
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'en');
  await expect(visitor.locator('main')).toContainText('You have a seat');

  const seats = { de: await mailbox.waitFor(anna.address, { nth: 2 }), en: await mailbox.waitFor(joan.address, { nth: 2 }) };
  expect(seats.de.subject).toBe('Ihr Platz ist bestätigt: Netzwerktreffen');
  expect(seats.de.text).toMatch(/^Guten Tag Anna Muster,/);
  expect(seats.de.html).toContain('lang="de"');
  expect(seats.en.subject).toBe('Your seat is confirmed: Netzwerktreffen');
  expect(seats.en.text).toMatch(/^Dear Joan Muster,/);
  expect(seats.en.html).toContain('lang="en"');
  expect(readInvitation(seats.en.calendars[0]!.text)).toMatchObject({ attendees: [joan.address], summary: 'Netzwerktreffen' });

  await moveEvent(signedIn, event, { starts: '10:30', ends: '17:00' });
  expect((await mailbox.waitFor(anna.address, { nth: 3 })).subject).toBe('Geändert: Netzwerktreffen');
  const changed = await mailbox.waitFor(joan.address, { nth: 3 });
  expect(changed.subject).toBe('Changed: Netzwerktreffen');
  expect(changed.text).not.toMatch(/\bUhr\b/);
});

test('the switch keeps a half-filled form, and mails follow it', { tag: ['@nojs', '@both'] }, async ({ signedIn, visitor, mailbox }) => {
  const { open } = await publishedEvent(signedIn);
  const joan = newParticipant('Joan');
  await visitor.goto(`${open}/register`);
  await visitor.locator('[name=given_name]').fill(joan.given);
  await visitor.locator('[name=address]').fill(joan.address);
  await visitor.locator('[name=consent]').check();
  await visitor.getByRole('button', { name: 'English' }).click();
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'en');
  await expect(visitor.locator('[data-refusal=form]')).toBeHidden();
  await expect(visitor.locator('[name=given_name]')).toHaveValue(joan.given);
  await expect(visitor.locator('[name=address]')).toHaveValue(joan.address);
  await expect(visitor.locator('[name=consent]')).toBeChecked();

  // The Enter key sends the form; it does not switch the language.
  await visitor.locator('[name=family_name]').fill(joan.family);
  await visitor.locator('[name=family_name]').press('Enter');
  await expect(visitor).toHaveURL(/\/registered/);
  const letter = await confirm(visitor, mailbox, joan);
  expect(letter.header('content-language')).toEqual(['en']);

  // A mailed link opens in the language of its mail, whatever the browser asks for.
  await visitor.context().clearCookies();
  await visitor.goto((await mailbox.waitFor(joan.address, { nth: 2 })).link(/\/registration\//));
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'en');
});
