import { openList, switchTo } from '../support/agency.ts';
import { serious } from '../support/axe.ts';
import { act, find } from '../support/contacts.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const DEMO = 'Demo Hosting GmbH';
const OWN = 'Nordwind Agency';

test('S1.2 S1.3 S1.4 S1.5 S1.6 S3.29 the manager of several accounts opens one from the Management Mode list and leaves it by x', async ({ visit, account, setup }) => {
  const manager = await visit('manager');
  await manager.open('/');
  await manager.expectHeading('Accounts');
  const list = await openList(manager);
  for (const name of [OWN, DEMO, 'Blue Heron Studio', 'Café Sol']) {
    await expect(list.getByRole('link', { name })).toBeVisible();
  }
  await list.getByRole('link', { name: DEMO }).click();
  await expect(manager.page).toHaveURL(new RegExp(`${account}$`));
  await expect(manager.main.getByText(`You are accessing ${DEMO}`)).toBeVisible();
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
    await expect(person.page.getByRole('button', { name: 'Management Mode', exact: true })).toHaveCount(0);
    await expect(person.page.getByText(/You are accessing/)).toHaveCount(0);
  }
});

test('S1.3 the list says what one is on each account and what waits there, as far as one may know', { tag: '@js' }, async ({ visit, account }) => {
  const manager = await visit('manager');
  await manager.open(account);
  const list = await openList(manager);
  const row = (name: string) => list.getByRole('listitem').filter({ has: manager.page.getByRole('link', { name, exact: true }) });
  await expect(row(OWN)).toContainText('Owner');
  await expect(row(OWN)).toContainText('1 service expiring or expired');
  await expect(row('Blue Heron Studio')).toContainText('Manager, Technical');
  // A manager sees no invoices, and two of the domains end.
  await expect(row(DEMO)).toContainText('2 domains expiring or expired');
  await expect(row(DEMO)).not.toContainText('invoice');
  await expect(list.getByRole('link', { name: DEMO, exact: true })).toHaveAttribute('aria-current', 'true');
  await expect(list.getByRole('searchbox')).toHaveCount(0);
  expect(await serious(manager.page)).toEqual([]);
});

test('the list is asked for when it is opened, and not with every page', { tag: '@js' }, async ({ visit, account }) => {
  const manager = await visit('manager');
  const asked: string[] = [];
  manager.page.on('request', (request) => {
    if (request.url().includes('/accounts?part=switcher')) asked.push(request.url());
  });
  await manager.open(account);
  await manager.go('Manage Contacts');
  await manager.expectHeading('Contacts');
  expect(asked).toEqual([]);
  expect(await manager.page.content()).not.toContain('Blue Heron Studio');
  await openList(manager);
  expect(asked).toHaveLength(1);
});

