import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { cutOff } from '../support/live.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { Visitor } from '../support/visitor.ts';

test('a form sent after the session ended loses nothing: sign in again and send it', async ({ visit, account, setup }) => {
  const manager = await setup.settled(stranger('Ella'), [['change[privileges][]', 'contacts.manage']]);
  const visitor = await visit();
  // Else the page would say so before the form is sent.
  await cutOff(visitor.page);
  await visitor.signIn(manager);
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  const person = stranger('Emil');
  await form.fillDetails(person);
  await form.text('Note').fill('Typed before the session ended.');
  await form.box('Activate Sub-Account').uncheck();
  const elsewhere = await visit();
  await elsewhere.signIn(manager);
  await elsewhere.open('/me/security');
  const end = elsewhere.main.getByRole('button', { name: /^End session: / });
  await end.click();
  await expect(end).toHaveCount(0);
  await form.submit();

  if (visitor.js) {
    await expect(visitor.main.getByText(/Your session has ended\. Sign in again/).first()).toBeVisible();
    const opening = visitor.page.context().waitForEvent('page');
    await visitor.main.getByRole('link', { name: 'Sign in in a new tab' }).click();
    const tab = await opening;
    await tab.getByRole('textbox', { name: 'Email address' }).fill(manager.email);
    await tab.getByLabel('Password', { exact: true }).fill(manager.password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await expect(tab).not.toHaveURL(/sign-in/);
  } else {
    await expect(visitor.main.getByText(/get back to your form as you filled it in/)).toBeVisible();
    await visitor.fillSignIn(manager);
    await expect(visitor.main.getByText(/You’re signed in again\. Nothing has been sent yet/)).toBeVisible();
  }
  await expect(form.text('Note')).toHaveValue('Typed before the session ended.');
  await expect(form.text('First name')).toHaveValue(person.firstName);
  await form.submit();
  await visitor.expectHeading('Contacts');
  await find(visitor, account, person.email);
  await expect(row(visitor, person.name)).toContainText('Contact only');
});

test('T13 a right taken away bites at the next click, and the page says so', async ({ visit, account, setup }) => {
  const person = stranger('Tina');
  const manager = await setup.settled(person, [
    ['change[privileges][]', 'contacts.manage'],
    ['change[privileges][]', 'contacts.view'],
  ]);
  const victim = stranger('Viktor');
  await setup.contact(victim);
  const [visitor, owner] = [await visit(manager), await visit('owner')];
  await cutOff(visitor.page);
  await find(visitor, account, victim.email);

  await find(owner, account, manager.email);
  await act(owner, manager.name, 'Edit Contact');
  const form = new ContactForm(owner);
  await form.box('Manage contacts').uncheck();
  await form.submit();
  await owner.expectHeading('Contacts');

  if (visitor.js) {
    await act(visitor, victim.name, 'Suspend');
    await expect(visitor.page.getByRole('status', { name: 'Messages' })).toContainText('You need the right “Manage contacts”.');
  } else {
    // Without scripts the dots ask the server: the menu knows already.
    const menu = await visitor.menu(`Actions for ${victim.name}`);
    await expect(menu.getByRole('menuitem', { name: 'Suspend', exact: true })).toContainText('You need the right “Manage contacts”.');
  }
  await find(visitor, account, victim.email);
  await expect(row(visitor, victim.name)).toContainText('Active');
});

test('T12 a form of one person is not carried out as another who has signed in in that browser since', async ({ visit, setup }) => {
  const [anna, bert] = [await setup.settled(stranger('Anna')), await setup.settled(stranger('Bert'))];
  const visitor = await visit();
  // Else the page would go before the form is sent.
  await cutOff(visitor.page);
  await visitor.signIn(anna);
  await visitor.open('/me');
  const name = visitor.main.getByRole('textbox', { name: 'First name', exact: true });
  await name.fill('Typed by Anna');
  const tab = new Visitor(await visitor.page.context().newPage(), visitor.js);
  await tab.signIn(bert);
  await visitor.press('Save');
  if (visitor.js) {
    // Nothing of the other person's gets onto the page; what was typed stays on it.
    await expect(visitor.main.getByText('Your session has ended.').first()).toBeVisible();
    await expect(name).toHaveValue('Typed by Anna');
  } else {
    await expect(visitor.main.getByText('Somebody else is now signed in in this browser. Nothing was done.').first()).toBeVisible();
    await expect(name).toHaveValue('Bert');
  }
  await tab.open('/me');
  await expect(tab.main.getByRole('textbox', { name: 'First name', exact: true })).toHaveValue('Bert');
});
