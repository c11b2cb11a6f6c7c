// A person of an assignment: why not this workshop, where else, rules; and an assignment that is adapted to changes.
import type { Page } from '@playwright/test';
import { newParticipant } from '../../../harness/participant.ts';
import { expect, test } from '../../../harness/test.ts';
import { openConference, openWishes, wish } from '../../../harness/wishes.ts';

const link = (page: Page, name: string) => page.locator('#offers').getByRole('link', { name });
const slots = (page: Page) => page.locator('.explained');

/** Opens the page of a person, from the slot in which they sit in the workshop. */
async function openPerson(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('link', { name: 'Alle Personen zeigen' }).click();
  await link(page, name).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

test('why not this workshop is explained, a move says what it costs, and rules are asked about', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  const path = `${event}/workshops/assignment`;
  // Three people for Handwerk, which has a seat in each of two slots.
  for (const name of ['Anna', 'Ben', 'Cem']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    await wish(visitor, 'Handwerk');
    await wish(visitor, name === 'Ben' ? 'Sprache' : 'Pflege');
  }
  await page.goto(path);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();

  // Whoever does not attend Handwerk reads why, in both slots.
  const names = ['Anna Muster', 'Ben Muster', 'Cem Muster'];
  let left = '';
  for (const name of names) {
    await openPerson(page, path, name);
    if ((await slots(page).getByText('Warum nicht „Handwerk“').count()) === 2) left = name;
  }
  expect(left).not.toBe('');
  await openPerson(page, path, left);
  await expect(slots(page)).toHaveCount(2);
  for (const slot of await slots(page).all()) {
    await expect(slot).toContainText('Warum nicht „Handwerk“ (1. Wunsch)?');
    await expect(slot).toContainText('Der einzige Platz ist vergeben: 1 als 1. Wunsch.');
  }
  // Ben would sit in a workshop that he did not wish for; the third one and the one in the afternoon are equals.
  await expect(slots(page).first()).toContainText('Jeder Tausch mit jemandem von dort wäre nach dem gewählten Verfahren schlechter');
  await expect(slots(page).last()).toContainText('Ein Tausch mit jemandem von dort wäre gleich gut: Das Los hat entschieden.');
  await accessible(page);

  // Once it is published, each person reads their own reasons.
  await page.goto(`${event}/workshops/publish`);
  await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await page.waitForURL(/done=published/);
  await visitor.goto(new URL(visitor.url()).pathname.replace('/wishes', ''));
  await visitor.getByRole('link', { name: 'Warum diese Workshops?' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Ihre Workshops, und warum');
  await expect(slots(visitor)).toHaveCount(2);
  await expect(visitor.locator('main')).toContainText('wer am schlechtesten dran ist, damit niemand leer ausgeht');
  await expect(visitor.locator('main')).not.toContainText(/Anna|Ben/);
  await accessible(visitor);
  await visitor.goto(open);
  await visitor.getByText('So teilen wir ein').click();
  // While people can wish, nobody else reads the problem: it would tell the seed.
  await expect(visitor.getByRole('link', { name: 'Aufgabe (JSON)' })).toHaveCount(0);
  expect((await visitor.request.get(`${open}/assignment/problem.json`)).status()).toBe(404);
  const file = await page.request.get(`${path}/problem.json`);
  expect(file.status()).toBe(200);
  const problem = (await file.json()) as { people: { id: string; wishes: string[] }[] };
  expect(problem.people.map((one) => one.id)).toEqual(['1', '2', '3']);
  expect(JSON.stringify(problem)).not.toContain('Muster');

  // Every other place, with its cost.
  await openPerson(page, path, left);
  const first = slots(page).first();
  await expect(first.getByRole('heading', { name: 'Wohin sonst?' })).toBeVisible();
  await expect(slots(page).last().getByRole('link', { name: 'Wohin sonst?' })).toBeVisible();
  const handwerk = page.locator('.options > li').filter({ hasText: 'Handwerk' });
  await expect(handwerk).toContainText('voll, ein Platz');
  await expect(page.locator('.options > li').last()).toContainText('Kein Platz zu dieser Zeit');
  await accessible(page);
  await handwerk.getByText('Tauschen – am besten').click();
  await handwerk.getByRole('button', { name: 'Tauschen', exact: true }).click();
  await expect(page.locator('main')).toContainText('Geändert. Die neue Fassung steht hier.');
  await expect(page.locator('main .facts')).toContainText('Fassung 2');
  await expect(slots(page).first().locator('.place')).toContainText('Handwerk 1. Wunsch');
  await expect(page.locator('main')).toContainText('nach der Berechnung geändert');

  // A rule is broken only if somebody says so, and stays visible.
  const other = names.find((name) => name !== left) ?? '';
  await page.goto(path);
  const holder = await page.locator('#offers tbody').filter({ hasText: 'Pflege' }).locator('li a span').first().textContent();
  await openPerson(page, path, holder ?? other);
  await page.locator('.options > li').filter({ hasText: 'Handwerk' }).getByRole('button', { name: 'Trotzdem setzen' }).click();
  await expect(page).toHaveURL(/done=moved/);
  await page.goto(path);
  await expect(page.locator('.notice.bad')).toContainText('„Handwerk“');
  await expect(page.locator('.notice.bad')).toContainText('mehr Personen als Plätze');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.locator('.notice.bad')).toHaveCount(0);

  // Rules about a person.
  await openPerson(page, path, left);
  await page.getByRole('button', { name: 'Immer getrennt' }).click();
  await expect(page.locator('#f-with')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Mit', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Immer getrennt' }).click();
  await expect(page.locator('#person-rules')).toContainText(`Getrennt: ${left}`);
  await accessible(page);

  // A rule of more than two people.
  await page.getByText('Mehrere Personen auswählen').click();
  const others = names.filter((name) => name !== left);
  for (const name of others) await page.getByRole('checkbox', { name }).check();
  await accessible(page);
  // Two of them have to be apart.
  await page.getByRole('button', { name: 'Immer zusammen' }).click();
  await expect(page.locator('#person-rules')).toContainText('Das widerspricht einer Vorgabe, die schon gilt');
  await expect(page.locator('#person-rules')).not.toContainText('Zusammen:');
  await page.getByRole('button', { name: 'Immer getrennt' }).click();
  await expect(page.locator('#person-rules')).toContainText(`Getrennt: ${[left, ...others].join(', ')}`);
  await page.goto(path);
  await page.locator('#rules summary').click();
  await page.locator('#rules').getByRole('button', { name: 'Streichen' }).first().click();
  await page.locator('#rules summary').click();
  await page.locator('#rules').getByRole('button', { name: 'Streichen' }).click();
  await expect(page.locator('#rules')).toHaveCount(0);
});

