// The organisations of a network: found, merged, as a table, with a logo.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addOrganisation, addPerson, publishedEvent } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

test('an organisation is found by a part of its name, without its accents', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addOrganisation(page, 'VHS Łódź');
  await addOrganisation(page, 'Handwerkskammer');
  await page.goto('/organise/organisations');
  const names = page.locator('tbody th');
  await expect(names).toHaveText(['Handwerkskammer', 'VHS Łódź']);
  const search = page.getByLabel('Name, Region oder Handlungsfeld');
  await search.fill('lodz');
  await search.press('Enter');
  await expect(names).toHaveText(['VHS Łódź']);
  await expect(page.locator('main')).toContainText('eine gefunden');
  await accessible();
  await search.fill('Zirkus');
  await search.press('Enter');
  await expect(page.locator('main')).toContainText('Keine Organisation gefunden');
  await page.getByRole('link', { name: 'Alle Organisationen zeigen' }).last().click();
  await expect(names).toHaveCount(2);
});

const table = ['Kurzname;Name;Region;Handlungsfeld;Teil von', 'VHS Leipzig;Volkshochschule Leipzig;Leipzig;Beratung;Verband', 'Verband;Verband der Volkshochschulen;Sachsen;;'].join('\n');

/** Imports a table of organisations. */
async function importTable(page: Page, text: string, lines: string): Promise<void> {
  await page.goto('/organise/organisations/import');
  await page.getByLabel('Oder den Text hier einfügen').fill(text);
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await page.getByRole('button', { name: lines }).click();
  await expect(page.getByText('Die Tabelle ist importiert.')).toBeVisible();
}

test('two organisations become one, after the page has said what moves', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addOrganisation(page, 'VHS Leipzig');
  await addOrganisation(page, 'Volkshochschule');
  const { event } = await publishedEvent(page);
  await addPerson(page, event, { given: 'Anna', family: 'Jäger', address: 'anna@haus.example' }, 'Volkshochschule');

  // One's name is the other's short name.
  await page.goto('/organise/organisations');
  await page.getByRole('link', { name: 'VHS Leipzig' }).click();
  await page.getByRole('link', { name: 'Organisation ändern' }).click();
  await page.locator('[name=name]').fill('Volkshochschule');
  await accessible();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('status')).toContainText('Die Änderungen sind gespeichert.');
  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  await page.getByRole('link', { name: 'Doppelte' }).click();
  await accessible();
  await page.getByRole('link', { name: 'Vergleichen' }).click();
  await expect(page.getByRole('row', { name: /^Anmeldungen/ })).toContainText('1');
  await accessible();
  await page.getByRole('button', { name: 'Zusammenführen' }).click();
  await expect(page.locator('main')).toContainText('Bitte wählen Sie eine Antwort.');
  await page.getByRole('radio', { name: 'VHS Leipzig – Volkshochschule' }).check();
  await page.getByRole('button', { name: 'Zusammenführen' }).click();
  await expect(page.getByRole('status')).toContainText('Die beiden Organisationen sind jetzt eine.');
  await expect(page.getByRole('link', { name: 'ein Kontakt', exact: true })).toBeVisible();
  await accessible();
  await page.getByRole('row', { name: /Netzwerktreffen/ }).getByRole('link').click();
  await expect(page.locator('tbody tr')).toHaveText([/Jäger, Anna.*VHS Leipzig/s]);
  await page.goto('/organise/network/history');
  await expect(page.getByRole('row', { name: /Organisationen zusammengeführt/ })).toContainText('Volkshochschule (Volkshochschule) → VHS Leipzig (Volkshochschule)');
});

