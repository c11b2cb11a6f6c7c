// The frame: header, menu of the account, band of an event, on a wide and on a narrow screen.
import type { Page } from '@playwright/test';
import { addPerson, cancelEvent, draftEvent, meetingDay, publishedEvent } from '../../harness/organiser.ts';
import { newParticipant } from '../../harness/participant.ts';
import { addMember, leipzigOrganiser, signInAs } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 800 };
const narrowest = { width: 320, height: 640 };

const sections = [
  ['Veranstaltungen', 'Veranstaltungen'],
  ['Menschen', 'Kontakte'],
  ['Nachrichten', 'Postausgang'],
  ['Netzwerk', 'Einstellungen'],
] as const;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const header = (page: Page) => page.getByRole('banner').first();

test('the sections of a network are one line of links', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  await page.setViewportSize(wide);
  await page.goto('/organise');
  for (const [section, title] of sections) {
    const link = header(page).getByRole('link', { name: section, exact: true });
    await link.click();
    await expect(heading(page)).toHaveText(title);
    await expect(link).toHaveAttribute('aria-current', 'page');
  }
  await accessible();
});

for (const viewport of [narrow, narrowest]) {
  test(`at ${viewport.width} pixels the sections are in one menu`, { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
    await page.setViewportSize(viewport);
    await page.goto('/organise');
    for (const [section, title] of sections) {
      const link = header(page).getByRole('link', { name: section, exact: true });
      await expect(link).toBeHidden();
      await page.locator('summary', { hasText: 'Menü' }).click();
      await link.click();
      await expect(heading(page)).toHaveText(title);
    }
    await page.locator('summary', { hasText: 'Menü' }).click();
    await expect(page.getByRole('button', { name: 'English' })).toBeInViewport();
    await accessible();
    await page.getByRole('button', { name: 'Ausloggen' }).click();
    await page.goto('/organise');
    await expect(page).toHaveURL(/sign-in/);
  });
}

test('the menu of the account has account, language and the way out', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  await page.setViewportSize(wide);
  await page.goto('/organise');
  const menu = page.locator('summary', { hasText: leipzigOrganiser.name });
  await menu.click();
  await accessible();
  await page.getByRole('link', { name: /^Konto/ }).click();
  await expect(heading(page)).toHaveText('Konto');
  await menu.click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(heading(page)).toHaveText('Account');
  await menu.click();
  await page.locator('.menu').getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/organise');
  await expect(page).toHaveURL(/sign-in/);
});

