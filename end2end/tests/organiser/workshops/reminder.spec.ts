// The reminder to people without wishes: planned, and by an organiser who has read it before.
import { confirm, newParticipant, register } from '../../../harness/participant.ts';
import { expect, test } from '../../../harness/test.ts';
import { openConference, openWishes, wish } from '../../../harness/wishes.ts';

test('those without wishes are reminded once a day, with words that the organiser has read', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  test.setTimeout(240_000);
  const { event, open } = await openConference(page);
  const [anna, ben] = [newParticipant('Anna'), newParticipant('Ben')];

  // The form, the page after it, and the mail say that there is something to wish for.
  await visitor.goto(`${open}/register`);
  await expect(visitor.getByText('Workshops nach Wunsch')).toBeVisible();
  await expect(visitor.locator('main')).toContainText('In 2 Zeitfenstern werden die Plätze nach Wünschen vergeben.');
  await accessible(visitor);
  await openWishes(visitor, mailbox, open, anna);
  await wish(visitor, 'Pflege');
  await register(visitor, open, ben);
  await confirm(visitor, mailbox, ben);
  const seat = await mailbox.waitFor(ben.address, { subject: /^Ihr Platz ist bestätigt/ });
  await visitor.goto(seat.link(/\/wishes/));
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Was möchten Sie besuchen?');

  await page.goto(`${event}/workshops/wishes`);
  const without = page.getByRole('region', { name: 'Eine Person ohne Wunsch' });
  await expect(without).toContainText('Die Erinnerung wird automatisch verschickt');
  await accessible(page);
  await without.getByRole('link', { name: 'Jetzt erinnern' }).click();
  await expect(page.locator('main')).toContainText('Ben Muster');
  await expect(page.locator('main')).not.toContainText('Anna');
  await expect(page.locator('main')).toContainText('Noch ohne Wünsche für Workshops: Fachkongress');
  await expect(page.locator('main')).toContainText('Sie haben noch keine Workshops gewünscht.');
  await accessible(page);
  await page.getByRole('button', { name: 'Eine Person erinnern' }).click();
  await expect(page.locator('main')).toContainText('Die Erinnerung wird verschickt.');
  const reminder = await mailbox.waitFor(ben.address, { subject: /^Noch ohne Wünsche/ });
  await visitor.goto(reminder.link(/\/wishes/));
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Was möchten Sie besuchen?');
  expect(mailbox.to(anna.address).some((mail) => /^Noch ohne Wünsche/.test(mail.subject))).toBe(false);

  // Not twice within a day, unless it is said.
  await page.goto(`${event}/workshops/wishes/remind`);
  await expect(page.locator('main')).toContainText('Niemand ist zu erinnern');
  await page.getByRole('link', { name: 'Auch sie erinnern' }).click();
  await expect(page.getByRole('button', { name: 'Eine Person erinnern' })).toBeVisible();

  // It can be switched off.
  await page.goto(`${event}/workshops/wishes`);
  await page.locator('[name=reminder_days]').fill('31');
  await page.locator('main form button.first').click();
  await expect(page.locator('#f-reminder_days')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name=reminder_days]').fill('');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/done=saved/);
  await expect(without).toContainText('Es ist keine Erinnerung geplant.');
});
