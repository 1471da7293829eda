import { act, find, remove, row } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('Suspend takes the access away at the next request, and Reactivate gives it back', async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Simon'), [['change[privileges][]', 'domains.view']]);
  const [owner, contact] = [await visit('owner'), await visit(person)];
  await contact.open(`${account}/domains`);
  await contact.expectHeading('Domains');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await expect(row(owner, person.name)).toContainText('Suspended');
  expect(await contact.open(`${account}/domains`)).toBe(404);

  await owner.settle();
  await act(owner, person.name, 'Reactivate');
  await expect(row(owner, person.name)).toContainText('Active');
  await contact.open(`${account}/domains`);
  await contact.expectHeading('Domains');
});

test('S0.25 S0.26 a deleted contact leaves the list and is restored with the rights that are confirmed, never the password', async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Rita'), [['change[privileges][]', 'domains.view']]);
  const [owner, contact] = [await visit('owner'), await visit(person)];
  await contact.open(account);
  await find(owner, account, person.email);
  await remove(owner, person.name);
  await expect(row(owner, person.name)).toHaveCount(0);
  await contact.open(`${account}/domains`);
  await contact.expectHeading('Sign in');

  await owner.open(`${account}/contacts?status=deleted&search=${encodeURIComponent(person.email)}`);
  await expect(row(owner, person.name)).toContainText('Deleted');
  await act(owner, person.name, 'Restore');
  await owner.expectHeading(person.name);
  await expect(owner.main.getByRole('heading', { name: 'Rights it had' })).toBeVisible();
  await expect(owner.main.getByText('View domains').first()).toBeVisible();
  await owner.press('Restore with these rights');
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toContainText('Active');
  await expect(row(owner, person.name)).toContainText('1 privilege');

  await contact.fillSignIn(person);
  await expect(contact.main.getByText('Email address and password do not match.').first()).toBeVisible();
});

test('S0.26 a deleted contact can be restored without rights', async ({ visit, account, setup }) => {
  const person = stranger('Rosa');
  const page = await setup.contact(person, [['change[privileges][]', 'billing.pay']]);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await remove(owner, person.name);
  await expect(row(owner, person.name)).toHaveCount(0);
  await owner.open(page);
  await owner.press('Restore without rights');
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toContainText('No access');
});

test('S3.28 Remove stands beside the name on the page of a contact', async ({ visit, account, setup }) => {
  const person = stranger('Ruth');
  const page = await setup.contact(person);
  const owner = await visit('owner');
  await owner.open(page);
  await owner.expectHeading(person.name);
  await owner.main.getByRole('button', { name: 'Remove' }).or(owner.main.getByRole('link', { name: 'Remove' })).click();
  await owner.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await find(owner, account, person.email);
  await expect(owner.main.getByText('Nobody matches')).toBeVisible();
});

test('Suspend and Delete can be undone from the message that reports them', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Udo');
  await setup.contact(person, [['change[privileges][]', 'domains.view']]);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await expect(row(owner, person.name)).toContainText('Suspended');
  await owner.page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(row(owner, person.name)).toContainText('Active');
});

test('on a living page Delete asks first, and Cancel and Escape leave everything as it is', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Anton');
  await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  for (const leave of ['Cancel', 'Escape']) {
    await act(owner, person.name, 'Delete');
    const dialog = owner.page.getByRole('dialog', { name: `Delete ${person.name}?` });
    await expect(dialog).toBeVisible();
    if (leave === 'Cancel') await dialog.getByRole('button', { name: 'Cancel' }).click();
    else await owner.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await owner.page.reload();
  await expect(row(owner, person.name)).toContainText('Active');
});
