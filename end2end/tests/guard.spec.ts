import type { Locator } from '@playwright/test';
import { openList } from '../support/agency.ts';
import { ContactForm } from '../support/contact-form.ts';
import { row } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { answer, hold, noteDocument } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

// A half-filled form is not lost by a slip.

const question = (visitor: Visitor): Locator => visitor.page.getByRole('dialog', { name: 'Leave this page?' });

/** The form for a new contact, half filled. */
async function half(visitor: Visitor, account: string): Promise<ContactForm> {
  await visitor.open(`${account}/contacts`);
  await visitor.main.getByRole('link', { name: 'Add New Contact' }).click();
  await visitor.expectHeading('Add New Contact');
  const form = new ContactForm(visitor);
  await form.text('First name').fill('Half');
  await form.box('View domains').check();
  return form;
}

test('a link away from a half-filled form asks: staying keeps what was typed, leaving goes', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  const isSame = await noteDocument(owner.page);
  await owner.go('My Services');
  await expect(question(owner)).toContainText('What you typed here isn’t saved and will be lost.');
  await question(owner).getByRole('button', { name: 'Stay here' }).click();
  await expect(question(owner)).toBeHidden();
  await expect(owner.leftMenu.getByRole('link', { name: 'My Services' })).toBeFocused();
  await expect(owner.page).toHaveURL(`${account}/contacts/new`);
  await expect(form.text('First name')).toHaveValue('Half');
  await expect(form.box('View domains')).toBeChecked();

  await owner.main.getByRole('link', { name: 'Contacts', exact: true }).click();
  await question(owner).getByRole('button', { name: 'Leave', exact: true }).click();
  await owner.expectHeading('Contacts');
  await expect(question(owner)).toBeHidden();
  // And what was left is gone: nothing asks any more.
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  expect(await isSame()).toBe(true);
});

test('Escape and a click beside the question stay', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  for (const close of [() => owner.page.keyboard.press('Escape'), () => owner.page.mouse.click(5, 5)]) {
    await owner.go('My Services');
    await expect(question(owner)).toBeVisible();
    await close();
    await expect(question(owner)).toBeHidden();
    await expect(form.text('First name')).toHaveValue('Half');
    await expect(owner.page).toHaveURL(`${account}/contacts/new`);
  }
});

test('another account, the portal’s name and one’s own menu ask too', { tag: '@js' }, async ({ visit, account }) => {
  const manager = await visit('manager');
  const form = await half(manager, account);
  const ways = [
    async () => (await openList(manager)).getByRole('link', { name: 'Nordwind Agency', exact: true }).click(),
    () => manager.page.getByRole('banner').getByRole('link', { name: 'Portico' }).click(),
    () => manager.pick('Mara Lindqvist', 'Security'),
  ];
  for (const go of ways) {
    await go();
    await question(manager).getByRole('button', { name: 'Stay here' }).click();
    await expect(manager.page).toHaveURL(`${account}/contacts/new`);
    await expect(form.text('First name')).toHaveValue('Half');
  }
});

test('signing out of a half-filled form asks', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Sina'), [['change[privileges][]', 'contacts.manage'], ['change[privileges][]', 'domains.view']]);
  const visitor = await visit(person);
  const asked: string[] = [];
  visitor.page.on('dialog', (dialog) => asked.push(dialog.type()));
  await half(visitor, account);
  await visitor.pick(person.name, 'Sign out');
  // By the portal or by the browser.
  await expect.poll(async () => asked.length + (await question(visitor).count()), { timeout: 5_000 }).toBeGreaterThan(0);
});

test('Back does not ask, and the form is fresh when it is opened again', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  await owner.page.goBack();
  await owner.expectHeading('Contacts');
  await expect(question(owner)).toHaveCount(0);
  await owner.page.goForward();
  await owner.expectHeading('Add New Contact');
  await expect(form.text('First name')).toHaveValue('');
  await expect(form.box('View domains')).not.toBeChecked();
});

