import { demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const REASON = 'Account owners always have full access to the account.';

test('S4.4 owners stand first with their badge, and their menu is disabled with the reason', async ({ visit, account, setup }) => {
  const manager = await visit('manager');
  await manager.open(`${account}/contacts?sort=email`);
  const rows = manager.main.getByRole('row').filter({ has: manager.page.getByRole('rowheader') });
  for (const index of [0, 1]) await expect(rows.nth(index).getByText('Owner', { exact: true })).toBeVisible();
  await expect(rows.nth(2).getByText('Owner', { exact: true })).toHaveCount(0);
  await expect(rows.first()).toContainText('Everything');

  const name = await setup.nameOf(demo('owner'));
  const menu = await manager.menu(`Actions for ${name}`);
  for (const item of ['Edit Contact', 'Suspend', 'Delete']) {
    const disabled = menu.getByRole('menuitem', { name: item, exact: true });
    await expect(disabled).toHaveAttribute('aria-disabled', 'true');
    await expect(disabled).toHaveAccessibleDescription(REASON);
  }
  await menu.getByRole('menuitem', { name: 'Delete', exact: true }).click({ force: true });
  await manager.open(`${account}/contacts?search=owner%40demo.example`);
  await expect(manager.main.getByRole('row').filter({ hasText: 'coowner@demo.example' })).toContainText('Active');
});

test('S4.4 an owner cannot be edited by the address either', async ({ visit, account, setup }) => {
  const manager = await visit('manager');
  const name = await setup.nameOf(demo('coowner'));
  await manager.open(`${account}/contacts?search=coowner`);
  await manager.main.getByRole('link', { name, exact: true }).click();
  await manager.expectHeading(name);
  await expect(manager.main.getByText(REASON).first()).toBeVisible();
  const edit = manager.main.getByRole('button', { name: 'Edit Contact' });
  await expect(edit).toHaveAttribute('aria-disabled', 'true');
  expect(await manager.open(`${manager.page.url()}/edit`)).toBe(403);
  await expect(manager.main.getByText(REASON).first()).toBeVisible();
});
