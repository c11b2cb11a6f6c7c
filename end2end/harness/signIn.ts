// Signs in by link: from the command line for the first member, by mail for all others.
import { expect, type Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';
import type { Server } from './server.ts';

export interface Member {
  /** The network's slug. */
  network: string;
  /** Creates the network with this name. */
  networkName?: string;
  address: string;
  name: string;
  role: 'owner' | 'organiser' | 'helper' | 'reader';
}

export const leipzigOrganiser: Member = {
  network: 'iq-sachsen',
  networkName: 'IQ Netzwerk Sachsen',
  address: 'organisation@rinleipzig.example',
  name: 'Annika Öztürk',
  role: 'owner',
};

/** Adds a member and returns the sign-in link the command prints. */
export async function addMember(server: Server, { network, networkName, address, name, role }: Member): Promise<string> {
  const begin = networkName ? ['--network-name', networkName] : [];
  const printed = await server.run('member', 'add', '--network', network, ...begin, '--address', address, '--name', name, '--role', role);
  const link = /https?:\/\/\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`member add printed no link: ${printed}`);
  return link;
}

/** Adds a member and signs the page's browser in as them. */
export async function signInAs(page: Page, server: Server, member: Member): Promise<void> {
  await followSignInLink(page, await addMember(server, member));
}

/** Signs the page's browser in as the demo's organiser, with the link that the server printed. */
export async function signInToDemo(page: Page, server: Server): Promise<void> {
  await followSignInLink(page, /https?:\/\/\S+\/sign-in\/\S+/.exec(server.log)![0]);
}

/** Requests a link on the sign-in page and follows the one in the mail. */
export async function signInByMail(page: Page, mailbox: Mailbox, address: string): Promise<void> {
  const before = mailbox.to(address).length;
  await page.goto('/sign-in');
  await page.locator('main input[type=email]').fill(address);
  await page.locator('main form button').first().click();
  await expect(page).toHaveURL(/sent=1/); // the mail can be faster than the page
  const mail = await mailbox.waitFor(address, { nth: before + 1 });
  await followSignInLink(page, mail.link(/\/sign-in\//));
}

/** Opens a sign-in link and presses its button. Opening alone signs nobody in, because scanners open links. */
export async function followSignInLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('main form button').first().click();
  await expect(page).not.toHaveURL(link);
}
