import { ContactForm } from '../support/contact-form.ts';
import { find, row } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const NEEDED = [
  ['First name', 'Enter a first name.'],
  ['Last name', 'Enter a last name.'],
  ['Email address', 'Enter an email address.'],
] as const;

test('S0.9 an empty form names every field that is needed, and the focus goes to the first', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.submit();
  await expect(owner.main.getByRole('alert')).toContainText('fields need attention');
  for (const [label, said] of NEEDED) await form.expectProblem(form.text(label), said);
  await form.expectProblem(form.password, /Enter a password\./);
  await expect(form.text('First name')).toBeFocused();
});

test('every bad field is named, what was typed stays, and once mended it is saved', async ({ visit, account }) => {
  const person = stranger('Paula');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  const hidden = `Pau\u202ela`;
  await form.text('First name').fill(hidden);
  await form.text('Last name').fill('x'.repeat(101));
  await form.text('Email address').fill('paula at example');
  await form.text('Telephone').fill('call me');
  await form.text('Note').fill('A note that stays.\nIn two lines.');
  await form.box('View invoices').check();
  await form.activate('short');
  await form.submit();
  await form.expectProblem(form.text('First name'), 'This contains invisible or control characters.');
  await form.expectProblem(form.text('Last name'), 'Use at most 100 characters.');
  await form.expectProblem(form.text('Email address'), /This is not an email address\./);
  await form.expectProblem(form.text('Telephone'), 'This is not a telephone number.');
  await form.expectProblem(form.password, /Use at least \d+ characters\./);
  await expect(form.text('First name')).toBeFocused();
  await expect(form.text('First name')).toHaveValue(hidden);
  await expect(form.text('Last name')).toHaveValue('x'.repeat(101));
  await expect(form.text('Email address')).toHaveValue('paula at example');
  await expect(form.text('Note')).toHaveValue('A note that stays.\nIn two lines.');
  await expect(form.box('View invoices')).toBeChecked();

  await form.fillDetails(person);
  await form.text('Telephone').fill('');
  await form.activate(person.password);
  await form.submit();
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toContainText('1 right');
});

test('a password that is easy to guess is refused with the reason', async ({ visit, account }) => {
  const person = stranger('Gina');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.activate('passwordpassword');
  await form.submit();
  await form.expectProblem(form.password, /This password is easy to guess\./);
  await expect(form.text('Email address')).toHaveValue(person.email);
});

test('an address that a contact has already names that contact', async ({ visit, account, setup }) => {
  const first = stranger('Erna');
  await setup.contact(first, [], false);
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails({ firstName: 'Erna', lastName: 'Twice', email: `  ${first.email.toUpperCase()}` });
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await form.expectProblem(form.text('Email address'), `${first.name} already uses this email address on this account.`);
  await expect(form.text('Email address')).toBeFocused();
});

test('markup in every field is shown as text wherever it appears, and nothing of it runs', async ({ visit, account }) => {
  const owner = await visit('owner');
  const { lastName, email } = stranger();
  const attack = `</textarea><script>alert(1)</script><img src=x onerror=alert(2)>`;
  const firstName = `"></title><svg onload=alert(3)>`;
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails({ firstName, lastName, email });
  await form.text('Note').fill(attack);
  await form.text('Telephone').fill('bad on purpose');
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await form.expectProblem(form.text('Telephone'), 'This is not a telephone number.');
  await expect(form.text('Note')).toHaveValue(attack);
  await form.text('Telephone').fill('');
  await form.submit();
  await owner.expectHeading('Contacts');
  const name = `${firstName} ${lastName}`;
  await find(owner, account, email);
  await row(owner, name).getByRole('link', { name, exact: true }).click();
  await owner.expectHeading(name);
  await expect(owner.main.getByText(attack)).toBeVisible();
  // Loaded by its address, the document is written by the server, title included.
  await owner.page.reload();
  await owner.expectHeading(name);
  expect((await owner.page.title()).startsWith(`${name} · `)).toBe(true);
  await owner.main.getByRole('link', { name: 'Edit Contact' }).click();
  await owner.expectHeading(`Edit ${name}`);
  await expect(form.text('Note')).toHaveValue(attack);
  await owner.open(`${account}/activity`);
  await expect(owner.main.getByText(name).first()).toBeVisible();
});

test('S4.4 D4 rights added to the form by hand are refused and nothing is saved', async ({ visit, account, setup }) => {
  const manager = await setup.settled(stranger('Falk'), [['change[privileges][]', 'contacts.manage']]);
  const session = await setup.session(manager);
  const target = stranger('Fred');
  const answer = await session.post('/fn/contacts/save', [
    ['acting[account]', account.replace('/a/', '')],
    ['change[submission]', crypto.randomUUID()],
    ['change[first_name]', target.firstName],
    ['change[last_name]', target.lastName],
    ['change[email]', target.email],
    ['change[privileges][]', 'billing.pay'],
  ]);
  expect(answer.status()).toBe(403);
  const visitor = await visit(manager);
  await find(visitor, account, target.email);
  await expect(visitor.main.getByText('Nobody matches')).toBeVisible();
});
