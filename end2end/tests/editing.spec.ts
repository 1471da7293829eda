import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S0.23 Edit Contact changes name, address, password and rights together', async ({ visit, account, setup }) => {
  const person = stranger('Edda');
  await setup.contact(person, [['change[privileges][]', 'domains.view']]);
  const changed = stranger('Edith');
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Edit Contact');
  await owner.expectHeading(`Edit ${person.name}`);
  const form = new ContactForm(owner);
  await expect(form.text('First name')).toHaveValue('Edda');
  await expect(form.box('View domains')).toBeChecked();
  await form.fillDetails(changed);
  await form.box('View domains').uncheck();
  await form.box('View invoices').check();
  await form.password.fill(changed.password);
  await form.submit();

  await owner.expectHeading('Contacts');
  await find(owner, account, changed.email);
  await expect(row(owner, changed.name)).toContainText(changed.email);
  await owner.page.getByRole('link', { name: changed.name, exact: true }).click();
  await owner.expectHeading(changed.name);
  await expect(owner.main.getByText('Added: View invoices')).toBeVisible();
  await expect(owner.main.getByText('Removed: View domains')).toBeVisible();

  const contact = await visit();
  await contact.signIn(changed);
  await contact.expectHeading('Security');
});

test('S0.23 two people edit the same contact: the second is shown what changed and loses nothing', async ({ visit, account, setup }) => {
  const person = stranger('Conny');
  const page = await setup.contact(person);
  const [owner, coowner] = [await visit('owner'), await visit('coowner')];
  await owner.open(`${page}/edit`);
  await coowner.open(`${page}/edit`);
  const [first, second] = [new ContactForm(owner), new ContactForm(coowner)];
  await first.text('Telephone').fill('+49 30 1234567');
  await first.box('View domains').check();
  await first.submit();
  await owner.expectHeading('Contacts');

  await second.text('First name').fill('Constance');
  await second.submit();
  await expect(coowner.main.getByText(/saved changes while you were editing/)).toBeVisible();
  await expect(coowner.main.getByText('Telephone is now “+49 30 1234567”')).toBeVisible();
  await expect(coowner.main.getByText('Added: View domains')).toBeVisible();
  await expect(second.text('First name')).toHaveValue('Constance');
  await expect(second.text('Telephone')).toHaveValue('+49 30 1234567');
  await expect(second.box('View domains')).toBeChecked();
  await expect(coowner.main.getByText('you both changed it')).toHaveCount(0);
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toBeVisible();

  await coowner.settle();
  await second.submit();
  await coowner.expectHeading('Contacts');
  await find(coowner, account, person.email);
  await expect(row(coowner, `Constance ${person.lastName}`)).toBeVisible();
  await coowner.open(page);
  await expect(coowner.main.getByText('+49 30 1234567').first()).toBeVisible();
  await expect(coowner.main.getByText('View domains').first()).toBeVisible();
});

test('what two people changed to different things is named, and the second chooses', async ({ visit, setup }) => {
  const page = await setup.contact(stranger('Clarence'));
  const [owner, coowner] = [await visit('owner'), await visit('coowner')];
  await owner.open(`${page}/edit`);
  await coowner.open(`${page}/edit`);
  const [first, second] = [new ContactForm(owner), new ContactForm(coowner)];
  await first.text('Telephone').fill('+49 30 111');
  await first.submit();
  await owner.expectHeading('Contacts');

  await second.text('Telephone').fill('+49 30 222');
  await second.submit();
  await expect(coowner.main.getByText('Telephone: you both changed it. They entered “+49 30 111”, the form has yours.')).toBeVisible();
  await expect(coowner.main.getByText('fields need attention')).toHaveCount(0);
  await expect(second.text('Telephone')).toHaveValue('+49 30 222');
  await coowner.settle();
  await second.submit();
  await coowner.expectHeading('Contacts');
  await coowner.open(page);
  await expect(coowner.main.getByText('+49 30 222').first()).toBeVisible();
});

test('D5 the password and address of somebody who chose an own password are theirs: the form offers a reset link', async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Hanna'));
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Edit Contact');
  await owner.expectHeading(`Edit ${person.name}`);
  await expect(new ContactForm(owner).password).toHaveCount(0);
  await owner.press('Send a reset link');
  await expect(owner.page.getByRole('status').getByText(/link/i).first()).toBeVisible();
});

test('S2.4 somebody who may manage contacts gives what they hold, and the boxes they may not give say why', async ({ visit, setup, account }) => {
  const manager = await setup.settled(stranger('Greta'), [
    ['change[privileges][]', 'contacts.manage'],
    ['change[all_domains][]', 'domains.dns'],
  ]);
  const visitor = await visit(manager);
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  await expect(form.box('Pay invoices')).toBeDisabled();
  await expect(form.box('Pay invoices')).toHaveAccessibleDescription(/You don’t have this right\./);
  const person = stranger('Gustav');
  await form.fillDetails(person);
  await form.box('Edit DNS records').check();
  await form.activate(person.password);
  await form.submit();
  await visitor.expectHeading('Contacts');
  await expect(row(visitor, person.name)).toContainText('Active');
});

test('a second click on Submit and a reload add nobody twice', async ({ visit, account }) => {
  const person = stranger('Dora');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await owner.main.getByRole('button', { name: 'Submit' }).dblclick();
  await owner.expectHeading('Contacts');
  await find(owner, account, person.email);
  await expect(row(owner, person.name)).toHaveCount(1);
});
