// Series: the next event of a series, what it takes over, and what it still needs.
import { draftEvent, meetingDay, openParts, publish } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

const nextYear = Number(meetingDay.slice(0, 4)) + 1;

test('the next event takes everything over, and says what is left to do until it is done', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const title = `Beirat ${meetingDay.slice(0, 4)}`;
  const event = await draftEvent(page, {
    title,
    fields: { online_link: 'https://konferenz.example/alt', body: 'Wir treffen uns am 15. Juni.', closes_date: `${meetingDay.slice(0, 4)}-06-01` },
  });
  await publish(page, event);
  await page.goto(`${event}/questions`);
  await page.locator('[name=label]').first().fill('Was sollen wir besprechen?');
  await page.locator('main form button.first').first().click();
  await expect(page.locator('main')).toContainText('Was sollen wir besprechen?');

  await page.goto(event);
  await page.locator('main').getByRole('link', { name: 'Nächste Veranstaltung planen' }).last().click();
  await accessible();
  // Without a date it is refused, and everything typed stays.
  await page.locator('[name=series]').fill('Beirat');
  await page.locator('main form button.first').click();
  await expect(page.locator('main')).toContainText('Beginn');
  await expect(page.locator('[name=series]')).toHaveValue('Beirat');
  await page.locator('[name=starts_date]').fill(`${nextYear}-03-10`);
  await page.locator('[name=starts_time]').fill('10:00');
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/saved=next/);
  const draft = new URL(page.url()).pathname;
  await expect(page.locator('body')).toContainText('10:00–16:30 Uhr');
  await accessible();

  const notes = page.locator('#copied');
  await expect(notes).toContainText('Noch 4 Angaben anzupassen');
  for (const part of ['Online-Zugang eintragen', 'Anmeldefrist eintragen', 'Datum im Titel', 'Datum in der Beschreibung']) await expect(notes).toContainText(part);
  await expect(notes).toContainText('„15. Juni“');
  await notes.getByRole('button', { name: /Erledigt Online-Zugang/ }).click();
  await expect(notes).toContainText('Noch 3 Angaben anzupassen');
  await notes.getByRole('link', { name: 'Datum im Titel' }).click();
  await openParts(page);
  await page.locator('[name=title]').fill(`Beirat ${nextYear}`);
  await page.locator('main form button.first').last().click();
  await expect(page).toHaveURL(/saved=changed/);
  await expect(notes).toContainText('Noch 2 Angaben anzupassen');
  await page.goto(`${draft}/questions`);
  await expect(page.locator('main')).toContainText('Was sollen wir besprechen?');

  // Both events lead to each other, and the list shows the series alone.
  await page.goto(draft);
  await page.locator('aside').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.locator('aside').getByRole('link', { name: 'Alle ansehen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beirat');
  await accessible();
  await page.goto('/organise');
  await page.getByRole('link', { name: 'Reihe: Beirat' }).first().click();
  await expect(page.locator('main')).toContainText('Nur die Reihe „Beirat“.');
  await expect(page.locator('main tbody th[scope=row]')).toHaveCount(2);
  await accessible();
});
