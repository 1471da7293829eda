import { find, row } from '../support/contacts.ts';
import { openMail } from '../support/outbox.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** The path of the link in the mail that is open. */
async function linkIn(mail: import('@playwright/test').Locator): Promise<string> {
  const href = await mail.getByRole('link', { name: /\/verify\// }).getAttribute('href');
  return new URL(href ?? '').pathname;
}

test('T23 T26 another e-mail address counts once its mailbox confirmed it, and the old one is told', async ({ visit, setup, account }) => {
  const ines = await setup.settled(stranger('Mona'));
  const mona = await visit();
  await mona.signIn(ines);
  await mona.pick(ines.name, 'My Account');
  await mona.expectHeading('My Account');
  const fresh = stranger('Mona').email;
  const address = mona.main.getByRole('textbox', { name: 'New email address' });
  const password = mona.main.getByLabel('Current password', { exact: true });
  await address.fill(fresh);
  await password.fill('not the password');
  await mona.press('Change email address');
  await expect(password).toHaveAccessibleDescription('This is not your current password.');
  await expect(address).toHaveValue(fresh);
  await mona.settle();
  await password.fill(ines.password);
  await mona.press('Change email address');
  await expect(mona.main.getByRole('status').filter({ hasText: /./ })).toContainText('open the link to confirm');
  await expect(mona.main.getByText(`We sent a link to ${fresh}`)).toBeVisible();

  const post = await visit('owner');
  await openMail(post, ines.email, 'Somebody asked to change your email address');
  const path = await linkIn(await openMail(post, fresh, 'Confirm your email address'));

  // Whoever else is signed in is told so, and links nothing.
  await post.open(path);
  await expect(post.heading('This link is for somebody else')).toBeVisible();
  // Nobody in particular is asked to sign in, and shown no address.
  const nobody = await visit();
  await nobody.open(path);
  await expect(nobody.main.getByText(fresh)).toHaveCount(0);
  await nobody.main.getByRole('link', { name: 'Sign in' }).click();
  await nobody.settle();
  await nobody.fillSignIn(ines);
  await nobody.expectHeading('Confirm your email address');
  await expect(nobody.main.getByText(`you’ll sign in with ${fresh} instead of ${ines.email}`)).toBeVisible();
  await nobody.press('Confirm');
  await nobody.expectHeading('My Account');
  await expect(nobody.main.getByRole('status').filter({ hasText: /./ })).toContainText('Address confirmed.');
  await openMail(post, ines.email, 'was changed');

  // The other session has ended, the link is spent, and the old address signs nobody in.
  await mona.open('/me');
  await expect(mona.page).toHaveURL(/\/sign-in/);
  expect(await nobody.open(path)).toBe(404);
  await mona.open('/sign-in');
  await mona.fillSignIn(ines);
  await expect(mona.main.getByText('Wrong email or password.').first()).toBeVisible();
  await mona.signIn({ email: fresh, password: ines.password });
  const owner = await visit('owner');
  await find(owner, account, ines.lastName);
  await expect(row(owner, ines.name)).toContainText(fresh);
});

test('T24 an address that somebody has gets the same answer', async ({ visit, setup }) => {
  const ines = await setup.settled(stranger('Tara'));
  const tara = await visit(ines);
  await tara.open('/me');
  await tara.main.getByRole('textbox', { name: 'New email address' }).fill('owner@demo.example');
  await tara.main.getByLabel('Current password', { exact: true }).fill(ines.password);
  await tara.press('Change email address');
  await expect(tara.main.getByRole('status').filter({ hasText: /./ })).toContainText('open the link to confirm');
  await expect(tara.main.getByText('We sent a link to owner@demo.example')).toBeVisible();
  const owner = await visit('owner');
  const mail = await openMail(owner, 'owner@demo.example', 'Somebody tried to use your email address');
  await expect(mail.getByRole('link', { name: /\/verify\// })).toHaveCount(0);
  await tara.press('Cancel change');
  await expect(tara.main.getByRole('status').filter({ hasText: /./ })).toContainText('Cancelled.');
});

test('an address that was never proved is verified with a link', async ({ visit, setup }) => {
  const ines = await setup.settled(stranger('Vera'));
  const vera = await visit(ines);
  await vera.open('/me');
  await expect(vera.main.getByText('Not confirmed')).toBeVisible();
  await vera.press('Confirm my address');
  await expect(vera.main.getByRole('status').filter({ hasText: /./ })).toContainText('open the link to confirm');
  const post = await visit('owner');
  const path = await linkIn(await openMail(post, ines.email, 'Confirm your email address'));
  await vera.open(path);
  await vera.expectHeading('Confirm your email address');
  await vera.press('Confirm');
  await vera.expectHeading('My Account');
  await expect(vera.main.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('S0.29 the language and the time zone chosen in My Account are those of the pages', async ({ visit, setup, account }) => {
  const ines = await setup.settled(stranger('Lena'), [['change[roles][]', 'manager']]);
  const lena = await visit(ines);
  await lena.open('/me');
  const form = lena.main;
  await form.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
  await form.getByRole('combobox', { name: 'Time zone' }).selectOption({ label: 'Berlin' });
  await lena.press('Save');
  await lena.expectHeading('Mein Konto');
  await expect(lena.page.locator('html')).toHaveAttribute('lang', 'de');
  await lena.open(`${account}/activity`);
  await lena.expectHeading('Aktivität');
  await expect(lena.main.getByText(/CES?T/).first()).toBeVisible();
});

test('S3.11 S4.3 S4.10 S4.11 S4.12 S0.4 Manage Contacts is reached from the left menu, the name menu, My Account and by address', async ({ visit, account, setup }) => {
  const manager = await visit('manager');
  const name = await setup.nameOf(demo('manager'));
  await manager.open(account);
  await manager.go('Manage Contacts');
  await manager.expectHeading('Contacts');
  for (const item of ['Manage Contacts', 'User management']) {
    await manager.open(account);
    await manager.pick(name, item);
    await manager.expectHeading('Contacts');
  }
  expect(await manager.open(`${account}/contacts`)).toBe(200);
  await manager.open(account);
  await manager.pick(name, 'My Account');
  await manager.expectHeading('My Account');
  const delegating = manager.main.getByRole('listitem').filter({ has: manager.page.locator(`a[href="${account}/settings"]`) });
  await delegating.getByRole('link', { name: 'Delegate Access' }).click();
  await manager.expectHeading('Contacts');
  await expect(manager.page).toHaveURL(new RegExp(`${account}/contacts$`));

  // Whoever may not is told which right is missing, and may ask for it.
  const buyer = await visit('buyer');
  await buyer.open('/me');
  await expect(buyer.main.getByRole('button', { name: 'Delegate Access' })).toHaveAccessibleDescription(/You need the right “View contacts”\./);
  await buyer.settle();
  await buyer.main.getByRole('link', { name: 'Request access' }).click();
  await buyer.expectHeading('Requests for access');
  await expect(buyer.main.getByRole('heading', { name: 'Request “View contacts”' })).toBeVisible();
  expect(await buyer.open(`${account}/contacts`)).toBe(403);
  await expect(buyer.main.getByRole('button', { name: 'Request access' })).toBeVisible();
});

test('S0.28 a contact’s page tells its managers why signing in fails', async ({ visit, setup }) => {
  const person = stranger('Wanda');
  const address = await setup.contact(person);
  const owner = await visit('owner');
  await owner.open(address);
  await expect(owner.main.getByText(/must change it at first sign-in/)).toBeVisible();
  const wanda = await visit();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await wanda.open('/sign-in');
    await wanda.fillSignIn({ ...person, password: 'not her password' });
    await expect(wanda.main.getByText('Wrong email or password.').first()).toBeVisible();
  }
  await owner.open(address);
  await expect(owner.main.getByText(/Wrong password 2 times recently/)).toBeVisible();
  await expect(owner.main.getByText(/have no rights/)).toBeVisible();
  const readonly = await visit('readonly');
  expect(await readonly.open(address)).toBe(403);
});
