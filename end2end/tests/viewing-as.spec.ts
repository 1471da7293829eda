import { act, find } from '../support/contacts.ts';
import { demo, stranger } from '../support/people.ts';
import { at } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('S0.24 Login as This Contact shows the portal as the contact sees it, changes nothing, and Stop leads back', async ({ visit, account, setup }) => {
  const person = stranger('Lena');
  await setup.contact(person, [
    ['change[privileges][]', 'domains.view'],
    ['change[privileges][]', 'contacts.manage'],
  ]);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Login as This Contact');
  await expect(owner.page).toHaveURL(/\/a\/[\w-]+\/as\/[\w-]+$/);
  await expect(owner.main.getByText(`You are viewing the portal as ${person.name}`)).toBeVisible();
  expect(await owner.entries()).toEqual(['Dashboard', 'Domains', 'Manage Contacts']);

  await owner.go('Domains');
  await owner.expectHeading('Domains');
  await expect(owner.page).toHaveURL(/\/as\/[\w-]+\/domains$/);
  const viewing = owner.page.url().replace(/\/domains$/, '');
  expect(await owner.open(`${viewing}/billing`)).toBe(403);
  await owner.open(`${viewing}/contacts`);
  await owner.expectHeading('Contacts');
  await expect(owner.main.getByRole('button', { name: 'Add New Contact' })).toHaveAttribute('aria-disabled', 'true');
  expect(await owner.open(`${viewing}/contacts/new`)).toBe(403);
  await expect(owner.main.getByText(/nothing can be changed/).first()).toBeVisible();

  // Other tabs stay as they are.
  await owner.open(`${account}/billing`);
  await owner.expectHeading('Billing & Payment');
  await owner.open(viewing);
  await owner.press('Stop');
  await owner.expectHeading('Contacts');
  await expect(owner.page.getByText(/You are viewing the portal/)).toHaveCount(0);
  expect(await owner.open(viewing)).toBe(404);
});

test('S0.24 nobody but the one who started it can open the view', async ({ visit, account, setup }) => {
  const person = stranger('Lars');
  const page = await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  await act(owner, person.name, 'Login as This Contact');
  await expect(owner.page).toHaveURL(/\/as\//);
  const coowner = await visit('coowner');
  expect(await coowner.open(`${account}/as/${page.split('/').at(-1)}`)).toBe(404);
});

test('a password goes with the step that asks for it, not with one that asked before', { tag: '@js' }, async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  const list = `${account}/contacts`;
  // As it is asked fifteen minutes after signing in, which nobody here waits for.
  let html = '';
  await owner.page.route(at(list), async (route) => {
    const response = await route.fetch();
    html ||= await response.text();
    await route.fulfill({ response });
  });
  const sent: URLSearchParams[] = [];
  await owner.page.route(at('/fn/contacts/view_as'), async (route) => {
    const fields = new URLSearchParams(route.request().postData() ?? '');
    sent.push(fields);
    const again = [...fields].filter(([name]) => name !== 'change[current]').map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
    const field = '<label for="password-again">Current password</label><input id="password-again" type="password" name="change[current]" autocomplete="current-password">';
    const panel = `<div class="shell-notice"><form method="post" action="/fn/contacts/view_as">${again.join('')}${field}<button>Go on</button></form></div>`;
    const body = html.replace(/<main[^>]*>/, (main) => main + panel);
    await route.fulfill({ status: 422, headers: { 'content-type': 'text/html; charset=utf-8', 'portico-page': '1' }, body });
  });
  await find(owner, account, 'demo.example');
  const password = owner.main.getByLabel('Current password', { exact: true });
  for (const who of ['technician', 'accountant'] as const) {
    await act(owner, await setup.nameOf(demo(who)), 'Login as This Contact');
    await expect(password).toBeVisible();
    await expect(password).toHaveValue('');
    await password.fill('typed for this step');
  }
  await owner.press('Go on');
  await expect.poll(() => sent.length).toBe(3);
  const [first, second, confirmed] = sent.map((fields) => fields.get('change[contact]'));
  expect(first).not.toBe(second);
  expect(confirmed).toBe(second);
  expect(sent[2]?.get('change[current]')).toBe('typed for this step');
});
