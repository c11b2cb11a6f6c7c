// The set-up of a café: suggested, changed, ruled; what it makes possible while it is typed.
import type { Page } from '@playwright/test';
import { pressOn, tabTo } from '../../../harness/keyboard.ts';
import { addAgendaItem, addOrganisation, agendaItem, draftEvent, importTable, type DraftOptions } from '../../../harness/organiser.ts';
import { expect, test } from '../../../harness/test.ts';

/** A meeting with a café of 105 minutes and so many people of 13 organisations. Its set-up is open then. */
async function meetingWithCafe(page: Page, people: number, options: DraftOptions = {}): Promise<string> {
  const event = await draftEvent(page, options);
  await addAgendaItem(page, event, { title: 'World-Café', time: '12:45', minutes: 105 });
  await agendaItem(page, 'World-Café').getByRole('link', { name: 'Ändern' }).click();
  await page.locator('[name=kind]').selectOption('café');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=changed/);
  const lines = Array.from({ length: people }, (_, number) => `P${number},Muster,p${number}@partner.example,Haus ${number % 13}`);
  const table = ['vorname,name,email,organisation', ...lines].join('\n');
  if (people > 0) await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.goto(`${event}/cafe`);
  return event;
}

const figure = (page: Page, name: string) => page.locator('.figures li').filter({ hasText: name });
const topic = (page: Page, number: number) => page.locator('.topic').nth(number);

/** Clicks a button of the form that leads to the page as it is saved. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

test('a suggestion fills the form, and every button saves what was typed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  test.setTimeout(180_000);
  await meetingWithCafe(page, 62);
  await expect(page.locator('main')).toContainText('3 Themen an je 4 Tischen mit 6 Plätzen, 3 Runden zu 30 Minuten');
  await press(page, 'Übernehmen');
  await expect(figure(page, 'Plätze')).toContainText('72 für 62 Personen');
  await expect(figure(page, 'Plätze')).toContainText('10 Tische zu fünft, 2 zu sechst');
  await expect(figure(page, 'Themen je Person')).toContainText('3 von 3');
  await expect(figure(page, 'Begegnungen')).toContainText('390');
  await expect(figure(page, 'Zeit')).toContainText('14:25');
  await expect(page.locator('#rounds')).toContainText('12:45–13:15 · 13:20–13:50 · 13:55–14:25 Uhr.');
  await accessible();

  // A host is typed, and another button is pressed: both count.
  await page.locator('[name="topics[0][tables][0][host]"]').fill('P3 Muster');
  await page.locator('[name="topics[0][name]"]').fill('Öffentlichkeitsarbeit');
  await press(page, 'Organisationen mischen sich: nach oben');
  await expect(page.locator('[name="topics[0][tables][0][host]"]')).toHaveValue('P3 Muster');
  await expect(page.locator('#goals li').nth(1)).toContainText('Organisationen mischen sich');
  await expect(topic(page, 0).locator('summary').first()).toContainText('Öffentlichkeitsarbeit');

  await press(page, 'ein Tisch weniger je Thema');
  await expect(page.locator('.notice.bad')).toContainText('8 Plätze fehlen. 9 Tische haben zusammen 54 Plätze für 62 Personen.');
  await press(page, '7 Plätze je Tisch');
  await expect(figure(page, 'Plätze')).toContainText('63 für 62 Personen');
});

test('with the keyboard alone a café is set up, computed and published', async ({ signedIn: page }) => {
  test.setTimeout(120_000);
  await meetingWithCafe(page, 12);
  await pressOn(page, page.getByRole('button', { name: 'Übernehmen' }).first());
  await expect(figure(page, 'Plätze')).toBeVisible();
  // What is changed next is not far away, although the page is a new one.
  await tabTo(page, page.locator('[name="topics[0][name]"]'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Sprache');
  await pressOn(page, page.getByRole('button', { name: 'Einteilung rechnen' }), 'Space');
  await expect(page.locator('#board')).toBeVisible({ timeout: 30_000 });
  await pressOn(page, page.getByRole('link', { name: /^Veröffentlichen/ }).filter({ visible: true }).first());
  await pressOn(page, page.getByRole('button', { name: 'Veröffentlichen' }), 'Space');
  await page.waitForURL(/done=published/);
  await page.goto(page.url().replace(/\/publish.*/, ''));
  await expect(page.locator('[name="topics[0][name]"]')).toHaveValue('Sprache');
});

