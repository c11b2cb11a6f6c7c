// The team: who is invited by mail, who works for one event only, and what each role is offered.
import { addPerson, addQuestion, openParts, publishedEvent } from '../../harness/organiser.ts';
import { newParticipant } from '../../harness/participant.ts';
import { addMember, followSignInLink } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

test('a helper of one event is invited by mail, sees that event alone, and is signed out when removed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, mailbox, accessible }) => {
  const { event } = await publishedEvent(page, { title: 'Fachtag mit Hilfe' });
  const { event: other } = await publishedEvent(page, { title: 'Anderer Fachtag' });
  const hannah = newParticipant('Hannah');
  await page.goto(event);
  await page.locator('aside').getByRole('link', { name: 'Einladen' }).click();
  await accessible();
  await page.locator('[name=name]').fill('Hannah Helfer');
  await page.locator('[name=address]').fill('keine Adresse');
  await page.getByRole('button', { name: 'Einladen' }).click();
  await expect(page.locator('[data-error-for=address]')).toBeVisible();
  await expect(page.locator('[name=name]')).toHaveValue('Hannah Helfer');
  await page.locator('[name=address]').fill(hannah.address);
  await page.locator('[name=language]').selectOption('en');
  await page.getByRole('button', { name: 'Einladen' }).click();
  await expect(page.getByRole('table')).toContainText(hannah.address);
  await accessible();

  const mail = await mailbox.waitFor(hannah.address);
  expect(mail.text.replace(/\s+/g, ' ')).toContain('You help with the event “Fachtag mit Hilfe”');
  await followSignInLink(visitor, mail.link(/\/sign-in\//));
  await expect(visitor).toHaveURL(/\/organise$/);
  await expect(visitor.locator('main tbody tr')).toHaveCount(1);
  expect((await visitor.goto(other))!.status()).toBe(404);
  expect((await visitor.goto('/organise/contacts'))!.status()).toBe(403);
  expect((await visitor.goto(`${event}/registrations`))!.status()).toBe(200);
  expect((await visitor.goto(`${event}/edit`))!.status()).toBe(403);

  await page.getByRole('button', { name: /Zugang entziehen/ }).click();
  await expect(page.locator('main')).toContainText('Der Zugang ist entzogen');
  await visitor.goto('/organise');
  await expect(visitor).toHaveURL(/\/sign-in/);
});

test('the history is filtered, and shows what was changed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const { event } = await publishedEvent(page, { title: 'Verlaufstreffen' });
  await page.goto(`${event}/edit`);
  await openParts(page);
  await page.locator('[name=title]').fill('Verlaufstreffen neu');
  await page.locator('main form button.first').last().click();
  if (await page.locator('[name=confirmed]').count()) await page.locator('[name=confirmed]').first().click();
  await expect(page).toHaveURL(/saved=changed/);
  await addQuestion(page, event, { label: 'Verpflegung', kind: 'one of', options: ['vegan', 'halal'] });
  await page.goto('/organise/network/history');
  await expect(page.getByRole('row').filter({ hasText: 'Verpflegung' })).toContainText('Antworten zur Auswahl: – → vegan, halal');
  await page.locator('[name=subject]').selectOption('events');
  await page.locator('[name=member]').selectOption({ label: 'Annika Öztürk' });
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  const line = page.getByRole('row').filter({ hasText: 'Titel: Verlaufstreffen → Verlaufstreffen neu' });
  await expect(line).toHaveCount(1);
  await expect(page.locator('main tbody')).not.toContainText('Eingeloggt');
  await accessible();
  await page.locator('[name=until]').fill('2000-01-01');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page.locator('main')).toContainText('Kein Eintrag passt');
});

for (const role of ['helper', 'reader'] as const) {
  test(`a ${role} is offered nothing that they may not do`, { tag: '@nojs' }, async ({ signedIn: page, visitor, server, mailbox }) => {
    const { event } = await publishedEvent(page, { kind: 'world café' });
    const anna = newParticipant('Anna');
    await addPerson(page, event, anna);
    await mailbox.waitFor(anna.address);
    const link = await addMember(server, { network: 'iq-sachsen', address: `${role}.${Date.now()}@rinleipzig.example`, name: `Rolle ${role}`, role });
    await followSignInLink(visitor, link);
    const queue = ['/organise', event, `${event}/registrations`];
    const seen = new Set<string>();
    const refused: string[] = [];
    const forms = new Set<string>();
    // One page of each kind: ids and queries make no difference.
    const kind = (path: string) => path.replace(/\?.*|#.*/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    while (queue.length > 0) {
      const path = queue.shift()!;
      if (seen.has(kind(path)) || path.startsWith('/organise/events/') && !path.startsWith(event)) continue;
      seen.add(kind(path));
      const answer = await visitor.request.get(path);
      if (answer.status() === 403) refused.push(path);
      if (!answer.headers()['content-type']?.includes('html')) continue;
      const html = await answer.text();
      for (const [, href] of html.matchAll(/href="(\/organise[^"]*)"/g)) queue.push(href!.replaceAll('&amp;', '&'));
      for (const [, action] of html.matchAll(/action="(\/do\/[a-z-]+)/g)) forms.add(action!);
    }
    expect(refused).toEqual([]);
    expect(seen.size).toBeGreaterThan(15);
    // The columns are the member's own choice. The set-up of a café is shown in a form whose fields are disabled.
    const everybody = ['/do/sign-out', '/do/choose-language', '/do/choose-columns', '/do/save-cafe-set-up'];
    const onTheDay = [ '/do/mark-missing', '/do/mark-present', '/do/set-attendance', '/do/step-cafe-clock', '/do/make-screen-link', '/do/revoke-screen-link', '/do/revoke-screen-links'];
    const allowed = role === 'reader' ? everybody : [...everybody, ...onTheDay];
    expect([...forms].filter((form) => !allowed.includes(form))).toEqual([]);
  });
}
