import { type Demo, demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** Where each entry of the left menu leads, below the account. */
const PAGES: Record<string, string> = {
  'Dashboard': '',
  'My Services': '/services',
  'Domains': '/domains',
  'Billing & Payment': '/billing',
  'Support': '/tickets',
  'Data Center': '/data-center',
  'Order': '/orders',
  'Manage Contacts': '/contacts',
  'Activity': '/activity',
};

/** The right that the page names when it is missing. */
const RIGHTS: Record<string, string> = {
  'Domains': 'View domains',
  'Billing & Payment': 'View invoices',
  'Support': 'View own tickets',
  'Data Center': 'View Data Center',
  'Order': 'Place new orders',
  'Manage Contacts': 'View contacts',
  'Activity': 'View activity',
};

const HEADINGS: Record<string, string | RegExp> = { 'Dashboard': /./, 'Manage Contacts': 'Contacts' };

const EVERYTHING = Object.keys(PAGES);

const MENUS: [Demo, string, string[]][] = [
  ['owner', 'S2.19', EVERYTHING],
  ['coowner', 'S2.19 S4.4', EVERYTHING],
  ['manager', 'S1.9 S1.10 S1.12 S1.13 S3.6', ['Dashboard', 'My Services', 'Domains', 'Manage Contacts', 'Activity']],
  ['technician', 'S1.9 S1.15 S1.16 S3.7', ['Dashboard', 'My Services', 'Support']],
  ['accountant', 'S1.9 S1.17 S1.18 S3.8', ['Dashboard', 'My Services', 'Billing & Payment', 'Support', 'Order']],
  ['buyer', 'S1.9 S1.19 S3.9', ['Dashboard', 'My Services', 'Order']],
  ['visitor', 'S1.9 S1.20 S3.10', ['Dashboard', 'My Services', 'Data Center']],
  ['readonly', 'S2.19', ['Dashboard', 'My Services', 'Domains', 'Billing & Payment', 'Support']],
];

for (const [who, numbers, menu] of MENUS) {
  test(`${numbers} the ${who} has exactly the menu of their rights, and is told what is missing elsewhere`, async ({ visit, account }) => {
    const person = await visit(who);
    await person.open(account);
    expect(await person.entries()).toEqual(menu);
    for (const entry of menu) {
      await person.go(entry);
      await expect(person.page).toHaveURL(new RegExp(`${account}${PAGES[entry]}$`));
      await expect(person.heading(HEADINGS[entry] ?? entry)).toBeVisible();
    }
    const missing = EVERYTHING.filter((entry) => !menu.includes(entry));
    // The server answers the same with and without scripts: on living pages one shows that they come to life.
    for (const entry of person.js ? missing.slice(0, 1) : missing) {
      expect(await person.open(`${account}${PAGES[entry]}`), entry).toBe(403);
      await expect(person.heading('You don’t have access to this')).toBeVisible();
      await expect(person.main.getByText(`You need the right “${RIGHTS[entry]}”.`)).toBeVisible();
      await expect(person.main.getByText(/Ask an owner or manager of the account\./)).toBeVisible();
    }
  });
}

test('S4.10 S4.12 User management stays in the name menu, with the reason for whoever may not use it', async ({ visit, account, setup }) => {
  const buyer = await visit('buyer');
  await buyer.open(account);
  const menu = await buyer.menu(await setup.nameOf(demo('buyer')));
  for (const name of ['Manage Contacts', 'User management']) {
    const item = menu.getByRole('menuitem', { name, exact: true });
    await expect(item).toHaveAttribute('aria-disabled', 'true');
    await expect(item).toHaveAccessibleDescription(/You need the right “View contacts”\./);
  }
  await menu.getByRole('menuitem', { name: 'My Account' }).click();
  await buyer.expectHeading('My Account');
});

test('the outsider finds nothing of the account, whatever the address', async ({ visit, account, setup }) => {
  const outsider = await visit('outsider');
  for (const page of outsider.js ? ['/contacts'] : Object.values(PAGES)) {
    expect(await outsider.open(`${account}${page}`), page).toBe(404);
    await expect(outsider.heading('Page not found')).toBeVisible();
    await expect(outsider.page.getByText('demo.example')).toHaveCount(0);
  }
  expect(await outsider.open('/a/not-an-id')).toBe(404);
  expect(await outsider.open('/no/such/page')).toBe(404);
  expect(await outsider.open(`${await setup.account(demo('outsider'))}/contacts/0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f`)).toBe(404);
});

test('S3.7 the technician begins with the active services and finds the others one click away', async ({ visit, account }) => {
  const technician = await visit('technician');
  await technician.open(`${account}/services`);
  const rows = technician.main.getByRole('row').filter({ has: technician.page.getByRole('rowheader') });
  await expect(rows.filter({ hasText: 'web-01' })).toContainText('Power Management');
  await expect(rows.filter({ hasNotText: 'Active' })).toHaveCount(0);
  const active = await rows.count();
  await technician.settle();
  await technician.main.getByRole('link', { name: /^All \d+$/ }).click();
  await expect(technician.page).toHaveURL(/show=all/);
  await expect.poll(() => rows.count()).toBeGreaterThan(active);
});
