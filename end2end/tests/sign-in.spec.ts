import { demo, stranger } from '../support/people.ts';
import { openMail } from '../support/outbox.ts';
import { expect, test } from '../support/test.ts';

const WRONG = 'Wrong email or password.';

test('S0.3 S0.28 S1.1 the owner signs in with address and password and lands in the one account', async ({ visit, account }) => {
  const owner = await visit();
  await owner.signIn(demo('owner'));
  await expect(owner.page).toHaveURL(new RegExp(`${account}$`));
  await expect(owner.leftMenu.getByRole('link', { name: 'Manage Contacts' })).toBeVisible();
});

test('S0.28 a wrong password and an unknown address get the same answer, which says what to check', async ({ visit }) => {
  const visitor = await visit();
  for (const email of ['readonly@demo.example', stranger().email]) {
    await visitor.open('/sign-in');
    await visitor.fillSignIn({ email, password: 'not my password at all' });
    await expect(visitor.main.getByText(WRONG).first()).toBeVisible();
    await expect(visitor.page.getByRole('textbox', { name: 'Email address' })).toHaveValue(email);
    await expect(visitor.page.getByLabel('Password', { exact: true })).toHaveValue(visitor.js ? 'not my password at all' : '');
  }
});

test('S0.28 an empty sign-in says what is missing at the fields and moves the focus there', async ({ visit }) => {
  const visitor = await visit();
  await visitor.open('/sign-in');
  await visitor.press('Sign in');
  await expect(visitor.main.getByRole('alert')).toBeVisible();
  await expect(visitor.page.getByRole('textbox', { name: 'Email address' })).toBeFocused();
});

test('a page asked for without a session opens after signing in', async ({ visit, account }) => {
  const owner = await visit();
  await owner.open(`${account}/contacts?search=tech`);
  await owner.expectHeading('Sign in');
  await owner.fillSignIn(demo('owner'));
  await owner.expectHeading('Contacts');
  await expect(owner.page).toHaveURL(`${account}/contacts?search=tech`);
});

test('S0.28 a forgotten password is set anew with a mailed link, which works once', async ({ visit, setup }) => {
  const person = await setup.settled(stranger('Vera'));
  const visitor = await visit();
  await visitor.open('/sign-in');
  await visitor.page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page that is left has a field of that name too.
  await visitor.expectHeading('Forgot your password?');
  await visitor.page.getByRole('textbox', { name: 'Email address' }).fill(person.email);
  await visitor.press('Send link');
  await visitor.expectHeading('Check your email');

  const mail = await openMail(visitor, person.email, /^Set your password/);
  await mail.getByRole('link', { name: /\/reset\// }).click();
  await visitor.expectHeading('Set new password');
  const link = visitor.page.url();
  const password = 'lantern pepper sail forty';
  await visitor.page.getByLabel('New password', { exact: true }).fill(password);
  await visitor.page.getByLabel('Repeat new password', { exact: true }).fill('lantern pepper sail fifty');
  await visitor.press('Set new password');
  await expect(visitor.main.getByText('The two passwords are not the same.').first()).toBeVisible();
  await visitor.page.getByLabel('New password', { exact: true }).fill(password);
  await visitor.page.getByLabel('Repeat new password', { exact: true }).fill(password);
  await visitor.press('Set new password');
  await expect(visitor.main.getByText('Sign in with your new password.')).toBeVisible();

  await visitor.settle();
  await visitor.fillSignIn({ email: person.email, password: person.password });
  await expect(visitor.main.getByText(WRONG).first()).toBeVisible();
  await visitor.fillSignIn({ email: person.email, password });
  await expect(visitor.leftMenu).toBeVisible();
  expect(await visitor.open(link)).toBe(404);
  await visitor.expectHeading('This link no longer works');
});

test('asking for a link for an unknown address says the same and sends nothing', async ({ visit }) => {
  const { email } = stranger();
  const visitor = await visit();
  await visitor.open('/forgot');
  await visitor.page.getByRole('textbox', { name: 'Email address' }).fill(email);
  await visitor.press('Send link');
  await visitor.expectHeading('Check your email');
  await visitor.page.goto('/dev/outbox');
  await expect(visitor.page.getByText(email)).toHaveCount(0);
});

test('after signing out the back button shows nothing of the account', async ({ visit, setup, account }) => {
  const person = await setup.settled(stranger('Olga'), [['change[privileges][]', 'contacts.view']]);
  const visitor = await visit();
  await visitor.signIn(person);
  await visitor.open(`${account}/contacts`);
  await visitor.expectHeading('Contacts');
  await visitor.pick(person.name, 'Sign out');
  await visitor.expectHeading('Sign in');
  await visitor.page.goBack();
  await visitor.expectHeading('Sign in');
  await expect(visitor.page.getByText('owner@demo.example')).toHaveCount(0);
});

test('a changed password ends the other sessions, and a session can be ended from the list', async ({ visit, setup }) => {
  const person = await setup.settled(stranger('Sara'));
  const [here, there] = [await visit(), await visit()];
  await here.signIn(person);
  await there.signIn(person);
  await here.open('/me/security');
  await here.main.getByRole('button', { name: /^End session: / }).click();
  await expect(here.main.getByRole('button', { name: /^End session: / })).toHaveCount(0);
  await there.open('/me/security');
  await there.expectHeading('Sign in');

  await there.fillSignIn(person);
  await there.expectHeading('Security');
  await here.open('/me/security');
  await here.page.getByLabel('Current password').fill(person.password);
  await here.page.getByLabel('New password', { exact: true }).fill('meadow ticket lamp sixty');
  await here.page.getByLabel('Repeat new password').fill('meadow ticket lamp sixty');
  await here.press('Change password');
  await expect(here.main.getByText('Password changed.')).toBeVisible();
  await there.open('/me/security');
  await there.expectHeading('Sign in');
});
