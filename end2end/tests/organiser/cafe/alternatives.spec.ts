// Plans that are taken as a whole, and rules that stand against them.
import { publishedCafe, type Person } from '../../../harness/cafe.ts';
import { executeBehindTheServer, type Database } from '../../../harness/database.ts';
import { expect, test } from '../../../harness/test.ts';

const people: Person[] = [
  { family: 'Öztürk', given: 'Lukas', tables: [2, 5, 10] },
  { family: 'Nguyen', given: 'Fatima', tables: [9, 6, 2] },
];

/** Writes a version beside the published one as its alternative, and has both people sit together in a version of their own. */
async function withAlternative(database: Database, plan: string): Promise<void> {
  const id = database.direct.startsWith('sqlite:') ? `x'${plan.replaceAll('-', '')}'` : `'${plan}'::uuid`;
  const together = `replace(seating, '[[2,9],[5,6],[10,2]]', '[[3,3],[5,6],[10,2]]')`;
  await executeBehindTheServer(
    database,
    `INSERT INTO plan_alternatives (plan_id, version, number, seating, quality)
       SELECT plan_id, number, 1, ${together}, quality FROM plan_versions WHERE plan_id = ${id};
     INSERT INTO plan_versions (plan_id, number, cause, set_up, seating, locks, broken, quality, made_at)
       SELECT plan_id, 2, cause, set_up, ${together}, locks, broken, quality, 2 FROM plan_versions WHERE plan_id = ${id};
     UPDATE plans SET newest_version = 2 WHERE id = ${id};`,
  );
}

test('an alternative or an earlier version that breaks a rule is taken only if the organiser insists', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, context, database, accessible, browserErrors }) => {
  browserErrors.expect(/ERR_FAILED/);
  const cafe = await publishedCafe(page, database, people);
  await withAlternative(database, cafe.plan);
  const board = `${cafe.event}/cafe/plan`;
  const version = page.locator('main .head .kind');
  const alternatives = page.locator('#alternatives');
  // The script of the board would show a new rule at once.
  await page.route('**/plan/events*', (route) => route.abort());
  await page.goto(board);
  await expect(alternatives.getByRole('button', { name: 'Auswählen' })).toBeVisible();

  // Somebody makes the rule while the page is open.
  const other = await context.newPage();
  await other.goto(`${cafe.event}/cafe`);
  for (const [place, name] of ['Lukas Öztürk', 'Fatima Nguyen'].entries()) await other.locator(`[name="rule[people][${place}]"]`).fill(name);
  await other.locator('[name="rule[kind]"]').selectOption({ label: 'sitzen nie zusammen' });
  await other.locator('button[value=add-rule]').click();
  await expect(other.locator('#rules')).toContainText('Lukas Öztürk und Fatima Nguyen');
  await other.close();

  await alternatives.getByRole('button', { name: 'Auswählen Möglichkeit 1' }).click();
  await expect(alternatives.getByRole('alert')).toContainText('Nicht übernommen');
  await expect(alternatives).toContainText('Hält eine Regel nicht ein:');
  await expect(alternatives).toContainText('Runde 1: Lukas Öztürk und Fatima Nguyen sollen nicht an einem Tisch sitzen.');
  await expect(version).toHaveText(/^Fassung 1/);
  await accessible();

  // An earlier version asks in the same way.
  await page.goto(`${board}?version=2`);
  await expect(page.locator('#plan')).toContainText('Wiederhergestellt hielte sie eine Regel nicht ein:');
  await accessible();
  await page.getByRole('button', { name: 'Fassung 2 trotzdem wiederherstellen' }).click();
  await expect(version).toHaveText(/^Fassung 3/);
  await expect(page.locator('#broken')).toContainText('Runde 1: Lukas Öztürk und Fatima Nguyen');
  await page.getByRole('button', { name: 'Rückgängig' }).first().click();
  await expect(version).toHaveText(/^Fassung 1/);

  await alternatives.getByRole('button', { name: 'Trotzdem auswählen' }).click();
  await expect(version).toHaveText(/^Fassung 4/);
  await expect(page.locator('#broken')).toContainText('Runde 1: Lukas Öztürk und Fatima Nguyen');
});
