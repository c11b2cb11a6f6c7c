// Wishes for workshops, by the personal link and for the organisers.
import { executeBehindTheServer } from '../../harness/database.ts';
import { firstVisitBytes } from '../../harness/firstVisit.ts';
import { confirm, newParticipant } from '../../harness/participant.ts';
import { signInToDemo } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';
import { expectOrder, offer, openConference, openWishes, wish } from '../../harness/wishes.ts';

test('wishes, ranks by buttons and numbers, and changes their mind', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openConference(page);
  await openWishes(visitor, mailbox, open, newParticipant('Anna'));
  await expect(visitor.locator('#wishes')).toContainText('Sie haben noch nichts gewünscht');
  await accessible(visitor);
  for (const title of ['Handwerk', 'Sprache', 'Pflege']) await wish(visitor, title);
  await expectOrder(visitor, ['Handwerk', 'Sprache', 'Pflege']);
  await expect(visitor.locator('#wish-news')).toContainText(/Gespeichert .*: 3 Wünsche/);
  // A workshop in two slots is one wish.
  await expect(visitor.locator('.offers .rank').filter({ hasText: '1.' })).toHaveCount(2);
  await accessible(visitor);

  await visitor.locator('[data-wish]').nth(2).locator('[name=place]').first().click();
  await expectOrder(visitor, ['Handwerk', 'Pflege', 'Sprache']);
  await visitor.getByLabel('Nummer von „Sprache“').fill('1');
  await visitor.getByRole('button', { name: 'Nummern übernehmen' }).click();
  await expectOrder(visitor, ['Sprache', 'Handwerk', 'Pflege']);
  await visitor.getByRole('button', { name: '„Handwerk“ nicht mehr wünschen' }).click();
  await expectOrder(visitor, ['Sprache', 'Pflege']);
  await visitor.getByRole('button', { name: 'Zu dieser Zeit bin ich nicht da' }).first().click();
  await expect(visitor.locator('#wishes')).toContainText('Sie nehmen zu dieser Zeit nicht teil.');
  await visitor.reload();
  await expectOrder(visitor, ['Sprache', 'Pflege']);
  await expect(visitor.locator('#wishes')).toContainText('Sie nehmen zu dieser Zeit nicht teil.');

  await page.goto(`${event}/workshops/wishes`);
  await expect(page.locator('.tiles')).toContainText('1 von 1');
  await expect(page.getByRole('row', { name: /^Sprache/ }).locator('td').first()).toHaveText('1');
  await accessible(page);
});

test('what a wish cannot be is said beside it, and nothing typed is lost', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, database, accessible }) => {
  test.setTimeout(240_000);
  const { open } = await openConference(page);
  await openWishes(visitor, mailbox, open, newParticipant('Lea'));
  // Lea Muster leads one of the workshops.
  await expect(visitor.locator('#wishes')).toContainText('Zu dieser Zeit leiten Sie „Pflege“.');
  await expect(visitor.locator('.offers > li').filter({ hasText: 'Pflege' })).toHaveCount(0);
  await wish(visitor, 'Handwerk');
  await executeBehindTheServer(database, "UPDATE workshops SET state = 'called off' WHERE title = 'Sprache'");
  await offer(visitor, 'Sprache').getByRole('button', { name: 'Wünschen' }).click();
  await expect(offer(visitor, 'Sprache').locator('.fault')).toHaveText('Dieser Workshop ist abgesagt.');
  await accessible(visitor);
  await executeBehindTheServer(database, "UPDATE workshops SET state = 'planned' WHERE title = 'Sprache'");
  await visitor.reload();
  await wish(visitor, 'Sprache');

  for (const [typed, says] of [['x', /Zahl/], ['7', /1.*2/]] as const) {
    await visitor.getByLabel('Nummer von „Sprache“').fill(typed);
    await visitor.getByRole('button', { name: 'Nummern übernehmen' }).click();
    await expect(visitor.locator('[data-error-for="rows[1][rank]"]')).toContainText(says);
    await expect(visitor.getByLabel('Nummer von „Sprache“')).toHaveValue(typed);
  }
  await accessible(visitor);

  // Microseconds. Whoever registers after the deadline may still wish, so it has to be later than that.
  await executeBehindTheServer(database, `UPDATE wish_setups SET closes_at = ${(Date.now() - 100) * 1_000}`);
  await visitor.locator('[name=remove]').first().click();
  await expect(visitor.locator('main')).toContainText(/Die Wunschzeit (endete am|ist vorbei)/);
  await visitor.reload();
  await expect(visitor.locator('#wishes')).toContainText('Die Wunschzeit ist vorbei');
  await expectOrder(visitor, ['Handwerk', 'Sprache']);
  await expect(visitor.locator('#wishes button[name]')).toHaveCount(0);
  await accessible(visitor);
});

test('a wish form that is sent twice counts once', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox }) => {
  test.setTimeout(240_000);
  const { open } = await openConference(page);
  await openWishes(visitor, mailbox, open, newParticipant('Anna'));
  const button = offer(visitor, 'Sprache').getByRole('button', { name: 'Wünschen' });
  const add = (await button.getAttribute('value'))!;
  const token = await visitor.locator('#wishes [name=token]').first().inputValue();
  const send = () => visitor.request.post('/do/change-wishes?at=/', { form: { token, add }, maxRedirects: 0 });
  for (const answer of await Promise.all([send(), send(), send(), send()])) expect(answer.status()).toBe(303);
  await visitor.reload();
  await expectOrder(visitor, ['Sprache']);
});

