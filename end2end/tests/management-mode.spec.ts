import { demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S1.2 S1.3 S1.4 S1.5 S1.6 S3.29 the manager of several accounts opens one from the Management Mode list and leaves it by x', async ({ visit, account, setup }) => {
  const manager = await visit('manager');
  await manager.open('/');
  await manager.expectHeading('Accounts');
  const menu = await manager.menu('Management Mode');
  const names = (await menu.getByRole('menuitem').allInnerTexts()).map((name) => name.trim());
  // Their own, the demo account and one more, and the way to the chooser.
  expect(names.length).toBeGreaterThanOrEqual(4);
  const owner = await visit('owner');
  await owner.open(account);
  const name = (await owner.page.getByRole('heading', { level: 1 }).innerText()).trim();
  await menu.getByRole('menuitem', { name, exact: true }).click();
  await expect(manager.page).toHaveURL(new RegExp(`${account}$`));
  await expect(manager.main.getByText(`You are accessing ${name}`)).toBeVisible();
  await manager.settle();
  await manager.go('Manage Contacts');
  await manager.expectHeading('Contacts');
  const exit = manager.main.getByRole('button', { name: 'Exit Management Mode' });
  await expect(exit).toHaveText('x');
  await exit.click();
  await expect(manager.page).not.toHaveURL(new RegExp(account));
  await expect(manager.page).toHaveURL(/\/a\/[\w-]+$/);
  await expect(manager.page.getByText(/You are accessing/)).toHaveCount(0);
  await expect(manager.page.getByRole('button', { name: await setup.nameOf(demo('manager')) })).toBeVisible();
});

test('D2 nobody with a single account has the icon or the banner', async ({ visit, account }) => {
  for (const who of ['owner', 'technician'] as const) {
    const person = await visit(who);
    await person.open(account);
    await expect(person.leftMenu).toBeVisible();
    await expect(person.page.getByRole('button', { name: 'Management Mode' })).toHaveCount(0);
    await expect(person.page.getByText(/You are accessing/)).toHaveCount(0);
  }
});

test('T12 two tabs hold two accounts, and each acts on its own', async ({ visit, account, setup }) => {
  const manager = await visit('manager');
  await manager.open('/accounts');
  const own = manager.main.getByRole('link').filter({ hasText: 'Owner' });
  const ownName = (await own.innerText()).split('\n')[0]?.trim() ?? '';
  await own.click();
  await manager.expectHeading(ownName);
  const tab = await manager.page.context().newPage();
  await tab.goto(`${account}/contacts`);
  await expect(tab.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await manager.go('Manage Contacts');
  await manager.expectHeading('Contacts');
  await expect(manager.page).not.toHaveURL(new RegExp(account));
  await expect(manager.main.getByText('technician@demo.example')).toHaveCount(0);
  await tab.reload();
  await expect(tab.getByText('technician@demo.example')).toBeVisible();
  expect(await setup.nameOf(demo('manager'))).not.toBe('');
});
