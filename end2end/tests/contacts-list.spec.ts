import { apply, find, row } from '../support/contacts.ts';
import { demo, stranger } from '../support/people.ts';
import { type Setup } from '../support/setup.ts';
import { expect, test } from '../support/test.ts';

let fills = 0;

/** Many contacts on the account of the outsider, found together by one word. */
async function fill(setup: Setup, count: number): Promise<{ account: string; word: string }> {
  fills += 1;
  const word = `crowd${fills}x${Date.now().toString(36)}`;
  for (let n = 1; n <= count; n += 1) {
    const number = String(n).padStart(3, '0');
    const person = { ...stranger(), firstName: `N${number}`, lastName: word, email: `n${number}.${word}@people.example` };
    await setup.contact(person, n % 2 ? [['change[privileges][]', 'domains.view']] : [], false, demo('outsider'));
  }
  return { account: await setup.account(demo('outsider')), word };
}

test('S0.21 S3.18 S3.19 the list has the columns of the contract', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const columns = await owner.main.getByRole('columnheader').allInnerTexts();
  const named = columns.map((column) => column.trim()).filter((column) => column !== '');
  expect(named).toEqual(['Name', 'Email', 'Access', 'Notifications', 'Status', 'Last sign-in', 'Actions']);
  await expect(owner.main.getByRole('row').filter({ hasText: 'technician@demo.example' })).toContainText('Technical');
});

test('search, filters and order stay in the address, through a reload and the way back', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('searchbox', { name: 'Search names and addresses' }).fill('demo.example');
  await apply(owner);
  await expect(owner.page).toHaveURL(/[?&]search=demo\.example/);
  await owner.settle();
  await owner.main.getByRole('combobox', { name: 'Access' }).selectOption({ label: 'Technical' });
  if (!owner.js) await owner.press('Apply');
  await expect(owner.page).toHaveURL(/[?&]access=role-technical/);
  await expect(owner.page).toHaveURL(/[?&]search=demo\.example/);
  const rows = owner.main.getByRole('row').filter({ has: owner.page.getByRole('rowheader') });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('technician@demo.example');
  await owner.page.reload();
  await owner.settle();
  await expect(rows).toHaveCount(1);
  await expect(owner.main.getByRole('combobox', { name: 'Access' })).toHaveValue('role-technical');

  await rows.getByRole('link').first().click();
  await expect(owner.main.getByRole('heading', { name: 'Rights', exact: true })).toBeVisible();
  await owner.page.goBack();
  await expect(rows).toHaveCount(1);
  await owner.settle();
  await owner.main.getByRole('link', { name: 'Clear filters' }).click();
  await expect(rows.filter({ hasText: 'accountant@demo.example' })).toHaveCount(1);
});

test('a column sorts by its heading, the other way round at the second click, owners first', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=demo.example`);
  const emails = () => owner.main.getByRole('row').filter({ has: owner.page.getByRole('rowheader') }).getByText(/@demo\.example$/).allInnerTexts();
  const sort = owner.main.getByRole('columnheader', { name: 'Email' });
  await sort.getByRole('link').click();
  await expect(owner.page).toHaveURL(/sort=email/);
  await expect(sort).toHaveAttribute('aria-sort', 'ascending');
  const up = (await emails()).filter((email) => !email.includes('owner'));
  expect(up).toEqual([...up].sort());
  await owner.settle();
  await sort.getByRole('link').click();
  await expect(sort).toHaveAttribute('aria-sort', 'descending');
  const all = await emails();
  expect(all.slice(0, 2).every((email) => email.includes('owner'))).toBe(true);
  expect(all.slice(2)).toEqual([...up].reverse());
});

test('a long list is turned page by page, and the address says which', async ({ visit, setup }) => {
  const { account, word } = await fill(setup, 55);
  const outsider = await visit('outsider');
  await outsider.open(`${account}/contacts?search=${word}`);
  await expect(outsider.main.getByText('55 people', { exact: true })).toBeVisible();
  const rows = outsider.main.getByRole('row').filter({ has: outsider.page.getByRole('rowheader') });
  await expect(rows).toHaveCount(50);
  await outsider.main.getByRole('link', { name: 'Next' }).click();
  await expect(rows).toHaveCount(5);
  await expect(row(outsider, `N055 ${word}`)).toBeVisible();
  await expect(outsider.page).toHaveURL(/cursor=/);
  await outsider.page.reload();
  await outsider.settle();
  await expect(rows).toHaveCount(5);
  await outsider.main.getByRole('link', { name: 'Previous' }).click();
  await expect(rows).toHaveCount(50);
  await expect(row(outsider, `N001 ${word}`)).toBeVisible();
});

test('everybody that matches is deleted at once, and nobody else', async ({ visit, setup }) => {
  const { account, word } = await fill(setup, 12);
  const outsider = await visit('outsider');
  await outsider.open(`${account}/contacts?search=${word}&access=nothing`);
  // On a living page the bar comes up once somebody is picked.
  if (outsider.js) await outsider.main.getByRole('checkbox', { name: 'Select everyone on this page' }).check();
  await outsider.main.getByRole('checkbox', { name: 'Select all 6' }).check();
  await outsider.press('Delete');
  if (outsider.js) {
    const dialog = outsider.page.getByRole('dialog', { name: /^Delete 6 people from / });
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  } else {
    await expect(outsider.main.getByRole('heading', { name: /^Delete 6 people from / })).toBeVisible();
    await outsider.press('Delete');
  }
  await expect(outsider.page.getByText('6 deleted.')).toBeVisible();
  await outsider.open(`${account}/contacts?search=${word}`);
  await expect(outsider.main.getByText('6 people', { exact: true })).toBeVisible();
});

test('those ticked are suspended together; whoever has no login is left alone and counted', async ({ visit, setup, account }) => {
  const people = [stranger('Zara'), stranger('Zeno'), stranger('Zita')];
  const word = `Trio${Date.now().toString(36)}`;
  for (const [index, person] of people.entries()) {
    await setup.contact({ ...person, lastName: word }, [], index < 2);
  }
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=${word}`);
  for (const { firstName } of people) {
    await owner.main.getByRole('checkbox', { name: `Select ${firstName} ${word}` }).check();
  }
  if (owner.js) await expect(owner.main.getByText('3 selected')).toBeVisible();
  await owner.press('Suspend');
  if (owner.js) {
    const dialog = owner.page.getByRole('dialog', { name: /^Suspend 3 people in / });
    await dialog.getByRole('button', { name: 'Suspend', exact: true }).click();
  }
  await expect(owner.page.getByText(/2 suspended\. 1 skipped\./)).toBeVisible();
  await expect(row(owner, `Zara ${word}`)).toContainText('Suspended');
  await expect(row(owner, `Zita ${word}`)).toContainText('Contact only');
});

