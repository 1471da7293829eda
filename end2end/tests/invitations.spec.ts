import { expect as expectValue } from '@playwright/test';
import { act, row } from '../support/contacts.ts';
import { invite, mailedLink } from '../support/invitations.ts';
import { openMail } from '../support/outbox.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test(
  'S0.5 S0.7 S3.12 S3.15 S3.16 S3.17 S4.5 S4.8 an unregistered address is invited, waits as Request Pending, accepts by ' +
    'the mailed link, makes a login and is in the account',
  async ({ visit, account }) => {
    const guest = stranger('Gwen');
    const owner = await visit('owner');
    await owner.open(`${account}/contacts`);
    await owner.main.getByRole('link', { name: 'Invite User' }).click();
    await owner.expectHeading('Invite User');
    await owner.main.getByRole('textbox', { name: 'Email address' }).fill(guest.email);
    await owner.main.getByRole('checkbox', { name: 'Billing', exact: true }).check();
    if (!owner.js) {
      await owner.press('Send invitation');
      await expect(owner.main.getByRole('textbox', { name: 'Email address' })).toHaveValue(guest.email);
    }
    await expect(owner.main.getByRole('heading', { name: 'Summary' })).toBeVisible();
    await expect(owner.main.locator('.outlook').getByText('View invoices')).toBeVisible();
    await owner.press('Send invitation');
    await owner.expectHeading('Contacts');
    await expect(owner.main.getByText('Invitation sent.')).toBeVisible();
    await expect(row(owner, guest.email)).toContainText('Request Pending');

    const invited = await visit();
    await invited.open(await mailedLink(invited, guest.email, /invites you/));
    await invited.expectHeading(/invites you to/);
    await expect(invited.page.getByText(guest.email)).toBeVisible();
    await invited.page.getByRole('textbox', { name: 'First name' }).fill('Gwen');
    await invited.page.getByRole('textbox', { name: 'Last name' }).fill(guest.lastName);
    await invited.page.getByLabel('New password', { exact: true }).fill(guest.password);
    await invited.page.getByLabel('Repeat new password').fill('something else entirely');
    await invited.press('Accept invitation');
    await expect(invited.page.getByText('The two passwords are not the same').first()).toBeVisible();
    await expect(invited.page.getByRole('textbox', { name: 'Last name' })).toHaveValue(guest.lastName);
    await invited.page.getByLabel('New password', { exact: true }).fill(guest.password);
    await invited.page.getByLabel('Repeat new password').fill(guest.password);
    await invited.press('Accept invitation');
    await expect(invited.page).toHaveURL(new RegExp(`${account}$`));
    await invited.settle();
    expectValue(await invited.entries()).toContain('Billing & Payment');
    expectValue(await invited.entries()).not.toContain('Manage Contacts');

    await owner.open(`${account}/contacts?search=${encodeURIComponent(guest.email)}`);
    await expect(row(owner, `Gwen ${guest.lastName}`)).toContainText('Active');
  },
);

test('S3.13 S3.14 S4.6 a registered address has access at once, is told by mail, and gives it back with one click', async ({ visit, account, setup }) => {
  const known = await setup.settled(stranger('Kim'), [], demo('outsider'));
  const owner = await visit('owner');
  // The address of somebody else's contact was not proved: it is asked like any other.
  await invite(owner, account, known.email, 'Technical');
  await expect(row(owner, known.email)).toContainText('Request Pending');

  await owner.open(`${account}/contacts`);
  await invite(owner, account, 'outsider@demo.example', 'Visitation');
  await expect(owner.main.getByText('Access given. They were told by email.')).toBeVisible();
  const outsider = await visit('outsider');
  await outsider.open(account);
  expectValue(await outsider.entries()).toContain('Data Center');

  const reader = await visit();
  const link = await mailedLink(reader, 'outsider@demo.example', /gave you access/);
  await reader.open(link);
  await reader.expectHeading(/gave you access to/);
  await reader.press('I don’t want this');
  await reader.expectHeading('You declined');
  expectValue(await outsider.open(account)).toBe(404);
  // Another run of this test finds the address free again.
  await owner.open(`${account}/contacts?search=outsider`);
  const name = await setup.nameOf(demo('outsider'));
  await expect(row(owner, name)).toContainText('Declined');
  await act(owner, name, 'Cancel invitation');
  await expect(owner.main.getByText('Invitation cancelled.')).toBeVisible();
});

test('S4.11 D11 an invitation is sent again, passed on as a link, and cancelled; the old link dies', async ({ visit, account }) => {
  const guest = stranger('Rike');
  const owner = await visit('owner');
  await invite(owner, account, guest.email, 'Billing');
  const reader = await visit();
  const first = await mailedLink(reader, guest.email, /invites you/);

  await owner.open(`${account}/contacts?search=${encodeURIComponent(guest.email)}`);
  await act(owner, guest.email, 'Copy invitation link');
  const field = owner.main.getByRole('textbox', { name: 'Invitation link' });
  await expect(field).toHaveValue(/\/invitations\/[\w-]+$/);
  const copied = new URL(await field.inputValue()).pathname;
  for (const link of [first, copied]) {
    expectValue(await reader.open(link)).toBe(200);
    await reader.expectHeading(/invites you to/);
  }

  await owner.open(`${account}/contacts?search=${encodeURIComponent(guest.email)}`);
  await act(owner, guest.email, 'Resend invitation');
  await expect(owner.main.getByText('Invitation sent again.')).toBeVisible();
  for (const link of [first, copied]) {
    expectValue(await reader.open(link)).toBe(404);
    await reader.expectHeading('This invitation no longer works');
  }
  await owner.settle();
  await act(owner, guest.email, 'Cancel invitation');
  await expect(owner.main.getByText('Invitation cancelled.')).toBeVisible();
  await expect(row(owner, guest.email)).toHaveCount(0);
});

