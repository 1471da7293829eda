import type { Page } from '@playwright/test';
import { everything, withColours } from '../support/axe-everything.ts';
import { act, find } from '../support/contacts.ts';
import { mailedLink, invite } from '../support/invitations.ts';
import { demo, stranger } from '../support/people.ts';
import { ACCOUNT, ALONE, PERSON, ROUTES, SOURCE, fill } from '../support/routes.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

// Every page there is.

/** Waits until the page is drawn in these colours. */
async function light(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50)))));
}

/** Looks at pages at both widths, in the light and in the dark. */
async function look(visitor: Visitor, addresses: string[]): Promise<void> {
  const { page } = visitor;
  for (const address of addresses) {
    await light(page, 'light');
    await visitor.open(address);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await light(page, 'light');
      expect.soft(await everything(page), `${address} at ${width} px`).toEqual([]);
      await light(page, 'dark');
      expect.soft(await withColours(page), `${address} at ${width} px in the dark`).toEqual([]);
    }
  }
}

test('the addresses of all pages are known', { tag: '@js' }, () => {
  expect(ALONE).toHaveLength(6);
  expect(PERSON.length).toBeGreaterThanOrEqual(3);
  expect(ACCOUNT.length).toBeGreaterThanOrEqual(19);
  // The console is a document of its own, which its own tests look at.
  expect(ROUTES).toHaveLength((SOURCE.match(/Box::pin\((?:\w+::)+\w+\(\)\)/g)?.length ?? 0) - 1);
});

test('axe finds nothing on any page for people who are not signed in', { tag: '@js' }, async ({ visit, account }) => {
  const [guest, owner, nobody] = [stranger('Axel'), await visit('owner'), await visit()];
  await invite(owner, account, guest.email, 'Billing');
  const link = await mailedLink(nobody, guest.email, /invites you/);
  const others = ALONE.map((path) => fill(path, { token: 'no-such-token' }));
  await look(nobody, [link, ...others]);
});

test('axe finds nothing on any page of a person', { tag: '@js' }, async ({ visit }) => {
  await look(await visit('manager'), PERSON.map((path) => fill(path, { token: 'no-such-token' })));
});

test('axe finds nothing on any page of an account', { tag: '@js' }, async ({ visit, account, setup }) => {
  test.setTimeout(480_000);
  const contact = (await setup.contact(stranger('Axel'), [['change[privileges][]', 'domains.view']])).split('/').at(-1) ?? '';
  const session = await setup.session(demo('owner'));
  await session.post('/fn/rules/save_template', [
    ['acting[account]', account.replace('/a/', '')],
    ['change[submission]', crypto.randomUUID()],
    ['change[contact]', contact],
    ['change[name]', 'Looked at by axe'],
    ['change[kind]', 'template'],
  ]);
  const template = /rules\/([\w-]+)"/.exec(await (await session.get(`${account}/rules`)).text())?.[1] ?? '';
  expect(template).not.toBe('');
  const service = /services\/([\w-]{36})"/.exec(await (await session.get(`${account}/services`)).text())?.[1] ?? '';
  expect(service).not.toBe('');
  const domain = /domains\/([\w-]{36})"/.exec(await (await session.get(`${account}/domains`)).text())?.[1] ?? '';
  expect(domain).not.toBe('');
  await look(await visit('owner'), ACCOUNT.map((path) => account + fill(path, { contact, template, service, domain })));
});

test('axe finds nothing on any page in a view of somebody', { tag: '@js' }, async ({ visit, account, setup }) => {
  test.setTimeout(480_000);
  const person = stranger('Axel');
  const contact = (await setup.contact(person, [['change[privileges][]', 'contacts.manage']])).split('/').at(-1) ?? '';
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Login as This Contact');
  await expect(owner.page).toHaveURL(/\/as\//);
  const view = owner.page.url();
  const none = { contact, template: contact, service: contact, domain: contact };
  await look(owner, ACCOUNT.map((path) => view + fill(path, none)));
});
