import type { Page } from '@playwright/test';
import { openList } from '../support/agency.ts';
import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { cutOff } from '../support/live.ts';
import { type Login, type Person, demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { Visitor } from '../support/visitor.ts';

// What somebody else does reaches the open tab (SECURITY I4, T13, T15): nothing here reloads a page.

/** Takes every tick from somebody, or gives other ones, as the owner. */
async function edit(owner: Visitor, account: string, { name, email }: Person, change: (form: ContactForm) => Promise<void>): Promise<void> {
  await find(owner, account, email);
  await act(owner, name, 'Edit Contact');
  const form = new ContactForm(owner);
  await change(form);
  await form.submit();
  await owner.expectHeading('Contacts');
}

/** Fails when the page was loaded again since. */
async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(window, { __same: true }));
  return async () => expect(await page.evaluate(() => '__same' in window), 'the page was not loaded again').toBe(true);
}

test('I4 a right taken away leaves the open tab: menu and page change by themselves', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Tilo'), [
    ['change[privileges][]', 'domains.view'],
    ['change[privileges][]', 'billing.view'],
  ]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await visitor.open(`${account}/domains`);
  await visitor.expectHeading('Domains');
  const same = await mark(visitor.page);
  await edit(owner, account, person, (form) => form.box('View domains').uncheck());
  await visitor.expectHeading('You don’t have access to this');
  await expect(visitor.main).toContainText('View domains');
  await expect(visitor.main).toContainText(/Your rights on .* just changed/);
  expect(await visitor.entries()).not.toContain('Domains');
  expect(await visitor.entries()).toContain('Billing & Payment');
  await same();

  // And what is given comes the same way.
  await edit(owner, account, person, (form) => form.box('View domains').check());
  await visitor.expectHeading('Domains');
  expect(await visitor.entries()).toContain('Domains');
  await same();
});

test('I4 suspended while the tab is open: the page goes, says why, and comes back when reactivated', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Susi'), [['change[privileges][]', 'domains.view']]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await visitor.open(`${account}/domains`);
  await visitor.expectHeading('Domains');
  const same = await mark(visitor.page);
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await visitor.expectHeading(/^Your access to .* has ended$/);
  await expect(visitor.main).toContainText('Ask an owner of the account.');
  await expect(visitor.main.getByRole('table')).toHaveCount(0);
  await same();
  await expect(owner.page.getByText(`${person.name} was suspended. 1 open session was updated right away.`)).toBeVisible();
  await expect(row(owner, person.name)).toContainText('Suspended');
  await act(owner, person.name, 'Reactivate');
  await visitor.expectHeading('Domains');
  await same();
});

test('T15 deleted while the tab is open: the session is over, and the page says how to sign in', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Dora'), [['change[privileges][]', 'domains.view']]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await visitor.open(`${account}/domains`);
  await visitor.expectHeading('Domains');
  await find(owner, account, person.email);
  await row(owner, person.name).getByRole('link', { name: person.name }).click();
  await owner.expectHeading(person.name);
  await owner.main.getByRole('link', { name: 'Remove' }).or(owner.main.getByRole('button', { name: 'Remove' })).click();
  await owner.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(owner.main.getByText('The contact was deleted. 1 open session was updated right away.')).toBeVisible();
  await expect(visitor.main.getByText('Your session has ended.')).toBeVisible();
  await expect(visitor.main.getByRole('link', { name: 'Sign in in a new tab' })).toBeVisible();
  await expect(visitor.heading('Domains')).toBeHidden();
});

test('what was being typed on a page that goes can be copied out, never passwords', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Tara'), [
    ['change[privileges][]', 'contacts.manage'],
    ['change[privileges][]', 'domains.view'],
  ]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  await form.text('First name').fill('Nadia');
  await form.text('Note').fill('Line one\nLine two');
  await visitor.page.getByLabel('Password', { exact: true }).fill('never shown again 1');
  // Once into a new form, and from that one too.
  await edit(owner, account, person, (form) => form.box('View domains').uncheck());
  await expect(visitor.main.getByText('What you typed is still here')).toBeVisible();
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await visitor.expectHeading(/^Your access to .* has ended$/);
  const typed = visitor.main.getByRole('textbox', { name: 'What you typed' });
  await expect(typed).toHaveValue('First name: Nadia\nNote:\nLine one\nLine two');
  await visitor.press('Copy');
  expect(await visitor.page.content()).not.toContain('never shown again');
});

