import { expect as expectValue } from '@playwright/test';
import { ContactForm } from '../support/contact-form.ts';
import { openMail } from '../support/outbox.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S1.7 S3.6 D4 an owner says which roles managers hand out, and a manager finds the others locked', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('link', { name: 'Access rules' }).click();
  await owner.expectHeading('Access rules');
  await owner.main.getByRole('checkbox', { name: 'Visitation' }).uncheck();
  await owner.press('Save');
  await expect(owner.main.getByText('The change is saved.')).toBeVisible();
  await owner.settle();
  await expect(owner.main.getByRole('checkbox', { name: 'Visitation' })).not.toBeChecked();

  const manager = await visit('manager');
  await manager.open(`${account}/contacts/new`);
  const form = new ContactForm(manager);
  await expect(form.box('Visitation')).toBeDisabled();
  await expect(form.box('Billing')).toBeEnabled();
  await manager.open(`${account}/rules`);
  await expect(manager.main.getByText('Only the legal owner does this.')).toBeVisible();

  await owner.main.getByRole('checkbox', { name: 'Visitation' }).check();
  await owner.press('Save');
  await expect(owner.main.getByRole('checkbox', { name: 'Visitation' })).toBeChecked();
});

test('a person is saved as template, which is picked, renamed and deleted', async ({ visit, account, setup }) => {
  const model = stranger('Mona');
  const page = await setup.contact(model, [['change[roles][]', 'billing']]);
  const owner = await visit('owner');
  const name = `Desk ${model.lastName}`;
  await owner.open(page);
  await owner.main.getByText('Save as template').first().click();
  await owner.press('Save as template');
  await expect(owner.main.getByText('This is needed.').first()).toBeVisible();
  await owner.main.getByRole('textbox', { name: 'Name of the template' }).fill(name);
  await owner.press('Save as template');
  await owner.expectHeading('Access rules');
  await expect(owner.main.getByRole('textbox', { name: `Name of ${name}` })).toHaveValue(name);

  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.pickTemplate(name);
  await expect(form.box('Pay invoices')).toBeChecked();

  await owner.open(`${account}/rules`);
  await owner.main.getByRole('textbox', { name: `Name of ${name}` }).fill(`${name} 2`);
  const row = owner.main.locator('.rule-row').filter({ has: owner.page.getByRole('textbox', { name: `Name of ${name}` }) });
  await row.getByRole('button', { name: 'Rename' }).click();
  await expect(owner.main.getByText('The change is saved.')).toBeVisible();
  await owner.settle();
  await owner.main.getByText(`Delete ${name} 2`).click();
  const renamed = owner.main.locator('.rule-row').filter({ has: owner.page.getByRole('textbox', { name: `Name of ${name} 2` }) });
  await expect(renamed.getByText('Nobody began with this template.')).toBeVisible();
  await renamed.getByRole('button', { name: 'Delete' }).click();
  await expect(owner.main.getByRole('textbox', { name: `Name of ${name} 2` })).toHaveCount(0);
});

test('D4a T5 the outsider makes a co-owner, hands the account over, and takes it back', async ({ visit, setup }) => {
  const account = await setup.account(demo('outsider'));
  const heir = await setup.settled(stranger('Hedi'), [], demo('outsider'));
  const outsider = await visit('outsider');
  await outsider.open(`${account}/rules`);
  await outsider.main.getByRole('combobox', { name: 'New co-owner' }).selectOption({ label: `${heir.name} (${heir.email})` });
  await outsider.press('Make co-owner');
  await expect(outsider.main.getByRole('button', { name: `Dismiss ${heir.name}` })).toBeVisible();
  await outsider.settle();

  await outsider.main.getByText('Hand the account over').last().click();
  await outsider.main.getByRole('combobox', { name: 'New legal owner' }).selectOption({ label: `${heir.name} (${heir.email})` });
  await outsider.main.getByLabel('Present password', { exact: true }).fill('not the password');
  await outsider.press('Offer ownership');
  await expect(outsider.main.getByText('This is not your present password.').first()).toBeVisible();
  await outsider.main.getByLabel('Present password', { exact: true }).fill(demo('outsider').password);
  await outsider.press('Offer ownership');
  await expect(outsider.main.getByText('Ownership is offered')).toBeVisible();

  const other = await visit(heir);
  await openMail(other, heir.email, /changed|Access/i);
  await other.open(`${account}/rules`);
  await other.press('Accept ownership');
  await expect(other.main.getByText('The account was handed over')).toBeVisible();
  await outsider.open(`${account}/rules`);
  await expect(outsider.main.getByText('Only the legal owner does this.').first()).toBeVisible();
  await outsider.press('Undo the transfer');
  await expect(outsider.main.getByText('The change is saved.')).toBeVisible();
  await expect(outsider.main.getByText('The account was handed over')).toHaveCount(0);
  await outsider.settle();
  await outsider.press(`Dismiss ${heir.name}`);
  await expect(outsider.main.getByRole('button', { name: `Dismiss ${heir.name}` })).toHaveCount(0);
  expectValue(await other.open(`${account}/rules`)).toBe(403);
});