test('D3 D11 T18 a link passed on by hand makes no login: it is mailed to the invited address first', async ({ visit, account }) => {
  const guest = stranger('Hanne');
  const owner = await visit('owner');
  await invite(owner, account, guest.email, 'Billing');
  await owner.open(`${account}/contacts?search=${encodeURIComponent(guest.email)}`);
  await act(owner, guest.email, 'Copy invitation link');
  const copied = new URL(await owner.main.getByRole('textbox', { name: 'Invitation link' }).inputValue()).pathname;

  const reader = await visit();
  await reader.open(copied);
  await reader.expectHeading(/invites you to/);
  await expect(reader.page.getByText('This link was passed on by hand.')).toBeVisible();
  await expect(reader.page.getByRole('textbox', { name: 'First name' })).toHaveCount(0);
  await reader.settle();
  await reader.page.getByRole('button', { name: 'Send it to the invited address' }).click();
  await reader.expectHeading('Email sent');
  const mailed = await mailedLink(await visit(), guest.email, /invites you/);
  expectValue(mailed).not.toBe(copied);
  await reader.open(mailed);
  await expect(reader.page.getByRole('textbox', { name: 'First name' })).toBeVisible();
});

test('D11 T18 whoever is signed in as somebody else is told so, and nothing is linked', async ({ visit, account }) => {
  const guest = stranger('Paul');
  const owner = await visit('owner');
  await invite(owner, account, guest.email, 'Billing');
  const other = await visit('buyer');
  const link = await mailedLink(other, guest.email, /invites you/);
  await other.open(link);
  await expect(other.page.getByText(`This invitation is for ${guest.email}.`)).toBeVisible();
  await expect(other.page.getByText('You are signed in as buyer@demo.example.')).toBeVisible();
  await expect(other.page.getByRole('button', { name: /Accept/ })).toHaveCount(0);
});

test('declining gives the inviter the reason', async ({ visit, account }) => {
  const guest = stranger('Dora');
  const owner = await visit('owner');
  await invite(owner, account, guest.email, 'Billing');
  const reader = await visit();
  await reader.open(await mailedLink(reader, guest.email, /invites you/));
  await reader.page.getByText('Decline').first().click();
  await reader.page.getByRole('textbox', { name: 'Reason' }).fill('I left the company');
  await reader.press('Decline');
  await reader.expectHeading('You declined');
  const mail = await openMail(owner, 'owner@demo.example', new RegExp(`${guest.email.replaceAll('.', '\\.\\s?')} declined`));
  await expect(mail).toContainText('I left the company');
});

test('every bad address is named, and what was typed stays', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/invite`);
  const emails = owner.main.getByRole('textbox', { name: 'Email address' });
  await emails.fill('good@people.example, nobody, buyer@demo.example');
  await owner.main.getByRole('checkbox', { name: 'Billing', exact: true }).check();
  await owner.press('Send invitation');
  await expect(owner.main.getByText('nobody is not an email address.').first()).toBeVisible();
  await expect(emails).toHaveValue('good@people.example, nobody, buyer@demo.example');
  await expect(owner.main.getByRole('checkbox', { name: 'Billing', exact: true })).toBeChecked();
  await emails.fill('good@people.example buyer@demo.example');
  await owner.main.getByText('Note and last day').click();
  await owner.main.getByLabel('Last day of access').fill('2020-01-31');
  await owner.press('Send invitation');
  await expect(owner.main.getByText('This day is in the past.').first()).toBeVisible();
  await expect(owner.main.getByText(/uses this email address|is a contact/i).first()).toBeVisible();
});

test('T22 an address that reads like another is asked about before anything is sent to it', async ({ visit, account }) => {
  const guest = stranger('Olga');
  // The first letter is Cyrillic.
  const twin = `о${guest.email.slice(1)}`;
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/invite`);
  await owner.main.getByRole('textbox', { name: 'Email address' }).fill(twin);
  await expect(owner.main.getByRole('checkbox', { name: 'Use the address exactly as written' })).toHaveCount(0);
  await owner.press('Send invitation');
  await expect(owner.main.getByText(/uses letters of another alphabet/).first()).toBeVisible();
  await expect(owner.main.getByRole('textbox', { name: 'Email address' })).toHaveValue(twin);
  await owner.main.getByRole('checkbox', { name: 'Use the address exactly as written' }).check();
  await owner.press('Send invitation');
  await owner.expectHeading('Contacts');
  await expect(row(owner, twin)).toContainText('Request Pending');
});
