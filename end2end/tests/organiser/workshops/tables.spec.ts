// Workshops as tables: checked line by line, imported as a whole, exported.
import { readFileSync } from 'node:fs';
import { scenarioFile } from '../../../harness/scenario.ts';
import { readCsv, readWorkbook } from '../../../harness/spreadsheet.ts';
import { expect, test } from '../../../harness/test.ts';
import { addSlot, addWorkshop, checkWorkshops, draftConference } from '../../../harness/workshops.ts';

const faulty = [
  'Titel;Mitwirkende;Mindestens;Höchstens;Zeitfenster;Nicht zusammen mit',
  'Handwerk;Beate Schäfer;6;20;A;',
  ';Cem Öztürk;;;A;',
  'Pflege;;30;20;A;',
  'Recht;;;viele;A;',
  'Sprache;;;;Z;',
  'Büro;;;;A;Ballett',
].join('\n');

test('a table with faults is shown line by line, and nothing of it is written', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await checkWorkshops(page, event, { name: 'faulty.csv', mimeType: 'text/csv', buffer: Buffer.from(faulty) });
  await expect(page.locator('.verdict')).toContainText('Bisher wurde nichts gespeichert');
  await expect(page.locator('.verdict')).toContainText('5 von 6 Zeilen haben Fehler');
  const faults = page.getByRole('table', { name: 'Zeilen mit Fehlern' });
  const line = (number: number) => faults.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(number), exact: true }) });
  await expect(line(2)).toHaveCount(0);
  await expect(line(3)).toContainText('Titel: Bitte ausfüllen');
  await expect(line(4)).toContainText('Mindestens: Höher als die Höchstzahl (20)');
  await expect(line(5)).toContainText('Höchstens:');
  await expect(line(6)).toContainText('Es gibt kein Zeitfenster „Z“');
  await expect(line(7)).toContainText('Es gibt keinen anderen Workshop „Ballett“');
  await expect(page.locator('button[value=import]')).toHaveCount(0);
  await accessible();
  await page.goto(`${event}/workshops`);
  await expect(page.locator('main')).toContainText('In diesem Zeitfenster wird noch nichts angeboten');
});

test('a table is imported as a whole; a title that exists is changed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page }) => {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await addWorkshop(page, event, { title: 'Handwerk', offers: { 0: 'Foyer' } });
  await page.goto(`${event}/workshops/import`);
  await page.locator('[name=text]').fill('Titel;Höchstens;Zeitfenster;Raum\nHandwerk;25;10:00;Saal 1\nPflege;12;A;Saal 2\n');
  await page.locator('button[value=check]').click();
  await expect(page.locator('.verdict')).toContainText('Ein Workshop kommt hinzu. Ein Workshop wird geändert.');
  await page.locator('button[value=import]').click();
  await expect(page).toHaveURL(/done=imported/);
  await expect(page.getByRole('row', { name: /Handwerk/ })).toContainText('Saal 1');
  await expect(page.getByRole('row', { name: /Handwerk/ })).toContainText('bis 25');
  await expect(page.getByRole('row', { name: /Pflege/ })).toContainText('Saal 2');
});

test('the congress is imported, exported as CSV and XLSX, and each of them is imported again', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, request, accessible }) => {
  test.setTimeout(180_000);
  const event = await draftConference(page);
  for (const [time, ends] of [['10:00', '11:30'], ['12:00', '13:30'], ['14:00', '15:30']] as const) await addSlot(page, event, { time, ends });
  await checkWorkshops(page, event, scenarioFile('congress', 'workshops.csv'));
  await expect(page.locator('.verdict')).toContainText('37 Workshops kommen hinzu');
  await accessible();
  await page.locator('button[value=import]').click();
  await expect(page).toHaveURL(/done=imported/);
  await expect(page.locator('main')).toContainText('37 Workshops');

  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const download = async (kind: string) => (await request.get(`${event}/workshops/export.${kind}`, { headers: { Cookie: cookies } })).body();
  const csv = await download('csv');
  const rows = readCsv(csv.toString('utf8'));
  const titles = readFileSync(scenarioFile('congress', 'workshops.csv'), 'utf8');
  expect(rows).toHaveLength(38);
  for (const row of rows.slice(1)) expect(titles).toContain(row[rows[0]!.indexOf('Titel')]!.replaceAll('"', '""'));
  const xlsx = await download('xlsx');
  expect(readWorkbook(xlsx).rows).toHaveLength(38);
  expect(readWorkbook(xlsx).formulas).toEqual([]);

  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  for (const [name, mimeType, buffer] of [['export.csv', 'text/csv', csv], ['export.xlsx', workbook, xlsx]] as const) {
    await checkWorkshops(page, event, { name, mimeType, buffer });
    await expect(page.locator('.verdict')).toContainText('37 Workshops werden geändert');
    await expect(page.locator('.verdict')).not.toContainText('hinzu');
  }
});
