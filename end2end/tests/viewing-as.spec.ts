import { act, find } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S0.24 Login as This Contact shows the portal as the contact sees it, changes nothing, and Stop leads back', async ({ visit, account, setup }) => {
  const person = stranger('Lena');
  await setup.contact(person, [
    ['change[privileges][]', 'domains.view'],
    ['change[privileges][]', 'contacts.manage'],
  ]);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Login as This Contact');
  await expect(owner.page).toHaveURL(/\/a\/[\w-]+\/as\/[\w-]+$/);
  await expect(owner.main.getByText(`You are viewing the portal as ${person.name}`)).toBeVisible();
  expect(await owner.entries()).toEqual(['Dashboard', 'Domains', 'Manage Contacts']);

  await owner.go('Domains');
  await owner.expectHeading('Domains');
  await expect(owner.page).toHaveURL(/\/as\/[\w-]+\/domains$/);
  const viewing = owner.page.url().replace(/\/domains$/, '');
  expect(await owner.open(`${viewing}/billing`)).toBe(403);
  await owner.open(`${viewing}/contacts`);
  await owner.expectHeading('Contacts');
  await expect(owner.main.getByRole('button', { name: 'Add New Contact' })).toHaveAttribute('aria-disabled', 'true');
  expect(await owner.open(`${viewing}/contacts/new`)).toBe(403);
  await expect(owner.main.getByText(/nothing can be changed/).first()).toBeVisible();

  // Other tabs stay as they are.
  await owner.open(`${account}/billing`);
  await owner.expectHeading('Billing & Payment');
  await owner.open(viewing);
  await owner.press('Stop');
  await owner.expectHeading('Contacts');
  await expect(owner.page.getByText(/You are viewing the portal/)).toHaveCount(0);
  expect(await owner.open(viewing)).toBe(404);
});

test('S0.24 nobody but the one who started it can open the view', async ({ visit, account, setup }) => {
  const person = stranger('Lars');
  const page = await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Login as This Contact');
  await expect(owner.page).toHaveURL(/\/as\//);
  const coowner = await visit('coowner');
  expect(await coowner.open(`${account}/as/${page.split('/').at(-1)}`)).toBe(404);
});
