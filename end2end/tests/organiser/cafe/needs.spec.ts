// What the set-up of a café says about people: needs from answers and their cost, and who may be registered twice.
import type { Page } from '@playwright/test';
import { addQuestion, draftEvent, importTable, type Question } from '../../../harness/organiser.ts';
import { expect, test } from '../../../harness/test.ts';

/** An event that is a café, with people who need an answer or not. Its set-up is open then. */
async function cafeOf(page: Page, lines: string[], questions: Question[] = []): Promise<string> {
  const event = await draftEvent(page, { kind: 'world café' });
  for (const question of questions) await addQuestion(page, event, question);
  const table = ['Vorname;Nachname;E-Mail;Organisation;Stufenlos', ...lines].join('\n');
  await importTable(page, event, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.goto(`${event}/cafe`);
  await page.getByRole('button', { name: 'Übernehmen' }).first().click();
  await page.waitForLoadState();
  return event;
}

test('a need from an answer says what it costs, and a question in own words says that it gives none', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const lines = Array.from({ length: 12 }, (_, number) => `P${number};Muster;p${number}@partner.example;Haus ${number % 6};${number === 0 ? 'ja' : ''}`);
  const questions: Question[] = [
    { label: 'Stufenlos', kind: 'yes/no' },
    { label: 'Was brauchen Sie?', kind: 'text' },
  ];
  await cafeOf(page, lines, questions);
  const rules = page.locator('#rules');
  await expect(rules.getByText('Die Frage „Was brauchen Sie?“ wird mit eigenen Worten beantwortet.')).toBeVisible();
  await rules.getByText('Aus Antworten der Anmeldung').click();
  await rules.locator('[name="answer[given]"]').selectOption({ label: 'Stufenlos: ja' });
  await rules.locator('[name="answer[need]"]').selectOption({ label: 'nur an stufenlosen Tischen' });
  await rules.locator('button[value=add-answer]').click();
  await page.waitForLoadState();
  const line = rules.getByRole('listitem').filter({ hasText: 'Wer bei „Stufenlos“ „ja“ angegeben hat' });
  await expect(line).toContainText('Betrifft eine Person.');
  await expect(line.locator('.cost')).toHaveText('kostet nichts');
  await accessible();
});

test('who may be registered twice is pointed out, and nothing is done about it', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const lines = [
    'Anna;Müller;anna@partner.example;;',
    'Anna;Mueller;a.mueller@web.example;;',
    'Ben;Kaya;ben.kaya@gmail.com;RIN;',
    'B.;Kaya;benkaya+cafe@googlemail.com;Exis;',
    ...Array.from({ length: 8 }, (_, number) => `P${number};Muster;p${number}@partner.example;;`),
  ];
  await cafeOf(page, lines);
  const twice = page.locator('#twice');
  await expect(twice).toContainText('2 Personen sind vielleicht zweimal angemeldet');
  await expect(twice).toContainText('Derselbe Name unter mehreren Adressen');
  await expect(twice).toContainText('Dasselbe Postfach in mehreren Schreibweisen');
  await expect(twice.getByRole('link')).toHaveText([/^B. Kaya/, /^Ben Kaya/, /^Anna Mueller/, /^Anna Müller/]);
  await expect(page.locator('.figures')).toContainText('für 12 Personen');
  await accessible();
  await twice.getByRole('link', { name: 'a.mueller@web.example' }).click();
  await expect(page.locator('main')).toContainText('Anna Mueller');
});
