// Sign-in: by a mailed link, once, without revealing which addresses are known.
import { addMember, leipzigOrganiser, signInByMail } from '../../harness/signIn.ts';
import { expect, test } from '../../harness/test.ts';

test('signs in with a mailed link, once', { tag: ['@nojs', '@both'] }, async ({ page, visitor, server, mailbox }) => {
  await addMember(server, leipzigOrganiser);
  await signInByMail(page, mailbox, leipzigOrganiser.address);
  await expect(page).toHaveURL(/\/organise$/);
  const link = (await mailbox.waitFor(leipzigOrganiser.address)).link(/\/sign-in\//);
  // A second click of the same browser redirects; another browser is refused.
  await page.goto(link);
  await page.locator('main form button').first().click();
  await expect(page).toHaveURL(/\/organise$/);
  await visitor.goto(link);
  await visitor.locator('main form button').first().click();
  await expect(visitor.locator('main')).toContainText('gilt nicht mehr');
});

test('the page a person wanted is the one they get after signing in', { tag: '@nojs' }, async ({ page, server, mailbox }) => {
  await addMember(server, leipzigOrganiser);
  await page.goto('/organise/events/new');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator('main input[type=email]').fill(leipzigOrganiser.address);
  await page.locator('main form button.first').click();
  await expect(page).toHaveURL(/sent=1/);
  const mail = await mailbox.waitFor(leipzigOrganiser.address);
  await page.goto(mail.link(/\/sign-in\//));
  await page.locator('main form button').first().click();
  await expect(page).toHaveURL(/\/organise\/events\/new/);
});

test('an address that nobody knows is answered the same', { tag: '@both' }, async ({ request, server, mailbox }) => {
  await addMember(server, leipzigOrganiser);
  const ask = async (address: string) => {
    const answer = await request.post('/do/request-sign-in?at=/sign-in', { form: { address }, maxRedirects: 0 });
    return { status: answer.status(), location: answer.headers().location };
  };
  const known = await ask(leipzigOrganiser.address);
  expect(await ask('nobody@rinleipzig.example')).toEqual(known);
  await mailbox.waitFor(leipzigOrganiser.address);
  expect(mailbox.to('nobody@rinleipzig.example')).toEqual([]);
});

test('too many requests are refused with the time to wait', { tag: '@both' }, async ({ request, server }) => {
  expect(server.url).toBeTruthy();
  const ask = () => request.post('/do/request-sign-in?at=/sign-in', { form: { address: 'anna@rinleipzig.example' }, maxRedirects: 0 });
  for (let times = 0; times < 5; times += 1) expect((await ask()).status()).toBe(303);
  const refused = await ask();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
});

test('after signing out the browser has neither the session nor the forms that were kept', { tag: '@nojs' }, async ({ signedIn: page, context, server }) => {
  await context.addCookies([{ name: 'forms', value: 'x'.repeat(43), url: server.url }]);
  await page.goto('/account');
  await page.locator('main').getByRole('button', { name: 'Ausloggen' }).click();
  await expect(page.getByRole('link', { name: 'Einloggen' })).toBeVisible();
  const names = (await context.cookies(server.url)).map(({ name }) => name);
  expect(names).not.toContain('session');
  expect(names).not.toContain('forms');
});