test('a table of organisations is imported, exported as the same, and taken back', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await page.goto('/organise/organisations');
  await page.getByRole('link', { name: 'Liste importieren' }).click();
  await accessible();
  await page.getByLabel('Oder den Text hier einfügen').fill(`${table}\nVHS Dresden;;;;Nirgends`);
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByRole('status')).toContainText('Eine von 3 Zeilen hat einen Fehler.');
  await expect(page.getByRole('row', { name: /Nirgends/ })).toContainText('Keine Organisation hat den Kurznamen „Nirgends“.');
  await accessible();
  await importTable(page, table, '2 Zeilen importieren');
  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  const names = page.locator('tbody th');
  await expect(names).toHaveText(['Verband', 'VHS Leipzig']);
  await page.getByLabel('Region', { exact: true }).selectOption('Leipzig');
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await expect(names).toHaveText(['VHS Leipzig']);
  await page.getByRole('link', { name: 'VHS Leipzig' }).click();
  await page.getByRole('link', { name: 'Verband', exact: true }).click();
  await expect(page.locator('dl')).toContainText('Verband der Volkshochschulen');
  await expect(page.locator('dl')).toContainText('VHS Leipzig');

  // What is exported says nothing new when it is imported.
  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Excel', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/-organisations\.xlsx$/);
  const buffer = await readFile(await file.path());
  await page.getByRole('link', { name: 'Liste importieren' }).click();
  await page.getByLabel('Datei (Excel oder CSV)').setInputFiles({ name: 'organisations.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByRole('status')).toContainText('Es kommt keine Organisation hinzu.');
  await expect(page.getByRole('status')).toContainText('2 Zeilen werden übersprungen');
  await expect(page.getByRole('button', { name: /importieren$/ })).toHaveCount(0);

  // A known short name is changed, and the preview says how.
  await page.goto('/organise/organisations/import');
  await page.getByLabel('Oder den Text hier einfügen').fill('Kurzname;Region\nvhs leipzig;Halle');
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByRole('status')).toContainText('Eine vorhandene Organisation wird geändert');
  await expect(page.getByRole('row', { name: /wird geändert/ })).toContainText('Leipzig → Halle');
  await accessible();
  await page.getByRole('button', { name: 'Eine Zeile importieren' }).click();
  await expect(page.getByText('Die Tabelle ist importiert.')).toBeVisible();
  await accessible();
  const undo = page.getByRole('button', { name: /^Rückgängig machen/ });
  await undo.first().click();
  await expect(page.getByRole('status')).toContainText('Eine geänderte Organisation ist wieder wie vorher.');
  await undo.click();
  await expect(page.getByRole('status')).toContainText('2 Organisationen sind wieder gelöscht.');
  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  await expect(page.getByText('Noch keine Organisation')).toBeVisible();
});

test('an organisation has a logo, beside its name in the list', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const svg = (colour: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="${colour}"/></svg>`);
  await addOrganisation(page, 'VHS Leipzig');
  await page.goto('/organise/organisations');
  await page.getByRole('link', { name: 'VHS Leipzig' }).click();
  const file = page.locator('[name=file]');
  const logo = page.locator('main img');
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('%PDF-1.7') });
  await page.getByRole('button', { name: 'Hochladen' }).click();
  await expect(page.locator('[data-error-for=file]')).toBeVisible();
  await expect(logo).toHaveCount(0);
  await file.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: svg('#06c') });
  await page.getByRole('button', { name: 'Hochladen' }).click();
  await expect(page.getByRole('status')).toContainText('Das Logo ist hochgeladen');
  const first = await logo.getAttribute('src');
  await accessible();
  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  await expect(logo).toHaveAttribute('alt', '');
  expect(await logo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await accessible();

  await page.getByRole('link', { name: 'VHS Leipzig' }).click();
  await file.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: svg('#c60') });
  await page.getByRole('button', { name: 'Logo ersetzen' }).click();
  await expect(page.getByRole('status')).toContainText('Das Logo ist hochgeladen');
  expect(await logo.getAttribute('src')).not.toBe(first);
  await page.getByRole('button', { name: 'Logo entfernen' }).click();
  await expect(page.getByRole('status')).toContainText('Das Logo ist entfernt');
  await expect(logo).toHaveCount(0);
});
