import { ContactForm } from '../support/contact-form.ts';
import { find, row } from '../support/contacts.ts';
import { openMail } from '../support/outbox.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S4.12 6.1 whoever lacks a right asks for it, and an owner grants it for a while', async ({ visit, account, setup }) => {
  const ines = await setup.settled(stranger());
  const asking = await visit(ines);
  expect(await asking.open(`${account}/billing`)).toBe(403);
  await expect(asking.main.getByText('You need the right “View invoices”.')).toBeVisible();

  // A reason that is missing is asked for, on the same page.
  await asking.press('Request access');
  const reason = asking.main.getByRole('textbox', { name: 'Why do you need it?' });
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await reason.fill('I pay them every month');
  await asking.press('Request access');
  await asking.expectHeading('Requests for access');
  await expect(asking.main.getByRole('status').filter({ hasText: /./ })).toContainText('Request sent.');
  await expect(asking.main.getByText('I pay them every month')).toBeVisible();
  await asking.open(`${account}/billing`);
  await expect(asking.main.getByText('You’ve already requested this.')).toBeVisible();
  await expect(asking.main.getByRole('button', { name: 'Request access' })).toHaveCount(0);

  const owner = await visit('owner');
  const mail = await openMail(owner, 'owner@demo.example', `${ines.name} asks for access`);
  await expect(mail).toContainText('I pay them every month');
  await owner.open(account);
  await expect(owner.main.getByText(/asks for “/).first()).toBeVisible();
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('link', { name: /^Requests \(\d+\)$/ }).click();
  await owner.expectHeading('Requests for access');
  const request = owner.main.getByRole('listitem').filter({ has: owner.page.getByRole('link', { name: ines.name }) });
  await expect(request).toContainText('View invoices');
  await request.getByRole('combobox', { name: 'Duration' }).selectOption({ label: '7 days' });
  await request.getByRole('textbox', { name: /Message \(optional\)/ }).fill('Until the audit is done');
  await request.getByRole('button', { name: 'Grant', exact: true }).click();
  await owner.expectHeading('Requests for access');
  await expect(owner.main.getByRole('status').filter({ hasText: /./ })).toContainText('Right given.');
  await expect(request).toHaveCount(0);

  await openMail(owner, ines.email, /was granted/);
  await expect(owner.page.locator('body')).toContainText('Until the audit is done');
  expect(await asking.open(`${account}/billing`)).toBe(200);
  await asking.expectHeading('Billing & Payment');
  await asking.open(`${account}/requests`);
  await expect(asking.main.getByText('Granted', { exact: true })).toBeVisible();

  // The person's page and the form say until when; saving the form keeps it.
  await find(owner, account, ines.lastName);
  await row(owner, ines.name).getByRole('link', { name: ines.name }).click();
  await owner.expectHeading(ines.name);
  const until = owner.main.getByRole('listitem').filter({ hasText: 'View invoices: until' });
  await expect(until).toHaveCount(1);
  const end = await until.innerText();
  await owner.main.getByRole('link', { name: 'Edit Contact' }).click();
  await expect(owner.main.getByText('These rights end automatically.')).toBeVisible();
  await owner.settle();
  await new ContactForm(owner).text('Telephone').fill('+49 30 5550 123');
  await owner.press('Submit');
  await expect(owner.main.getByText(/^Saved /)).toBeVisible();
  await find(owner, account, ines.lastName);
  await row(owner, ines.name).getByRole('link', { name: ines.name }).click();
  await owner.expectHeading(ines.name);
  expect(await until.innerText()).toBe(end);
});

test('6.1 a request is declined with a word, and asked again it is one request', async ({ visit, account, setup }) => {
  const ines = await setup.settled(stranger('Jonas'));
  const asking = await visit(ines);
  const ask = async (reason: string) => {
    await asking.open(`${account}/requests?right=dc.view`);
    await expect(asking.main.getByText('Request “View Data Center”')).toBeVisible();
    await asking.main.getByRole('textbox', { name: 'Why do you need it?' }).fill(reason);
    await asking.press('Request access');
    // The page of the form has the same heading.
    await expect(asking.main.getByRole('status').filter({ hasText: /./ })).toContainText('Request sent.');
  };
  await ask('to look around');
  const owner = await visit('owner');
  await owner.open(`${account}/requests`);
  const request = owner.main.getByRole('listitem').filter({ has: owner.page.getByRole('link', { name: ines.name }) });
  await expect(request).toHaveCount(1);
  await owner.settle();
  await request.getByRole('textbox', { name: /Message \(optional\)/ }).fill('There is nothing to see');
  await request.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(owner.main.getByRole('status').filter({ hasText: /./ })).toContainText('Request declined.');
  await asking.open(`${account}/requests`);
  await expect(asking.main.getByText('Declined', { exact: true })).toBeVisible();
  await expect(asking.main.getByText('There is nothing to see')).toBeVisible();
  expect(await asking.open(`${account}/data-center`)).toBe(403);
});
