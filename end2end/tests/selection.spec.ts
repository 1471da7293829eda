import type { Locator } from '@playwright/test';
import { ContactForm } from '../support/contact-form.ts';
import { act, apply, row } from '../support/contacts.ts';
import { demo, stranger } from '../support/people.ts';
import type { Setup } from '../support/setup.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

const OUTSIDER = demo('outsider');
let crowds = 0;

/** Contacts without a login on the account of the outsider, found together by one word: P001 to P..., in this order. */
async function crowd(setup: Setup, count: number): Promise<{ list: string; word: string }> {
  crowds += 1;
  const word = `picked${crowds}x${Date.now().toString(36)}`;
  for (let n = 1; n <= count; n += 1) {
    const firstName = name(n);
    await setup.contact({ ...stranger(), firstName, lastName: word, email: `${firstName}.${word}@people.example`.toLowerCase() }, [], false, OUTSIDER);
  }
  return { list: `${await setup.account(OUTSIDER)}/contacts?search=${word}`, word };
}

function name(n: number): string {
  return `P${String(n).padStart(3, '0')}`;
}

function box(visitor: Visitor, word: string, n: number): Locator {
  return visitor.main.getByRole('checkbox', { name: `Select ${name(n)} ${word}`, exact: true });
}

/** Who is ticked on the page that is shown, by first name. */
async function ticked(visitor: Visitor): Promise<string[]> {
  const boxes = visitor.main.getByRole('checkbox', { name: /^Select P\d+ /, checked: true });
  const names: string[] = [];
  for (const one of await boxes.all()) names.push((await one.getAttribute('aria-label') ?? '').split(' ')[1] ?? '');
  return names.sort();
}

async function expectTicked(visitor: Visitor, ...people: number[]): Promise<void> {
  await expect.poll(() => ticked(visitor)).toEqual(people.map(name));
}

/** Turns the list by its column Name and waits until it is turned. */
async function turn(visitor: Visitor, word: string, first: number): Promise<void> {
  await visitor.main.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
  await expect(visitor.main.getByRole('rowheader').filter({ hasText: word }).first()).toContainText(name(first));
}

