// The address book of a network.
import type { Page } from '@playwright/test';
import { addOrganisation, addPerson, publishedEvent } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

interface Contact {
  given: string;
  family: string;
  address: string;
  organisation?: string;
  tags?: string;
}

/** Fills the form of a new contact in and sends it. */
async function addContact(page: Page, { given, family, address, organisation = '', tags = '' }: Contact): Promise<void> {
  await page.goto('/organise/contacts/new');
  await page.locator('[name=given_name]').fill(given);
  await page.locator('[name=family_name]').fill(family);
  await page.locator('[name=address]').fill(address);
  await page.locator('[name=organisation]').fill(organisation);
  await page.locator('[name=tags]').fill(tags);
  await page.locator('main form button.first').click();
}

test('a contact is found as people type, and its corrections reach every list', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await page.goto('/organise/contacts');
  await expect(page.locator('main')).toContainText('Noch kein Kontakt');
  await accessible();
  await addOrganisation(page, 'VHS Łódź');
  await addContact(page, { given: 'Anna', family: 'Jager', address: 'anna@müller.example', tags: 'Presse, Beirat' });
  await expect(page.locator('main')).toContainText('Der Kontakt ist hinzugefügt.');
  await addContact(page, { given: 'Bea', family: 'Roth', address: 'bea@haus.example' });
  await accessible();

  // The same mailbox is the same person, however the domain is spelt.
  const { event } = await publishedEvent(page);
  await addPerson(page, event, { given: 'Anna', family: 'Jager', address: 'Anna@xn--mller-kva.example' });
  await page.getByRole('link', { name: 'Zum Kontakt' }).click();
  await expect(page.locator('h1')).toHaveText('Anna Jager');
  await expect(page.locator('tbody')).toContainText('Netzwerktreffen');
  await expect(page.locator('tbody')).toContainText('bestätigt');
  await accessible();

  await page.getByRole('link', { name: 'Kontakt ändern' }).click();
  await expect(page.locator('main')).toContainText('ändern sich auch in der Anmeldung');
  await page.locator('[name=family_name]').fill('Jäger');
  await page.locator('[name=organisation]').fill('vhs lodz');
  await page.locator('[name=notes]').fill('Ruft lieber an.');
  await page.locator('[name=opted_out]').check();
  await accessible();
  await page.locator('main form button.first').click();
  await expect(page.locator('main')).toContainText('Die Änderungen sind gespeichert.');
  await expect(page.locator('main')).toContainText('Ruft lieber an.');
  await page.goto(`${event}/registrations`);
  await expect(page.locator('tbody tr').first()).toContainText('Jäger, Anna');
  await expect(page.locator('tbody tr').first()).toContainText('VHS Łódź');

  await page.goto('/organise/contacts');
  const names = page.locator('tbody th a');
  await expect(names).toHaveText(['Jäger, Anna', 'Roth, Bea']);
  await accessible();
  for (const typed of ['Jäger, Anna', 'anna ja\u0308ger', 'lodz', 'MÜLLER.example']) {
    await page.getByLabel('Name, Adresse, Funktion').fill(typed);
    await page.getByRole('button', { name: 'Anwenden' }).click();
    await expect(names, typed).toHaveText(['Jäger, Anna']);
  }
  await page.getByLabel('Name, Adresse, Funktion').fill('');
  await page.getByLabel('Auswahl').selectOption('ohne Organisation');
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await expect(names).toHaveText(['Roth, Bea']);
  await page.getByRole('link', { name: 'Alle Kontakte zeigen' }).click();
  await page.getByRole('link', { name: 'Presse' }).click();
  await expect(names).toHaveText(['Jäger, Anna']);
});

test('an address that is known leads to its contact, with everything kept', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addContact(page, { given: 'Anna', family: 'Jäger', address: 'anna@müller.example' });
  await addContact(page, { given: 'Bea', family: 'Roth', address: 'ANNA@xn--mller-kva.example', tags: 'Presse' });
  await expect(page.locator('main')).toContainText('Diese Adresse hat schon Anna Jäger');
  await expect(page.locator('[name=given_name]')).toHaveValue('Bea');
  await expect(page.locator('[name=tags]')).toHaveValue('Presse');
  await expect(page.locator('[name=address]')).toHaveAttribute('aria-invalid', 'true');
  await accessible();
  await page.getByRole('link', { name: 'Kontakt öffnen' }).click();
  await expect(page.locator('h1')).toHaveText('Anna Jäger');
});