test('an untouched form and a saved one do not ask', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await half(owner, account);
  const form = new ContactForm(owner);
  const person = stranger('Saskia');
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toBeVisible();
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await expect(question(owner)).toHaveCount(0);
});

test('a form that came back with problems still asks', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  await form.submit();
  await form.expectProblem(form.text('Last name'), 'Enter a last name.');
  await owner.go('My Services');
  await expect(question(owner)).toBeVisible();
});

test('a link asks while a form is on its way, for it may come back', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  const saved = await hold(owner.page, '/fn/contacts/save');
  await form.submit();
  await saved.asked();
  await owner.go('My Services');
  await question(owner).getByRole('button', { name: 'Stay here' }).click();
  await saved.release();
  await form.expectProblem(form.text('Last name'), 'Enter a last name.');
  await expect(form.text('First name')).toHaveValue('Half');
  await expect(owner.page).toHaveURL(`${account}/contacts/new`);
});

test('a form that the browser sends for another tab is held as before', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  await form.text('Last name').evaluate((field: HTMLInputElement) => field.form?.setAttribute('target', '_blank'));
  const opened = owner.page.context().waitForEvent('page');
  await form.submit();
  await (await opened).close();
  await expect(owner.page.locator('form[data-sending]')).toHaveCount(0);
  await owner.go('My Services');
  await expect(question(owner)).toBeVisible();
});

test('what is typed into a search or to sign in is nobody’s work', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('searchbox', { name: 'Search names and addresses' }).fill('tech');
  await expect(owner.page).toHaveURL(/search=tech/);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  const nobody = await visit();
  await nobody.open('/sign-in');
  await nobody.page.getByRole('textbox', { name: 'Email address' }).fill('a@b.example');
  await nobody.page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(nobody.page).toHaveURL(/\/forgot/);
});

test('the browser asks before the document goes, while a form is half filled and not after', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const dialogs: string[] = [];
  owner.page.on('dialog', (dialog) => dialogs.push(dialog.type()));
  await half(owner, account);
  await owner.page.reload();
  expect(dialogs).toEqual(['beforeunload']);
  await owner.settle();
  const form = new ContactForm(owner);
  await form.text('First name').fill('Half again');
  await owner.go('My Services');
  await question(owner).getByRole('button', { name: 'Leave', exact: true }).click();
  await owner.expectHeading('My Services');
  await owner.page.reload();
  await owner.expectHeading('My Services');
  expect(dialogs).toEqual(['beforeunload']);
});

/** Follows a link to the same page with another query, such as another part of a list beside a form. */
async function turnTo(visitor: Visitor, query: string): Promise<void> {
  await visitor.main.evaluate((main, query) => main.insertAdjacentHTML('afterbegin', `<a id="elsewhere" href="${query}">Elsewhere</a>`), query);
  await visitor.main.getByRole('link', { name: 'Elsewhere' }).click();
}

test('a link to the same page asks only where the form would not stay', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const form = await half(owner, account);
  const isSame = await noteDocument(owner.page);
  await turnTo(owner, '?of=1');
  await expect(owner.page).toHaveURL(`${account}/contacts/new?of=1`);
  await expect(question(owner)).toHaveCount(0);
  await expect(form.text('First name')).toHaveValue('Half');

  await answer(owner.page, `${account}/contacts/new`, (body) => ({ body: body.replaceAll('/fn/contacts/save', '/fn/contacts/other') }));
  await turnTo(owner, '?of=2');
  await question(owner).getByRole('button', { name: 'Stay here' }).click();
  await expect(owner.page).toHaveURL(`${account}/contacts/new?of=1`);
  await expect(form.text('First name')).toHaveValue('Half');
  await expect(form.box('View domains')).toBeChecked();

  await owner.main.getByRole('link', { name: 'Elsewhere' }).click();
  await question(owner).getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(owner.page).toHaveURL(`${account}/contacts/new?of=2`);
  await expect(form.text('First name')).toHaveValue('');
  expect(await isSame()).toBe(true);
});
