// A form that is sent twice from one rendering runs once.
import { Client, forwardedFor } from '../../harness/httpClient.ts';
import { Organiser } from '../../harness/httpOrganiser.ts';
import { Server } from '../../harness/server.ts';
import { expect, test } from '../../harness/test.ts';

const STRANGERS_POSTS = 10_080;

async function eventsCalled(organiser: Organiser, title: string): Promise<number> {
  const page = await organiser.page('/organise');
  return new Set([...page.matchAll(new RegExp(`href="(/organise/events/[0-9a-f-]{36})[^"]*"[^>]*>${title}`, 'g'))].map(([, path]) => path)).size;
}

test.describe('behind a proxy that names its clients', () => {
  test.use({ environment: { TREFFPUNKT_TRUSTED_PROXIES: '127.0.0.1' } });

  test('10,080 posts by strangers leave the double click of an organiser one event', async ({ server, organiser }) => {
    test.setTimeout(240_000);
    const form = await organiser.draftForm('Netzwerktreffen');
    const strangers = new Client(server.url, 16);
    const post = async (first: number) => {
      for (let number = first; number < STRANGERS_POSTS; number += 16) {
        await strangers.post('/do/choose-language?at=/', { language: 'de', shown: `stranger-${number}` }, forwardedFor(number % 500));
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, first) => post(first)));
    strangers.close();

    const answers = await Promise.all([1, 2].map(() => organiser.post('/do/create-event?at=/', form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]!.headers.location).toBe(answers[1]!.headers.location);
    expect(await eventsCalled(organiser, 'Netzwerktreffen')).toBe(1);
  });
});

test('a double click that reaches two servers makes one event', { tag: '@postgres' }, async ({ database, organiser, mailbox }) => {
  const other = await Server.start({ databaseUrl: database.url, smtpUrl: mailbox.url });
  const there = Organiser.at(other, organiser.cookie);
  try {
    for (let time = 0; time < 10; time += 1) {
      const title = `Netzwerktreffen ${time}`;
      const form = await organiser.draftForm(title);
      const answers = await Promise.all([organiser, there].map((which) => which.post('/do/create-event?at=/', form)));
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect(answers[0]!.headers.location).toBe(answers[1]!.headers.location);
      expect(await eventsCalled(organiser, title)).toBe(1);
    }
  } finally {
    there.close();
    await other.stop();
  }
});
