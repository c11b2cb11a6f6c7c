// Fifty concurrent confirmations for the last seat, over HTTP.
import { publishedEvent } from '../../harness/organiser.ts';
import { registerByHttp, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

test('fifty people confirm at once, and one gets the last seat', { tag: '@both' }, async ({ signedIn: page, mailbox, request }) => {
  const { event, open } = await publishedEvent(page, { capacity: 1 });
  const slug = open.split('/').pop()!;
  const people = Array.from({ length: 50 }, (_, number) => newParticipant(`person${number}`));
  for (const who of people) expect(await registerByHttp(request, slug, who)).toBe(303);
  const tokens = await Promise.all(
    people.map(async ({ address }) => (await mailbox.waitFor(address)).link(/\/confirm\//).split('/confirm/')[1]!.split('?')[0]!),
  );
  const click = async (token: string) =>
    (await request.post('/do/confirm-address?at=/', { form: { token }, maxRedirects: 0 })).status();
  const answers = await Promise.all(
    tokens.map(async (token) => {
      let status = await click(token);
      // An overloaded server answers 503, and a later click succeeds.
      for (let again = 0; status === 503 && again < 5; again += 1) status = await click(token);
      return status;
    }),
  );
  expect(answers).toEqual(people.map(() => 303));
  await page.goto(event);
  await expect(page.locator('main')).toContainText('1 von 1');
  const letters = await Promise.all(people.map(({ address }) => mailbox.waitFor(address, { nth: 2, within: 30_000 })));
  expect(letters.filter((letter) => letter.calendars.length > 0)).toHaveLength(1);
});
