// What is next about an event, how people hear of it, and the list of all events.
import type { Page } from '@playwright/test';
import { addAgendaItem, addOrganisation, addPerson, cancelEvent, draftEvent, publish, publishedEvent } from '../../harness/organiser.ts';
import { newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

/** The titles of what is next, the first with the primary button. */
function steps(page: Page) {
  return page.locator('.card.next h3');
}

async function follow(page: Page, button: string): Promise<void> {
  await page.locator('.card.next').getByRole('link', { name: button }).click();
}

test('a draft leads over place and agenda to its publication, and then to those who should hear of it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page, { title: 'Frühjahrstreffen', capacity: 20 });
  await expect(steps(page)).toHaveText(['Ort eintragen', 'Programm anlegen', 'Veröffentlichen']);
  await expect(page.locator('.card.next .button.first')).toHaveText('Ort eintragen');
  await accessible();
  await follow(page, 'Ort eintragen');
  await expect(page.locator('[name=place_name]')).toBeInViewport();
  await page.locator('[name=place_name]').fill('Volkshochschule');
  await page.locator('main form button.first').last().click();
  await expect(page).toHaveURL(/saved=changed/);
  await addAgendaItem(page, event, { title: 'Begrüßung', time: '09:30', minutes: 15 });
  await page.goto(event);
  await expect(steps(page)).toHaveText(['Veröffentlichen']);
  await follow(page, 'Veröffentlichen');
  await expect(page.locator('main')).toContainText('Danach bekommen Sie den Link und einen QR-Code zum Weitergeben.');
  await page.locator('main form button.first').click();
  await expect(steps(page)).toHaveText(['Link weitergeben']);
  await expect(page.getByLabel('Link zum Weitergeben')).toHaveValue(/\/events\/fruehjahrstreffen$/);

  await addPerson(page, event, newParticipant('Anna'));
  await page.goto(event);
  await expect(steps(page)).toHaveCount(0);
  await expect(page.locator('.card.next')).toContainText('Nichts zu tun bis');
  await expect(page.locator('.timeline .now')).toContainText('heute');
  await expect(page.locator('.timeline li').first()).toContainText('Entwurf angelegt');
  await expect(page.locator('.activities').first()).toContainText('hat Anna Muster einen Platz gegeben');
});

test('the menu says by an ellipsis what asks again', { tag: '@nojs' }, async ({ signedIn: page }) => {
  const event = await draftEvent(page);
  const asks = async () => {
    await page.goto(event);
    await page.getByText('Mehr', { exact: true }).click();
    return page.locator('.menu .panel').getByRole('link', { name: '…' });
  };
  await expect(await asks()).toHaveText(['Veröffentlichen …', 'Entwurf löschen …']);
  await publish(page, event);
  await expect(await asks()).toHaveText(['Veranstaltung absagen …']);
});

test('figures lead to the list, and contingents say what is taken and held', { tag: ['@nojs', '@both'] }, async ({ signedIn: page }) => {
  await addOrganisation(page, 'VHS Leipzig');
  const { event } = await publishedEvent(page, { capacity: 10, contingents: { 'VHS Leipzig': 3 } });
  await addPerson(page, event, newParticipant('Beate'), 'VHS Leipzig');
  await page.goto(event);
  await expect(page.locator('.contingents')).toContainText('1 von 3 belegt, 2 freigehalten');
  await page.locator('.tile').filter({ hasText: 'bestätigt' }).first().click();
  await expect(page).toHaveURL(/registrations\?state=confirmed/);
  await expect(page.locator('main')).toContainText('Muster, Beate');
});

test('the QR code leads to the page, also to one that is visible by link, and is for members only', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor }) => {
  const event = await draftEvent(page, { title: 'Klausur', visibility: 'link' });
  await publish(page, event);
  await page.goto(event);
  await follow(page, 'Bekannt machen');
  await expect(page).toHaveURL(`${event}/share`);
  const link = await page.getByLabel('Link zum Weitergeben').inputValue();
  expect(link).toContain('?key=');
  expect((await visitor.goto(link))!.status()).toBe(200);

  const picture = page.getByRole('img', { name: /QR-Code/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  const svg = await page.request.get(`${event}/qr.svg`);
  expect(svg.headers()).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'private, no-cache' });
  expect(svg.headers()['content-disposition']).toBe('inline');
  const again = await page.request.get(`${event}/qr.svg`, { headers: { 'if-none-match': svg.headers()['etag']! } });
  expect(again.status()).toBe(304);
  const png = await page.request.get(`${event}/qr.png?download=1`);
  expect(png.headers()).toMatchObject({ 'content-type': 'image/png', 'content-disposition': 'attachment; filename="klausur-qr.png"' });
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG');
  expect((await visitor.request.get(`${event}/qr.svg`)).status()).toBe(401);

  const closed = await publishedEvent(page, { title: 'Geschlossen', visibility: 'invitation' });
  expect((await page.request.get(`${closed.event}/qr.svg`)).status()).toBe(404);
  await page.goto(closed.event);
  await expect(steps(page)).toHaveText(['Personen einladen']);
});

test('the link is copied', async ({ signedIn: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { event } = await publishedEvent(page, { title: 'Sommertreffen' });
  await page.goto(`${event}/share`);
  await page.getByRole('button', { name: 'Kopieren' }).click();
  await expect(page.locator('.copy [role=status]')).toHaveText('Kopiert');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/events\/sommertreffen$/);
});

test('one table has all events, each with what is next', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await draftEvent(page, { title: 'Noch ein Entwurf' });
  await publishedEvent(page, { title: 'Öffentlich' });
  const { event } = await publishedEvent(page, { title: 'Abgesagt' });
  await cancelEvent(page, event, 'Zu wenige Anmeldungen.');
  await page.goto('/organise');
  const table = page.getByRole('table', { name: 'Veranstaltungen' });
  await expect(table).toHaveCount(1);
  const row = (title: string) => table.getByRole('row').filter({ hasText: title });
  await expect(row('Noch ein Entwurf').getByRole('link', { name: /^Ort eintragen/ })).toBeVisible();
  await expect(row('Öffentlich').getByRole('link', { name: /^Link weitergeben/ })).toBeVisible();
  await row('Abgesagt').getByRole('link', { name: /^Neu planen/ }).click();
  await expect(page.locator('[name=title]')).toHaveValue('Abgesagt');
  await page.goto('/organise');
  await accessible();
});
