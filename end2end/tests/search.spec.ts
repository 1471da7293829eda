import type { Locator, Page } from '@playwright/test';
import { serious } from '../support/axe.ts';
import { row } from '../support/contacts.ts';
import { demo } from '../support/people.ts';
import { hold, noteDocument } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { Visitor } from '../support/visitor.ts';

/** The palette, which Ctrl and K open. */
const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search', exact: true });

/** Opens the palette, searches there, and gives its options. */
async function searched(visitor: Visitor, words: string): Promise<Locator> {
  await visitor.page.keyboard.press('Control+k');
  const field = palette(visitor.page).getByRole('combobox', { name: 'Search' });
  await expect(field).toBeFocused();
  await field.fill(words);
  const options = palette(visitor.page).getByRole('option');
  await expect(options.filter({ hasText: words }).first()).toBeVisible();
  return options;
}

/** What a link of the results is called. */
const found = (visitor: Visitor, name: string | RegExp): Locator => visitor.main.getByRole('link', { name });

test('the search page finds people, services, domains, invoices and pages, and leads to each', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/search`);
  const search = async (words: string) => {
    await owner.main.getByRole('searchbox', { name: 'Search for' }).fill(words);
    if (!owner.js) await owner.press('Search');
    await expect(owner.page).toHaveURL(new RegExp(`[?&]q=${words}(&|$)`));
  };
  await search('technician');
  await expect(owner.main.getByRole('region', { name: 'People' })).toContainText('technician@demo.example');
  await search('activity');
  await expect(found(owner, 'Activity')).toHaveAttribute('href', `${account}/activity`);
  await search('demo-shop');
  await expect(found(owner, /demo-shop\.example/)).toBeVisible();
  await search('DH-1012');
  await found(owner, /DH-1012/).click();
  await owner.expectHeading('Billing & Payment');
  await expect(owner.main.getByRole('rowheader')).toHaveText(['DH-1012']);
  await expect(owner.main.getByRole('searchbox', { name: 'Search by number' })).toHaveValue('DH-1012');
  await owner.open(`${account}/search?q=DH-10`);
  await found(owner, 'All invoices that match').click();
  await owner.expectHeading('Billing & Payment');
  await expect(owner.main.getByRole('rowheader')).toHaveCount(15);
});

test('nobody finds what their lists do not show', async ({ visit, account }) => {
  const technician = await visit('technician');
  await technician.open(`${account}/search?q=demo`);
  await expect(technician.heading('Search')).toBeVisible();
  await expect(technician.main.getByText('@demo.example')).toHaveCount(0);
  await technician.open(`${account}/search?q=DH-1012`);
  await expect(technician.main.getByText('Nothing found')).toBeVisible();
  const accountant = await visit('accountant');
  await accountant.open(`${account}/search?q=web-01`);
  await expect(accountant.main.getByText('Nothing found')).toBeVisible();
});

test('without scripts the icon leads to the search page', { tag: '@nojs' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  await owner.page.getByRole('banner').getByRole('link', { name: 'Search', exact: true }).click();
  await owner.expectHeading('Search');
});

test('Ctrl-K opens the palette: arrows choose, Enter goes there within the document, and it opens again there', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  const isSame = await noteDocument(owner.page);
  const options = await searched(owner, 'web-0');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await owner.page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(palette(owner.page).getByRole('combobox')).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
  await owner.page.keyboard.press('Enter');
  await owner.expectHeading('web-02');
  await expect(palette(owner.page)).toBeHidden();
  const people = await searched(owner, 'technician');
  await people.filter({ hasText: 'technician@demo.example' }).click();
  await expect(owner.page).toHaveURL(/\/contacts\/[\w-]+$/);
  expect(await isSame()).toBe(true);
});

test('Escape gives the focus back, and nothing that was found stays in the document', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const field = owner.main.getByRole('searchbox');
  await field.focus();
  await searched(owner, 'technician');
  await owner.page.keyboard.press('Escape');
  await expect(palette(owner.page)).toBeHidden();
  await expect(field).toBeFocused();
  await expect(owner.page.locator('#palette a')).toHaveCount(0);
  await expect(field).toHaveValue('');
});

test('the icon opens the palette; Ctrl and Enter open what was found in another tab', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  await owner.page.getByRole('banner').getByRole('link', { name: 'Search', exact: true }).click();
  await expect(palette(owner.page).getByRole('option', { name: 'Activity' })).toBeVisible();
  await expect(owner.page).toHaveURL(new RegExp(`${account}$`));
  await owner.page.keyboard.press('Escape');
  await searched(owner, 'web-01');
  const opening = owner.page.context().waitForEvent('page');
  await owner.page.keyboard.press('Control+Enter');
  await expect(await opening).toHaveURL(/services\/[0-9a-f-]{36}$/);
  await expect(owner.page).toHaveURL(new RegExp(`${account}$`));
});

test('an answer that comes late is not shown', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  await searched(owner, 'technician');
  const field = palette(owner.page).getByRole('combobox');
  const late = await hold(owner.page, `${account}/search`);
  await field.fill('web-01');
  await late.asked();
  await field.fill('web-02');
  await expect.poll(late.count).toBe(2);
  await late.release();
  const options = palette(owner.page).getByRole('option');
  await expect(options.filter({ hasText: 'web-02' })).toBeVisible();
  await expect(options.filter({ hasText: 'web-01' })).toHaveCount(0);
});

test('single keys go to the search, through the rows and tick them, but not where somebody types', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=demo.example`);
  const field = owner.main.getByRole('searchbox');
  await owner.page.keyboard.press('/');
  await expect(field).toBeFocused();
  await owner.page.keyboard.type('/jkx?');
  await expect(field).toHaveValue('/jkx?');
  await owner.open(`${account}/contacts?search=demo.example`);
  const names = owner.main.getByRole('rowheader').getByRole('link');
  await owner.page.keyboard.press('j');
  await expect(names.first()).toBeFocused();
  const last = (await names.count()) - 1;
  for (let step = 0; step < last; step += 1) await owner.page.keyboard.press('j');
  await expect(names.nth(last)).toBeFocused();
  const box = row(owner, await names.nth(last).innerText()).getByRole('checkbox');
  await owner.page.keyboard.press('x');
  await expect(box).toBeChecked();
  await owner.page.keyboard.press('x');
  await expect(box).not.toBeChecked();
  await owner.page.keyboard.press('k');
  await expect(names.nth(last - 1)).toBeFocused();
});

