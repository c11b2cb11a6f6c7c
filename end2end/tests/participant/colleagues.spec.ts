// A participant registers colleagues in one go.
import { publishedEvent } from '../../harness/organiser.ts';
import { confirm, newParticipant } from '../../harness/participant.ts';
import { expect, test } from '../../harness/test.ts';

for (const colleagues of ['each', 'first'] as const) {
  test(`colleagues come along; ${colleagues} confirms`, { tag: ['@nojs', '@both'] }, async ({ signedIn: page, mailbox, accessible }) => {
    const { open } = await publishedEvent(page, { capacity: 2, colleagues });
    const [anna, bea, cem] = ['Anna', 'Bea', 'Cem'].map(newParticipant);
    await page.goto(`${open}/register`);
    await page.locator('[name=given_name]').fill(anna!.given);
    await page.locator('[name=family_name]').fill(anna!.family);
    await page.locator('[name=address]').fill(anna!.address);
    for (const [row, who] of [bea!, cem!].entries()) {
      await page.getByRole('button', { name: /Weitere Person/ }).click();
      const field = (name: string) => page.locator(`[name="people[${row}][${name}]"]`);
      await field('given_name').fill(who.given);
      await field('family_name').fill(who.family);
      await field('address').fill(who.address);
    }
    await expect(page.locator('[name=given_name]')).toHaveValue(anna!.given);
    await accessible();
    await page.locator('[name=consent]').check();
    await page.locator('main form button.first').click();
    await expect(page).toHaveURL(/\/registered/);

    // Nobody else learns of it before Anna has confirmed.
    const letter = await mailbox.waitFor(anna!.address);
    await page.goto(letter.link(/\/confirm\//));
    await expect(page.locator('main')).toContainText('Mit Ihnen eingetragen sind 2 Personen');
    if (colleagues === 'first') await expect(page.locator('main')).toContainText('Für eine Person ist noch ein Platz frei, die letzte kommt auf die Warteliste');
    await accessible();
    await page.locator('main form button.first').click();
    await expect(page).toHaveURL(/\/registration\//);
    const told = await mailbox.waitFor(bea!.address);
    expect(told.text).toContain(`${anna!.given} ${anna!.family} hat Sie`);
    if (colleagues === 'each') {
      await confirm(page, mailbox, bea!);
      await expect(page.locator('main')).toContainText('Sie haben einen Platz');
    } else {
      expect(told.calendars[0]!.method).toBe('REQUEST');
      expect((await mailbox.waitFor(cem!.address)).subject).toContain('Warteliste');
    }
  });
}
