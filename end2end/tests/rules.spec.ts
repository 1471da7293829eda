import { expect as expectValue } from '@playwright/test';
import { serious } from '../support/axe.ts';
import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { openMail } from '../support/outbox.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

test('S1.7 S3.6 D4 an owner says which roles managers hand out, and a manager finds the others locked', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('link', { name: 'Roles', exact: true }).click();
  await owner.expectHeading('Roles');
  await owner.main.getByRole('checkbox', { name: 'Visitation' }).uncheck();
  await owner.press('Save');
  await expect(owner.main.getByText('Change saved.')).toBeVisible();
  await owner.settle();
  await expect(owner.main.getByRole('checkbox', { name: 'Visitation' })).not.toBeChecked();

  const manager = await visit('manager');
  await manager.open(`${account}/contacts/new`);
  const form = new ContactForm(manager);
  await expect(form.box('Visitation')).toBeDisabled();
  await expect(form.box('Billing')).toBeEnabled();
  await manager.open(`${account}/owners`);
  await expect(manager.main.getByText('Only the legal owner can change this.')).toBeVisible();

  await owner.main.getByRole('checkbox', { name: 'Visitation' }).check();
  await owner.press('Save');
  await expect(owner.main.getByRole('checkbox', { name: 'Visitation' })).toBeChecked();
});

/** Keeps what somebody may do under a name, on their page. */
async function saveAs(owner: Visitor, page: string, kind: RegExp, name: string): Promise<void> {
  await owner.open(page);
  await owner.main.getByText('Save as template or role').first().click();
  await owner.main.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  const choice = owner.main.getByRole('combobox', { name: 'Type' });
  await choice.selectOption({ label: (await choice.getByRole('option').allInnerTexts()).find((text) => kind.test(text)) ?? '' });
  await owner.press('Save as template or role');
  await owner.expectHeading('Roles');
}

const ruleRow = (owner: Visitor, name: string) =>
  owner.main.locator('.rule-row').filter({ has: owner.page.getByText(name, { exact: true }) });