test('the list is used by keyboard alone: arrows, a letter, Enter, Escape', { tag: '@js' }, async ({ visit, account }) => {
  const manager = await visit('manager');
  await manager.open(account);
  const { keyboard } = manager.page;
  const icon = manager.page.getByRole('button', { name: 'Management Mode', exact: true });
  const link = (name: string) => manager.page.getByRole('dialog', { name: 'Management Mode' }).getByRole('link', { name, exact: true });
  for (const key of ['Enter', 'Space']) {
    await icon.focus();
    await keyboard.press(key);
    await expect(link('Blue Heron Studio')).toBeFocused();
    await expect(icon).toHaveAttribute('aria-expanded', 'true');
    await keyboard.press('ArrowDown');
    await expect(link('Café Sol')).toBeFocused();
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await expect(link('All accounts')).toBeFocused();
    await keyboard.press('Home');
    await expect(link('Blue Heron Studio')).toBeFocused();
    await keyboard.press('n');
    await expect(link(OWN)).toBeFocused();
    await keyboard.press('Escape');
    await expect(link(OWN)).toBeHidden();
    await expect(icon).toBeFocused();
    await expect(icon).toHaveAttribute('aria-expanded', 'false');
  }
  await keyboard.press('Enter');
  await expect(link('Blue Heron Studio')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await manager.expectHeading('Café Sol');
  await expect(manager.page).toHaveTitle(/^Café Sol · Dashboard/);
});

test('the icon closes its list too, and so does a click elsewhere', { tag: '@js' }, async ({ visit, account }) => {
  const manager = await visit('manager');
  await manager.open(account);
  const list = await openList(manager);
  await manager.page.getByRole('button', { name: 'Management Mode', exact: true }).click();
  await expect(list).toBeHidden();
  await openList(manager);
  await manager.main.getByRole('heading', { level: 1 }).click();
  await expect(list).toBeHidden();
});

test('6.9 the account is named in the banner, the title of the tab and before something is deleted', async ({ visit, account }) => {
  const manager = await visit('manager');
  await manager.open(account);
  await expect(manager.page).toHaveTitle(/^Demo Hosting GmbH · Dashboard/);
  await find(manager, account, 'noc@demo-hosting.example');
  await expect(manager.page).toHaveTitle(/^Demo Hosting GmbH · Contacts/);
  await act(manager, 'Luis Graf', 'Delete');
  const question = manager.js ? manager.page.getByRole('dialog', { name: 'Delete Luis Graf?' }) : manager.main;
  await expect(question.getByText(`Account: ${DEMO}`, { exact: true })).toBeVisible();
  await question.getByText('Cancel').click();

  await switchTo(manager, OWN);
  await expect(manager.page).toHaveTitle(/^Dashboard · Nordwind Agency/);
});

test('pinned accounts stand first, in the chooser and in the list, with and without JavaScript', async ({ visit, setup }) => {
  const manager = await visit('manager');
  const names = async () => {
    await manager.open('/accounts');
    const links = manager.main.getByRole('listitem').getByRole('link', { name: /Owner|Manager|Technical/ });
    return (await links.allInnerTexts()).map((text) => text.split('\n')[0]?.trim());
  };
  expect(await names()).toEqual(['Blue Heron Studio', 'Café Sol', DEMO, OWN]);
  const pin = manager.main.getByRole('button', { name: `Pin ${OWN}` });
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  expect((await names())[0]).toBe(OWN);
  if (manager.js) {
    const list = await openList(manager);
    await expect(list.getByRole('link').first()).toHaveAccessibleName(OWN);
    await manager.page.keyboard.press('Escape');
  }
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  expect((await names())[0]).toBe('Blue Heron Studio');
  expect(await setup.nameOf(demo('manager'))).not.toBe('');
});

test('T12 two tabs hold two accounts, and each acts on its own', async ({ visit, account }) => {
  const manager = await visit('manager');
  await manager.open('/accounts');
  await manager.main.getByRole('link', { name: OWN }).click();
  await manager.expectHeading(OWN);
  const tab = await manager.page.context().newPage();
  await tab.goto(`${account}/contacts`);
  await expect(tab.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await manager.go('Manage Contacts');
  await manager.expectHeading('Contacts');
  await expect(manager.page).not.toHaveURL(new RegExp(account));
  await expect(manager.main.getByText('technician@demo.example')).toHaveCount(0);
  await tab.reload();
  await expect(tab.getByText('technician@demo.example')).toBeVisible();
});

test('T32 whoever views the portal as a contact has no list to switch by, and reaches no other account in the view', async ({ visit, setup }) => {
  const [own, other] = await Promise.all([setup.accounts(demo('manager')), setup.account(demo('owner'))]);
  const account = own.get(OWN) ?? '';
  const contact = await setup.settled(stranger('Vito'), [], demo('manager'), account);
  const manager = await visit('manager');
  await find(manager, account, contact.email);
  await expect(manager.page.getByRole('button', { name: 'Management Mode', exact: true })).toBeVisible();
  await act(manager, contact.name, 'Login as This Contact');
  await expect(manager.main.getByText(`You are viewing the portal as ${contact.name}`)).toBeVisible();
  await expect(manager.page.getByRole('button', { name: 'Management Mode', exact: true })).toHaveCount(0);
  const viewing = /\/as\/[\w-]+/.exec(manager.page.url())?.[0] ?? '';
  expect(await manager.open(`${other}${viewing}`)).toBe(404);
});
