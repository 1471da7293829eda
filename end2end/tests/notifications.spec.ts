import { find, row } from '../support/contacts.ts';
import { HOLDS, box, change, choosing, expectTicked } from '../support/notifications.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S1.11 S3.2 S3.18 S3.19 S3.20 S3.21 S3.22 S3.23 S3.24 S3.25 S3.26 S3.27 D6 a red prompt leads to the categories, what fits is proposed, and Change saves', async ({ visit, account, setup }) => {
  const person = stranger('Tomas');
  await setup.contact(person, [['change[roles][]', 'technical']]);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  const prompt = row(owner, person.name).getByText('Setup Notification', { exact: true });
  const [red, , blue] = await prompt.evaluate((element) => {
    // Whatever notation the colour has, painted it is three numbers.
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return [0, 0, 0];
    context.fillStyle = getComputedStyle(element).color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  });
  expect(red).toBeGreaterThan(100 + (blue ?? 0));

  const place = await choosing(owner, person.name, 'Set Notification');
  for (const [category, holds] of HOLDS) await expect(box(place, category)).toHaveAccessibleDescription(holds);
  await expect(place.getByText(/Suggested from their rights|Choose what to email them/)).toBeVisible();
  await expectTicked(place, ['Technical Maintenance', 'Service Access', 'Support']);
  await box(place, 'Support').uncheck();
  await box(place, 'Service').check();
  await change(place);
  await expect(owner.main.getByText('Notifications saved.')).toBeVisible();

  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toContainText('3 of 6');
  const chosen = row(owner, person.name).getByRole('link', { name: 'View Notifications', exact: true });
  await expect(chosen).toHaveAccessibleDescription('Technical Maintenance, Service Access, Service');
  await expect(row(owner, person.name)).not.toContainText('Setup Notification');
  const again = await choosing(owner, person.name, 'View Notifications');
  await expect(again.getByText(/Suggested from their rights|Choose what to email them/)).toHaveCount(0);
  await expectTicked(again, ['Technical Maintenance', 'Service Access', 'Service']);
});

test('S1.8 S1.11 S3.6 a manager chooses for themselves and others, but not for owners', async ({ visit, account, setup }) => {
  const person = stranger('Petra');
  await setup.contact(person);
  const manager = await visit('manager');
  await find(manager, account, person.email);
  const place = await choosing(manager, person.name, 'Set Notification');
  await box(place, 'Technical Maintenance').check();
  await change(place);
  await expect(manager.main.getByText('Notifications saved.')).toBeVisible();

  await manager.open(`${account}/settings`);
  await manager.main.getByRole('link', { name: 'View Notifications', exact: true }).click();
  await manager.expectHeading(/^Notifications of /);
  await box(manager.main, 'User Management').check();
  await change(manager.main);
  await expect(manager.main.getByText('Notifications saved.')).toBeVisible();

  await find(manager, account, demo('coowner').email);
  const coowner = await setup.nameOf(demo('coowner'));
  const theirs = await choosing(manager, coowner, 'View Notifications');
  await expect(theirs.getByText('Owners choose their own emails.').first()).toBeVisible();
  await expect(box(theirs, 'Billing')).toBeDisabled();
  await expect(theirs.getByRole('button', { name: 'Change', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('S1.8 D7 whoever has no rights at all chooses for themselves and for nobody else', async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Rosa'));
  const other = stranger('Sven');
  const page = await setup.contact(other, [], false);
  const contact = await visit(person);
  await contact.open(`${account}/settings`);
  await contact.main.getByRole('link', { name: 'View Notifications', exact: true }).click();
  await contact.expectHeading(`Notifications of ${person.name}`);
  await expect(contact.main.getByText('Needs “View invoices”')).toBeVisible();
  await box(contact.main, 'Technical Maintenance').check();
  await change(contact.main);
  await expect(contact.main.getByText('Notifications saved.')).toBeVisible();
  await contact.page.reload();
  await contact.settle();
  await expectTicked(contact.main, ['Technical Maintenance']);
  expect(await contact.open(`${page}/notifications`)).toBe(403);
  expect(await contact.open(`${account}/notifications`)).toBe(403);
});

test('S2.8 S2.9 a contact without a login gets mails by choice', async ({ visit, account, setup }) => {
  const person = stranger('Frieda');
  const page = await setup.contact(person, [], false);
  const owner = await visit('owner');
  await owner.open(page);
  const panel = owner.main;
  await expect(panel.getByText('Setup Notification', { exact: true })).toBeVisible();
  await panel.getByRole('link', { name: 'Set Notification', exact: true }).click();
  const place = owner.js ? owner.page.getByRole('dialog', { name: `Notifications of ${person.name}` }) : owner.main;
  await expect(place.getByText(`Sent to ${person.email}`)).toBeVisible();
  await box(place, 'Billing').check();
  await change(place);
  await expect(owner.main.getByText('Notifications saved.')).toBeVisible();
  await owner.open(page);
  await expect(owner.main.getByRole('link', { name: 'View Notifications', exact: true })).toBeVisible();
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toContainText('1 of 6');
});

test('S4.4 owners always get changes of access', async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const name = await setup.nameOf(demo('owner'));
  await find(owner, account, demo('owner').email);
  const place = await choosing(owner, name, 'View Notifications');
  await expect(box(place, 'User Management')).toBeChecked();
  await expect(box(place, 'User Management')).toBeDisabled();
  await expect(box(place, 'User Management')).toHaveAccessibleDescription(/Owners always get these/);
});

test('S3.22 a choice made meanwhile is told of and not overwritten unseen', async ({ visit, setup }) => {
  const person = stranger('Vera');
  const page = `${await setup.contact(person)}/notifications`;
  const [first, second] = [await visit('owner'), await visit('coowner')];
  await first.open(page);
  await box(first.main, 'Support').check();
  await second.open(page);
  await box(second.main, 'Billing').check();
  await change(second.main);
  await expect(second.main.getByText('Notifications saved.')).toBeVisible();

  await change(first.main);
  await expect(first.main.getByText('Somebody else saved changes in the meantime. Nothing was saved.').first()).toBeVisible();
  await expect(first.main.getByText('Emails about “Billing” turned on')).toBeVisible();
  await expectTicked(first.main, ['Support']);
  await expect(async () => {
    await change(first.main);
    await expect(first.main.getByText('Notifications saved.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await first.page.reload();
  await first.settle();
  await expectTicked(first.main, ['Support']);
});
