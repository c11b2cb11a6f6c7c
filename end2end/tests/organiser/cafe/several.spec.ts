// An event with two world cafés: every page and every form stays with the café that was chosen.
import type { Page } from '@playwright/test';
import { beginNow } from '../../../harness/cafe.ts';
import { addAgendaItem, agendaItem, draftEvent, importTable } from '../../../harness/organiser.ts';
import { expect, test } from '../../../harness/test.ts';

const CAFES = [
  { title: 'Café am Morgen', time: '10:00' },
  { title: 'Café am Nachmittag', time: '13:00' },
];
const PARTS = ['Aufbau', 'Einteilung', 'Veröffentlichen', 'Wer ist da', 'Uhr und Leinwand', 'Papier', 'Ernte'];

async function eventWithTwoCafes(page: Page): Promise<string> {
  const event = await draftEvent(page);
  for (const { title, time } of CAFES) {
    await addAgendaItem(page, event, { title, time, minutes: 105 });
    await agendaItem(page, title).getByRole('link', { name: 'Ändern' }).click();
    await page.locator('[name=kind]').selectOption('café');
    await page.locator('main form button.first').click();
    await expect(page).toHaveURL(/done=changed/);
  }
  const lines = Array.from({ length: 12 }, (_, number) => `P${number};Muster;p${number}@partner.example`);
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(['Vorname;Nachname;E-Mail', ...lines].join('\n')) });
  return event;
}

const cafes = (page: Page) => page.getByRole('navigation', { name: 'World-Cafés dieser Veranstaltung' });

/** Which café the page is about, by its switch and by its address. */
async function expectCafe(page: Page, title: string, item: string): Promise<void> {
  await expect(cafes(page).locator('[aria-current]')).toHaveText(title);
  expect(new URL(page.url()).searchParams.get('item')).toBe(item);
}

test('with two cafés every tab, link and form stays with the chosen one', { tag: ['@nojs'] }, async ({ signedIn: page, accessible }) => {
  test.setTimeout(120_000);
  const event = await eventWithTwoCafes(page);
  const { title } = CAFES[1]!;
  await page.goto(`${event}/cafe`);
  await expect(cafes(page).locator('[aria-current]')).toHaveText(CAFES[0]!.title);
  await cafes(page).getByRole('link', { name: title }).click();
  const item = new URL(page.url()).searchParams.get('item')!;
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  await expectCafe(page, title, item);
  const tab = (name: string) => page.locator('nav.of-tab').getByRole('link', { name, exact: true });
  await tab('Einteilung').click();
  await page.getByRole('button', { name: 'Auslosen', exact: true }).click();
  await expectCafe(page, title, item);
  await expect(page.locator('#board')).toBeVisible();

  for (const part of PARTS) {
    await tab(part).click();
    await expect(tab(part)).toHaveAttribute('aria-current', /page|true/);
    await expectCafe(page, title, item);
    // What the page itself leads to of this event's cafés, other than the other one, names it.
    const links = await page.locator('main a[href*="/cafe"], .band a[href*="/cafe"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    const lost = links.filter((link) => !link.includes('item=') && !link.startsWith('#'));
    expect(lost, part).toEqual([]);
    const forms = await page.locator('main form[method=get][action*="/cafe"], main form:not([method])[action*="/cafe"]').all();
    for (const form of forms) await expect(form.locator('[name=item]')).toHaveValue(item);
  }
  await accessible();

  await tab('Wer ist da').click();
  await page.getByRole('searchbox').fill('P3');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expectCafe(page, title, item);
  await page.getByRole('button', { name: /Fehlt.*P3/ }).click();
  await expectCafe(page, title, item);

  await tab('Uhr und Leinwand').click();
  await page.getByRole('button', { name: 'Adresse anlegen' }).click();
  await expectCafe(page, title, item);
  await beginNow(page);
  await expectCafe(page, title, item);

  await tab('Ernte').click();
  await page.getByRole('link', { name: 'Links der Tische' }).click();
  await page.getByRole('button', { name: 'Neue Links für alle Tische' }).click();
  expect(new URL(page.url()).searchParams.get('item')).toBe(item);
  await page.getByRole('link', { name: 'Tischschilder mit diesen Codes drucken' }).click();
  await expect(page.locator('.sign .qr').first()).toBeVisible();
  await page.getByRole('link', { name: /Zurück|Papier/ }).first().click();
  await expectCafe(page, title, item);

  // The other café has no plan yet.
  await cafes(page).getByRole('link', { name: CAFES[0]!.title }).click();
  await expect(page.locator('main')).not.toContainText('Laufkarten');
  await tab('Einteilung').click();
  await expectCafe(page, CAFES[0]!.title, (await new URL(page.url())).searchParams.get('item')!);
  await expect(page.locator('#board')).toHaveCount(0);
});
