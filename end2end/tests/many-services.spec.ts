import { ContactForm } from '../support/contact-form.ts';
import { row } from '../support/contacts.ts';
import { HASH, type Login, PASSWORD, stranger } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { answer, noteForbidden } from '../support/steps.ts';
import { expect, test } from '../support/tolerant-test.ts';
import type { Visitor } from '../support/visitor.ts';

/** An account with more services than a form shows, and somebody with rights on more of them than it shows at first. */
const SERVICES = 300;
const GIVEN = 25;

const name = (number: number) => `node-${String(number).padStart(3, '0')}`;
const OWNER: Login = { email: 'owner@many.example', password: PASSWORD };

function lines(): Line[] {
  const account = 'many:account';
  const given = Array.from({ length: GIVEN }, (_, index) => [`many:${index + 1}`, ['svc.power']] as const);
  const people: [string, string, string][] = [
    ['owner', OWNER.email, 'Olga'],
    ['otto', 'otto@many.example', 'Otto'],
  ];
  return [
    { type: 'account', id: account, name: 'Many Nodes GmbH', currency: 'EUR' },
    ...people.map(([id, email, first]): Line => ({
      type: 'person', id: `many:${id}`, email, first_name: first, last_name: 'Many',
      password_hash: HASH, password_by: 'self', verified: true,
    })),
    ...Array.from({ length: SERVICES }, (_, index): Line => ({
      type: 'service', id: `many:${index + 1}`, account, name: name(index + 1),
      product: index + 1 === 299 ? 'Backup Vault' : 'Node M', kind: 'vps', status: 'active',
    })),
    { type: 'contact', id: 'many:owner', account, person: 'many:owner', owner: 'legal' },
    { type: 'contact', id: 'many:otto', account, person: 'many:otto', services: Object.fromEntries(given) },
  ];
}

test.use({ data: { lines: lines() } });

/** The services with a row of their own. */
async function rows(visitor: Visitor): Promise<string[]> {
  const matrix = visitor.main.getByRole('table', { name: 'Services' });
  const names = await matrix.locator('.matrix-name').allTextContents();
  return names.map((name) => name.trim()).slice(1, -1);
}

/** Searches services, and adds one: by choosing it on a living page, else all that are found get a row. */
async function add(visitor: Visitor, text: string, service: string): Promise<void> {
  await visitor.main.getByRole('searchbox', { name: 'Search services' }).fill(text);
  if (visitor.js) await visitor.press(service);
  else await visitor.press('Find services');
  await expect(new ContactForm(visitor).operation('Power Management', service)).toBeAttached();
}

test('a form shows the services on which something is given, and others are added by a search', async ({ visit, setup }) => {
  const account = await setup.account(OWNER);
  const person = stranger('Nele');
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  expect(await rows(owner)).toEqual([]);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await form.box('View invoices').check();
  await add(owner, 'NODE-12', name(123));
  await form.operation('Power Management', name(123)).check();
  // By its product, with what was ticked before in its place.
  await add(owner, 'vault', name(299));
  await form.operation('Rebuild', name(299)).check();
  await expect(form.text('First name')).toHaveValue(person.firstName);
  await expect(form.box('View invoices')).toBeChecked();
  await expect(form.operation('Power Management', name(123))).toBeChecked();
  await form.submit();

  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toContainText('2 services');
  await owner.pick(`Actions for ${person.name}`, 'Edit Contact');
  await owner.expectHeading(`Edit ${person.name}`);
  expect(await rows(owner)).toEqual([name(123), name(299)]);
  await expect(form.operation('Rebuild', name(299))).toBeChecked();
  await expect(form.operation('Rebuild', name(123))).not.toBeChecked();
});