test('two who change a contact at once are told what the other one changed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, context }) => {
  await addContact(page, { given: 'Anna', family: 'Jäger', address: 'anna@haus.example' });
  const edit = `${new URL(page.url()).pathname}/edit`;
  const other = await context.newPage();
  await page.goto(edit);
  await other.goto(edit);
  await other.locator('[name=function]').fill('Leitung');
  await other.locator('main form button.first').click();
  await expect(other.locator('main')).toContainText('Die Änderungen sind gespeichert.');
  await page.locator('[name=notes]').fill('Ruft lieber an.');
  await page.locator('main form button.first').click();
  await expect(page.locator('main')).toContainText('Leitung');
  await expect(page.locator('[name=notes]')).toHaveValue('Ruft lieber an.');
});

test('a contact is deleted when nobody expects the person any more', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const { event } = await publishedEvent(page);
  const registration = await addPerson(page, event, { given: 'Anna', family: 'Jäger', address: 'anna@haus.example' });
  await page.getByRole('link', { name: 'Zum Kontakt' }).click();
  const contact = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Löschen …' }).click();
  await expect(page.locator('main')).toContainText('Anna Jäger wird noch erwartet');
  await accessible();
  await page.locator('main .notice').getByRole('link', { name: 'Netzwerktreffen' }).click();
  await page.getByRole('link', { name: 'Abmelden …' }).click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.goto(`${contact}/delete`);
  await expect(page.locator('main')).toContainText('Die Anmeldung dieser Person bleibt');
  await accessible();
  await page.getByRole('button', { name: 'Kontakt löschen' }).click();
  await expect(page.locator('main')).toContainText('Der Kontakt ist gelöscht.');
  await page.goto(registration);
  await expect(page.locator('h1')).toHaveText('Anna Jäger');
  await expect(page.getByRole('link', { name: 'Zum Kontakt' })).toHaveCount(0);
});

test('two contacts of one person become one', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addContact(page, { given: 'Anna', family: 'Jäger', address: 'anna@haus.example', organisation: 'Haus Süd', tags: 'Presse' });
  const { event } = await publishedEvent(page);
  await addPerson(page, event, { given: 'Anna', family: 'Jäger', address: 'jaeger@haus.example' }, 'Haus Süd');
  await page.goto('/organise/contacts');
  await page.getByRole('link', { name: 'Doppelte' }).click();
  await expect(page.locator('main')).toContainText('Anna Jäger, Haus Süd');
  await accessible();
  await page.getByRole('link', { name: /Vergleichen/ }).click();
  await expect(page.locator('table')).toContainText('Presse');
  await accessible();
  await page.getByLabel('Anna Jäger, anna@haus.example').check();
  await page.getByRole('button', { name: 'Zusammenführen' }).click();
  await expect(page.locator('main')).toContainText('Die beiden Kontakte sind jetzt einer.');
  await expect(page.locator('tbody')).toContainText('Netzwerktreffen');
  await page.goto(`${event}/registrations`);
  await expect(page.locator('tbody tr').first()).toContainText('anna@haus.example');
  await page.goto('/organise/contacts/duplicates');
  await expect(page.locator('main')).toContainText('Keine doppelten Kontakte');

  // Whom nobody suggests is searched.
  await addContact(page, { given: 'Anna', family: 'Berger', address: 'berger@haus.example' });
  await page.getByRole('link', { name: 'Zusammenführen …' }).click();
  await page.getByLabel('Anderer Kontakt').fill('jager');
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await page.getByRole('link', { name: 'Jäger, Anna' }).click();
  await page.getByRole('button', { name: 'Zusammenführen' }).click();
  await expect(page.locator('main')).toContainText('Bitte wählen Sie eine Antwort.');
});

