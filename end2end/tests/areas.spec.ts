import { demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('an area without a page of the provider names the support address', async ({ visit, account }) => {
  const owner = await visit('owner');
  for (const entry of ['Support', 'Data Center', 'Order']) {
    await owner.open(account);
    await owner.go(entry);
    await owner.expectHeading(entry);
    await expect(owner.main.getByText(/^Email us at support@\S+, and/)).toBeVisible();
    await expect(owner.main.getByRole('link', { name: 'Email support' })).toHaveAttribute('href', /^mailto:support@/);
  }
});

test('S1.19 whoever may order finds the way to it on My Services, and nobody else does', async ({ visit, account }) => {
  const buyer = await visit('buyer');
  await buyer.open(`${account}/services`);
  await buyer.main.getByRole('link', { name: 'Order a service' }).click();
  await buyer.expectHeading('Order');
  const technician = await visit('technician');
  await technician.open(`${account}/services`);
  await technician.expectHeading('My Services');
  await expect(technician.main.getByRole('link', { name: 'Order a service' })).toHaveCount(0);
});

test('a page that does not exist keeps the menu, of the account and of a view', async ({ visit, account }) => {
  const owner = await visit('owner');
  for (const address of [`${account}/nowhere`, `${account}/contacts/new/nowhere`]) {
    expect(await owner.open(address)).toBe(404);
    await owner.expectHeading('Page not found');
    await owner.go('My Services');
    await owner.expectHeading('My Services');
  }
  expect(await owner.open('/nowhere')).toBe(404);
  await expect(owner.leftMenu.getByRole('link', { name: 'My Account' })).toBeVisible();
});

test('no two accounts of somebody have one colour, and each keeps its own from list to page', async ({ visit, setup }) => {
  const manager = await visit('manager');
  await manager.open('/accounts');
  const marks = manager.main.locator('.mark');
  const look = (mark: Element) => `${getComputedStyle(mark).backgroundColor} ${mark.getAttribute('data-letters')}`;
  const inList = new Map<string, string>();
  for (const link of await manager.main.locator('.chooser-link').all()) {
    inList.set((await link.locator('.chooser-name').innerText()).trim(), await link.locator('.mark').evaluate(look));
  }
  expect(inList.size).toBe(await marks.count());
  const colours = [...inList.values()].map((seen) => seen.replace(/ \S+$/, ''));
  expect(new Set(colours).size).toBe(colours.length);
  for (const [name, address] of await setup.accounts(demo('manager'))) {
    await manager.open(address);
    const own = manager.page.locator('.mode .mark');
    if ((await own.count()) > 0) expect(await own.evaluate(look), name).toBe(inList.get(name));
  }
});

test('the outbox of a demonstration says when, and shows mails as they look', async ({ visit }) => {
  const visitor = await visit();
  await visitor.open('/forgot');
  await visitor.page.getByRole('textbox', { name: 'Email address' }).fill(demo('outsider').email);
  await visitor.press('Send link');
  const row = visitor.page.getByRole('row').filter({ hasText: demo('outsider').email }).first();
  await expect(async () => {
    await visitor.page.goto('/dev/outbox');
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(row.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/)).toBeVisible();
  await row.getByRole('link').click();
  await visitor.page.getByRole('link', { name: 'As HTML' }).click();
  await expect(visitor.page.getByRole('link', { name: /password/ })).toBeVisible();
});