test('an assignment is adapted with the fewest changes, and seen before it counts', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  const path = `${event}/workshops/assignment`;
  for (const name of ['Anna', 'Ben']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    for (const title of ['Pflege', 'Sprache', 'Handwerk']) await wish(visitor, title);
  }
  await page.goto(path);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  await expect(page.locator('.lead')).toContainText('ersten');
  for (const part of ['refused', 'small']) {
    await page.goto(`${path}/${part}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await accessible(page);
  }

  // A workshop with nobody in it is made larger: the assignment can be adapted, and nobody has to move.
  await page.goto(`${event}/workshops`);
  await page.getByRole('link', { name: 'Handwerk' }).first().click();
  await page.locator('[name=most]').fill('5');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=/);
  await page.goto(path);
  await expect(page.locator('main')).toContainText('Seit dieser Fassung haben sich');
  await page.getByRole('button', { name: 'Mit den wenigsten Änderungen neu rechnen' }).click();
  await expect(page.locator('#repair h2')).toHaveText('Angepasst: Niemand muss umziehen');
  await accessible(page);

  // What is discarded is gone, and can be asked for again.
  await page.locator('#repair').getByRole('button', { name: 'Verwerfen' }).click();
  await expect(page.locator('#repair')).toHaveCount(0);
  await expect(page.locator('main .facts')).toContainText('Fassung 1');
  await page.getByRole('button', { name: 'Mit den wenigsten Änderungen neu rechnen' }).click();
  await expect(page.locator('#repair h2')).toHaveText('Angepasst: Niemand muss umziehen');
  await page.locator('#repair').getByRole('button', { name: 'Übernehmen' }).click();
  await expect(page.locator('#repair')).toHaveCount(0);
  // The number of what was discarded is not used again.
  await expect(page.locator('main .facts')).toContainText('Fassung 3');
});

test('a seat that becomes free is offered to those who wished for it', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  const path = `${event}/workshops/assignment`;
  // Three people for Handwerk, which has a seat in each of two slots.
  const links: Record<string, string> = {};
  for (const name of ['Anna', 'Ben', 'Cem']) {
    await openWishes(visitor, mailbox, open, newParticipant(name));
    await wish(visitor, 'Handwerk');
    links[name] = new URL(visitor.url()).pathname.replace('/wishes', '');
  }
  await page.goto(path);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  await expect(page.locator('#free-seats')).toHaveCount(0);
  await page.getByRole('link', { name: 'Alle Personen zeigen' }).click();
  const handwerk = page.locator('#offers tbody').filter({ has: page.getByRole('rowheader', { name: 'Handwerk' }) });
  const holder = (await handwerk.locator('a.seat span').first().textContent())!.split(' ')[0]!;
  await visitor.goto(`${links[holder]}/cancel`);
  await visitor.locator('main form button.harm, main form button.first').first().click();
  await expect(visitor.locator('main')).toContainText('Wieder anmelden');

  await page.goto(path);
  const free = page.locator('#free-seats');
  await expect(free).toContainText('Handwerk');
  await expect(free).toContainText('ein Platz frei');
  await expect(free).toContainText(/Muster: 1\. Wunsch statt ohne Wunsch/);
  await expect(page.getByRole('button', { name: 'Mit den wenigsten Änderungen neu rechnen' })).toBeVisible();
  await accessible(page);
  await free.getByRole('button', { name: /^Setzen/ }).first().click();
  await expect(page).toHaveURL(/done=moved/);
  await expect(page.locator('#free-seats')).toHaveCount(0);
  await expect(handwerk).toContainText('1 von 1');

  // Before the wishes close nothing is due; the overview says until when they are open.
  await page.goto(event);
  await expect(page.locator('main')).toContainText('Workshops wünschen: bis');
});
