import { openList, switchTo } from '../support/agency.ts';
import { find, remove, row } from '../support/contacts.ts';
import { invite } from '../support/invitations.ts';
import type { MailServer } from '../support/mail-server.ts';
import { box, change, expectTicked } from '../support/notifications.ts';
import { HASH, type Login, PASSWORD, type Person, stranger } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { expect, test } from '../support/smtp-test.ts';
import type { Visitor } from '../support/visitor.ts';

/** A primary account with its owner, what they give the invited person, and the page that comes with it. */
interface Customer {
  name: string;
  owner: Login;
  role: string;
  page: string;
}

const ASTER: Customer = { name: 'Aster GmbH', owner: login('aster'), role: 'Billing', page: 'Billing & Payment' };
const BIRCH: Customer = { name: 'Birch Ltd', owner: login('birch'), role: 'Technical', page: 'Support' };
const CEDAR: Customer = { name: 'Cedar AB', owner: login('cedar'), role: 'Visitation', page: 'Data Center' };

test.use({ data: { lines: [ASTER, BIRCH, CEDAR].flatMap(lines) } });

function login(customer: string): Login {
  return { email: `owner@${customer}.example`, password: PASSWORD };
}

/** The data of an account with nobody but its owner. */
function lines({ name, owner: { email } }: Customer, number: number): Line[] {
  const [account, person] = [`account:${number}`, `owner:${number}`];
  return [
    { type: 'account', id: account, name, currency: 'EUR' },
    {
      type: 'person', id: person, email, first_name: 'Olga', last_name: `Owner ${number}`,
      password_hash: HASH, password_by: 'self', verified: true,
    },
    { type: 'contact', id: `contact:${number}`, account, person, owner: 'legal' },
  ];
}

/** Opens the link of the mail on an invitation, and makes a login there. */
async function accept(guest: Visitor, person: Person, mailServer: MailServer): Promise<void> {
  const mail = await mailServer.mailTo(person.email, /invites you/);
  const link = /http\S+\/invitations\/[\w-]+/.exec(mail.text)?.[0] ?? '';
  expect(mail.html).toContain(link);
  await guest.open(link);
  await guest.expectHeading(/invites you to Aster GmbH/);
  await guest.page.getByRole('textbox', { name: 'First name' }).fill(person.firstName);
  await guest.page.getByRole('textbox', { name: 'Last name' }).fill(person.lastName);
  await guest.page.getByLabel('New password', { exact: true }).fill(person.password);
  await guest.page.getByLabel('Repeat new password').fill(person.password);
  await guest.press('Accept invitation');
}

/** Expects somebody to be on the only account they have, with what its owner gave. */
async function expectAlone(guest: Visitor, { name, page }: Customer): Promise<void> {
  await guest.expectHeading(name);
  await expect(guest.leftMenu.getByRole('link', { name: page, exact: true })).toBeVisible();
  await expect(guest.page.getByText(/You are accessing/)).toHaveCount(0);
}

/** Switches to one of several accounts, which every page of it names. */
async function work(guest: Visitor, { name, page }: Customer): Promise<void> {
  await switchTo(guest, name);
  await expect(guest.main.getByText(`You are accessing ${name}`)).toBeVisible();
  await guest.go(page);
  await guest.expectHeading(page);
  await expect(guest.main.getByText(`You are accessing ${name}`)).toBeVisible();
}

test(
  'S0.7 S1.1 S1.2 S1.3 S1.5 S1.8 S3.12 S3.13 S3.17 S3.29 I4 an invited person makes a login by the mailed link, is given two ' +
    'more accounts, goes from one to the other, and loses one under their eyes',
  async ({ visit, mailServer, setup }) => {
    const person = stranger('Gwen');
    await invite(await visit(ASTER.owner), await setup.account(ASTER.owner), person.email, ASTER.role);
    const guest = await visit();
    await accept(guest, person, mailServer);
    await expectAlone(guest, ASTER);

    await guest.pick(person.name, 'Sign out');
    await guest.expectHeading('Sign in');
    await guest.signIn(person);
    await expectAlone(guest, ASTER);

    await guest.open(`${await setup.account(ASTER.owner)}/settings`);
    await guest.main.getByRole('link', { name: 'View Notifications', exact: true }).click();
    await guest.expectHeading(`Notifications of ${person.name}`);
    await box(guest.main, 'Billing').uncheck();
    await box(guest.main, 'Support').check();
    await change(guest.main);
    await expect(guest.main.getByText('Notifications saved.')).toBeVisible();
    await guest.page.reload();
    await guest.settle();
    await expectTicked(guest.main, ['Support']);

    for (const customer of [BIRCH, CEDAR]) {
      const inviting = await visit(customer.owner);
      await invite(inviting, await setup.account(customer.owner), person.email, customer.role);
      await expect(inviting.main.getByText('Access given. They were told by email.')).toBeVisible();
      const mail = await mailServer.mailTo(person.email, new RegExp(`gave you access to ${customer.name}`));
      expect(mail.text).toContain(`Hello ${person.firstName},`);
      await guest.open(/http\S+\/a\/[\w-]+/.exec(mail.text)?.[0] ?? '');
      await guest.expectHeading(customer.name);
    }

    await guest.open('/');
    await guest.expectHeading('Accounts');
    for (const customer of [ASTER, CEDAR, BIRCH]) await work(guest, customer);

    const [birch, lost] = [await visit(BIRCH.owner), await setup.account(BIRCH.owner)];
    await find(birch, lost, person.email);
    await remove(birch, person.name);
    await expect(row(birch, person.name)).toHaveCount(0);
    if (guest.js) {
      await guest.expectHeading('Your access to Birch Ltd has ended');
    } else {
      await guest.go('My Services');
      await guest.expectHeading('Page not found');
    }
    await expect(guest.page.getByText('You are accessing Birch Ltd')).toHaveCount(0);

    const list = await openList(guest);
    await expect(list.getByRole('link', { name: CEDAR.name })).toBeVisible();
    await expect(list.getByRole('link', { name: BIRCH.name })).toHaveCount(0);
    expect(await guest.open(lost)).toBe(404);
    for (const customer of [CEDAR, ASTER]) await work(guest, customer);
  },
);