test('rules are added by names, contradictions name them, and each can be dropped', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  test.setTimeout(180_000);
  await meetingWithCafe(page, 12);
  await press(page, 'Übernehmen');
  const add = async (names: string[], kind: string, more: Record<string, string> = {}) => {
    for (const [place, name] of names.entries()) await page.locator(`[name="rule[people][${place}]"]`).fill(name);
    await page.locator('[name="rule[kind]"]').selectOption({ label: kind });
    for (const [field, label] of Object.entries(more)) await page.locator(`[name="rule[${field}]"]`).selectOption({ label });
    await page.locator('button[value=add-rule]').click();
    await page.waitForLoadState();
  };
  await add(['Niemand Bekanntes'], 'nur an stufenlosen Tischen');
  await expect(page.locator('[data-error-for="rule[people][0]"]')).toContainText('Unter diesem Namen hat niemand einen Platz.');
  await expect(page.locator('[name="rule[people][0]"]')).toHaveValue('Niemand Bekanntes');
  await add(['P1 Muster'], 'nur an stufenlosen Tischen');
  await expect(page.locator('#rules')).toContainText('P1 Muster sitzt nur an stufenlosen Tischen');
  await add(['P1 Muster', 'P2 Muster'], 'sitzen immer zusammen');
  await add(['P2 Muster'], 'sitzt fest an einem Tisch', { round: 'Runde 2', table: 'Tisch 3' });
  await expect(page.locator('#conflict')).toHaveCount(0);

  await topic(page, 2).locator('summary').first().click();
  await page.locator('[name="topics[2][tables][0][step_free]"]').uncheck();
  // The script shows the contradiction before the page is saved.
  const loaded = page.waitForEvent('load');
  await page.locator('button', { hasText: /^Speichern$/ }).click();
  await loaded;
  const conflict = page.locator('#conflict');
  await expect(conflict).toContainText('Diese drei Regeln gehen nicht zusammen');
  await expect(conflict.getByRole('listitem')).toHaveCount(3);
  await accessible();

  // A rule about a table that is removed is named beside it.
  await topic(page, 2).locator('summary').first().click();
  await page.locator('[name="topics[2][name]"]').fill('Verknüpfung');
  await topic(page, 2).locator('.asks summary').click();
  await page.locator('button[value="remove-topic:2"]').click();
  await expect(page.locator('#rules .fault:visible')).toContainText('Entfernen Sie zuerst diese Regel.');
  // It is asked for first: a rule is taken out at once.
  const drop = page.locator('#rules button[value="drop-rule:3"]');
  await expect(drop).toBeHidden();
  await page.getByLabel(/^Regel entfernen: P2 Muster sitzt in Runde 2/).click();
  await drop.click();
  await page.waitForLoadState();
  await expect(page.locator('#conflict')).toHaveCount(0);
  await expect(page.locator('#rules')).not.toContainText('P2 Muster sitzt in Runde 2');
  await expect(page.locator('.topic')).toHaveCount(2);
});

test('the figures follow while one types', async ({ signedIn: page }) => {
  test.setTimeout(120_000);
  await addOrganisation(page, 'Caritas');
  await meetingWithCafe(page, 12, { capacity: 20, contingents: { Caritas: 4 } });
  await expect(page.locator('aside')).toContainText('4 Plätze sind noch für Organisationen reserviert. Mit ihnen wären es 16.');
  await press(page, 'Übernehmen');
  await page.locator('[name="topics[0][tables][0][most]"]').fill('9');
  await expect(figure(page, 'Plätze')).toContainText('21 für 12 Personen');
  // What cannot be read is named, so that nobody takes the figures for those of the form.
  await page.locator('[name="topics[0][tables][0][host]"]').fill('Wer auch immer');
  await page.locator('[name="topics[0][tables][0][most]"]').fill('8');
  await expect(page.locator('#live-stale')).toHaveText('Noch nicht neu gerechnet. Bitte prüfen: Tisch 1: Leitung');
  await page.locator('[name="topics[0][tables][0][host]"]').fill('');
  await expect(figure(page, 'Plätze')).toContainText('20 für 12 Personen');
  await expect(page.locator('#live-stale')).toBeHidden();
  await page.locator('[name=minutes]').fill('60');
  await expect(page.locator('.figures')).toContainText('85 Minuten zu lang');
  // Nothing was saved.
  await page.reload();
  await expect(page.locator('[name="topics[0][tables][0][most]"]')).toHaveValue('6');
});

test('bad input is named beside its field and stays', { tag: '@nojs' }, async ({ signedIn: page }) => {
  test.setTimeout(120_000);
  await meetingWithCafe(page, 12);
  await press(page, 'Übernehmen');
  await page.locator('[name="topics[0][name]"]').fill('x'.repeat(500));
  await page.locator('[name="topics[0][tables][0][most]"]').fill('viele');
  await page.locator('[name="topics[0][tables][0][host]"]').fill('Wer auch immer');
  await page.locator('button', { hasText: /^Speichern$/ }).click();
  await expect(page.locator('[data-error-for="topics[0][name]"]')).toContainText('Höchstens 200 Zeichen.');
  await expect(page.locator('[data-error-for="topics[0][tables][0][most]"]')).toContainText('ganze Zahl');
  await expect(page.locator('[data-error-for="topics[0][tables][0][host]"]')).toContainText('niemand');
  await expect(page.locator('[name="topics[0][tables][0][host]"]')).toHaveValue('Wer auch immer');
  await expect(page.locator('#live-stale')).toContainText('Bitte prüfen: Thema 1, Tisch 1: Plätze, Tisch 1: Leitung');
});

test('an empty event is promised no suggestion that is not there', { tag: '@nojs' }, async ({ signedIn: page }) => {
  await meetingWithCafe(page, 0);
  await expect(page.locator('#tables')).toContainText('Legen Sie das erste Thema an. Sobald sich jemand angemeldet hat');
  await expect(page.locator('#tables')).not.toContainText('Übernehmen Sie den Vorschlag');
});

test('an event without a café says where it begins', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await draftEvent(page);
  await page.goto(`${event}/cafe`);
  await expect(page.locator('main')).toContainText('Das Programm hat noch kein World-Café');
  await accessible();
  await page.getByRole('link', { name: 'Zum Programm' }).click();
  await expect(page).toHaveURL(/\/agenda$/);
});
