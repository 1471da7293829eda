import { act, find, row } from '../support/contacts.ts';
import { move } from '../support/moves.ts';
import { refresh } from '../support/news.ts';
import { stranger } from '../support/people.ts';
import type { Setup } from '../support/setup.ts';
import { hold, isStamped, stamp } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

// What those get who do not see the page.

/** What was said last to those who hear the page. */
const announced = (visitor: Visitor) => visitor.page.locator('#announce');

/** A contact in a list of one. */
async function listed(visitor: Visitor, account: string, setup: Setup) {
  const person = stranger('Hedda');
  const contact = await setup.contact(person);
  await find(visitor, account, person.email);
  await expect(row(visitor, person.name)).toContainText('Active');
  return { person, contact };
}

test('after a step the focus is on the heading, and the title is announced', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  for (const page of ['My Services', 'Domains']) {
    await owner.go(page);
    await expect(owner.heading(page)).toBeFocused();
    await expect(announced(owner)).toHaveText(await owner.page.title());
    await expect(announced(owner)).toHaveText(new RegExp(`^${page} · `));
  }
  await expect(announced(owner)).toHaveAttribute('aria-live', 'polite');
  await owner.page.goBack();
  await expect(owner.heading('My Services')).toBeFocused();
  await expect(announced(owner)).toHaveText(/^My Services · /);
});

test('a page that cannot be seen is announced by what it says', { tag: '@js' }, async ({ visit, account }) => {
  const buyer = await visit('buyer');
  await buyer.open(account);
  await buyer.leftMenu.getByRole('link', { name: 'Dashboard' }).evaluate((link, to) => link.setAttribute('href', to), `${account}/contacts/new`);
  await buyer.go('Dashboard');
  await expect(buyer.heading('You don’t have access to this')).toBeFocused();
  await expect(announced(buyer)).toHaveText(/^You don’t have access to this · /);
});

test('news of the page move no focus, and are not announced as another page', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person, contact } = await listed(owner, account, setup);
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await search.focus();
  await move(setup, contact, 'suspend');
  await refresh(owner.page);
  await expect(row(owner, person.name)).toContainText('Suspended');
  await expect(search).toBeFocused();
  await expect(announced(owner)).toBeEmpty();
});

test('when the row with the focus goes, the focus goes to the heading of its section', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person, contact } = await listed(owner, account, setup);
  await row(owner, person.name).getByRole('link', { name: person.name }).focus();
  await move(setup, contact, 'delete');
  await refresh(owner.page);
  await expect(row(owner, person.name)).toHaveCount(0);
  await expect(owner.heading('Contacts')).toBeFocused();
});

test('after a deletion by keyboard the focus is on the page, not lost', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person } = await listed(owner, account, setup);
  const { keyboard } = owner.page;
  await owner.page.getByRole('button', { name: `Actions for ${person.name}` }).focus();
  await keyboard.press('ArrowUp');
  await expect(owner.page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await keyboard.press('Enter');
  const dialog = owner.page.getByRole('dialog', { name: `Delete ${person.name}?` });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('button', { name: 'Delete', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(row(owner, person.name)).toHaveCount(0);
  await expect(owner.main.locator(':focus')).toHaveCount(1);
});

test('nothing is swapped inside an open menu, only around it', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person, contact } = await listed(owner, account, setup);
  const menu = await owner.menu(`Actions for ${person.name}`);
  const suspend = menu.getByRole('menuitem', { name: 'Suspend' });
  await stamp(suspend);
  await suspend.focus();
  await move(setup, contact, 'suspend');
  await refresh(owner.page);
  await expect(row(owner, person.name)).toContainText('Suspended');
  await expect(menu).toBeVisible();
  await expect(suspend).toBeFocused();
  expect(await isStamped(suspend)).toBe(true);
});

test('a menu that was open when news came says them when it is opened again', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person, contact } = await listed(owner, account, setup);
  const menu = await owner.menu(`Actions for ${person.name}`);
  await move(setup, contact, 'suspend');
  await refresh(owner.page);
  await owner.page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await owner.page.waitForTimeout(500);
  await owner.menu(`Actions for ${person.name}`);
  await expect(menu.getByRole('menuitem', { name: 'Reactivate' })).toBeVisible({ timeout: 5_000 });
});

test('nothing is swapped inside an open dialog', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person, contact } = await listed(owner, account, setup);
  await act(owner, person.name, 'Delete');
  const dialog = owner.page.getByRole('dialog', { name: `Delete ${person.name}?` });
  const yes = dialog.getByRole('button', { name: 'Delete', exact: true });
  await stamp(yes);
  await yes.focus();
  await move(setup, contact, 'suspend');
  await refresh(owner.page);
  await expect(dialog).toBeVisible();
  expect(await isStamped(yes)).toBe(true);
  await expect(yes).toBeFocused();
});

test('nothing is swapped while a character is being composed, and everything afterwards', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const { person, contact } = await listed(owner, account, setup);
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await search.focus();
  await search.dispatchEvent('compositionstart');
  await move(setup, contact, 'suspend');
  await refresh(owner.page);
  await expect(row(owner, person.name)).toContainText('Active');
  await search.dispatchEvent('compositionend');
  await expect(row(owner, person.name)).toContainText('Suspended');
  await expect(search).toBeFocused();
});

test('a filter waits 300 ms after the last letter, asks once, replaces the address and announces the count', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.page.evaluate(() => {
    const times = { typed: 0, waited: [] as number[] };
    const original = window.fetch;
    document.addEventListener('input', () => (times.typed = performance.now()));
    window.fetch = (...args) => {
      if (String(args[0]).includes('search=')) times.waited.push(performance.now() - times.typed);
      return original(...args);
    };
    Object.assign(window, { __times: times });
  });
  const entries = await owner.page.evaluate(() => history.length);
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await search.pressSequentially('technician', { delay: 60 });
  await expect(announced(owner)).toHaveText('1 person');
  await expect(owner.page).toHaveURL(/[?&]search=technician/);
  const waited = await owner.page.evaluate(() => (window as unknown as { __times: { waited: number[] } }).__times.waited);
  expect(waited).toHaveLength(1);
  expect(waited[0]).toBeGreaterThanOrEqual(295);
  expect(await owner.page.evaluate(() => history.length)).toBe(entries);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('technician');
  await search.pressSequentially('zzz');
  await expect(announced(owner)).toContainText('Nobody matches');
});

test('what is typed while a filter is being answered stays, and is asked for next', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  const list = await hold(owner.page, `${account}/contacts`);
  await search.pressSequentially('tech');
  await list.asked();
  await search.pressSequentially('nician@');
  await list.release();
  await expect(search).toHaveValue('technician@');
  await expect(owner.page).toHaveURL(/[?&]search=technician%40/);
  await expect(search).toHaveValue('technician@');
});

test('a filter does not ask for what is only being composed', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await search.dispatchEvent('compositionstart');
  await search.fill('technician');
  await owner.page.waitForTimeout(600);
  await expect(owner.page).not.toHaveURL(/search=/);
  await search.dispatchEvent('compositionend');
  await expect(owner.page).toHaveURL(/[?&]search=technician/);
});
