import type { Page } from '@playwright/test';
import { ContactForm } from '../support/contact-form.ts';
import { act, find, remove, row } from '../support/contacts.ts';
import { switchTo } from '../support/agency.ts';
import { demo, stranger } from '../support/people.ts';
import { noteDocument } from '../support/steps.ts';
import { expect, test } from '../support/tolerant-test.ts';
import { Visitor } from '../support/visitor.ts';

// Where a browser has less than the portal would like, everything still works.

/** What is missing, and how it is taken away. */
const LESS: [string, (page: Page) => Promise<unknown>][] = [
  ['the WASM', (page) => page.route(/\/pkg\/.*\.wasm$/, (route) => route.abort())],
  ['the script', (page) => page.route(/\/pkg\/.*\.js$/, (route) => route.abort())],
  ['WebAssembly', (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'))],
];

for (const [what, take] of LESS) {
  test(`without ${what} people sign in, search, add, suspend, delete and switch accounts, as without JavaScript`, { tag: '@js' }, async ({ visit, account, setup, tolerate }) => {
    tolerate(/ERR_FAILED|WebAssembly|Failed to fetch|^uncaught: $/);
    const somebody = (await visit()).page;
    await take(somebody);
    const manager = new Visitor(somebody, false);
    await manager.signIn(demo('manager'));
    await manager.expectHeading('Accounts');
    await expect(manager.page.locator('html')).not.toHaveClass(/alive/);

    const person = stranger('Wanda');
    await manager.open(`${account}/contacts/new`);
    const form = new ContactForm(manager);
    await form.text('First name').fill('Wanda');
    await form.submit();
    await form.expectProblem(form.text('Last name'), 'Enter a last name.');
    await form.fillDetails(person);
    await form.activate(person.password);
    await form.submit();
    await manager.expectHeading('Contacts');
    await manager.main.getByRole('searchbox', { name: 'Search names and addresses' }).fill(person.email);
    await manager.press('Apply');
    await expect(row(manager, person.name)).toContainText('Active');
    await act(manager, person.name, 'Suspend');
    await expect(manager.main.getByText('was suspended.')).toBeVisible();
    await find(manager, account, person.email);
    await remove(manager, person.name);
    await expect(manager.main.getByText('The contact was deleted.')).toBeVisible();
    const [, [other = ''] = []] = [...(await setup.accounts(demo('manager')))];
    await switchTo(manager, other);
  });
}

test('without EventSource steps and forms are alive, and a tab asks by itself what has changed', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Enno'), [['change[privileges][]', 'contacts.manage']]);
  const visitor = await visit(person);
  await visitor.page.addInitScript(() => Reflect.deleteProperty(window, 'EventSource'));
  await visitor.open(`${account}/contacts/new`);
  const isSame = await noteDocument(visitor.page);
  const added = stranger('Elke');
  const form = new ContactForm(visitor);
  await form.fillDetails(added);
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await expect(row(visitor, added.name)).toBeVisible();
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await visitor.expectHeading(/^Your access to .* has ended$/);
  expect(await isSame()).toBe(true);
});

test('without view transitions a step shows its page all the same', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'startViewTransition'));
  await owner.open(`${account}/contacts`);
  expect(await owner.page.evaluate(() => 'startViewTransition' in document)).toBe(false);
  const isSame = await noteDocument(owner.page);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  expect(await isSame()).toBe(true);
});

test('where tabs cannot agree, as on an insecure origin, each of them listens', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Lola'), [['change[privileges][]', 'domains.view']]);
  const visitor = await visit(person);
  const context = visitor.page.context();
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'locks', { value: undefined });
    Reflect.deleteProperty(window, 'BroadcastChannel');
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const tabs = [visitor, new Visitor(await context.newPage(), true)];
  for (const tab of tabs) {
    await tab.open(account);
    await tab.go('Domains');
    await tab.expectHeading('Domains');
  }
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  for (const tab of tabs) await tab.expectHeading(/^Your access to .* has ended$/);
});

test('without the program for rights the form is filled in and sent as without JavaScript', { tag: '@js' }, async ({ visit, account, tolerate }) => {
  tolerate(/ERR_FAILED|Failed to fetch/);
  const page = (await visit('owner')).page;
  await page.route(/\/pkg\/rights/, (route) => route.abort());
  const owner = new Visitor(page, false);
  await owner.open(`${account}/contacts/new`);
  await page.waitForFunction(() => '__alive' in window);
  const isSame = await noteDocument(page);
  const person = stranger('Rosa');
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await form.pickTemplate('Technical Staff');
  await expect(form.box('Open tickets')).toBeChecked();
  await form.submit();
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toContainText('Technical Staff');
  expect(await isSame()).toBe(true);
});