test('menus work by keyboard, and Escape closes them', async ({ signedIn: page }) => {
  await page.setViewportSize(wide);
  await page.goto('/organise');
  const menu = page.locator('summary', { hasText: leipzigOrganiser.name });
  const account = page.getByRole('link', { name: /^Konto/ });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Zum Inhalt' })).toBeFocused();
  for (const name of ['IQ Netzwerk Sachsen', ...sections.map(([section]) => section)]) {
    await page.keyboard.press('Tab');
    await expect(header(page).getByRole('link', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(menu).toBeFocused();
  expect(await menu.evaluate((summary) => getComputedStyle(summary).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(account).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(account).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(account).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.click();
  await heading(page).click();
  await expect(account).toBeHidden();
});

test('a member of several networks switches between them in the menu', { tag: '@nojs' }, async ({ signedIn: page, server }) => {
  await addMember(server, { ...leipzigOrganiser, network: 'nord', networkName: 'Netzwerk Nord' });
  await page.setViewportSize(wide);
  await page.goto('/organise');
  const menu = page.locator('summary', { hasText: leipzigOrganiser.name });
  await menu.click();
  await page.getByRole('link', { name: 'Netzwerk Nord' }).click();
  await expect(header(page).getByRole('link').first()).toHaveText('Netzwerk Nord');
  for (const [section] of sections) {
    await header(page).getByRole('link', { name: section, exact: true }).click();
    await expect(header(page).getByRole('link').first(), section).toHaveText('Netzwerk Nord');
  }
  await menu.click();
  await expect(page.getByRole('link', { name: 'Netzwerk Nord' }).last()).toHaveAttribute('aria-current', 'true');

  // So do the ways back from a form and from a draft that is discarded.
  await header(page).getByRole('link', { name: 'Veranstaltungen', exact: true }).click();
  await page.locator('main').getByRole('link', { name: 'Neue Veranstaltung' }).first().click();
  await page.locator('main').getByRole('link', { name: 'Zurück' }).click();
  await expect(header(page).getByRole('link').first()).toHaveText('Netzwerk Nord');
  await page.locator('main').getByRole('link', { name: 'Neue Veranstaltung' }).first().click();
  await page.locator('[name=title]').fill('Im Norden');
  await page.locator('[name=starts_date]').fill(meetingDay);
  await page.locator('[name=starts_time]').fill('09:30');
  await page.locator('[name=ends_time]').fill('16:00');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/saved=new/);
  await page.goto(`${new URL(page.url()).pathname}/discard`);
  await page.locator('main form button.harm').click();
  await expect(page).toHaveURL(/saved=discarded/);
  await expect(header(page).getByRole('link').first()).toHaveText('Netzwerk Nord');
});

test('on a page of another network a member finds the way back, and a visitor its events', { tag: '@nojs' }, async ({ signedIn: page, visitor, server }) => {
  const { open } = await publishedEvent(page);
  await signInAs(visitor, server, { ...leipzigOrganiser, address: 'nord@rinleipzig.example', network: 'nord', networkName: 'Netzwerk Nord' });
  await visitor.setViewportSize(wide);
  await visitor.goto(open);
  await visitor.locator('summary', { hasText: leipzigOrganiser.name }).click();
  await visitor.getByRole('link', { name: 'Netzwerk Nord' }).click();
  await expect(visitor).toHaveURL(/\/organise\?network=/);

  await visitor.goto(open);
  await visitor.context().clearCookies();
  await visitor.reload();
  await header(visitor).getByRole('link', { name: 'IQ Netzwerk Sachsen' }).click();
  await expect(visitor).toHaveURL(/\/events\?network=iq-sachsen$/);
  await visitor.goto('/events?network=nord');
  await expect(visitor.locator('main')).not.toContainText('Netzwerktreffen');
  await expect(visitor.locator('main')).toContainText('keine');
});

test('nobody is offered what their role or the state of the event does not allow', { tag: '@nojs' }, async ({ signedIn: page, visitor, server }) => {
  test.setTimeout(400_000);
  const { event } = await publishedEvent(page);
  const person = await addPerson(page, event, newParticipant('Anna'));
  const draft = await draftEvent(page, { title: 'Entwurf' });
  const { event: cancelled } = await publishedEvent(page, { title: 'Abgesagt' });
  await cancelEvent(page, cancelled, 'Zu wenige Anmeldungen.');
  const ofEvents = [event, draft, cancelled].flatMap((event) => ['', '/agenda', '/registrations', '/questions', '/messages', '/share', '/activity', '/preview'].map((path) => event + path));
  const pages = [...ofEvents, person, '/organise', '/organise/contacts', '/organise/organisations', '/organise/outgoing'];
  for (const role of ['reader', 'helper', 'organiser'] as const) {
    await visitor.context().clearCookies();
    await signInAs(visitor, server, { ...leipzigOrganiser, networkName: undefined, address: `${role}@rinleipzig.example`, role });
    for (const path of pages) {
      await visitor.goto(path);
      const links = await visitor.locator('a[href^="/organise"]').evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
      for (const link of new Set(links)) {
        const answer = await visitor.request.get(link);
        expect(answer.status(), `${role} on ${path}: ${link}`).toBe(200);
      }
    }
  }
});

test('an event has a band with its tabs, and each page names its section', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  await page.setViewportSize(wide);
  const { event } = await publishedEvent(page);
  await addPerson(page, event, newParticipant('Anna'));
  await page.goto(event);
  await expect(heading(page)).toHaveText('Netzwerktreffen');
  const tabs = page.getByRole('navigation', { name: 'Seiten der Veranstaltung' });
  for (const [tab, title] of [
    ['Programm', 'Programm'],
    ['Anmeldungen 1', 'Anmeldungen'],
    ['Workshops', 'Angebot'],
    ['Nachrichten', 'Nachrichten'],
  ] as const) {
    await tabs.getByRole('link', { name: tab }).click();
    await expect(heading(page)).toHaveText(title);
    await expect(tabs.getByRole('link', { name: tab })).toHaveAttribute('aria-current', /page|true/);
    await accessible();
  }
  await tabs.getByRole('link', { name: 'Anmeldungen' }).click();
  await page.getByRole('navigation', { name: 'Anmeldungen' }).getByRole('link', { name: 'Fragen' }).click();
  await expect(heading(page)).toHaveText('Fragen');
  await page.locator('.band .line a').click();
  await expect(heading(page)).toHaveText('Netzwerktreffen');
  await page.locator('main').getByRole('link', { name: 'ändern', exact: true }).click();
  await expect(heading(page)).toHaveText('Angaben');
});

test('on a phone an event has one switch', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page);
  for (const viewport of [narrow, narrowest]) {
    await page.setViewportSize(viewport);
    await page.goto(event);
    const choose = page.locator('.switch > summary');
    await expect(choose).toHaveText(/Abschnitt\s+Überblick/);
    await choose.click();
    await page.locator('.switch').getByRole('link', { name: 'Fragen' }).click();
    await expect(heading(page)).toHaveText('Fragen');
    await expect(choose).toHaveText(/Netzwerktreffen\s+Anmeldungen · Fragen/);
    await page.goto(`${event}/edit`);
    await expect(choose).toHaveText(/Netzwerktreffen\s+Angaben/);
    await choose.click();
    await accessible();
  }
});

test('the pages of a network have tabs', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  await page.setViewportSize(wide);
  await page.goto('/organise/network');
  for (const tab of ['Mitglieder', 'Verlauf', 'Einstellungen']) {
    await page.getByRole('navigation', { name: 'Seiten des Netzwerks' }).getByRole('link', { name: tab }).click();
    await expect(heading(page)).toHaveText(tab);
    await accessible();
  }
});

test('paper has no navigation', async ({ signedIn: page }) => {
  const event = await draftEvent(page);
  await page.emulateMedia({ media: 'print' });
  for (const path of [event, `${event}/registrations`, `${event}/agenda`]) {
    await page.goto(path);
    for (const navigation of await page.locator('nav, .menu').all()) await expect(navigation).toBeHidden();
    await expect(page.locator('body')).toContainText('Netzwerktreffen');
  }
});