test('a distribution list has those who were chosen, or follows a rule', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addContact(page, { given: 'Anna', family: 'Jäger', address: 'anna@haus.example', tags: 'Presse' });
  await addContact(page, { given: 'Bea', family: 'Roth', address: 'bea@haus.example' });
  await page.goto('/organise/lists');
  await expect(page.locator('main')).toContainText('Noch kein Verteiler');
  await accessible();
  await page.getByRole('link', { name: 'Verteiler anlegen' }).click();
  await accessible();
  await page.locator('[name=name]').fill('Presseleute');
  await page.locator('[name=kind][value=rule]').check();
  await page.getByRole('button', { name: 'Speichern' }).click();
  // A rule that asks for nothing is refused, and what was typed stays.
  await expect(page.locator('[name=name]')).toHaveValue('Presseleute');
  await expect(page.locator('main')).toContainText('Bitte wählen Sie eine Antwort.');
  await page.getByLabel('Schlagwort').selectOption('Presse');
  await page.getByRole('button', { name: 'Speichern' }).click();
  const names = page.locator('tbody th a');
  await expect(names).toHaveText(['Jäger, Anna']);
  await expect(page.locator('main')).toContainText('Schlagwort: Presse');
  await accessible();

  await page.goto('/organise/lists/new');
  await page.locator('[name=name]').fill('Beirat');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('main')).toContainText('Niemand steht auf diesem Verteiler');
  await page.goto('/organise/contacts');
  await page.getByLabel('Jäger, Anna auswählen').check();
  await page.getByLabel('Roth, Bea auswählen').check();
  // Several are tagged at once; what is missing is said beside the field, and everybody stays ticked.
  await page.getByRole('button', { name: 'Schlagwörter geben' }).click();
  await expect(page.locator('[data-error-for=tags]')).toBeVisible();
  await expect(page.getByLabel('Roth, Bea auswählen')).toBeChecked();
  await page.locator('main form:not([role=search]) [name=tags]').fill('Gremium');
  await page.getByRole('button', { name: 'Schlagwörter geben' }).click();
  await expect(page.getByRole('status')).toContainText('2 Kontakte haben die Schlagwörter bekommen.');
  await page.locator('form[role=search] [name=tag]').selectOption('Gremium');
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await expect(names).toHaveText(['Jäger, Anna', 'Roth, Bea']);
  await page.getByLabel(/^Alle 2, die die Liste findet/).check();
  await page.locator('main form:not([role=search]) [name=tags]').fill('gremium');
  await page.getByRole('button', { name: 'Schlagwörter nehmen' }).click();
  await expect(page.getByRole('status')).toContainText('2 Kontakten sind die Schlagwörter genommen.');
  await page.goto('/organise/contacts');
  await page.getByLabel('Jäger, Anna auswählen').check();
  await page.getByLabel('Roth, Bea auswählen').check();
  await page.locator('main form:not([role=search]) [name=list]').selectOption('Beirat');
  await accessible();
  await page.getByRole('button', { name: 'Auf den Verteiler setzen' }).click();
  await expect(page.locator('main')).toContainText('2 Personen stehen neu auf dem Verteiler.');
  await expect(names).toHaveText(['Jäger, Anna', 'Roth, Bea']);
  await page.getByLabel('Jäger, Anna auswählen').check();
  await accessible();
  await page.getByRole('button', { name: 'Vom Verteiler nehmen' }).click();
  await expect(names).toHaveText(['Roth, Bea']);

  await page.goto('/organise/lists');
  await expect(page.locator('tbody tr')).toHaveText([/Beirat.*1/, /Presseleute.*1/]);
  await page.goto('/organise/contacts');
  await page.locator('form[role=search] [name=list]').selectOption('Beirat');
  await page.getByRole('button', { name: 'Anwenden' }).click();
  await expect(names).toHaveText(['Roth, Bea']);
});

test('who names a new organisation is attached to it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addContact(page, { given: 'Anna', family: 'Jäger', address: 'anna@haus.example', organisation: 'Haus Süd' });
  await addContact(page, { given: 'Cem', family: 'Ay', address: 'cem@werk.example', organisation: 'Werkstatt' });
  await addOrganisation(page, 'Haus Süd');
  await expect(page.getByText('Ein Kontakt nennt diesen Namen')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Den Kontakt zuordnen' }).click();
  await expect(page.getByText('Ein Kontakt ist zugeordnet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'ein Kontakt', exact: true })).toBeVisible();

  // Names become organisations.
  await page.goto('/organise/organisations');
  await page.getByLabel('Werkstatt, ein Kontakt').check();
  await accessible();
  await page.getByRole('button', { name: 'Anlegen und zuordnen' }).click();
  await expect(page.locator('tbody th')).toHaveText(['Haus Süd', 'Werkstatt']);
  await expect(page.getByText('Namen, die noch keine Organisation sind')).toHaveCount(0);
});