test('a tick stays with its person: order, deleted rows, pages', { tag: '@js' }, async ({ visit, setup }) => {
  const { list, word } = await crowd(setup, 53);
  const outsider = await visit('outsider');
  await outsider.open(list);
  await box(outsider, word, 3).check();
  await box(outsider, word, 10).check();
  // The other way round, the first page has P053 to P004.
  await turn(outsider, word, 53);
  await expectTicked(outsider, 10);
  await turn(outsider, word, 1);
  await expectTicked(outsider, 3, 10);

  await act(outsider, `${name(1)} ${word}`, 'Delete');
  await outsider.page.getByRole('dialog', { name: `Delete ${name(1)} ${word}?` }).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row(outsider, `${name(1)} ${word}`)).toHaveCount(0);
  await expectTicked(outsider, 3, 10);

  await outsider.main.getByRole('link', { name: 'Next' }).click();
  await expect(row(outsider, `${name(53)} ${word}`)).toBeVisible();
  await expectTicked(outsider);
  await box(outsider, word, 53).check();
  await outsider.main.getByRole('link', { name: 'Previous' }).click();
  await expect(row(outsider, `${name(2)} ${word}`)).toBeVisible();
  await expectTicked(outsider, 3, 10);

  await outsider.press('Delete');
  const dialog = outsider.page.getByRole('dialog', { name: /^Delete 3 people from / });
  for (const n of [3, 10, 53]) await expect(dialog.getByText(`${name(n)} ${word}`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(outsider.page.getByText('3 deleted.')).toBeVisible();
  for (const n of [3, 10]) await expect(row(outsider, `${name(n)} ${word}`)).toHaveCount(0);
  for (const n of [2, 4, 9, 11]) await expect(row(outsider, `${name(n)} ${word}`)).toBeVisible();
});

test('everybody on this page is nobody on the next one', { tag: '@js' }, async ({ visit, setup }) => {
  const { list, word } = await crowd(setup, 53);
  const outsider = await visit('outsider');
  await outsider.open(list);
  await outsider.main.getByRole('checkbox', { name: 'Select everyone on this page' }).check();
  await expect(outsider.main.getByText('50 selected')).toBeVisible();
  await outsider.main.getByRole('link', { name: 'Next' }).click();
  await expect(row(outsider, `${name(53)} ${word}`)).toBeVisible();
  await expectTicked(outsider);
  await expect(outsider.main.getByText('50 selected')).toBeVisible();
  await expect(outsider.main.getByRole('checkbox', { name: 'Select everyone on this page' })).not.toBeChecked();
});

test('another search forgets who was ticked', { tag: '@js' }, async ({ visit, setup }) => {
  const { list, word } = await crowd(setup, 12);
  const outsider = await visit('outsider');
  await outsider.open(list);
  await box(outsider, word, 2).check();
  await outsider.main.getByRole('searchbox', { name: 'Search names and addresses' }).fill('p01');
  await apply(outsider);
  await expect(row(outsider, `${name(2)} ${word}`)).toHaveCount(0);
  await expectTicked(outsider);
  await expect(outsider.main.getByRole('form', { name: 'Actions for the selection' })).toHaveCount(0);
  await outsider.page.goBack();
  await expect(row(outsider, `${name(2)} ${word}`)).toBeVisible();
  await expectTicked(outsider);
});

test('Back and Forward by several steps tick nobody else', { tag: '@js' }, async ({ visit, setup }) => {
  const { list, word } = await crowd(setup, 5);
  const outsider = await visit('outsider');
  await outsider.open(list);
  await turn(outsider, word, 5);
  await turn(outsider, word, 1);
  await box(outsider, word, 2).check();
  await outsider.page.evaluate(() => history.go(-2));
  await expect(outsider.page).not.toHaveURL(/sort=/);
  await expectTicked(outsider, 2);
  await outsider.page.evaluate(() => history.go(1));
  await expect(outsider.page).toHaveURL(/sort=name-down/);
  await expect(outsider.main.getByRole('rowheader').filter({ hasText: word }).first()).toContainText(name(5));
  await expectTicked(outsider, 2);
});

test('a form shows its own person, whatever was typed into the one before it in the history', { tag: '@js' }, async ({ visit, setup }) => {
  const [tom, anna] = [stranger('Tom'), stranger('Anna')];
  const homeOfTom = await setup.contact(tom, [['change[privileges][]', 'domains.view'], ['change[note]', 'About Tom']], false, OUTSIDER);
  const homeOfAnna = await setup.contact(anna, [], false, OUTSIDER);
  const outsider = await visit('outsider');
  const form = new ContactForm(outsider);
  await outsider.open(`${homeOfTom}/edit`);
  await outsider.main.getByRole('link', { name: 'Cancel', exact: true }).click();
  await outsider.expectHeading('Contacts');
  await outsider.main.getByRole('searchbox', { name: 'Search names and addresses' }).fill(anna.lastName);
  await apply(outsider);
  await act(outsider, anna.name, 'Edit Contact');
  await expect(outsider.page).toHaveURL(`${homeOfAnna}/edit`);
  await form.box('View invoices').check();
  await form.text('First name').fill('Annabel');
  await form.text('Note').fill('About Anna');
  await form.password.fill('garden violin copper nine');
  await outsider.page.evaluate(() => history.go(-3));
  await expect(outsider.page).toHaveURL(`${homeOfTom}/edit`);
  await expect(outsider.heading(`Edit ${tom.name}`)).toBeVisible();
  await expect(form.box('View invoices')).not.toBeChecked();
  await expect(form.box('View domains')).toBeChecked();
  await expect(form.text('First name')).toHaveValue('Tom');
  await expect(form.text('Last name')).toHaveValue(tom.lastName);
  await expect(form.text('Note')).toHaveValue('About Tom');
  await expect(form.password).toHaveValue('');
  await form.submit();
  await outsider.open(`${homeOfTom}`);
  await expect(outsider.main.getByText('View invoices')).toHaveCount(0);
});

test('the question names five and counts the others, and one Undo brings everybody back', async ({ visit, setup }) => {
  const { list, word } = await crowd(setup, 7);
  const outsider = await visit('outsider');
  await outsider.open(list);
  for (let n = 1; n <= 7; n += 1) await box(outsider, word, n).check();
  await outsider.press('Delete');
  const question = outsider.js ? outsider.page.getByRole('dialog', { name: /^Delete 7 people from / }) : outsider.main;
  await expect(question.getByText(/^Delete 7 people from /)).toBeVisible();
  for (let n = 1; n <= 5; n += 1) await expect(question.getByText(`${name(n)} ${word}`, { exact: true })).toBeVisible();
  await expect(question.getByText('and 2 more')).toBeVisible();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  const said = outsider.page.getByText(`7 deleted. ${name(1)} ${word}, ${name(2)} ${word}`);
  await expect(said).toBeVisible();
  await expect(said).toContainText('and 2 more.');
  await expect(row(outsider, `${name(1)} ${word}`)).toHaveCount(0);
  await outsider.settle();
  await outsider.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(outsider.page.getByText('7 restored.')).toBeVisible();
  for (let n = 1; n <= 7; n += 1) await expect(row(outsider, `${name(n)} ${word}`)).toBeVisible();
});
