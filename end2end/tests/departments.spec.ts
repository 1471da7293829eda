import { ContactForm } from '../support/contact-form.ts';
import { type Person, stranger } from '../support/people.ts';
import { type Visitor } from '../support/visitor.ts';
import { expect, test } from '../support/test.ts';

async function add(owner: Visitor, account: string, person: Person, template: string): Promise<void> {
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.pickTemplate(template);
  await form.activate(person.password);
  await form.submit();
  await owner.expectHeading('Contacts');
}

async function firstSignIn(contact: Visitor, person: Person, password: string): Promise<void> {
  await contact.signIn(person);
  await contact.expectHeading('Security');
  await contact.page.getByLabel('Current password').fill(person.password);
  await contact.page.getByLabel('New password', { exact: true }).fill(password);
  await contact.page.getByLabel('Repeat new password').fill(password);
  await contact.press('Change password');
  await expect(contact.page).toHaveURL(/\/a\/[^/]+$/);
}

test('S2.5 S2.6 the billing department sees invoices and orders, and of the services only those that end', async ({ visit, account }) => {
  const person = stranger('Berta');
  await add(await visit('owner'), account, person, 'Accounting');
  const contact = await visit();
  await firstSignIn(contact, person, 'anchor basket cloud ten');
  expect(await contact.entries()).toEqual(['Dashboard', 'My Services', 'Billing & Payment', 'Support', 'Order']);

  await contact.go('Billing & Payment');
  await contact.expectHeading('Billing & Payment');
  await expect(contact.main.getByRole('rowheader').first()).toBeVisible();
  await contact.go('Order');
  await contact.expectHeading('Order');
  await contact.go('My Services');
  await contact.expectHeading('My Services');
  const services = contact.main.getByRole('row').filter({ has: contact.page.getByRole('rowheader') });
  await expect(services.first()).toBeVisible();
  await expect(services.filter({ hasNotText: /Expires soon|Expired/ })).toHaveCount(0);
  await expect(services.filter({ hasText: 'web-01' })).toHaveCount(0);
  expect(await contact.open(`${account}/domains`)).toBe(403);
  await expect(contact.main.getByText('You need the right “View domains”.')).toBeVisible();
});

test('S2.7 the web developer works with tickets and services, without billing and account details', async ({ visit, account }) => {
  const person = stranger('Wanda');
  await add(await visit('owner'), account, person, 'Technical Staff');
  const contact = await visit();
  await firstSignIn(contact, person, 'bridge candle donkey two');
  expect(await contact.entries()).toEqual(['Dashboard', 'My Services', 'Domains', 'Support']);

  await contact.go('Support');
  await contact.expectHeading('Support');
  await contact.go('My Services');
  const web01 = contact.main.getByRole('row').filter({ hasText: 'web-01' });
  await expect(web01).toContainText('Power Management');
  await expect(web01).not.toContainText('Request Cancellation');
  expect(await contact.open(`${account}/billing`)).toBe(403);
  await expect(contact.main.getByText('You need the right “View invoices”.')).toBeVisible();
  await contact.open(`${account}/settings`);
  await contact.expectHeading('Your access');
  await expect(contact.main.getByText('View account details')).toBeVisible();
  await expect(contact.main.getByText('Modify main profile details')).toHaveCount(0);
});
