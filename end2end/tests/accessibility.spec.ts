import { serious } from '../support/axe.ts';
import type { Demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

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
  ['Activity', 'owner', './activity'],
  ['My Account', 'readonly', './settings'],
  ['a refused page', 'buyer', './billing'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any page, ${colorScheme}`, { tag: '@js' }, async ({ visit, account }) => {
    test.setTimeout(90_000);
    for (const [name, who, address] of PAGES) {
      const visitor = await visit(who, { colorScheme });
      await visitor.open(address.replace(/^\./, account));
      expect.soft(await serious(visitor.page), name).toEqual([]);
      await visitor.page.context().close();
    }
  });
}

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

for (const width of [360, 768]) {
  test(`no page is wider than a screen of ${width} px`, async ({ visit, account }) => {
    test.setTimeout(60_000);
    for (const [name, who, address] of PAGES) {
      const visitor = await visit(who, { viewport: { width, height: 740 } });
      await visitor.open(address.replace(/^\./, account));
      const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(wide, name).toBeLessThanOrEqual(0);
      await visitor.page.context().close();
    }
  });
}

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
