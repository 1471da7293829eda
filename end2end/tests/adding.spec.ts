import { ContactForm } from '../support/contact-form.ts';
import { row } from '../support/contacts.ts';
import { openMail } from '../support/outbox.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S0.4 S0.5 the left menu leads to Manage Contacts, which offers Add New Contact at the top right', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  await owner.go('Manage Contacts');
  await owner.expectHeading('Contacts');
  const button = owner.main.getByRole('link', { name: 'Add New Contact' });
  const [heading, place] = [await owner.heading('Contacts').boundingBox(), await button.boundingBox()];
  expect(place?.x).toBeGreaterThan((heading?.x ?? 0) + 600);
  expect(place?.y).toBeLessThan((heading?.y ?? 0) + 80);
  await button.click();
  await owner.expectHeading('Add New Contact');
});

test('S2.11 S3.11 S4.3 S4.12 the name menu and My Account lead to the same page', async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  await owner.open(account);
  const name = await setup.nameOf(demo('owner'));
  for (const item of ['Manage Contacts', 'User management']) {
    await owner.pick(name, item);
    await owner.expectHeading('Contacts');
    await owner.open(account);
  }
  await owner.pick(name, 'My Account');
  await owner.expectHeading('My Account');
  await owner.main.getByRole('link', { name: 'Delegate Access' }).click();
  await owner.expectHeading('Contacts');
});

test(
  'S0.1 S0.2 S0.6 S0.11 S0.12 S0.14 S0.17 S0.18 S0.19 S0.20 S0.21 S2.3 S2.19 a contact with the Technical Staff template ' +
    'minus one tick and Power Management on web-01 only sees exactly that',
  async ({ visit, account, setup }) => {
    const person = stranger('Tomas');
    const owner = await visit('owner');
    await owner.open(`${account}/contacts/new`);
    const form = new ContactForm(owner);
    await form.fillDetails(person);
    await form.pickTemplate('Technical Staff');
    await expect(form.box('Open tickets')).toBeChecked();
    await form.untickAllServices();
    await form.box('Close tickets').uncheck();
    await form.operation('Power Management', 'web-01').check();
    await form.activate(person.password);
    await form.submit();

    await owner.expectHeading('Contacts');
    await expect(owner.main.getByText(/^Saved /)).toBeVisible();
    const added = row(owner, person.name);
    await expect(added).toContainText(person.email);
    await expect(added).toContainText('Active');
    await expect(added).toContainText(/Technical Staff \+ \d+ changes/);

    const contact = await visit();
    await contact.signIn(person);
    await contact.expectHeading('Security');
    await expect(contact.main.getByText('Choose a new password to continue.')).toBeVisible();
    await contact.open(`${account}/services`);
    await contact.expectHeading('Security');
    await contact.page.getByLabel('Current password').fill(person.password);
    await contact.page.getByLabel('New password', { exact: true }).fill('window sparrow tunnel six');
    await contact.page.getByLabel('Repeat new password').fill('window sparrow tunnel six');
    await contact.press('Change password');
    await contact.expectHeading('My Services');

    await contact.open('/');
    await expect(contact.page).toHaveURL(new RegExp(`${account}$`));
    expect(await contact.entries()).toEqual(['Dashboard', 'My Services', 'Domains', 'Support']);
    await contact.go('My Services');
    await contact.expectHeading('My Services');
    const services = contact.main.getByRole('row').filter({ has: contact.page.getByRole('rowheader') });
    await expect(services.filter({ hasText: 'Power Management' })).toHaveCount(1);
    await expect(services.filter({ hasText: 'web-01' })).toContainText('Power Management');
    await expect(services.filter({ hasText: 'web-02' })).not.toContainText(/Power Management|Rebuild|Console/);

    expect(await contact.open(`${account}/billing`)).toBe(403);
    await contact.expectHeading('You don’t have access to this');
    await expect(contact.main.getByText('You need the right “View invoices”.')).toBeVisible();
    expect(await contact.open(`${account}/contacts`)).toBe(403);
    const other = await setup.account(demo('outsider'));
    expect(await contact.open(other)).toBe(404);
    await contact.expectHeading('Page not found');
  },
);

test('S0.10 Notify the contact? sends a mail without the password', async ({ visit, account }) => {
  const person = stranger('Nora');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Notify the contact?').check();
  await form.activate(person.password);
  await form.submit();
  await expect(owner.main.getByText(/^Saved /)).toBeVisible();
  const mail = await openMail(owner, person.email, /added you to/);
  await expect(mail).toContainText(`Hello ${person.firstName},`);
  await expect(mail).toContainText('/sign-in');
  await expect(mail).not.toContainText(person.password);
});

