import { type Locator } from '@playwright/test';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

/** A part of the dashboard, by its heading. */
function part(visitor: Visitor, name: string): Locator {
  return visitor.main.locator('section').filter({ has: visitor.page.getByRole('heading', { level: 2, name, exact: true }) });
}

test('D4 each number of the dashboard leads to a list that shows just that many', async ({ visit, account }) => {
  const owner = await visit('owner');
  const numbers: [string, RegExp][] = [
    ['My Services', /^\d+ Active services$/],
    ['Domains', /^\d+ Domain names$/],
    ['Billing & Payment', /^\d+ Unpaid invoices$/],
  ];
  for (const [list, name] of numbers) {
    await owner.open(account);
    const link = owner.main.getByRole('link', { name });
    const number = Number.parseInt(await link.innerText(), 10);
    expect(number).toBeGreaterThan(0);
    await link.click();
    await owner.expectHeading(list);
    await expect(owner.main.getByRole('table', { name: list }).getByRole('rowheader')).toHaveCount(number);
  }
});

test('what needs somebody is named, and its button leads to where it is', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  const needs = part(owner, 'Needs you').getByRole('listitem');
  await expect(needs.filter({ hasText: /Invoice DH-1012 is 2\d days overdue/ })).toContainText('€489.00');
  await expect(needs.filter({ hasText: /mail-hosting expires in 1\d days/ })).toBeVisible();
  await owner.main.getByRole('link', { name: 'Open demo-campaign.example' }).click();
  await owner.expectHeading('Domains');
  await expect(owner.main.getByRole('rowheader')).toHaveText(['demo-campaign.example', 'demo-shop.example']);
  await owner.open(account);
  await owner.main.getByRole('link', { name: 'Open Invoice DH-1012' }).click();
  await owner.expectHeading('Billing & Payment');
  await expect(owner.main.getByRole('rowheader')).toHaveText(['DH-1014', 'DH-1013', 'DH-1012']);
});

test('D3 a request that waits is on the dashboard by name, and counted in the main menu', async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const asking = await setup.settled(stranger('Nora'));
  const nora = await visit(asking);
  await nora.open(`${account}/billing`);
  await nora.main.getByRole('textbox', { name: 'Why do you need it?' }).fill('To pay what is due');
  await nora.press('Request access');
  await nora.expectHeading('Requests for access');

  await owner.open(account);
  const contacts = owner.leftMenu.getByRole('link', { name: 'Manage Contacts', exact: true });
  await expect(contacts).toHaveAttribute('title', /^\d+\+? requests? to decide$/);
  await expect(part(owner, 'Needs you').getByText(/asks for “/).first()).toBeVisible();
  if (owner.js) {
    // The number in the menu is not what a search announces.
    await owner.open(`${account}/contacts`);
    await owner.main.getByRole('searchbox', { name: 'Search names and addresses' }).pressSequentially(asking.email);
    await expect(owner.page.locator('#announce')).toHaveText('1 person');
    await owner.open(account);
  }
  await owner.main.getByRole('link', { name: /^Decide / }).first().click();
  await owner.expectHeading('Requests for access');

  await nora.open(account);
  await expect(nora.leftMenu.getByRole('link', { name: 'Dashboard' })).not.toHaveAttribute('title');
  await expect(nora.heading('Demo Hosting GmbH')).toBeVisible();
  await expect(part(nora, 'What you can do here').getByRole('link', { name: 'Your access' })).toBeVisible();
  await expect(nora.main.getByText(/€|web-01|Invoice/)).toHaveCount(0);
});

test('somebody for whom nothing is to be done is told so', async ({ visit, setup, account }) => {
  // Others leave nothing for somebody who can only open tickets.
  const nora = await visit(await setup.settled(stranger('Nora'), [['change[privileges][]', 'tickets.open']]));
  await nora.open(account);
  await expect(nora.main.getByRole('heading', { level: 2, name: 'Nothing needs you' })).toBeVisible();
});

test('the year ahead and the invoices of the year behind are drawn and said', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  const year = part(owner, 'Next twelve months');
  await expect(year.getByRole('img', { name: 'Next twelve months' })).toBeVisible();
  await expect(year.getByRole('row').filter({ hasText: 'demo-shop.example' })).toHaveCount(1);
  const billed = part(owner, 'Invoices by month');
  await expect(billed.getByRole('img', { name: /^€[\d,]+\.\d\d in the last twelve months$/ })).toBeVisible();
  await billed.getByText('Show as a table').click();
  await expect(billed.getByRole('row')).toHaveCount(13);
  await expect(billed.getByRole('row').filter({ hasText: '€1,299.00' })).toHaveCount(1);
});

test('the dashboard shows each role what it may open and nothing else', async ({ visit, account }) => {
  const parts = ['Needs you', 'Next twelve months', 'My Services', 'Invoices by month', 'Recent activity', 'What you can do here'];
  const seen: [Parameters<typeof visit>[0], string[]][] = [
    ['owner', parts],
    ['accountant', ['Needs you', 'Next twelve months', 'My Services', 'Invoices by month', 'What you can do here']],
    ['technician', ['Needs you', 'Next twelve months', 'My Services', 'What you can do here']],
    ['manager', ['Needs you', 'Next twelve months', 'My Services', 'Recent activity', 'What you can do here']],
  ];
  for (const [who, expected] of seen) {
    const visitor = await visit(who);
    await visitor.open(account);
    await expect(visitor.main.getByRole('heading', { level: 2 })).toHaveText(expected);
  }
});
