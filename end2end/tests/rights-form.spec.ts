import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { HASH, type Login, PASSWORD, stranger } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

// The one form of rights: what it begins with, levels, what it folds away, and what it says beside it.

const SMALL: Login = { email: 'owner@small.example', password: PASSWORD };
const LARGE: Login = { email: 'owner@large.example', password: PASSWORD };
/** May give little: sees contacts and manages them, and power on all services. */
const MANAGER: Login = { email: 'manager@small.example', password: PASSWORD };

/** An account with so many services, and its owner. */
function furnished(name: string, owner: Login, services: number): Line[] {
  const account = `${name}:account`;
  return [
    { type: 'account', id: account, name: `${name} GmbH`, currency: 'EUR' },
    {
      type: 'person', id: `${name}:owner`, email: owner.email, first_name: 'Olga', last_name: 'Owner',
      password_hash: HASH, password_by: 'self', verified: true,
    },
    { type: 'contact', id: `${name}:owner`, account, person: `${name}:owner`, owner: 'legal' },
    ...Array.from({ length: services }, (_, index): Line => ({
      type: 'service', id: `${name}:${index + 1}`, account, name: `web-${String(index + 1).padStart(2, '0')}`,
      product: 'Cloud VPS L', kind: 'vps', status: 'active',
    })),
  ];
}

const lines: Line[] = [
  ...furnished('small', SMALL, 6),
  ...furnished('large', LARGE, 66),
  {
    type: 'person', id: 'small:manager', email: MANAGER.email, first_name: 'Mara', last_name: 'Manager',
    password_hash: HASH, password_by: 'self', verified: true,
  },
  {
    type: 'contact', id: 'small:manager', account: 'small:account', person: 'small:manager',
    privileges: ['contacts.manage'],
  },
];

test.use({ data: { lines } });

/** The lines of what somebody can, as the page says them. */
function can(form: ContactForm, where: string) {
  return form.outlook.locator('.outlook-can > div').filter({ has: form.outlook.page().locator('dt', { hasText: where }) });
}

/** Without a program the form is posted to see what it comes to. */
async function sumUp(visitor: Visitor): Promise<void> {
  if (visitor.js) return;
  await visitor.press('Update summary');
  await expect(visitor.main.getByText('Nothing was saved yet.').first()).toBeVisible();
}

test('a newcomer gives a new person Power Management on one server in four actions', { tag: '@js' }, async ({ visit, setup }) => {
  const account = await setup.account(SMALL);
  const person = stranger('Nora');
  const owner = await visit(SMALL);
  // Where one is after signing in.
  await owner.open(account);
  const form = new ContactForm(owner);
  let actions = 0;
  const action = async (deed: () => Promise<void>) => {
    actions += 1;
    await deed();
  };
  await action(() => owner.main.getByRole('link', { name: 'Add New Contact' }).click());
  await owner.expectHeading('Add New Contact');
  await action(async () => {
    await form.fillDetails(person);
    await form.password.fill(person.password);
  });
  await action(() => form.level('Power', 'web-01').check());
  await expect(can(form, 'web-01')).toContainText('Power Management');
  await action(() => form.submit());
  await owner.expectHeading('Contacts');
  expect(actions).toBe(4);
  await expect(row(owner, person.name)).toContainText('web-01: Power Management');
  await act(owner, person.name, 'Edit Contact');
  await owner.expectHeading(`Edit ${person.name}`);
  for (const [operation, service, ticked] of [
    ['Power Management', 'web-01', true],
    ['Rebuild', 'web-01', false],
    ['Power Management', 'web-02', false],
  ] as const) {
    await expect(form.operation(operation, service)).toBeChecked({ checked: ticked });
  }
});

test('beside the form stands what the person will see, can and cannot, and what is sensitive', async ({ visit, setup }) => {
  const owner = await visit(SMALL);
  await owner.open(`${await setup.account(SMALL)}/contacts/new`);
  const form = new ContactForm(owner);
  await expect(form.outlook.getByRole('heading', { name: 'What this person will see' })).toBeVisible();
  await expect(form.outlook.getByText('No access yet.')).toBeVisible();
  await form.box('Edit DNS records').check();
  await form.operation('Rebuild', 'web-03').check();
  await sumUp(owner);
  await expect(form.outlook.locator('.outlook-menu > li:visible')).toHaveText(['Dashboard', 'My Services', 'Domains']);
  await expect(form.outlook.locator('.outlook-cannot > li:visible').first()).toHaveText('Billing & Payment');
  await expect(can(form, 'Domains')).toContainText('View domains, Edit DNS records');
  await expect(can(form, 'web-03').locator('mark')).toHaveText('Rebuild');
  await expect(form.outlook.getByText('Rebuild on web-03')).toBeVisible();
  await expect(form.outlook.getByText('No access yet.')).toBeHidden();
});

