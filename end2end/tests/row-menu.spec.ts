import { find } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { scrolled } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const ITEMS = ['Edit Contact', 'Login as This Contact', 'Suspend', 'Delete'];

test('S0.22 S0.23 S0.24 S0.25 the three dots at the end of the row open a menu by mouse', async ({ visit, account, setup }) => {
  const person = stranger('Maja');
  await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  const menu = await owner.menu(`Actions for ${person.name}`);
  const items = await menu.getByRole('menuitem').allInnerTexts();
  expect(items.map((item) => item.trim())).toEqual(ITEMS);
  await owner.heading('Contacts').click();
  await expect(menu).toBeHidden();
});

test('S0.22 the row menu is opened and followed with the keyboard, without scripts too', async ({ visit, account, setup }) => {
  const person = stranger('Mira');
  await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  const button = owner.page.getByRole('button', { name: `Actions for ${person.name}` });
  await button.focus();
  await owner.page.keyboard.press('Enter');
  const menu = owner.page.getByRole('menu', { name: `Actions for ${person.name}` });
  await expect(menu).toBeVisible();
  if (!owner.js) await owner.page.keyboard.press('Tab');
  await expect(menu.getByRole('menuitem', { name: 'Edit Contact' })).toBeFocused();
  await owner.page.keyboard.press('Enter');
  await owner.expectHeading(`Edit ${person.name}`);
});

test('S0.22 arrows, Home, End and letters move in the row menu, and Escape gives the focus back', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Mona');
  await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  const button = owner.page.getByRole('button', { name: `Actions for ${person.name}` });
  const menu = owner.page.getByRole('menu', { name: `Actions for ${person.name}` });
  const item = (name: string) => menu.getByRole('menuitem', { name, exact: true });
  const press = (key: string) => owner.page.keyboard.press(key);
  await button.focus();
  await press('ArrowDown');
  await expect(item('Edit Contact')).toBeFocused();
  await press('ArrowDown');
  await expect(item('Login as This Contact')).toBeFocused();
  await press('ArrowUp');
  await press('ArrowUp');
  await expect(item('Delete')).toBeFocused();
  await press('Home');
  await expect(item('Edit Contact')).toBeFocused();
  await press('End');
  await expect(item('Delete')).toBeFocused();
  await press('s');
  await expect(item('Suspend')).toBeFocused();
  await press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();

  await press('ArrowUp');
  await expect(item('Delete')).toBeFocused();
  await press('Tab');
  await expect(menu).toBeHidden();
});

test('a menu near the foot of the window stays where it was opened, whichever item has the focus', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Milo');
  await setup.contact(person);
  const owner = await visit('owner');
  await find(owner, account, person.email);
  const { page } = owner;
  const label = `Actions for ${person.name}`;
  const { height = 0 } = (await (await owner.menu(label)).boundingBox()) ?? {};
  await page.keyboard.press('Escape');
  const dots = await page.getByRole('button', { name: label }).boundingBox();
  // So that the menu just fits below its dots, and the page can be scrolled.
  await page.evaluate(() => void (document.body.style.minBlockSize = '300vh'));
  await page.setViewportSize({ width: 1280, height: Math.ceil((dots?.y ?? 0) + (dots?.height ?? 0) + height + 24) });
  const before = await scrolled(page);
  const menu = await owner.menu(label);
  const place = await menu.boundingBox();
  expect(place?.y).toBeGreaterThan(dots?.y ?? 0);
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  // As the browser does for whoever looks for an item otherwise.
  await menu.getByRole('menuitem', { name: 'Delete' }).scrollIntoViewIfNeeded();
  expect(await scrolled(page)).toBe(before);
  expect(await menu.boundingBox()).toEqual(place);
});