test('S0.13 a person is saved as template, which is picked, changed and deleted', async ({ visit, account, setup }) => {
  const model = stranger('Mona');
  const page = await setup.contact(model, [['change[roles][]', 'billing']]);
  const owner = await visit('owner');
  const name = `Desk ${model.lastName}`;
  await owner.open(page);
  await owner.main.getByText('Save as template or role').first().click();
  await owner.press('Save as template or role');
  await expect(owner.main.getByText('Enter a name.').first()).toBeVisible();
  await saveAs(owner, page, /^Template/, name);

  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.pickTemplate(name);
  await expect(form.box('Pay invoices')).toBeChecked();

  await owner.open(`${account}/rules`);
  await owner.main.getByRole('link', { name: `Edit ${name}` }).click();
  await owner.expectHeading(`Template: ${name}`);
  await owner.main.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} 2`);
  await owner.press('Save');
  await expect(owner.main.getByText('Change saved.')).toBeVisible();
  await owner.settle();
  const kept = ruleRow(owner, `${name} 2`);
  await kept.locator('summary').click();
  await expect(kept.getByText('Nobody was added with this template.')).toBeVisible();
  await kept.getByRole('button', { name: 'Delete' }).click();
  await expect(ruleRow(owner, `${name} 2`)).toHaveCount(0);
});

test('D1 a role of the account is made, given, changed for whoever has it, and deleted', async ({ visit, account, setup }) => {
  const model = stranger('Mona');
  const page = await setup.contact(model, [['change[roles][]', 'billing']]);
  const nia = await setup.settled(stranger('Nia'));
  const owner = await visit('owner');
  const name = `Night ${model.lastName}`;
  await saveAs(owner, page, /^Role/, name);
  await find(owner, account, nia.email);
  await act(owner, nia.name, 'Edit Contact');
  const form = new ContactForm(owner);
  await form.box(name).check();
  await form.submit();
  await owner.expectHeading('Contacts');
  await find(owner, account, nia.email);
  await expect(row(owner, nia.name)).toContainText(name);
  const holder = await visit(nia);
  await holder.open(account);
  await holder.go('Billing & Payment');
  await holder.expectHeading('Billing & Payment');

  await owner.open(`${account}/rules`);
  await owner.main.getByRole('link', { name: `Edit ${name}` }).click();
  await owner.expectHeading(`Role: ${name}`);
  await expect(owner.main.getByText(nia.name)).toBeVisible();
  await form.box('Pay invoices').uncheck();
  await form.box('View domains').check();
  if (owner.js) expect(await serious(owner.page)).toEqual([]);
  await owner.press('Save');
  await expect(owner.main.getByText('Change saved.')).toBeVisible();
  await holder.open(account);
  await holder.go('Domains');
  await holder.expectHeading('Domains');

  await owner.settle();
  await ruleRow(owner, name).locator('summary').click();
  await expect(ruleRow(owner, name).getByText('One person has this role and loses its rights immediately.')).toBeVisible();
  await ruleRow(owner, name).getByRole('button', { name: 'Delete' }).click();
  await expect(ruleRow(owner, name)).toHaveCount(0);
  expectValue(await holder.open(`${account}/domains`)).toBe(403);
});

/** Answers the question before the owners change: on a living page a dialog asks, else the page does. */
async function answer(owner: Visitor, question: string, yes: string): Promise<void> {
  if (owner.js) {
    const dialog = owner.page.getByRole('dialog', { name: question });
    await dialog.getByRole('button', { name: yes, exact: true }).click();
  } else {
    await expect(owner.main.getByText(question)).toBeVisible();
    await owner.press(yes);
  }
}

/** Proves the address of somebody signed in, with the link that My Account mails. */
async function prove(visitor: Visitor, email: string): Promise<void> {
  await visitor.open('/me');
  await visitor.press('Confirm my address');
  await expect(visitor.main.getByRole('status').filter({ hasText: /./ })).toContainText('open the link to confirm');
  const mail = await openMail(visitor, email, 'Confirm your email address');
  const href = await mail.getByRole('link', { name: /\/verify\// }).getAttribute('href');
  await visitor.open(new URL(href ?? '').pathname);
  await visitor.press('Confirm');
  await visitor.expectHeading('My Account');
}

test('D4a T5 T90 the outsider makes a co-owner, hands the account over, and takes it back', async ({ visit, setup }) => {
  const account = await setup.account(demo('outsider'));
  const heir = await setup.settled(stranger('Hedi'), [], demo('outsider'));
  const outsider = await visit('outsider');
  await outsider.open(`${account}/owners`);
  await expect(outsider.main.getByText(`their email address isn’t confirmed: ${heir.name}`)).toBeVisible();
  const other = await visit(heir);
  await prove(other, heir.email);
  await outsider.open(`${account}/owners`);
  await outsider.press('Add co-owner');
  await expect(outsider.main.getByText('Choose one of the options.')).toBeVisible();
  await outsider.settle();
  await outsider.main.getByRole('combobox', { name: 'New co-owner' }).selectOption({ label: `${heir.name} (${heir.email})` });
  await outsider.press('Add co-owner');
  await answer(outsider, `Add ${heir.name} as co-owner?`, `Add ${heir.name} as co-owner`);
  await expect(outsider.main.getByRole('button', { name: `Remove as co-owner: ${heir.name}` })).toBeVisible();
  await outsider.settle();

  await outsider.main.getByText('Transfer ownership').last().click();
  await outsider.main.getByRole('combobox', { name: 'New legal owner' }).selectOption({ label: `${heir.name} (${heir.email})` });
  await outsider.main.getByLabel('Current password', { exact: true }).fill('not the password');
  await outsider.press('Offer ownership');
  await expect(outsider.main.getByText('This is not your current password.').first()).toBeVisible();
  await outsider.main.getByLabel('Current password', { exact: true }).fill(demo('outsider').password);
  await outsider.press('Offer ownership');
  await expect(outsider.main.getByText('Ownership offered')).toBeVisible();

  await openMail(other, heir.email, /changed|Access/i);
  await other.open(`${account}/owners`);
  await other.press('Accept ownership');
  await expect(other.main.getByText('Ownership transferred')).toBeVisible();
  await outsider.open(`${account}/owners`);
  await expect(outsider.main.getByText('Only the legal owner can change this.').first()).toBeVisible();
  await outsider.press('Undo transfer');
  await expect(outsider.main.getByText('Change saved.')).toBeVisible();
  await expect(outsider.main.getByText('Ownership transferred')).toHaveCount(0);
  await outsider.settle();
  await outsider.press(`Remove as co-owner: ${heir.name}`);
  await answer(outsider, `Remove ${heir.name} as co-owner?`, 'Remove as co-owner');
  await expect(outsider.main.getByRole('button', { name: `Remove as co-owner: ${heir.name}` })).toHaveCount(0);
  expectValue(await other.open(`${account}/owners`)).toBe(403);
});