test('S0.10 without the tick no mail is sent', async ({ visit, account, setup }) => {
  const person = stranger('Nils');
  await setup.contact(person);
  const owner = await visit('owner');
  await owner.open(account);
  await owner.page.goto('/dev/outbox');
  await expect(owner.page.getByText(person.email)).toHaveCount(0);
});

test('S2.9 S2.10 S2.12 S2.13 S2.14 a contact without a login gets one with Activate Sub-Account', async ({ visit, account }) => {
  const person = stranger('Karla');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await expect(row(owner, person.name)).toContainText('Contact only');

  await owner.pick(`Actions for ${person.name}`, 'Edit Contact');
  await owner.expectHeading(`Edit ${person.name}`);
  await form.box('View invoices').check();
  await form.activate(person.password);
  await form.submit();
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toContainText('Active');

  const contact = await visit();
  await contact.signIn(person);
  await contact.expectHeading('Security');
});

test('S0.15 S0.16 S0.27 S4.4 S4.9 the form advises to give little, warns of rights over the whole account and marks sensitive ones', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  await expect(owner.main.getByText(/Give only the services and features this person needs/)).toBeVisible();
  await expect(owner.main.getByText(/“Modify main profile details” and billing rights affect everyone/)).toBeVisible();
  const billing = owner.main.getByRole('group', { name: 'Billing', exact: true });
  await billing.getByRole('heading', { name: 'Billing' }).click();
  await expect(billing.getByText('Sensitive').first()).toBeVisible();
  await expect(owner.main.getByText('Account owners always have full access to the account.').first()).toBeVisible();
});

test('S0.8 S0.11 S0.12 S0.17 S0.18 S4.8 the form offers the templates, the rights by area, and the operations of each active service', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await expect(form.template.locator('label')).toHaveText([
    'None', 'One service', 'Accounting', 'Full Access', 'Technical Staff', 'Read only', 'Domains & DNS',
  ]);
  for (const area of ['Services', 'Domains', 'Billing', 'Support requests', 'Account administration']) {
    await expect(owner.main.getByRole('group', { name: area, exact: true })).toBeVisible();
  }
  const matrix = owner.main.getByRole('table', { name: 'Services' });
  const columns = await matrix.getByRole('columnheader', { includeHidden: true }).allTextContents();
  for (const operation of ['Power Management', 'Rebuild', 'VNC Console']) expect(columns.join(' ')).toContain(operation);
  const names = (await matrix.locator('.matrix-name').allTextContents()).map((name) => name.trim());
  expect(names[0]).toBe('All services');
  expect(names.at(-1)).toBe('New services');
  expect(names).toContain('web-01');
  // Expired and suspended ones are not there.
  expect(names).not.toContain('backup-01');
  expect(names).not.toContain('staging-01');
  await expect(form.operation('Power Management', 'web-01')).toBeEnabled();
  await expect(form.operation('Rebuild', 'mail-hosting')).toHaveCount(0);
});

test('S0.13 S0.14 picking a template and changing a tick shows what it is by now', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.pickTemplate('Accounting');
  await expect(form.box('Pay invoices')).toBeChecked();
  await form.box('Open tickets').uncheck();
  await form.box('View Data Center').check();
  await expect(owner.main.getByText('Accounting + 2 changes', { exact: true })).toBeVisible();
  await form.pickTemplate('None');
  await expect(form.box('Pay invoices')).not.toBeChecked();
});

test('S0.17 rights that come with others are ticked and cannot be cleared, with the reason', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.box('Edit DNS records').check();
  await expect(form.box('View domains')).toBeChecked();
  await expect(form.box('View domains')).toBeDisabled();
  await expect(form.box('View domains')).toHaveAccessibleDescription(/Comes with “Edit DNS records”/);
  await form.operation('VNC Console', 'web-01').check();
  await expect(form.operation('View Console', 'web-01')).toBeChecked();
  await expect(form.operation('View Console', 'web-01')).toBeDisabled();
});

test('S3.5 unticking what a role gives turns the role into its single rights and says so', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.box('Technical').check();
  await form.box('Visitation').check();
  await expect(form.box('Request data center visits')).toBeChecked();
  await form.box('Close tickets').uncheck();
  await expect(owner.page.getByText('The role Technical was replaced with individual rights')).toBeVisible();
  await expect(form.box('Technical')).not.toBeChecked();
  await expect(form.box('Open tickets')).toBeChecked();
  await expect(form.box('Visitation')).toBeChecked();
});
