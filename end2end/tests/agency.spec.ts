import { AGENT, CLIENTS, agency, client, openList, ownerOf, switchTo } from '../support/agency.ts';
import { act, row } from '../support/contacts.ts';
import { ContactForm } from '../support/contact-form.ts';
import { refresh } from '../support/news.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { Visitor } from '../support/visitor.ts';

test.use({ data: { lines: agency() } });
// One after the other, on one server: the last ones leave accounts that the first ones count.
test.describe.configure({ mode: 'default' });

/** The search field above the cards of the chooser. */
const search = (visitor: Visitor) => visitor.main.getByRole('searchbox', { name: 'Search accounts' });

/** The cards in sight. */
const cards = (visitor: Visitor) => visitor.main.getByRole('link', { name: /^Client .* Manager/ });

test('T12 6.9 forty accounts in two tabs, step by step in turn: nothing is written on another account', async ({ visit, setup }) => {
  const agent = await visit(AGENT);
  const tabs = [agent, new Visitor(await agent.page.context().newPage(), agent.js)] as const;
  for (const tab of tabs) await tab.open('/accounts');
  // Each account is worked on once, in one of the tabs, and in every round the two are at different ones.
  for (let round = 1; round <= CLIENTS / 2; round += 1) {
    const numbers = [round, CLIENTS + 1 - round] as const;
    const both = async (step: (tab: Visitor, number: number) => Promise<void>) => {
      // The later tab first in every other round.
      const order = round % 2 ? [0, 1] as const : [1, 0] as const;
      for (const which of order) await step(tabs[which], numbers[which]);
    };
    await both((tab, number) => switchTo(tab, client(number)));
    await both(async (tab) => tab.go('Manage Contacts'));
    await both(async (tab) => {
      await tab.expectHeading('Contacts');
      await tab.main.getByRole('link', { name: 'Add New Contact' }).click();
    });
    await both(async (tab, number) => {
      await tab.expectHeading('Add New Contact');
      await new ContactForm(tab).fillDetails({ firstName: 'Made', lastName: `For ${number}`, email: `made-${number}@new.example` });
    });
    await both(async (tab) => {
      await new ContactForm(tab).box('Activate Sub-Account').uncheck();
      await new ContactForm(tab).submit();
    });
    await both(async (tab, number) => {
      await expect(row(tab, `Made For ${number}`)).toBeVisible();
      await tab.settle();
    });
    if (round % 4 === 0) {
      // The agent suspends nobody in one tab and deletes in the other what was added there.
      const [tab, number] = [tabs[1], numbers[1]];
      await act(tab, `Made For ${number}`, 'Delete');
      const question = tab.js ? tab.page.getByRole('dialog') : tab.main;
      await expect(question.getByText(`Account: ${client(number)}`, { exact: true })).toBeVisible();
      await question.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(row(tab, `Made For ${number}`)).toHaveCount(0);
    }
  }

  const session = await setup.session(AGENT);
  const accounts = await setup.accounts(AGENT);
  expect(accounts.size).toBe(CLIENTS);
  for (let number = 1; number <= CLIENTS; number += 1) {
    const account = accounts.get(client(number)) ?? '';
    const deleted = number > CLIENTS / 2 && (CLIENTS + 1 - number) % 4 === 0;
    const list = await (await session.get(`${account}/contacts`)).text();
    const names = [...list.matchAll(/class="cell-title"[^>]*>(?:<div[^>]*>)?\s*<a [^>]*>([^<]*)</g)].map(([, name = '']) => name);
    const there = deleted ? [] : [`Made For ${number}`];
    expect(names.sort(), client(number)).toEqual(['Asta Berg', ...there, `Otto Owner ${number}`].sort());
    const log = await (await session.get(`${account}/activity`)).text();
    const events = [...log.matchAll(/class="timeline-text"[^>]*>(.*?)<\/p>/gs)].map(([, event = '']) => event.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim());
    const done = events.flatMap((event) => /\w+ (?:a contact|contacts): .+$/.exec(event) ?? []);
    const expected = [...(deleted ? ['deleted'] : []), 'added'].map((step) => `${step} a contact: Made For ${number}`);
    expect(done, client(number)).toEqual(expected);
  }
});

