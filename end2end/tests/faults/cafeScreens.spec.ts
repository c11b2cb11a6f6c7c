// The screens of a café on two servers with one PostgreSQL, and while it is away.
import { beginNow, publishedCafe } from '../../harness/cafe.ts';
import { Server } from '../../harness/server.ts';
import { expect, test } from '../../harness/test.ts';

const people = [{ family: 'Nguyen', given: 'Fatima', tables: [9, 6, 2] }];

test('a screen of another server follows within a second, and counts on while the database is away', { tag: '@postgres' }, async ({ database, signedIn: remote, browser, mailbox, browserErrors }) => {
  browserErrors.expect(/status of 503|ERR_|Failed to load resource/);
  const cafe = await publishedCafe(remote, database, people);
  const other = await Server.start({ databaseUrl: database.url, smtpUrl: mailbox.url });
  const context = await browser.newContext();
  try {
    await remote.goto(cafe.remote);
    await remote.getByRole('button', { name: 'Adresse anlegen' }).click();
    const address = new URL(await remote.locator('#screen-link').inputValue());
    const screen = await context.newPage();
    const listens = screen.waitForResponse(/\/events$/);
    await screen.goto(`${other.url}${address.pathname}`);
    await expect(screen.locator('[data-clock]')).toHaveAttribute('data-view', 'calm');
    // The screen hears of changes from now on.
    await listens;
    await beginNow(remote);
    await expect(screen.locator('[data-clock]')).toHaveAttribute('data-view', 'talk', { timeout: 1_000 });

    database.connection!.cut();
    await remote.getByRole('button', { name: 'Runde beenden, zum Wechsel' }).click();
    // The remote control stays, says that it did not work, and is pressed again.
    await expect(remote.locator('[data-answer]')).toContainText('drücken Sie noch einmal', { timeout: 20_000 });
    await expect(remote.getByText('Runde 1 von 3')).toBeVisible();
    await expect(screen.locator('[data-alone]')).toContainText('die Zeit läuft weiter', { timeout: 40_000 });
    const shown = screen.locator('.countdown');
    const before = await shown.textContent();
    await expect(shown).not.toHaveText(before ?? '');

    database.connection!.restore();
    await expect(screen.locator('[data-alone]')).toHaveText('', { timeout: 20_000 });
    await remote.getByRole('button', { name: 'Runde beenden, zum Wechsel' }).click();
    await expect(remote.getByText('Wechsel zu Runde 2')).toBeVisible({ timeout: 10_000 });
    await expect(remote.locator('[data-answer]')).toHaveText('');
    // The buttons are those of the new state.
    await remote.getByRole('button', { name: '+ 1 Min.' }).click();
    await expect(remote.locator('#outcome')).toBeEmpty();
    await expect(screen.locator('[data-clock]')).toHaveAttribute('data-view', 'change', { timeout: 5_000 });
    expect(other.log).not.toContain('panicked');
  } finally {
    await context.close();
    await other.stop();
  }
});
