import type { Page } from '@playwright/test';
import { serious } from '../support/axe.ts';
import type { Demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

/** The main pages, below the account where they begin with a dot. */
const PAGES: [string, Demo | undefined, string][] = [
  ['the sign-in page', undefined, '/sign-in'],
  ['the page for a forgotten password', undefined, '/forgot'],
  ['the chooser of accounts', 'manager', '/accounts'],
  ['the page Security', 'owner', '/me/security'],
  ['the dashboard', 'owner', '.'],
  ['the list of contacts', 'owner', './contacts'],
  ['the list of contacts in Management Mode', 'manager', './contacts'],
  ['the form for a new contact', 'owner', './contacts/new'],
  ['My Services', 'technician', './services'],
  ['Domains', 'owner', './domains'],
  ['Billing & Payment', 'owner', './billing'],
  ['Support', 'owner', './tickets'],
  ['Data Center', 'owner', './data-center'],
  ['Order', 'owner', './orders'],
  ['Notifications', 'owner', './notifications'],
  ['Activity', 'owner', './activity'],
  ['Search', 'owner', './search?q=demo'],
  ['My Account', 'readonly', '/me'],
  ['Your access', 'readonly', './settings'],
  ['Requests', 'readonly', './requests'],
  ['a refused page', 'buyer', './billing'],
];

/** Those with colours of their own. */
const COLOURFUL = ['the sign-in page', 'the dashboard', 'the list of contacts in Management Mode', 'the form for a new contact', 'Notifications', 'My Services', 'Billing & Payment', 'My Account', 'a refused page'];

type Visit = (who?: Demo, options?: { colorScheme?: 'light' | 'dark' }) => Promise<Visitor>;

/** Opens pages one after the other, each as the person it is for; a person keeps their browser. */
async function* opened(visit: Visit, account: string, names: string[] = PAGES.map(([name]) => name)) {
  const browsers = new Map<Demo | undefined, Visitor>();
  for (const [name, who, address] of PAGES.filter(([name]) => names.includes(name))) {
    const visitor = browsers.get(who) ?? (await visit(who));
    browsers.set(who, visitor);
    await visitor.open(address.replace(/^\./, account));
    yield { name, page: visitor.page };
  }
}

async function expectNoWider(page: Page, name: string): Promise<void> {
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(wide, `${name} at ${width} px`).toBeLessThanOrEqual(0);
  }
}

test('axe finds nothing serious on any page, and none is wider than the screen, from 360 px up', { tag: '@js' }, async ({ visit, account }) => {
  for await (const { name, page } of opened(visit, account)) {
    expect.soft(await serious(page), name).toEqual([]);
    await expectNoWider(page, name);
  }
});

test('no page is wider than the screen without scripts either', { tag: '@nojs' }, async ({ visit, account }) => {
  for await (const { name, page } of opened(visit, account)) await expectNoWider(page, name);
});

test('in the dark every text stands out from its ground', { tag: '@js' }, async ({ visit, account }) => {
  const inTheDark: Visit = (who) => visit(who, { colorScheme: 'dark' });
  for await (const { name, page } of opened(inTheDark, account, COLOURFUL)) {
    expect.soft(await serious(page, ['color-contrast']), name).toEqual([]);
  }
});

test('axe finds nothing serious in an open row menu, a dialog and a form with problems', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const check = async (what: string) => expect.soft(await serious(owner.page), what).toEqual([]);
  await owner.open(`${account}/contacts?search=technician`);
  const menu = await owner.menu(/^Actions for /);
  await check('row menu');
  await menu.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(owner.page.getByRole('dialog')).toBeVisible();
  await check('dialog');
  await owner.open(`${account}/contacts/new`);
  await owner.press('Submit');
  await expect(owner.main.getByRole('alert')).toBeVisible();
  await check('form with problems');
});

test('on a phone the left menu is a drawer that opens, leads on and closes', async ({ visit, account }) => {
  const owner = await visit('owner', { viewport: { width: 360, height: 740 } });
  await owner.open(account);
  await expect(owner.leftMenu).toBeHidden();
  await owner.page.getByRole('button', { name: 'Menu', exact: true }).click();
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await expect(owner.leftMenu).toBeHidden();
});

test('the first Tab leads past the menus to the content', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.page.keyboard.press('Tab');
  const skip = owner.page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await owner.page.keyboard.press('Enter');
  await expect(owner.main).toBeFocused();
});
