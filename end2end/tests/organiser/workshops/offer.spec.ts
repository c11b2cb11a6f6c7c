// The offer of a conference: slots and their way to the seats, workshops, rooms, copies.
import type { Page } from '@playwright/test';
import { expectAgenda, meetingDay, publish } from '../../../harness/organiser.ts';
import { signInToDemo } from '../../../harness/signIn.ts';
import { expect, test } from '../../../harness/test.ts';
import { addSlot, addWorkshop, draftConference, fillSlot, fillWorkshop, secondDay } from '../../../harness/workshops.ts';

const slotSection = (page: Page, times: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: times }) });

async function save(page: Page): Promise<void> {
  await page.locator('main form button.first').click();
}

test('slots and workshops make an offer, which is the agenda and the public programme', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, accessible }) => {
  test.setTimeout(180_000);
  const event = await draftConference(page);
  await page.goto(`${event}/workshops`);
  await expect(page.locator('main')).toContainText('Noch keine Workshops');
  await accessible();
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await page.goto(`${event}/workshops/slots/new`);
  // The form proposes the time after the last slot, and its way.
  await expect(page.locator('[name=time]')).toHaveValue('11:30');
  await expect(page.getByLabel(/^Nach Wünschen/)).toBeChecked();
  await accessible();
  await addSlot(page, event, { date: secondDay, time: '09:00', ends: '10:00', way: 'first come' });
  const described = { speakers: 'Beate Schäfer', topic: 'Anerkennung', least: '6', most: '20', description: 'Mit **echten** Fällen.' };
  await addWorkshop(page, event, { title: 'Handwerk', offers: { 0: 'Saal 1', 1: 'Saal 2' }, fields: described });
  await addWorkshop(page, event, { title: 'Pflege', offers: { 0: 'Saal 2' } });

  await expect(slotSection(page, '10:00–11:30').locator('h2')).toContainText('2 Workshops · nach Wünschen');
  await expect(slotSection(page, '9:00–10:00').locator('h2')).toContainText('Ein Workshop · wer zuerst kommt');
  await expect(slotSection(page, '10:00–11:30').getByRole('row', { name: /Handwerk/ })).toContainText('6–20');
  await accessible();
  await page.goto(`${event}/agenda`);
  await expectAgenda(page, ['10:00 Handwerk', '10:00 Pflege', '09:00 Handwerk']);

  // A slot that moves takes its workshops along.
  await page.goto(`${event}/workshops`);
  await slotSection(page, '10:00–11:30').getByRole('link', { name: /^Ändern/ }).click();
  await fillSlot(page, { time: '14:00', ends: '15:00', way: 'together' });
  await save(page);
  await expect(page.locator('[role=status]').first()).toContainText('Das Zeitfenster ist geändert');
  await expect(page.locator('main')).toContainText('Alle gemeinsam, aber mehrere Workshops');
  await page.goto(`${event}/agenda`);
  await expectAgenda(page, ['14:00 Handwerk', '14:00 Pflege', '09:00 Handwerk']);

  const open = await publish(page, event);
  await visitor.goto(open);
  await visitor.getByRole('link', { name: 'Im Programm suchen' }).click();
  await expect(visitor.locator('.workshops')).toContainText('Wer zuerst kommt, bekommt den Platz');
  await visitor.getByText('Worum es geht').first().click();
  await expect(visitor.locator('.workshops strong').first()).toHaveText('echten');
  await accessible(visitor);
});

test('a slot that is moved over another one stays where it was, with what was typed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await addSlot(page, event, { time: '13:00', ends: '14:30', way: 'first come' });
  await slotSection(page, '13:00–14:30').getByRole('link', { name: /^Ändern/ }).click();
  await fillSlot(page, { time: '11:00', ends: '12:00', way: 'together' });
  await save(page);
  await expect(page.locator('main form')).toContainText(/Zu dieser Zeit gibt es schon ein Zeitfenster: .*10:00–11:30/);
  await expect(page.locator('[name=time]')).toHaveValue('11:00');
  await expect(page.locator('[name=way][value=together]')).toBeChecked();
  await accessible();
  await page.locator('[name=time]').fill('12:30');
  await page.locator('[name=ends]').fill('12:00');
  await page.locator('[name=date]').fill(meetingDay);
  await save(page);
  await expect(page.locator('main form [aria-invalid=true]').first()).toBeVisible();
  await page.goto(`${event}/workshops`);
  await expect(page.locator('main')).toContainText('13:00–14:30');
});

