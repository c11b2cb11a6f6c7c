// The last seat, wanted by fifty at once, over HTTP.
import { publishedEvent } from '../../harness/organiser.ts';
import { registerByHttp, somebody } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('fifty people confirm at once, and one gets the last seat', { tag: '@both' }, async ({ signedIn: page, mailbox, request }) => {
  const { event, open } = await publishedEvent(page, { capacity: 1 });
  const slug = open.split('/').pop()!;
  const people = Array.from({ length: 50 }, (_, number) => somebody(`person${number}`));
  // Five sign up in one go; the sixth address waits for its turn at the limit per hour, not here.
  for (const who of people) expect(await registerByHttp(request, slug, who)).toBe(303);
  const tokens = await Promise.all(
    people.map(async ({ address }) => (await mailbox.waitFor(address)).link(/\/confirm\//).split('/confirm/')[1]!.split('?')[0]!),
  );
  const answers = await Promise.all(
    tokens.map((token) => request.post('/do/confirm-address?at=/', { form: { token }, maxRedirects: 0 })),
  );
  expect(answers.map((answer) => answer.status())).toEqual(people.map(() => 303));
  await page.goto(event);
  await expect(page.locator('main')).toContainText('1 / 1');
  const letters = await Promise.all(people.map(({ address }) => mailbox.waitFor(address, { nth: 2, within: 30_000 })));
  expect(letters.filter((letter) => letter.calendars.length > 0)).toHaveLength(1);
});