test('for somebody who has rights it says what changes', async ({ visit, setup }) => {
  const account = await setup.account(SMALL);
  const person = stranger('Ella');
  const owner = await visit(SMALL);
  const page = await setup.contact(person, [['change[privileges][]', 'domains.view']], true, SMALL);
  await owner.open(`${page}/edit`);
  const form = new ContactForm(owner);
  await expect(form.outlook.getByRole('heading', { name: `What ${person.name} will see` })).toBeVisible();
  await expect(form.outlook.getByRole('heading', { name: 'What changes' })).toBeHidden();
  await form.box('View domains').uncheck();
  await form.box('View invoices').check();
  await sumUp(owner);
  await expect(form.outlook.getByRole('insertion')).toHaveText('+ View invoices');
  await expect(form.outlook.getByRole('deletion')).toHaveText('− View domains');
  await form.submit();
  await owner.expectHeading('Contacts');
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toBeVisible();
});

test('a level of a service ticks its operations, and single ones make it custom', { tag: '@js' }, async ({ visit, setup }) => {
  const owner = await visit(SMALL);
  await owner.open(`${await setup.account(SMALL)}/contacts/new`);
  const form = new ContactForm(owner);
  await form.level('Operate', 'web-02').check();
  await expect(form.operation('Create Backups', 'web-02')).toBeChecked();
  await expect(form.operation('Rebuild', 'web-02')).not.toBeChecked();
  await form.operation('Rebuild', 'web-02').check();
  await expect(form.level('Operate', 'web-02')).not.toBeChecked();
  await form.level('Full', 'web-02').check();
  await expect(form.operation('Request Cancellation', 'web-02')).toBeChecked();
  await form.level('None', 'web-02').check();
  await expect(form.operation('Power Management', 'web-02')).not.toBeChecked();
});

test('the services can be shown as a table, whose head stays in sight', async ({ visit, setup }) => {
  const owner = await visit(SMALL);
  await owner.open(`${await setup.account(SMALL)}/contacts/new`);
  const head = owner.main.getByRole('columnheader', { name: 'Power Management' });
  await expect(head).toBeHidden();
  await owner.main.getByRole('checkbox', { name: 'Show as table' }).check();
  await expect(head).toBeVisible();
  await expect(head).toHaveCSS('position', 'sticky');
  await expect(new ContactForm(owner).operation('Power Management', 'web-06')).toBeVisible();
});

test('what somebody may not give is folded into one line', async ({ visit, setup }) => {
  const manager = await visit(MANAGER);
  await manager.open(`${await setup.account(SMALL)}/contacts/new`);
  const form = new ContactForm(manager);
  await expect(manager.main.getByText('4 areas you can’t hand out.')).toBeVisible();
  await expect(manager.main.getByText('You can’t hand out rights on services.')).toBeVisible();
  await expect(manager.main.getByRole('group', { name: 'Billing', exact: true })).toBeHidden();
  await manager.main.getByText('4 areas you can’t hand out.').click();
  await expect(manager.main.getByRole('group', { name: 'Billing', exact: true })).toBeVisible();
  await expect(form.box('Pay invoices')).toBeDisabled();
});

test('rights without a function yet are marked, and no save loses one', async ({ visit, setup }) => {
  const person = stranger('Fay');
  const owner = await visit(SMALL);
  const page = await setup.contact(person, [['change[privileges][]', 'affiliates.view']], true, SMALL);
  await owner.open(`${page}/edit`);
  const form = new ContactForm(owner);
  const fold = owner.main.getByRole('group', { name: 'No function yet' });
  await expect(fold).toContainText('View affiliate section');
  await form.box('View invoices').check();
  await form.submit();
  await owner.expectHeading('Contacts');
  await owner.open(`${page}/edit`);
  await expect(form.box('View affiliate section')).toBeChecked();
});

test('a right is found by its name: its area opens and it is marked', { tag: '@js' }, async ({ visit, setup }) => {
  const owner = await visit(SMALL);
  await owner.open(`${await setup.account(SMALL)}/contacts/new`);
  const field = owner.main.getByRole('searchbox', { name: 'Find a right' });
  await field.fill('dns');
  const found = owner.main.getByText('Edit DNS records', { exact: true }).first();
  await expect(found).toBeVisible();
  await expect(owner.main.getByText(/^\d rights? found\.$/)).toBeVisible();
  await expect(owner.main.getByText('View invoices', { exact: true })).toBeHidden();
  await field.fill('');
  await expect(found).toBeHidden();
});

for (const [who, services] of [[SMALL, 6], [LARGE, 66]] as const) {
  test(`with ${services} services the form is at most 1,300 px high at 1,280`, async ({ visit, setup }) => {
    const owner = await visit(who);
    await owner.open(`${await setup.account(who)}/contacts/new`);
    const height = await owner.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(1300);
  });
}
