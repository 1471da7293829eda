import { find, row } from '../support/contacts.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('the section has a tab for each page, and each page has them', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const tabs = owner.main.getByRole('navigation', { name: 'Contacts' });
  for (const [tab, heading] of [['Notifications', 'Notifications'], ['Roles', 'Roles'], ['Owners', 'Owners'], ['People', 'Contacts']] as const) {
    await tabs.getByRole('link', { name: tab, exact: true }).click();
    await owner.expectHeading(heading);
    await expect(tabs.getByRole('link', { name: tab, exact: true })).toHaveAttribute('aria-current', 'page');
    await owner.settle();
  }
  await tabs.getByRole('link', { name: /^Requests/ }).click();
  await owner.expectHeading('Requests for access');
});

test('whoever sees no contacts has their requests without tabs', async ({ visit, account }) => {
  const buyer = await visit('buyer');
  await buyer.open(`${account}/requests`);
  await buyer.expectHeading('Requests for access');
  await expect(buyer.main.getByRole('navigation', { name: 'Contacts' })).toHaveCount(0);
  await expect(buyer.main.getByRole('link', { name: 'Owners' })).toHaveCount(0);
});

test('statuses are links with counts, and keep what is searched', async ({ visit, setup }) => {
  const account = await setup.account(demo('outsider'));
  const [one, two] = [stranger('Una'), stranger('Duo')];
  const word = `Status${Date.now().toString(36)}`;
  await setup.contact({ ...one, lastName: word }, [], true, demo('outsider'));
  await setup.contact({ ...two, lastName: word }, [], false, demo('outsider'));
  const outsider = await visit('outsider');
  await outsider.open(`${account}/contacts?search=${word}`);
  const statuses = outsider.main.getByRole('navigation', { name: 'People by status' });
  await expect(statuses.getByRole('link', { name: 'All 2' })).toHaveAttribute('aria-current', 'true');
  await statuses.getByRole('link', { name: 'Active 1' }).click();
  await expect(outsider.page).toHaveURL(new RegExp(`search=${word}.*status=active`));
  await expect(row(outsider, `Una ${word}`)).toBeVisible();
  await expect(row(outsider, `Duo ${word}`)).toHaveCount(0);
});

test('the list comes as a file', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=accountant@demo`);
  const [download] = await Promise.all([
    owner.page.waitForEvent('download'),
    owner.main.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('contacts.csv');
  await owner.expectHeading('Contacts');
});

test('the last day of access is set for those ticked, and taken away on the page of one', async ({ visit, setup }) => {
  const account = await setup.account(demo('outsider'));
  const person = stranger('Lena');
  await setup.contact(person, [], true, demo('outsider'));
  const outsider = await visit('outsider');
  await find(outsider, account, person.email);
  await outsider.main.getByRole('checkbox', { name: `Select ${person.name}` }).check();
  await outsider.main.getByRole('button', { name: 'More actions' }).click();
  await outsider.page.getByRole('menuitem', { name: 'Change last day of access' }).click();
  const title = /^Change the last day of access for 1 person in .+\?$/;
  const question = outsider.js ? outsider.page.getByRole('dialog', { name: title }) : outsider.main;
  await expect(question.getByText(title)).toBeVisible();
  await question.locator('input[type=date]').fill('2099-12-31');
  await question.getByRole('button', { name: 'Save last day', exact: true }).click();
  await expect(outsider.page.getByText(`Last day of access changed for 1 person. ${person.name}.`)).toBeVisible();
  await expect(row(outsider, person.name)).toContainText(/until .*(2099|2100)/);

  await outsider.settle();
  await row(outsider, person.name).getByRole('link', { name: person.name, exact: true }).click();
  await outsider.expectHeading(person.name);
  await expect(outsider.main.getByText(/^until .*(2099|2100)/).first()).toBeVisible();
  await outsider.main.getByRole('checkbox', { name: 'No last day' }).check();
  await outsider.press('Save last day');
  await expect(outsider.main.getByText(/^until .*(2099|2100)/)).toHaveCount(0);
  await outsider.expectHeading(person.name);
});

test('a role is given to those ticked, and taken back from them', async ({ visit, setup }) => {
  const account = await setup.account(demo('outsider'));
  const person = stranger('Rolf');
  await setup.contact(person, [], false, demo('outsider'));
  const outsider = await visit('outsider');
  await find(outsider, account, person.email);
  await outsider.main.getByRole('checkbox', { name: `Select ${person.name}` }).check();
  await outsider.main.getByRole('button', { name: 'More actions' }).click();
  await outsider.page.getByRole('menuitem', { name: 'Give a role' }).click();
  const title = /^Give 1 person in .+ a role\?$/;
  const question = outsider.js ? outsider.page.getByRole('dialog', { name: title }) : outsider.main;
  await expect(question.getByText(title)).toBeVisible();
  await expect(question.getByText(person.name, { exact: true })).toBeVisible();
  await question.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Billing' });
  await question.getByRole('button', { name: 'Give role', exact: true }).click();
  await expect(outsider.page.getByText(`1 got the role. ${person.name}.`)).toBeVisible();
  await expect(row(outsider, person.name)).toContainText('Billing');
  await outsider.settle();
  await outsider.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(outsider.page.getByText('1 no longer have the role.')).toBeVisible();
  await expect(row(outsider, person.name)).not.toContainText('Billing');
});

test('D15 whoever was saved is named once, and their row stands out', async ({ visit, account, setup }) => {
  const person = stranger('Saba');
  const home = await setup.contact(person);
  const owner = await visit('owner');
  await owner.open(`${home}/edit`);
  await owner.press('Submit');
  await owner.expectHeading('Contacts');
  await expect(owner.main.getByText(`Saved ${person.name}.`)).toBeVisible();
  await owner.open(`${account}/contacts`);
  await expect(owner.main.getByText(`Saved ${person.name}.`)).toHaveCount(0);
});

test('on a phone the order is one choice, and a list follows it', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.page.setViewportSize({ width: 360, height: 740 });
  await owner.open(`${account}/contacts?search=demo.example`);
  await owner.main.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Email, Z to A' });
  await expect(owner.page).toHaveURL(/sort=email-down/);
  await expect(owner.page).toHaveURL(/search=demo\.example/);
  expect(await owner.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('from 1280 px a person has one line', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.page.setViewportSize({ width: 1280, height: 900 });
  await owner.open(`${account}/contacts?search=demo.example`);
  const rows = owner.main.getByRole('row').filter({ has: owner.page.getByRole('rowheader') });
  const heights = await rows.evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
  expect(heights.length).toBeGreaterThan(5);
  for (const height of heights) expect(height).toBeLessThanOrEqual(46);
});
