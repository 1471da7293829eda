import { act, find, remove, row } from '../support/contacts.ts';
import { type Person, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

/** Presses Undo in the message on somebody. */
async function undo(visitor: Visitor, name: string): Promise<void> {
  const message = visitor.page.locator('.toast').filter({ hasText: name });
  await message.getByRole('button', { name: 'Undo' }).click();
}

/** Suspends somebody from the list, and goes on to another page while the message still stands. */
async function suspendAndLeave(visitor: Visitor, account: string, { name, email }: Person): Promise<void> {
  await find(visitor, account, email);
  await act(visitor, name, 'Suspend');
  await expect(row(visitor, name)).toContainText('Suspended');
  await visitor.go('Activity');
  await visitor.expectHeading('Activity');
}

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
  await expect(owner.main.getByRole('heading', { name: 'Previous rights' })).toBeVisible();
  await expect(owner.main.getByText('View domains').first()).toBeVisible();
  await owner.press('Restore with these rights');
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toContainText('Active');
  await expect(row(owner, person.name)).toContainText('1 right');

  await contact.fillSignIn(person);
  await expect(contact.main.getByText('Wrong email or password.').first()).toBeVisible();
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
  await undo(owner, person.name);
  await expect(row(owner, person.name)).toContainText('Active');
});

test('an older message undoes its own step, also when the list is read anew', { tag: '@js' }, async ({ visit, account, setup }) => {
  const word = `Undo${Date.now().toString(36)}`;
  const [first, second] = [{ ...stranger('Ulla'), lastName: word }, { ...stranger('Ute'), lastName: word }];
  for (const person of [first, second]) await setup.contact(person);
  const names = [`Ulla ${word}`, `Ute ${word}`] as const;
  const owner = await visit('owner');
  await find(owner, account, word);
  for (const name of names) {
    await act(owner, name, 'Suspend');
    await expect(row(owner, name)).toContainText('Suspended');
  }
  await undo(owner, names[0]);
  await expect(row(owner, names[0])).toContainText('Active');
  await expect(row(owner, names[1])).toContainText('Suspended');
});

test('a step can be undone after leaving the list, and coming back shows it', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Urs');
  await setup.contact(person);
  const owner = await visit('owner');
  await suspendAndLeave(owner, account, person);
  await undo(owner, person.name);
  await expect(owner.page.getByText(`${person.name} was reactivated.`)).toBeVisible();
  await owner.page.goBack();
  await expect(row(owner, person.name)).toContainText('Active');
});

test('a step can be undone on the list that one came back to', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Uwe');
  await setup.contact(person);
  const owner = await visit('owner');
  await suspendAndLeave(owner, account, person);
  await owner.page.goBack();
  await expect(row(owner, person.name)).toContainText('Suspended');
  await undo(owner, person.name);
  await expect(row(owner, person.name)).toContainText('Active');
});

test('without JavaScript, a step for many with nobody ticked says what is missing', { tag: '@nojs' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.press('Suspend');
  await expect(owner.main.getByText('Select at least one person.')).toBeVisible();
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