test('the sheet names the keys, and switches single ones off', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const sheet = owner.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await owner.page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  expect(await serious(owner.page)).toEqual([]);
  const single = sheet.getByRole('checkbox', { name: 'Use single keys' });
  await expect(single).toBeChecked();
  await single.uncheck();
  await owner.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await owner.page.keyboard.press('/');
  await expect(owner.main.getByRole('searchbox')).not.toBeFocused();
  await searched(owner, 'technician');
  await palette(owner.page).getByRole('link', { name: 'Keyboard shortcuts' }).click();
  await expect(single).not.toBeChecked();
  await single.check();
  await owner.page.keyboard.press('Escape');
  await owner.page.keyboard.press('/');
  await expect(owner.main.getByRole('searchbox')).toBeFocused();
});

test('axe finds nothing in the palette, and it fits a small screen', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.page.setViewportSize({ width: 360, height: 740 });
  await owner.open(account);
  for (const words of ['technician', 'DH-10']) {
    await searched(owner, words);
    expect(await serious(owner.page), words).toEqual([]);
  }
  const wide = await palette(owner.page).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await palette(owner.page).getByRole('combobox').fill('nobody has this');
  await expect(palette(owner.page).getByText('Nothing found')).toBeVisible();
  expect(await serious(owner.page)).toEqual([]);
});

test('when the session ends the palette is gone with all that it showed', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit();
  await owner.signIn(demo('owner'));
  await owner.open(account);
  await searched(owner, 'technician');
  const other = new Visitor(await owner.page.context().newPage(), owner.js);
  await other.open(account);
  await other.pick(await setup.nameOf(demo('owner')), 'Sign out');
  await expect(owner.page.locator('#palette a')).toHaveCount(0);
  await expect(palette(owner.page)).toBeHidden();
});
