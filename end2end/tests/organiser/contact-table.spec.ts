// The address book as a table: imported, taken back, and exported.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../../harness/test.ts';

const table = ['Vorname;Nachname;E-Mail;Organisation;Funktion;Schlagwörter;Einladungen', 'Anna;Jäger;anna@partner.example;Neuland e. V.;Leitung;Presse;ja', 'Cem;Öztürk;cem@partner.example;;;Beirat, Presse;nein'].join('\n');

test('a table is checked, imported, exported as the same, and taken back', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await page.goto('/organise/contacts');
  await page.getByRole('link', { name: 'Liste importieren' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kontakte importieren');
  await accessible();

  // A wrong line is named, and what was typed stays.
  await page.getByLabel('Oder den Text hier einfügen').fill(`${table}\nBea;Roth;keine Adresse;;;;`);
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByRole('status')).toContainText('Eine von 3 Zeilen hat einen Fehler.');
  await expect(page.getByRole('row', { name: /keine Adresse/ })).toContainText('E-Mail');
  await expect(page.getByRole('button', { name: /importieren$/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '2 Zeilen importieren, eine mit Fehlern auslassen' })).toBeVisible();
  await accessible();

  // A file that is no table is named.
  await page.getByLabel('Eine andere Datei').setInputFiles({ name: 'contacts.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('<table><tr><td>Name') });
  await page.getByRole('button', { name: 'Noch einmal prüfen' }).click();
  await expect(page.locator('[data-error-for=file]')).toContainText('Das ist eine Webseite (HTML)');

  // From a file.
  await page.getByLabel('Eine andere Datei').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.getByRole('button', { name: 'Noch einmal prüfen' }).click();
  await expect(page.getByRole('status')).toContainText('2 Kontakte kommen hinzu.');
  await expect(page.getByRole('status')).toContainText('Es wird niemand angeschrieben.');
  await expect(page.getByLabel('Einladungen')).toHaveValue('opted_out');
  await page.getByRole('button', { name: '2 Zeilen importieren' }).click();
  await expect(page.getByText('Die Tabelle ist importiert.')).toBeVisible();
  await accessible();

  await page.getByRole('link', { name: 'Zu den Kontakten' }).click();
  await expect(page.getByRole('row', { name: /Jäger, Anna/ })).toContainText('Leitung');
  await expect(page.getByRole('row', { name: /Öztürk, Cem/ })).toContainText('keine Einladungen');

  // What is exported says nothing new when it is imported.
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Excel', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const buffer = await readFile(await file.path());
  await page.getByRole('link', { name: 'Liste importieren' }).click();
  await page.getByLabel('Datei (Excel oder CSV)').setInputFiles({ name: 'contacts.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByRole('status')).toContainText('Es kommt kein Kontakt hinzu.');
  await expect(page.getByRole('status')).toContainText('2 Zeilen werden übersprungen');
  await expect(page.getByRole('button', { name: /importieren$/ })).toHaveCount(0);

  await page.goto('/organise/contacts/import');
  await page.getByRole('button', { name: /^Rückgängig machen/ }).click();
  await expect(page.getByRole('status')).toContainText('2 Kontakte sind wieder gelöscht.');
  await expect(page.getByText('rückgängig gemacht', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Zu den Kontakten' }).click();
  await expect(page.getByText('Noch kein Kontakt')).toBeVisible();
});