test('what somebody has on services without a row stays, and is changed once it is searched', async ({ visit, setup }) => {
  const account = await setup.account(OWNER);
  const owner = await visit(OWNER);
  const form = new ContactForm(owner);
  const edit = async () => {
    await owner.open(`${account}/contacts`);
    await owner.pick('Actions for Otto Many', 'Edit Contact');
    await owner.expectHeading('Edit Otto Many');
  };
  await edit();
  expect(await rows(owner)).toHaveLength(20);
  await expect(owner.main.getByText('This contact has rights on 5 more services. They stay as they are.')).toBeVisible();
  await form.operation('Power Management', name(1)).uncheck();
  await add(owner, name(25), name(25));
  await expect(form.operation('Power Management', name(25)), 'as it is given').toBeChecked();
  await form.operation('Power Management', name(25)).uncheck();
  await form.submit();
  await owner.expectHeading('Contacts');

  await edit();
  expect(await rows(owner)).toEqual(Array.from({ length: 20 }, (_, index) => name(index + 2)));
  await expect(owner.main.getByText('This contact has rights on 3 more services. They stay as they are.')).toBeVisible();
  // As it was, for whoever reads it next.
  await form.operation('Power Management', name(2)).uncheck();
  await form.operation('Power Management', name(2)).check();
  await add(owner, name(1), name(1));
  await form.operation('Power Management', name(1)).check();
  await add(owner, name(25), name(25));
  await form.operation('Power Management', name(25)).check();
  await form.submit();
  await owner.expectHeading('Contacts');
});

test('Enter in the search searches, and Enter elsewhere saves', async ({ visit, setup }) => {
  const account = await setup.account(OWNER);
  const person = stranger('Enno');
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  const search = owner.main.getByRole('searchbox', { name: 'Search services' });
  await search.fill('node-20');
  await search.press('Enter');
  await expect(owner.main.getByText('10 services found.')).toBeVisible();
  await owner.expectHeading('Add New Contact');
  await form.text('First name').press('Enter');
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toBeVisible();
});

test('a search that finds too much or nothing says so', async ({ visit, setup }) => {
  const owner = await visit(OWNER);
  await owner.open(`${await setup.account(OWNER)}/contacts/new`);
  const search = owner.main.getByRole('searchbox', { name: 'Search services' });
  for (const [text, said] of [['node', 'The first 20 services.'], ['no such thing', 'No services found.']] as const) {
    await search.fill(text);
    if (!owner.js) await owner.press('Find services');
    await expect(owner.main.getByText(said)).toBeVisible();
  }
  await expect(owner.main.getByRole('button', { name: 'Find services' })).toHaveCount(owner.js ? 0 : 1);
});

test('what a search finds is put in place as a page is: nothing that runs, and nothing that is no page', { tag: '@js' }, async ({ visit, setup, tolerate }) => {
  // Said of the document that an answer is parsed into.
  tolerate(/Content Security Policy/);
  const account = await setup.account(OWNER);
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts/new`);
  const [search, found] = [owner.main.getByRole('searchbox', { name: 'Search services' }), owner.main.getByRole('button', { name: name(123), exact: true })];
  const seen = await noteForbidden(owner.page);
  const odd = '<script>window.__ran = true</script><style>main { display: none }</style><p onclick="window.__ran = true">Odd</p>';
  await answer(owner.page, `${account}/contacts/new`, (body) => ({ body: body.replace(/<div data-part="services"[^>]*>/, (part) => part + odd) }));
  await search.fill(name(123));
  await expect(found).toBeVisible();
  await owner.main.getByText('Odd', { exact: true }).click();
  expect(await seen()).toEqual([]);
  expect(await owner.page.evaluate(() => '__ran' in window)).toBe(false);

  const file = (_: string, headers: Record<string, string>) => ({ headers: { ...headers, 'content-disposition': 'attachment' } });
  await answer(owner.page, `${account}/contacts/new`, file);
  await search.fill(`${name(123)} `);
  await expect(found).toHaveCount(0);
});

test('without a network the search says that there is none', { tag: '@js' }, async ({ visit, setup, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const account = await setup.account(OWNER);
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts/new`);
  await owner.page.context().setOffline(true);
  await owner.main.getByRole('searchbox', { name: 'Search services' }).fill('node-20');
  await expect(owner.main.getByText(/^You’re offline/)).toBeVisible();
});