test('a form that is still allowed keeps what was typed when rights change', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Fritz'), [
    ['change[privileges][]', 'contacts.manage'],
    ['change[privileges][]', 'domains.view'],
  ]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  const added = stranger('Nils');
  await form.fillDetails(added);
  await form.box('Activate Sub-Account').uncheck();
  await form.box('View domains').check();
  await edit(owner, account, person, (form) => form.box('View invoices').check());
  await expect(visitor.main.getByText('What you typed is still here')).toBeVisible();
  await expect(form.text('First name')).toHaveValue(added.firstName);
  await expect(form.text('Email address')).toHaveValue(added.email);
  await expect(form.box('View domains')).toBeChecked();
  await expect(visitor.main.getByRole('textbox', { name: 'What you typed' })).toHaveCount(0);
  await form.submit();
  await visitor.expectHeading('Contacts');
  await expect(row(visitor, added.name)).toContainText('Contact only');
});

test('a tab on another account stays as it is, and all tabs of a browser hear', { tag: '@js' }, async ({ visit, account, setup }) => {
  const visitor = await visit('manager');
  await visitor.open('/accounts');
  await visitor.main.getByRole('link').filter({ hasText: 'Owner' }).click();
  await expect(visitor.page).toHaveURL(/\/a\/[\w-]+$/);
  await visitor.settle();
  const own = visitor.page.url();
  const same = await mark(visitor.page);
  const others = await Promise.all([1, 2].map(() => visitor.page.context().newPage()));
  for (const page of others) {
    await page.goto(`${account}/contacts`);
    await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
    await page.waitForFunction(() => '__alive' in window);
  }
  const owner = await visit('owner');
  const name = await setup.nameOf(demo('manager'));
  await find(owner, account, 'manager@demo.example');
  await act(owner, name, 'Suspend');
  try {
    for (const page of others) await expect(page.getByRole('heading', { name: /^Your access to .* has ended$/ })).toBeVisible();
    await expect(visitor.main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(visitor.main.getByText(/has ended|just changed/)).toHaveCount(0);
    expect(visitor.page.url()).toBe(own);
    await same();
  } finally {
    await find(owner, account, 'manager@demo.example');
    await act(owner, name, 'Reactivate');
    await expect(row(owner, name)).toContainText('Active');
  }
});

test('with the channel cut the tab asks by itself', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Cora'), [['change[privileges][]', 'domains.view']]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  // Nothing to listen to: the stream ends before it begins.
  await visitor.page.context().route(/\/me\/events(\?|$)/, (route) => route.fulfill({ status: 204 }));
  await visitor.open(`${account}/domains`);
  await visitor.expectHeading('Domains');
  const asked = visitor.page.waitForRequest(/\/me\/events\/since/);
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await expect(row(owner, person.name)).toContainText('Suspended');
  await asked;
  await visitor.expectHeading(/^Your access to .* has ended$/);
});

test('signing out reaches the other tabs, and signing in again brings them back as they were', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person: Login = await setup.settled(stranger('Otto'), [['change[privileges][]', 'contacts.manage']]);
  const visitor = await visit();
  await visitor.signIn(person);
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  await form.text('Note').fill('Half of a note');
  const tab = await visitor.page.context().newPage();
  await tab.goto('/me/security');
  await tab.waitForFunction(() => '__alive' in window);
  await tab.getByRole('button', { name: /Otto/ }).click();
  await tab.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(tab).toHaveURL(/\/sign-in/);
  await expect(visitor.main.getByText('Your session has ended.')).toBeVisible();
  await expect(form.text('Note')).toBeHidden();
  await tab.getByRole('textbox', { name: 'Email address' }).fill(person.email);
  await tab.getByLabel('Password', { exact: true }).fill(person.password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab).not.toHaveURL(/\/sign-in/);
  await expect(form.text('Note')).toHaveValue('Half of a note');
  await expect(form.text('Note')).toBeVisible();
});

/** Whether the document that a page shows has said at any time that its session is over. */
async function notesOver(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    const look = () => document.querySelector('.shell-main[data-over]') && Object.assign(window, { __over: true });
    new MutationObserver(look).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-over'] });
  });
  return () => page.evaluate(() => '__over' in window);
}

