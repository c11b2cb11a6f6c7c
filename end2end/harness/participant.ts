// The steps of a participant, on pages and in the mailbox.
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { Mail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';

export interface Participant {
  given: string;
  family: string;
  address: string;
}

/** A participant with an address of their own. */
export function newParticipant(name: string): Participant {
  return { given: name, family: 'Muster', address: `${name.toLowerCase()}@partner.example` };
}

/** Sends the registration form. The confirmation mail is queued then. */
export async function register(page: Page, eventPath: string, who: Participant): Promise<void> {
  await page.goto(`${eventPath}/register`);
  await page.locator('[name=given_name]').fill(who.given);
  await page.locator('[name=family_name]').fill(who.family);
  await page.locator('[name=address]').fill(who.address);
  await page.locator('[name=consent]').check();
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/\/registered/);
}

/** Confirms by the mailed link. The personal page is open then. */
export async function confirm(page: Page, mailbox: Mailbox, who: Participant): Promise<Mail> {
  const mail = await mailbox.waitFor(who.address);
  await page.goto(mail.link(/\/confirm\//));
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/\/registration\//);
  return mail;
}

/** Sends the public form without a browser. Returns the status. */
export async function registerByHttp(request: APIRequestContext, event: string, who: Participant): Promise<number> {
  const answer = await request.post('/do/register?at=/', { form: registrationForm(event, who), maxRedirects: 0 });
  return answer.status();
}

/** The fields of the public form. `event` is the slug. */
export function registrationForm(event: string, who: Participant): Record<string, string> {
  return {
    event,
    given_name: who.given,
    family_name: who.family,
    address: who.address,
    language: 'de',
    consent: 'on',
    privacy_version: '1',
    nothing: '',
  };
}
