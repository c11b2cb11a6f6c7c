// The organisations of a network.
import { addOrganisation } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

test('an organisation is found by a part of its name, without its accents', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  await addOrganisation(page, 'VHS Łódź');
  await addOrganisation(page, 'Handwerkskammer');
  await page.goto('/organise/organisations');
  const names = page.locator('tbody th');
  await expect(names).toHaveText(['Handwerkskammer', 'VHS Łódź']);
  const search = page.getByLabel('Name, Region oder Handlungsfeld');
  await search.fill('lodz');
  await search.press('Enter');
  await expect(names).toHaveText(['VHS Łódź']);
  await expect(page.locator('main')).toContainText('eine gefunden');
  await accessible();
  await search.fill('Zirkus');
  await search.press('Enter');
  await expect(page.locator('main')).toContainText('Keine Organisation gefunden');
  await page.getByRole('link', { name: 'Alle Organisationen zeigen' }).last().click();
  await expect(names).toHaveCount(2);
});