test('without scripts a page asks before many are deleted, and Cancel leaves them as they are', { tag: '@nojs' }, async ({ visit, setup }) => {
  const { account, word } = await fill(setup, 3);
  const outsider = await visit('outsider');
  const list = `${account}/contacts?search=${word}`;
  await outsider.open(list);
  const ask = async () => {
    for (const name of [`N001 ${word}`, `N003 ${word}`]) await outsider.main.getByRole('checkbox', { name: `Select ${name}` }).check();
    await outsider.press('Delete');
    await expect(outsider.main.getByRole('heading', { name: /^Delete 2 people from / })).toBeVisible();
    await expect(outsider.main.getByRole('listitem')).toHaveText([`N001 ${word}`, `N003 ${word}`]);
  };
  await ask();
  await outsider.main.getByRole('link', { name: 'Cancel' }).click();
  await expect(outsider.main.getByText('3 people', { exact: true })).toBeVisible();
  await ask();
  await outsider.press('Delete');
  await expect(outsider.main.getByText('2 deleted.')).toBeVisible();
  await expect(outsider.main.getByText('1 person', { exact: true })).toBeVisible();
  await expect(row(outsider, `N002 ${word}`)).toBeVisible();
});

test('the bar for the selection shows while somebody is selected, and moves nothing', { tag: '@js' }, async ({ visit, account, setup }) => {
  const name = await setup.nameOf(demo('technician'));
  const owner = await visit('owner');
  await find(owner, account, name);
  const bar = owner.main.getByRole('form', { name: 'Actions for the selection' });
  await expect(bar).toHaveCount(0);
  const before = await row(owner, name).boundingBox();
  await owner.main.getByRole('checkbox', { name: `Select ${name}` }).check();
  await expect(bar.getByText('1 selected')).toBeVisible();
  expect(await row(owner, name).boundingBox()).toEqual(before);
  await bar.getByRole('button', { name: 'Clear selection' }).click();
  await expect(bar).toHaveCount(0);
});

test('a selection lasts across the pages of a list', { tag: '@js' }, async ({ visit, setup }) => {
  const { account, word } = await fill(setup, 52);
  const outsider = await visit('outsider');
  await outsider.open(`${account}/contacts?search=${word}`);
  await outsider.main.getByRole('checkbox', { name: `Select N001 ${word}` }).check();
  await outsider.main.getByRole('link', { name: 'Next' }).click();
  await expect(row(outsider, `N052 ${word}`)).toBeVisible();
  await outsider.main.getByRole('checkbox', { name: 'Select everyone on this page' }).check();
  await expect(outsider.main.getByText('3 selected')).toBeVisible();
  await outsider.press('Delete');
  const dialog = outsider.page.getByRole('dialog', { name: /^Delete 3 people from / });
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(outsider.page.getByText('3 deleted.')).toBeVisible();
  await outsider.open(`${account}/contacts?search=${word}`);
  await expect(outsider.main.getByText('49 people', { exact: true })).toBeVisible();
  await expect(row(outsider, `N001 ${word}`)).toHaveCount(0);
});

test('a list without a match says what to do', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=nobody-is-called-this`);
  await expect(owner.main.getByText('Nobody matches')).toBeVisible();
  await expect(owner.main.getByText('Try another word, or clear the filters.')).toBeVisible();
});
