// Exports: content, and names that look like formulas.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addQuestion, draftEvent, importTable } from '../../harness/organiser.ts';
import { readCsv, readWorkbook } from '../../harness/spreadsheet.ts';
import { expect, test } from '../../harness/test.ts';

const formula = '=HYPERLINK("http://evil.example";"Klick")';
const table = [
  'Vorname,Nachname,E-Mail,Organisation,Wünsche',
  'Jörg,"Ägner, Dr.",joerg@partner.example,Übersetzungsbüro „ß“,Tee & <Kuchen>',
  `"${formula.replaceAll('"', '""')}",Börse,formel@partner.example,+49 341 1234,=1+1`,
  '@SUM(A1),Celik,at@partner.example,-2,',
  '=cmd|calc,+1,plus@partner.example,,\'schon',
].join('\n');

const headings = ['Vorname', 'Nachname', 'E-Mail', 'Organisation', 'Stand', 'Sprache', 'Angemeldet am', 'Wünsche'];

/** The rows without the time of registration. */
function withoutTime(rows: string[][]): string[][] {
  return rows.map((row) => row.toSpliced(headings.indexOf('Angemeldet am'), 1));
}

async function filledEvent(page: Page): Promise<string> {
  const event = await draftEvent(page, { title: 'Netzwerktreffen Südwest' });
  await addQuestion(page, event, { label: 'Wünsche', kind: 'text' });
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  return event;
}

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('the list as CSV has every person, and no cell that a spreadsheet calculates', { tag: ['@nojs', '@both'] }, async ({ signedIn: page }) => {
  await page.goto(`${await filledEvent(page)}/registrations`);
  const { name, bytes } = await download(page, 'CSV');
  expect(name).toMatch(/^netzwerktreffen-suedwest.*\.csv$/);
  const text = bytes.toString('utf8');
  expect(text.startsWith('\uFEFF'), 'the byte order mark, by which Excel detects UTF-8').toBe(true);
  const [first, ...rows] = readCsv(text);
  expect(first).toEqual(headings);
  expect(withoutTime(rows)).toEqual([
    ["'=cmd|calc", "'+1", 'plus@partner.example', '', 'bestätigt', 'de', "'schon"],
    ['Jörg', 'Ägner, Dr.', 'joerg@partner.example', 'Übersetzungsbüro „ß“', 'bestätigt', 'de', 'Tee & <Kuchen>'],
    [`'${formula}`, 'Börse', 'formel@partner.example', "'+49 341 1234", 'bestätigt', 'de', "'=1+1"],
    ["'@SUM(A1)", 'Celik', 'at@partner.example', "'-2", 'bestätigt', 'de', ''],
  ]);
});

test('the list as a workbook has every person, as text', async ({ signedIn: page }) => {
  await page.goto(`${await filledEvent(page)}/registrations`);
  const { name, bytes } = await download(page, 'Excel');
  expect(name).toMatch(/^netzwerktreffen-suedwest.*\.xlsx$/);
  const { rows, formulas } = readWorkbook(bytes);
  expect(formulas).toEqual([]);
  const [first, ...people] = rows;
  expect(first).toEqual(headings);
  // Trailing empty cells are not in the file.
  const cells = withoutTime(people.map((row) => [...row, '', ''].slice(0, headings.length)));
  expect(cells).toEqual([
    ['=cmd|calc', '+1', 'plus@partner.example', '', 'bestätigt', 'de', "'schon"],
    ['Jörg', 'Ägner, Dr.', 'joerg@partner.example', 'Übersetzungsbüro „ß“', 'bestätigt', 'de', 'Tee & <Kuchen>'],
    [formula, 'Börse', 'formel@partner.example', '+49 341 1234', 'bestätigt', 'de', '=1+1'],
    ['@SUM(A1)', 'Celik', 'at@partner.example', '-2', 'bestätigt', 'de', ''],
  ]);
});

test('an exported list can be imported again, as CSV and as a workbook', async ({ signedIn: page }) => {
  const event = await filledEvent(page);
  for (const [link, mimeType] of [
    ['CSV', 'text/csv'],
    ['Excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const) {
    await page.goto(`${event}/registrations`);
    const { name, bytes } = await download(page, link);
    const other = await draftEvent(page, { title: `Netzwerktreffen Nordost ${link}` });
    await addQuestion(page, other, { label: 'Wünsche', kind: 'text' });
    await importTable(page, other, { name, mimeType, buffer: bytes });
    await page.goto(`${other}/registrations`);
    const again = readCsv((await download(page, 'CSV')).bytes.toString('utf8'));
    expect(again[0]).toEqual(headings);
    expect(withoutTime(again.slice(1))).toEqual([
      ["'=cmd|calc", "'+1", 'plus@partner.example', '', 'bestätigt', 'de', "'schon"],
      ['Jörg', 'Ägner, Dr.', 'joerg@partner.example', 'Übersetzungsbüro „ß“', 'bestätigt', 'de', 'Tee & <Kuchen>'],
      [`'${formula}`, 'Börse', 'formel@partner.example', "'+49 341 1234", 'bestätigt', 'de', "'=1+1"],
      ["'@SUM(A1)", 'Celik', 'at@partner.example', "'-2", 'bestätigt', 'de', ''],
    ]);
  }
});

test('an export has the filter of the page', async ({ signedIn: page }) => {
  await page.goto(`${await filledEvent(page)}/registrations`);
  await page.getByLabel('Suchen').fill('ägner');
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await expect(page).toHaveURL(/search=/);
  const { bytes } = await download(page, 'CSV');
  expect(readCsv(bytes.toString('utf8')).slice(1).map(([given]) => given)).toEqual(['Jörg']);
});

test('nobody downloads the list of a network that is not theirs', async ({ signedIn: page, browser }) => {
  const event = await draftEvent(page);
  const stranger = await browser.newContext({ baseURL: new URL(page.url()).origin });
  for (const name of ['export.csv', 'export.xlsx']) {
    const answer = await stranger.request.get(`${event}/registrations/${name}`, { maxRedirects: 0 });
    expect(answer.status(), name).not.toBe(200);
  }
  await stranger.close();
});