test('T12 a form that does not act where its page does is refused, and nothing is changed', async ({ visit, setup }) => {
  const accounts = await setup.accounts(AGENT);
  const [page, other] = [accounts.get(client(31)) ?? '', accounts.get(client(32))?.replace('/a/', '') ?? ''];
  const agent = await visit(AGENT);
  await agent.open(`${page}/contacts/new`);
  await new ContactForm(agent).fillDetails({ firstName: 'Stray', lastName: 'Form', email: 'stray@new.example' });
  // As if another tab had changed what this page acts on.
  await agent.main.locator('input[name="acting[account]"]').evaluate((input, id) => ((input as HTMLInputElement).value = id), other);
  await new ContactForm(agent).submit();
  await expect(agent.main.getByText(/doesn’t exist|not found/i).first()).toBeVisible();
  for (const account of [page, `/a/${other}`]) {
    await agent.open(`${account}/contacts?search=stray`);
    await expect(agent.main.getByText('Nobody matches')).toBeVisible();
  }
});

test('a menu opened right after a save stays open while news come', { tag: '@js' }, async ({ visit, setup }) => {
  const account = (await setup.accounts(AGENT)).get(client(33)) ?? '';
  const [person, other] = [stranger('Mavi'), stranger('Maro')];
  const agent = await visit(AGENT);
  await agent.open(`${account}/contacts/new`);
  const form = new ContactForm(agent);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await expect(row(agent, person.name)).toBeVisible();
  const menu = await agent.menu(`Actions for ${person.name}`);
  await refresh(agent.page);
  await expect(menu).toBeVisible();
  // Somebody else changes the list.
  await setup.contact(other, [], false, AGENT, account);
  await refresh(agent.page);
  await expect(row(agent, other.name)).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await expect(agent.page.getByRole('dialog', { name: `Delete ${person.name}?` })).toBeVisible();
});

test('from eight accounts on the list has a search, which letters reach from anywhere', { tag: '@js' }, async ({ visit, setup }) => {
  const agent = await visit(AGENT);
  await agent.open((await setup.accounts(AGENT)).get(client(1)) ?? '');
  const { keyboard } = agent.page;
  const list = await openList(agent);
  const field = list.getByRole('searchbox', { name: 'Search accounts' });
  const shown = list.getByRole('link', { name: /^Client/ });
  await expect(field).toBeFocused();
  await expect(shown).toHaveCount(CLIENTS);
  await keyboard.type('client 2');
  await expect(shown).toHaveCount(13);
  await keyboard.press('ArrowDown');
  await expect(shown.first()).toBeFocused();
  await keyboard.type('3');
  await expect(field).toHaveValue('client 23');
  await expect(shown).toHaveCount(1);
  await keyboard.press('Enter');
  await agent.expectHeading(client(23));

  await openList(agent);
  await expect(shown).toHaveCount(CLIENTS);
  await keyboard.type('nobody at all');
  await expect(list.getByText('No accounts found')).toBeVisible();
  await keyboard.press('Escape');
  await expect(agent.page.getByRole('button', { name: 'Management Mode', exact: true })).toBeFocused();
});

test('a list of accounts that comes anew stays scrolled, and keeps the link that is being pressed', { tag: '@js' }, async ({ visit, setup }) => {
  const agent = await visit(AGENT);
  await agent.open((await setup.accounts(AGENT)).get(client(1)) ?? '');
  await switchTo(agent, client(2));
  const icon = agent.page.getByRole('button', { name: 'Management Mode', exact: true });
  const part = await icon.getAttribute('data-switcher') ?? '';
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await agent.page.route((url) => url.pathname + url.search === part, async (route) => {
    await held;
    await route.continue();
  });
  // The accounts as they were, with the last one marked as the current one.
  const list = await openList(agent);
  const link = list.getByRole('link', { name: client(25), exact: true });
  await link.scrollIntoViewIfNeeded();
  await link.evaluate((node) => ((node as Node & { pressed?: boolean }).pressed = true));
  await expect(list.getByRole('link', { name: client(1), exact: true })).toHaveAttribute('aria-current', 'true');
  answer();
  await expect(list.getByRole('link', { name: client(2), exact: true })).toHaveAttribute('aria-current', 'true');
  await expect(link).toBeInViewport();
  expect(await link.evaluate((node) => (node as Node & { pressed?: boolean }).pressed)).toBe(true);
});

