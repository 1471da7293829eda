import type { Page } from '@playwright/test';
import { ContactForm } from '../support/contact-form.ts';
import { act, find, row } from '../support/contacts.ts';
import { invite } from '../support/invitations.ts';
import { refresh } from '../support/news.ts';
import { demo, stranger } from '../support/people.ts';
import { askedFor, at, hold } from '../support/steps.ts';
import { expect, test } from '../support/tolerant-test.ts';

// What the page keeps, loses and sends when news, answers and people come at the same time.

test('what nobody has touched follows what others changed, ticks too: saving gives nothing back', { tag: '@js' }, async ({ visit, setup }) => {
  const contact = await setup.contact(stranger('Kim'), [
    ['change[privileges][]', 'domains.view'],
    ['change[privileges][]', 'billing.view'],
  ]);
  const [owner, other] = [await visit('owner'), await visit('coowner')];
  const [form, theirs] = [new ContactForm(owner), new ContactForm(other)];
  await owner.open(`${contact}/edit`);
  await expect(form.box('View domains')).toBeChecked();
  await form.text('Telephone').focus();
  await other.open(`${contact}/edit`);
  await theirs.box('View domains').uncheck();
  await theirs.submit();
  await other.expectHeading('Contacts');

  await refresh(owner.page);
  await expect(form.box('View domains')).not.toBeChecked();
  await expect(form.box('View invoices')).toBeChecked();
  await expect(form.text('Telephone')).toBeFocused();
  await form.text('Telephone').fill('+49 30 5550 199');
  await form.submit();
  await owner.expectHeading('Contacts');
  await other.open(`${contact}/edit`);
  await expect(theirs.text('Telephone')).toHaveValue('+49 30 5550 199');
  await expect(theirs.box('View domains')).not.toBeChecked();
  await expect(theirs.box('View invoices')).toBeChecked();
});

test('news leave a filter and the selection as they are', { tag: '@js' }, async ({ visit, account, setup }) => {
  const name = await setup.nameOf(demo('technician'));
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await search.fill('technician');
  await expect(owner.page).toHaveURL(/search=technician/);
  const tick = row(owner, name).getByRole('checkbox');
  await tick.check();
  await search.focus();
  await refresh(owner.page);
  await expect(tick).toBeChecked();
  await expect(search).toHaveValue('technician');
  await expect(search).toBeFocused();
});

/** Has a form of a page come back for the password, as it does fifteen minutes after signing in, which nobody here waits for. */
async function askPassword(page: Page, address: string, path: string): Promise<void> {
  let html = '';
  await page.route(at(address), async (route) => {
    const response = await route.fetch();
    html ||= await response.text();
    await route.fulfill({ response });
  });
  await page.route(at(path), async (route) => {
    const fields = new URLSearchParams(route.request().postData() ?? '');
    if (fields.has('change[current]')) return route.fallback();
    const again = [...fields].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('');
    const field = '<label for="password-again">Current password</label><input id="password-again" type="password" name="change[current]" autocomplete="current-password">';
    const form = `<form method="post" action="${path}" data-key="this step" data-once>${again}${field}<button>Go on</button></form>`;
    const panel = `<div class="shell-notice" data-key="password-again" data-once>${form}</div>`;
    const body = html.replace(/<main[^>]*>/, (main) => main + panel);
    await route.fulfill({ status: 422, headers: { 'content-type': 'text/html; charset=utf-8', 'portico-page': '1' }, body });
  });
}

test('once the password was given again the form shows what holds now', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const rules = `${account}/rules`;
  await askPassword(owner.page, rules, '/fn/rules/set_hand_out');
  await owner.open(rules);
  const box = owner.main.getByRole('checkbox', { name: 'Visitation' });
  const password = owner.main.getByLabel('Current password', { exact: true });
  const was = await box.isChecked();
  // And back.
  for (const is of [!was, was]) {
    await box.setChecked(is);
    await owner.press('Save');
    await password.fill(demo('owner').password);
    await owner.press('Go on');
    await expect(password).toHaveCount(0);
    await expect(owner.main.getByText('Change saved.')).toBeVisible();
    await expect(box).toBeChecked({ checked: is });
  }
});

