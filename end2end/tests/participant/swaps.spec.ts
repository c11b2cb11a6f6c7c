// Swaps of workshops between two participants: offered by one, agreed to by another, told to both.
import { newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';
import { openConference, openWishes, wish } from '../../harness/wishes.ts';

test('two participants swap once both agree, and neither learns who the other is', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(300_000);
  const { event, open } = await openConference(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];
  for (const [who, first] of [[anna, 'Pflege'], [ben, 'Handwerk']] as const) {
    await openWishes(visitor, mailbox, open, who);
    for (const title of [first, 'Sprache']) await wish(visitor, title);
  }
  await page.goto(`${event}/workshops/assignment`);
  await page.getByRole('button', { name: 'Einteilung berechnen' }).click();
  await page.getByRole('button', { name: /^Diese nehmen/ }).first().click();
  await page.goto(`${event}/workshops/publish`);
  await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await page.waitForURL(/done=published/);

  // Nobody swaps before the organiser allows it.
  const [toAnna, toBen] = await Promise.all([
    mailbox.waitFor(anna.address, { subject: /^Ihr Workshop: Pflege/ }),
    mailbox.waitFor(ben.address, { subject: /^Ihr Workshop: Handwerk/ }),
  ]);
  const [ofAnna, ofBen] = [toAnna, toBen].map((mail) => mail.link(/\/registration\//));
  await visitor.goto(ofAnna!);
  await expect(visitor.getByRole('region', { name: 'Mein Zeitplan' })).toContainText('Pflege');
  await expect(visitor.getByRole('link', { name: 'Workshops tauschen' })).toHaveCount(0);
  await page.goto(`${event}/workshops/wishes`);
  await page.getByLabel('Teilnehmende dürfen Plätze tauschen').check();
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=saved/);

  await visitor.reload();
  await visitor.getByRole('link', { name: 'Workshops tauschen' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Workshops tauschen');
  const morning = visitor.getByRole('region', { name: /10:00–11:30/ });
  await expect(morning).toContainText('Ihr Platz: Pflege');
  await morning.getByLabel('Ich möchte lieber in').selectOption({ label: 'Handwerk (Beate Schäfer · Saal 1)' });
  await accessible(visitor);
  await morning.getByRole('button', { name: 'Tausch anbieten' }).click();
  await expect(visitor.getByText('Ihr Angebot steht', { exact: true })).toBeVisible();
  await expect(morning).toContainText('noch offen');
  await accessible(visitor);

  // The page of the offer stays open, and is sent after it was accepted.
  const stale = await visitor.context().newPage();
  await stale.goto(visitor.url());

  await visitor.goto(ofBen!);
  await expect(visitor.getByText('Jemand möchte Ihren Platz')).toBeVisible();
  await visitor.getByRole('link', { name: 'Workshops tauschen' }).click();
  await expect(visitor.locator('main')).not.toContainText('Anna');
  await accessible(visitor);
  await morning.getByRole('button', { name: /^Tauschen/ }).click();
  await expect(visitor.getByText('Getauscht', { exact: true })).toBeVisible();
  await expect(morning).toContainText('Ihr Platz: Pflege');
  await expect(morning).toContainText('vorher: „Handwerk“');
  await accessible(visitor);

  await stale.getByRole('button', { name: /^Zurücknehmen/ }).click();
  await expect(stale.getByText('Ihr Angebot wurde schon angenommen', { exact: true })).toBeVisible();
  await expect(stale.getByRole('region', { name: /10:00–11:30/ })).toContainText('Ihr Platz: Handwerk');
  await stale.close();

  await mailbox.waitFor(anna.address, { subject: /Handwerk/ });
  await mailbox.waitFor(ben.address, { subject: /^Ihr Workshop: Pflege/ });
  await visitor.goto(ofAnna!);
  await expect(visitor.getByRole('region', { name: 'Mein Zeitplan' })).toContainText('Handwerk');
  // What the wishes would explain is not said of a seat that nobody assigned.
  await visitor.goto(ofAnna!.replace(/(\/registration\/[^/?]+)/, '$1/assignment'));
  await expect(visitor.locator('main')).toContainText(/Getauscht am .* Zugeteilt war „Pflege“/);
  await accessible(visitor);
  await page.goto(`${event}/workshops/assignment`);
  await expect(page.locator('main')).toContainText('Zuletzt haben zwei Teilnehmende getauscht.');
  await expect(page.getByRole('button', { name: 'Rückgängig' })).toHaveCount(0);
  await page.goto(`${event}/activity`);
  await expect(page.locator('main')).toContainText('Plätze in Workshops getauscht');
});