test('the organiser sets a deadline that the programme allows, and its draw is public as a hash', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openConference(page);
  await page.locator('[name=closes_date]').fill('2999-01-01');
  await page.locator('[name=least]').fill('4');
  await page.locator('main form button.first').click();
  await expect(page.locator('[data-error-for=closes_date]')).toContainText('Nach dem Beginn des ersten Zeitfensters');
  await expect(page.locator('[name=least]')).toHaveValue('4');
  await accessible(page);
  await page.goto(`${event}/workshops/wishes`);
  await page.getByText('Prüfsumme des Loses').first().click();
  const hash = await page.locator('code.hash').innerText();
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await visitor.goto(open);
  await visitor.getByText('So teilen wir ein').click();
  await expect(visitor.locator('code.hash')).toHaveText(hash);
  await accessible(visitor);
});

test('the registration form takes the first wishes and keeps them when it is refused', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { open } = await openConference(page);
  const who = newParticipant('Anna');
  await visitor.goto(`${open}/register`);
  await visitor.locator('[name=given_name]').fill(who.given);
  await visitor.locator('[name=family_name]').fill(who.family);
  await visitor.locator('[name=address]').fill(who.address);
  await visitor.locator('[name=consent]').check();
  const wishes = (rank: number) => visitor.getByLabel(`${rank}. Wunsch`, { exact: true });
  const pick = async (rank: number, title: string) =>
    wishes(rank).selectOption((await wishes(rank).locator('option', { hasText: title }).getAttribute('value'))!);
  // The second field may stay empty.
  await pick(1, 'Pflege');
  await pick(3, 'Pflege');
  await accessible(visitor);
  await visitor.locator('main form button.first').click();
  await expect(visitor.locator('[data-error-for="wishes[2]"]')).toContainText('Das gibt es schon.');
  await expect(wishes(1).locator('option:checked')).toContainText('Pflege');
  await expect(visitor.locator('[name=given_name]')).toHaveValue(who.given);
  await accessible(visitor);
  await pick(3, 'Handwerk');
  await visitor.locator('main form button.first').click();
  await expect(visitor).toHaveURL(/\/registered/);
  // A wish is the person's once they have confirmed.
  const mail = await mailbox.waitFor(who.address);
  await visitor.goto(mail.link(/\/confirm\//));
  await expect(visitor.locator('main dl ol li')).toHaveText(['Pflege', 'Handwerk']);
  await accessible(visitor);
  await confirm(visitor, mailbox, who);
  await visitor.getByRole('link', { name: 'Workshops wünschen' }).click();
  await expectOrder(visitor, ['Pflege', 'Handwerk']);
});

test('a tap saves without loading the page, and a wish is dragged', async ({ signedIn: page, visitor, mailbox }) => {
  test.setTimeout(240_000);
  const { open } = await openConference(page);
  await openWishes(visitor, mailbox, open, newParticipant('Anna'));
  await visitor.evaluate(() => Object.assign(window, { kept: true }));
  for (const title of ['Handwerk', 'Sprache', 'Pflege']) await wish(visitor, title);
  const [from, to] = [visitor.locator('[data-wish] .what').nth(2), visitor.locator('[data-wish]').first()];
  await from.scrollIntoViewIfNeeded();
  const [at, target] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await visitor.mouse.move(at.x + 10, at.y + 8);
  await visitor.mouse.down();
  await visitor.mouse.move(at.x + 10, target.y + 20, { steps: 4 });
  await visitor.mouse.move(at.x + 10, target.y + 2, { steps: 4 });
  await visitor.mouse.up();
  await expectOrder(visitor, ['Pflege', 'Handwerk', 'Sprache']);
  await expect(offer(visitor, 'Pflege').locator('.rank')).toHaveText('1.');
  await visitor.locator('[type=search]').fill('echten');
  await expect(visitor.locator('.offers > li:visible')).toHaveCount(1);
  expect(await visitor.evaluate(() => 'kept' in window)).toBe(true);
  await visitor.reload();
  await expectOrder(visitor, ['Pflege', 'Handwerk', 'Sprache']);
});

test.describe('the congress', () => {
  test.use({ data: 'demo' });

  test('has wishes of 478 people, and its page of wishes is light', { tag: ['@nojs', '@both'] }, async ({ page, server, mailbox, accessible }) => {
    test.setTimeout(240_000);
    await signInToDemo(page, server);
    await page.goto('/organise');
    await page.locator('main a', { hasText: 'Ankommen im Beruf' }).first().click();
    const event = new URL(page.url()).pathname;
    await page.goto(`${event}/workshops/wishes`);
    await expect(page.locator('.tiles')).toContainText('478 von 500');
    await expect(page.getByRole('heading', { name: '22 Personen ohne Wunsch' })).toBeVisible();
    await expect(page.locator('main tbody tr')).toHaveCount(37);
    await accessible();

    // The next congress offers the same workshops, and can be wished for.
    await page.goto('/events');
    await page.locator('main a', { hasText: 'Sprache im Beruf' }).first().click();
    const open = new URL(page.url()).pathname;
    await openWishes(page, mailbox, open, newParticipant('Zoe'));
    expect(await firstVisitBytes(page, new URL(page.url()).pathname)).toBeLessThan(40_000);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await accessible();
    }
  });
});
