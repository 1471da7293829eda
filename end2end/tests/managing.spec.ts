import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { openMail } from '../support/outbox.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S1.7 S1.8 S1.10 S2.4 S3.3 S3.5 S3.6 S4.1 S4.2 somebody with the role Manager gives roles to others and to themselves, and takes them', async ({ visit, account, setup }) => {
  const manager = await setup.settled(stranger('Magda'), [['change[roles][]', 'manager']]);
  const person = stranger('Pavel');
  await setup.contact(person, [['change[roles][]', 'visitation']]);
  const visitor = await visit(manager);
  await find(visitor, account, person.email);
  await act(visitor, person.name, 'Edit Contact');
  await visitor.expectHeading(`Edit ${person.name}`);
  const form = new ContactForm(visitor);
  await form.box('Visitation').uncheck();
  await form.box('Billing').check();
  await form.box('Purchasing').check();
  await form.submit();
  await visitor.expectHeading('Contacts');
  await find(visitor, account, person.email);
  await expect(row(visitor, person.name)).toContainText('Billing Purchasing');

  await find(visitor, account, manager.email);
  await act(visitor, manager.name, 'Edit Contact');
  await visitor.expectHeading(`Edit ${manager.name}`);
  await expect(form.box('Place new orders')).toBeDisabled();
  await form.box('Technical').check();
  await form.submit();
  await visitor.expectHeading('Contacts');
  await find(visitor, account, manager.email);
  await expect(row(visitor, manager.name)).toContainText('Manager Technical');
  await visitor.open(account);
  expect(await visitor.entries()).toContain('Support');
});

test('D4 the owner is told by mail what somebody else gave', async ({ visit, account, setup }) => {
  const manager = await setup.settled(stranger('Moritz'), [['change[roles][]', 'manager']]);
  const visitor = await visit(manager);
  const person = stranger('Petra');
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  await form.fillDetails(person);
  await form.box('View domains').check();
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await visitor.expectHeading('Contacts');
  const subject = new RegExp(`^${manager.name} changed ${person.name}’s access`);
  const mail = await openMail(visitor, 'owner@demo.example', subject);
  await expect(mail).toContainText('Added: View domains');
});

test('S3.4 the activity says who did what to whom, the view as a contact included', async ({ visit, account, setup }) => {
  const person = stranger('Aida');
  await setup.contact(person, [['change[privileges][]', 'domains.view']]);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Login as This Contact');
  await expect(owner.page).toHaveURL(/\/as\//);
  await owner.settle();
  await owner.press('Stop');
  await owner.expectHeading('Contacts');
  await owner.go('Activity');
  await owner.expectHeading('Activity');
  // The address stands beside the name, which is its bearer's to choose.
  const name = `${await setup.nameOf(demo('owner'))} ${demo('owner').email}`;
  const entries = owner.main.getByRole('listitem').filter({ hasText: person.name });
  for (const what of [`added a contact: ${person.name}`, `viewed the portal as ${person.name} for less than a minute`]) {
    await expect(entries.filter({ hasText: `${name} ${what}` })).toHaveCount(1);
  }
  await expect(entries.filter({ hasText: 'added a contact:' })).toContainText('Added: View domains');
});

test('S1.21 S3.30 S4.11 the address of support stands on every page', async ({ visit, account }) => {
  const visitor = await visit();
  await visitor.open('/sign-in');
  const support = visitor.page.getByRole('link', { name: /^support@/ });
  await expect(support).toHaveAttribute('href', /^mailto:support@/);
  const buyer = await visit('buyer');
  await buyer.open(`${account}/contacts`);
  await expect(buyer.page.getByRole('contentinfo').getByRole('link', { name: /^support@/ })).toBeVisible();
});
