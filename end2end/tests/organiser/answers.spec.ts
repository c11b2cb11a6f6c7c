// The answers of everybody with a seat, counted.
import { readFile } from 'node:fs/promises';
import { addQuestion, importTable, publishedEvent } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

test('answers are counted with the names of those who gave them', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const { event } = await publishedEvent(page);
  await page.goto(`${event}/registrations/answers`);
  await expect(page.locator('main')).toContainText('Das Formular hat keine eigenen Fragen');
  await addQuestion(page, event, { label: 'Verpflegung', kind: 'one of', options: ['vegan', 'halal', 'koscher'] });
  const table = ['Vorname;Nachname;E-Mail;Verpflegung', 'Anna;Jäger;anna@partner.example;vegan', 'Cem;Öztürk;cem@partner.example;halal', 'Bea;Roth;bea@partner.example;vegan', 'Dana;Ott;dana@partner.example;'];
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table.join('\n')) });
  await page.goto(`${event}/registrations/answers`);
  await expect(page.locator('main')).toContainText('alle 4 Personen');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveText([/vegan\s*2\s*Jäger, Anna; Roth, Bea/, /halal\s*1\s*Öztürk, Cem/, /koscher\s*0/, /keine Angabe\s*1\s*Ott, Dana/]);
  await accessible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('"Verpflegung";"vegan";"2";"Jäger, Anna; Roth, Bea"');
  await page.getByRole('link', { name: 'Jäger, Anna' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Anna Jäger');

  // Two are given the same answer in one go.
  await page.goto(`${event}/registrations`);
  await page.getByLabel('Öztürk, Cem auswählen').check();
  await page.getByLabel('Ott, Dana auswählen').check();
  await page.getByRole('button', { name: 'Antwort eintragen …' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Antwort für 2 Personen');
  await accessible();
  await page.getByLabel('Welche Frage?').selectOption('Verpflegung');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.locator('main')).toContainText('Eine Person hat diese Frage schon beantwortet.');
  await page.getByLabel('koscher').check();
  await accessible();
  await page.getByRole('button', { name: 'Für 2 Personen eintragen' }).click();
  await expect(page.locator('main')).toContainText('Die Antwort ist für 2 Personen eingetragen.');
  await page.goto(`${event}/registrations/answers`);
  await expect(rows).toHaveText([/vegan\s*2/, /halal\s*0/, /koscher\s*2\s*Ott, Dana; Öztürk, Cem/]);
});