test('what a step did stays in sight when news come, until the next step', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/rules`);
  await owner.press('Save');
  const said = owner.main.getByText('Change saved.');
  await expect(said).toBeVisible();
  await refresh(owner.page);
  await expect(said).toBeVisible();
  // In the same document: an address opened anew would say nothing in any case.
  await owner.go('Manage Contacts');
  await owner.main.getByRole('link', { name: 'Roles', exact: true }).click();
  await owner.expectHeading('Roles');
  await expect(said).toHaveCount(0);
});

test('a password that is being typed outlives news, and the next step takes it', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const rules = `${account}/rules`;
  await askPassword(owner.page, rules, '/fn/rules/set_hand_out');
  await owner.open(rules);
  await owner.press('Save');
  const password = owner.main.getByLabel('Current password', { exact: true });
  await refresh(owner.page);
  await password.pressSequentially('half of');
  await refresh(owner.page);
  await expect(password).toHaveValue('half of');
  await expect(password).toBeFocused();
  await owner.go('My Services');
  await owner.page.getByRole('dialog', { name: 'Leave this page?' }).getByRole('button', { name: 'Leave', exact: true }).click();
  await owner.expectHeading('My Services');
  await expect(password).toHaveCount(0);
});

test('a link that is shown once outlives news, and the next step takes it', { tag: '@js' }, async ({ visit, account }) => {
  const guest = stranger('Gina');
  const owner = await visit('owner');
  await invite(owner, account, guest.email, 'Billing');
  await owner.expectHeading('Contacts');
  await find(owner, account, guest.email);
  await act(owner, guest.email, 'Copy invitation link');
  const shown = owner.main.getByRole('textbox', { name: 'Invitation link' });
  await expect(shown).toBeVisible();
  const link = await shown.inputValue();
  await refresh(owner.page);
  await expect(shown).toHaveValue(link);
  await owner.main.getByRole('columnheader', { name: 'Email' }).getByRole('link').click();
  await expect(owner.page).toHaveURL(/sort=email/);
  await expect(shown).toHaveCount(0);
});

test('what is wrong with an empty form stays there when news come', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.submit();
  await form.expectProblem(form.text('First name'), 'Enter a first name.');
  await refresh(owner.page);
  await form.expectProblem(form.text('First name'), 'Enter a first name.');
});

test('what was typed for what somebody else has done meanwhile can be copied out', { tag: '@js' }, async ({ visit, account, setup }) => {
  const asker = await setup.settled(stranger('Arne'));
  const asking = await visit(asker);
  await asking.open(`${account}/requests?right=dc.view`);
  await asking.main.getByRole('textbox', { name: 'Why do you need it?' }).fill('to look around');
  await asking.press('Request access');
  await expect(asking.main.getByText('Request sent.')).toBeVisible();
  const [owner, other] = [await visit('owner'), await visit('coowner')];
  const request = ({ main, page }: typeof owner) => main.getByRole('listitem').filter({ has: page.getByRole('link', { name: asker.name }) });
  await owner.open(`${account}/requests`);
  await request(owner).getByRole('textbox', { name: /Message \(optional\)/ }).fill('Half of a word');
  await other.open(`${account}/requests`);
  await request(other).getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(request(other)).toHaveCount(0);
  await refresh(owner.page);
  await expect(request(owner)).toHaveCount(0);
  await expect(owner.main.getByRole('textbox', { name: 'What you typed' })).toHaveValue(/Half of a word/);
});

test('while a form is on its way no other one is sent, and what is typed in it stays', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Hanna'));
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Edit Contact');
  await owner.expectHeading(`Edit ${person.name}`);
  const form = new ContactForm(owner);
  const resetting = await hold(owner.page, '/fn/contacts/move_one');
  const asked = askedFor(owner.page);
  await form.text('First name').fill('Johanna');
  await owner.press('Send a reset link');
  await resetting.asked();
  await form.submit();
  await owner.page.waitForTimeout(200);
  expect(asked.filter((path) => path.startsWith('/fn/'))).toEqual(['/fn/contacts/move_one']);
  await resetting.release();
  await expect(owner.page.locator('form[data-sending]')).toHaveCount(0);
  await expect(form.text('First name')).toHaveValue('Johanna');
  await form.submit();
  await owner.expectHeading('Contacts');
});

test('Back without an answer leaves the page with its address, and news are news of that page', { tag: '@js' }, async ({ visit, account, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('link', { name: 'Add New Contact' }).click();
  await owner.expectHeading('Add New Contact');
  const form = new ContactForm(owner);
  await form.text('First name').fill('Half');
  await owner.page.context().setOffline(true);
  await owner.page.evaluate(() => history.back());
  await expect(owner.page.getByText(/^You’re offline/)).toBeVisible();
  await expect(owner.page).toHaveURL(`${account}/contacts/new`);
  await owner.page.context().setOffline(false);
  await refresh(owner.page);
  await expect(form.text('First name')).toHaveValue('Half');
  await owner.page.evaluate(() => history.back());
  await owner.expectHeading('Contacts');
});

test('a page that was asked for before the pointer came up is asked for again when there are news', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const services = `${account}/services`;
  const asked = askedFor(owner.page);
  await owner.leftMenu.getByRole('link', { name: 'My Services' }).hover();
  await owner.page.mouse.down();
  await expect.poll(() => asked).toContain(services);
  await refresh(owner.page);
  await owner.page.mouse.up();
  await owner.expectHeading('My Services');
  expect(asked.filter((address) => address === services)).toHaveLength(2);
});

test('a link that is pressed while the menu changes leads to no other page', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Pia'), [
    ['change[privileges][]', 'domains.view'],
    ['change[privileges][]', 'billing.view'],
    ['change[privileges][]', 'dc.view'],
  ]);
  const [visitor, owner] = [await visit(person), await visit('owner')];
  await visitor.open(account);
  await visitor.leftMenu.getByRole('link', { name: 'Billing & Payment', exact: true }).hover();
  await visitor.page.mouse.down();
  await find(owner, account, person.email);
  await act(owner, person.name, 'Edit Contact');
  const form = new ContactForm(owner);
  await form.box('View domains').uncheck();
  await form.submit();
  await owner.expectHeading('Contacts');
  await expect(visitor.leftMenu.getByRole('link', { name: 'Domains', exact: true })).toHaveCount(0);
  await visitor.page.mouse.up();
  await visitor.page.waitForTimeout(500);
  await expect(visitor.page).toHaveURL(account);
});

test('a question that is answered after the end of the session is not asked', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Enno'), [['change[privileges][]', 'contacts.manage']]);
  const victim = stranger('Vito');
  const contact = await setup.contact(victim);
  const visitor = await visit();
  await visitor.signIn(person);
  await find(visitor, account, victim.email);
  let answered = false;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await visitor.page.route(at(contact), async (route) => {
    const response = await route.fetch();
    answered = true;
    await released;
    await route.fulfill({ response });
  });
  const tab = await visitor.page.context().newPage();
  await tab.goto('/me/security');
  await tab.waitForFunction(() => '__alive' in window);
  await act(visitor, victim.name, 'Delete');
  await expect.poll(() => answered).toBe(true);
  await tab.getByRole('button', { name: /Enno/ }).click();
  await tab.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(visitor.main.getByText('Your session has ended.')).toBeVisible();
  release();
  await visitor.page.waitForTimeout(500);
  await expect(visitor.page.getByRole('dialog', { name: `Delete ${victim.name}?` })).toHaveCount(0);
  await expect(visitor.main.getByText('Your session has ended.')).toBeVisible();
  expect(await visitor.page.content()).not.toContain(`Delete ${victim.name}?`);
});