for (const who of ['the same person', 'somebody else']) {
  test(`signing in over a session as ${who} ends its tab, and the new one goes on hearing`, { tag: '@js' }, async ({ visit, account, setup }) => {
    const first: Person = await setup.settled(stranger('Paul'), [['change[privileges][]', 'domains.view']]);
    const next = who === 'the same person' ? first : await setup.settled(stranger('Rosa'), [['change[privileges][]', 'domains.view']]);
    const old = await visit();
    await old.signIn(first);
    const listening = old.page.waitForRequest(/\/me\/events\?/);
    await old.open('/me');
    await listening;
    const name = old.main.getByRole('textbox', { name: 'First name', exact: true });
    await name.fill('Half of a name');

    const tab = new Visitor(await old.page.context().newPage(), true);
    const wasOver = await notesOver(tab.page);
    const again = old.page.context().waitForEvent('request', { predicate: (request) => /\/me\/events\?/.test(request.url()), timeout: 30_000 });
    await tab.signIn(next);
    await again;
    // More than a beat.
    await tab.page.waitForTimeout(6_000);
    expect(await wasOver()).toBe(false);
    if (who === 'the same person') {
      await expect(name).toHaveValue('Half of a name');
      await expect(name).toBeVisible();
      await expect(old.main.getByText('Your session has ended.')).toHaveCount(0);
    } else {
      await expect(old.main.getByText('Your session has ended.')).toBeVisible();
      await expect(name).toBeHidden();
      await expect(old.main.getByRole('textbox', { name: 'What you typed' })).toHaveValue('First name: Half of a name');
    }

    const owner = await visit('owner');
    await find(owner, account, next.email);
    await act(owner, next.name, 'Suspend');
    await tab.expectHeading(/^Your access to .* has ended$/);
    expect(await wasOver()).toBe(false);
  });
}

test('when the session ends elsewhere, no name stays in a toast or in the list of accounts', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Nora');
  await setup.contact(person);
  const manager = await visit();
  await manager.signIn(demo('manager'));
  await find(manager, account, person.email);
  const tab = await manager.page.context().newPage();
  await tab.goto('/me/security');
  await tab.waitForFunction(() => '__alive' in window);
  await act(manager, person.name, 'Suspend');
  const toasts = manager.page.locator('#toasts');
  await expect(toasts).toContainText(person.name);
  const list = await openList(manager);
  await expect(list.getByRole('link', { name: 'Nordwind Agency', exact: true })).toBeVisible();
  // So that it does not go by itself.
  await toasts.getByText(person.name).hover();
  await tab.getByRole('button', { name: /Mara/ }).click();
  await tab.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(manager.main.getByText('Your session has ended.')).toBeVisible();
  await expect(list).toBeHidden();
  await expect(toasts.locator('.toast')).toHaveCount(0);
  expect(await manager.page.locator('.switcher').innerHTML()).not.toContain('Nordwind');
});

test('a restart of the server goes by without a word, and the tab hears again afterwards', { tag: '@js' }, async ({ visit, account, setup, server }) => {
  const person = await setup.settled(stranger('Rolf'), [['change[privileges][]', 'domains.view']]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await owner.open('/sign-in');
  await visitor.open(`${account}/domains`);
  await visitor.expectHeading('Domains');
  const same = await mark(visitor.page);
  const again = visitor.page.waitForRequest(/\/me\/events\?/);
  await server.restart();
  await again;
  await find(owner, account, person.email);
  await act(owner, person.name, 'Suspend');
  await visitor.expectHeading(/^Your access to .* has ended$/);
  await same();
});

test('T13 a click on what was just taken away is refused, and the page shows what is left', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Toni'), [['change[privileges][]', 'contacts.manage']]);
  const victim = stranger('Vera');
  await setup.contact(victim);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  // The tab does not know yet.
  await cutOff(visitor.page);
  await find(visitor, account, victim.email);
  await edit(owner, account, person, async (form) => {
    await form.box('Manage contacts').uncheck();
    await form.box('View contacts').check();
  });
  const refused = visitor.page.waitForResponse((answer) => answer.url().includes('/fn/contacts/move_one'));
  await act(visitor, victim.name, 'Suspend');
  expect((await refused).status()).toBe(403);
  await expect(visitor.main.getByText(/Your rights on .* just changed/)).toBeVisible();
  await expect(row(visitor, victim.name)).toContainText('Active');
});