test('a maximum below the minimum is refused beside its field', { tag: '@nojs' }, async ({ signedIn: page, accessible }) => {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await page.goto(`${event}/workshops/new`);
  await fillWorkshop(page, { title: 'Handwerk', offers: { 0: 'Saal 1' }, fields: { least: '9', most: '8', speakers: 'Beate Schäfer' } });
  await save(page);
  await expect(page.locator('[name=least]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('main form')).toContainText('Höher als die Höchstzahl (8)');
  await expect(page.locator('[name=speakers]')).toHaveValue('Beate Schäfer');
  await expect(page.locator('[name="offers[0][room]"]')).toHaveValue('Saal 1');
  await accessible();
  await page.locator('[name=most]').fill('viele');
  await page.locator('[name=title]').fill('');
  await save(page);
  await expect(page.locator('[name=title]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name=title]').fill('Handwerk');
  await page.locator('[name=most]').fill('9');
  await save(page);
  await expect(page).toHaveURL(/done=added/);
});

test('a room twice at one time, and one with too few seats, are pointed out', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, accessible }) => {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await addWorkshop(page, event, { title: 'Handwerk', offers: { 0: 'Saal 1' }, fields: { most: '30' } });
  await addWorkshop(page, event, { title: 'Pflege', offers: { 0: 'saal 1' } });
  const notices = page.locator('.notice');
  await expect(notices.filter({ hasText: 'Räume, die doppelt belegt sind' })).toContainText('„Handwerk“ und „Pflege“');
  await page.getByRole('link', { name: 'Räume und Plätze' }).click();
  await page.getByLabel('Raum 1', { exact: true }).fill('Saal 1');
  await page.getByLabel('Plätze in Raum 1').fill('12');
  await accessible();
  await save(page);
  await expect(notices.filter({ hasText: 'Mehr Personen, als der Raum Plätze hat' })).toContainText('„Handwerk“: bis 30 Personen, Saal 1 hat 12 Plätze');
  await accessible();
  await page.getByRole('link', { name: 'Pflege' }).click();
  await page.locator('[name="offers[0][room]"]').fill('Saal 2');
  await save(page);
  await expect(page).toHaveURL(/done=changed/);
  await expect(notices.filter({ hasText: 'doppelt belegt' })).toHaveCount(0);
});

test('a workshop is called off, takes place after all, and is removed', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor }) => {
  const event = await draftConference(page);
  await addSlot(page, event, { time: '10:00', ends: '11:30' });
  await addWorkshop(page, event, { title: 'Handwerk', offers: { 0: '' } });
  await addWorkshop(page, event, { title: 'Pflege', offers: { 0: '' } });
  const open = await publish(page, event);
  const change = async () => {
    await page.goto(`${event}/workshops`);
    await page.getByRole('link', { name: 'Handwerk' }).click();
  };
  await change();
  await page.getByRole('button', { name: 'Workshop absagen' }).click();
  await expect(page).toHaveURL(/done=called-off/);
  await expect(page.getByRole('row', { name: /Handwerk/ })).toContainText('abgesagt');
  await visitor.goto(`${open}/programme`);
  await expect(visitor.locator('.workshops li', { hasText: 'Handwerk' }).last()).toContainText('abgesagt');
  await change();
  await page.getByRole('button', { name: 'Findet doch statt' }).click();
  await expect(page).toHaveURL(/done=reinstated/);
  await expect(page.getByRole('row', { name: /Handwerk/ })).not.toContainText('abgesagt');
  await change();
  await page.getByRole('link', { name: 'Entfernen …' }).click();
  await expect(page.locator('main')).toContainText('Er verschwindet aus dem Programm');
  await page.getByRole('button', { name: 'Workshop entfernen' }).click();
  await expect(page).toHaveURL(/done=removed/);
  await expect(page.getByRole('row', { name: /Handwerk/ })).toHaveCount(0);
  await page.goto(`${event}/agenda`);
  await expectAgenda(page, ['10:00 Pflege']);
});

test.describe('with the congress', () => {
  test.use({ data: 'demo' });

  test('slots, workshops and rooms of another event are taken over once', { tag: ['@nojs', '@both'] }, async ({ page, server, accessible }) => {
    test.setTimeout(180_000);
    await signInToDemo(page, server);
    const event = await draftConference(page, 'Fachkongress im nächsten Jahr');
    await page.goto(`${event}/workshops`);
    await page.getByRole('link', { name: 'Aus einer anderen Veranstaltung übernehmen' }).click();
    await accessible();
    await save(page);
    await expect(page.locator('[name=from]')).toHaveAttribute('aria-invalid', 'true');
    const congress = await page.locator('[name=from] option', { hasText: 'Ankommen im Beruf' }).getAttribute('value');
    await page.locator('[name=from]').selectOption(congress);
    await save(page);
    await expect(page.locator('[role=status]').first()).toContainText('Zeitfenster und Workshops sind übernommen');
    await expect(page.locator('main')).toContainText('37 Workshops');
    await expect(page.locator('main')).toContainText('3 Zeitfenster');
    await page.goto(`${event}/workshops/copy`);
    await page.locator('[name=from]').selectOption(congress);
    await save(page);
    await expect(page.locator('main form')).toContainText('Diese Veranstaltung hat schon Zeitfenster oder Workshops');
  });
});
