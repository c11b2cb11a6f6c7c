// Members of a network: added, given another role and removed by an owner, all of which the history shows.
import { signInByMail } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

const beate = { name: 'Beate Muster', address: 'beate@rinleipzig.example' };

test('an owner adds a member, who signs in, gets another role, and is signed out when removed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  await page.goto('/organise/network');
  await page.getByRole('link', { name: 'Mitglieder' }).click();
  await page.locator('[name=name]').fill(beate.name);
  await page.locator('[name=address]').fill(beate.address);
  await page.getByRole('button', { name: 'Hinzufügen' }).click();
  const members = page.getByRole('table', { name: 'Mitglieder' });
  await expect(members).toContainText(beate.address);
  await signInByMail(visitor, mailbox, beate.address);
  await expect(visitor).toHaveURL(/\/organise$/);

  await members.getByRole('link', { name: beate.name }).click();
  await page.locator('[name=role][value=reader]').check();
  await page.locator('main form button.first').click();
  await expect(members.getByRole('row', { name: beate.name })).toContainText('Lesen');
  expect((await visitor.goto('/organise/events/new'))!.status()).toBe(403);

  await members.getByRole('link', { name: beate.name }).click();
  await page.getByRole('link', { name: 'Mitglied entfernen' }).click();
  await accessible();
  await page.getByRole('button', { name: 'Mitglied entfernen' }).click();
  await expect(members).not.toContainText(beate.address);
  await visitor.goto('/organise');
  await expect(visitor).toHaveURL(/\/sign-in/);

  await page.goto('/organise/network/history');
  for (const action of ['hinzugefügt', 'geändert', 'entfernt']) {
    const line = page.getByRole('row').filter({ hasText: beate.address }).filter({ hasText: `Mitglied ${action}` });
    await expect(line).toHaveCount(1);
    await expect(line).toContainText('Annika Öztürk');
  }
  await page.goto('/organise/network/history?page=999');
  await expect(page.locator('main')).toContainText('Weiter zurück reicht der Verlauf nicht');
});

test('the only owner stays one', { tag: '@nojs' }, async ({ signedIn: page }) => {
  await page.goto('/organise/network/members');
  await page.getByRole('link', { name: 'Annika Öztürk' }).click();
  const member = page.url();
  await page.locator('[name=role][value=organiser]').check();
  await page.locator('main form button.first').click();
  await expect(page.locator('main')).toContainText('Nur diese Person hat die Rolle „Verantwortung“');
  await page.goto(member);
  await page.getByRole('link', { name: 'Mitglied entfernen' }).click();
  await page.getByRole('button', { name: 'Mitglied entfernen' }).click();
  await expect(page.locator('main')).toContainText('Nur diese Person hat die Rolle „Verantwortung“');
});