test('the chooser is the home of an agency: searched, and with what needs attention, each a link to it', async ({ visit }) => {
  const agent = await visit(AGENT);
  await agent.open('/accounts');
  await expect(cards(agent)).toHaveCount(CLIENTS);
  // Every fifth may see invoices, and the access to one ends soon.
  await expect(agent.main.getByRole('link', { name: '1 overdue invoice' })).toHaveCount(CLIENTS / 5);
  await search(agent).fill('client 1');
  if (!agent.js) await agent.press('Search');
  await expect(cards(agent)).toHaveCount(13);
  await search(agent).fill('no such');
  if (!agent.js) await agent.press('Search');
  await expect(agent.main.getByText('No accounts found')).toBeVisible();

  await agent.open('/accounts');
  await agent.main.getByRole('link', { name: 'Needs attention' }).click();
  await expect(cards(agent)).toHaveCount(CLIENTS / 5 + 1);
  await expect(agent.main.getByRole('link', { name: /^Your access ends/ })).toHaveCount(1);
  await agent.main.getByRole('link', { name: '1 overdue invoice' }).first().click();
  await agent.expectHeading('Billing & Payment');
});

test('PRODUCT 1 Leave this account asks first, ends one\'s own access and tells the owner', async ({ visit, setup }) => {
  const [mine, number] = [await setup.accounts(AGENT), test.info().project.name === 'js' ? 39 : 38];
  const account = mine.get(client(number)) ?? '';
  const agent = await visit(AGENT);
  await agent.open('/accounts');
  const item = async () => agent.pick(`Actions for ${client(number)}`, 'Leave this account');
  await item();
  const question = agent.main.getByRole('heading', { name: `Leave ${client(number)}?` });
  await expect(question).toBeVisible();
  await agent.main.getByRole('link', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await agent.settle();
  await item();
  await agent.press('Leave this account');
  await expect(agent.main.getByText('You left the account.')).toBeVisible();
  await expect(cards(agent)).toHaveCount(CLIENTS - 1);
  expect(await agent.open(account)).toBe(404);

  const owner = await visit(ownerOf(number));
  await owner.open(`${account}/activity`);
  await expect(owner.main.getByText('left the account:')).toBeVisible();
  await owner.open(`${account}/contacts?status=deleted`);
  await expect(row(owner, 'Asta Berg')).toContainText('Deleted');
});

test('PRODUCT 1 Leave this account stands on one\'s own page, and a legal owner is told why not', async ({ visit, setup }) => {
  const number = test.info().project.name === 'js' ? 36 : 37;
  const account = (await setup.accounts(AGENT)).get(client(number)) ?? '';
  const agent = await visit(AGENT);
  await agent.open(`${account}/contacts`);
  await row(agent, 'Asta Berg').getByRole('link', { name: 'Asta Berg' }).click();
  await agent.expectHeading('Asta Berg');
  await agent.main.getByRole('link', { name: 'Leave this account' }).click();
  await expect(agent.main.getByRole('heading', { name: `Leave ${client(number)}?` })).toBeVisible();
  await agent.settle();
  await agent.main.getByRole('button', { name: 'Leave this account' }).click();
  await expect(agent.main.getByText('You left the account.')).toBeVisible();

  const owner = await visit(ownerOf(number));
  await owner.open(`${account}/contacts`);
  await row(owner, `Otto Owner ${number}`).getByRole('link').first().click();
  const leave = owner.main.getByRole('button', { name: 'Leave this account' });
  await expect(leave).toHaveAttribute('aria-disabled', 'true');
  await expect(leave).toHaveAttribute('title', /legal owner/);
});
