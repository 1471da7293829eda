import { find } from '../support/contacts.ts';
import { elsewhere } from '../support/elsewhere.ts';
import { askedFor, expectLoad, noteDocument } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// New tabs, files, other origins, modified clicks and places on a page stay the browser's own.

test('a click with Ctrl or Shift or the middle button opens another tab, and this one stays', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const isSame = await noteDocument(owner.page);
  const link = owner.leftMenu.getByRole('link', { name: 'My Services' });
  for (const click of [{ modifiers: ['Control'] }, { modifiers: ['Shift'] }, { button: 'middle' }] as const) {
    const opening = owner.page.context().waitForEvent('page');
    await link.click(click as Parameters<typeof link.click>[0]);
    const tab = await opening;
    await expect(tab).toHaveURL(`${account}/services`);
    await tab.close();
  }
  await expect(owner.page).toHaveURL(`${account}/contacts`);
  await expect(owner.heading('Contacts')).toBeVisible();
  expect(await isSame()).toBe(true);
});

test('a link for a tab of its own opens one', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const link = owner.leftMenu.getByRole('link', { name: 'My Services' });
  await link.evaluate((link) => link.setAttribute('target', '_blank'));
  const opening = owner.page.context().waitForEvent('page');
  await link.click();
  await expect(await opening).toHaveURL(`${account}/services`);
  await expect(owner.page).toHaveURL(`${account}/contacts`);
});

test('a link to a file downloads it', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const link = owner.leftMenu.getByRole('link', { name: 'My Services' });
  await link.evaluate((link) => link.setAttribute('download', 'services.html'));
  const download = owner.page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('services.html');
  await expect(owner.heading('Contacts')).toBeVisible();
});

test('a link to another origin is a document of its own', { tag: '@js' }, async ({ visit, account }) => {
  const other = await elsewhere('', {});
  try {
    const owner = await visit('owner');
    await owner.open(`${account}/contacts`);
    const [link, away] = [owner.leftMenu.getByRole('link', { name: 'My Services' }), `http://127.0.0.1:${other.port}/`];
    await link.evaluate((link, away) => link.setAttribute('href', away), away);
    await expectLoad(owner.page, () => link.click());
    await expect(owner.page).toHaveURL(away);
  } finally {
    other.close();
  }
});

test('a link to a place on the page asks for nothing, nor does the way back from there', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await find(owner, account, 'demo.example');
  const [isSame, asked] = [await noteDocument(owner.page), askedFor(owner.page)];
  const rows = owner.main.getByRole('row').filter({ has: owner.page.getByRole('rowheader') });
  await rows.getByRole('checkbox').last().check();
  await owner.page.keyboard.press('Home');
  const skip = owner.page.getByRole('link', { name: 'Skip to content' });
  await skip.focus();
  await owner.page.keyboard.press('Enter');
  await expect(owner.page).toHaveURL(/#main$/);
  await expect(owner.main).toBeFocused();
  await owner.page.goBack();
  await expect(owner.page).not.toHaveURL(/#/);
  await expect(rows.getByRole('checkbox').last()).toBeChecked();
  await owner.page.waitForTimeout(200);
  expect(asked).toEqual([]);
  expect(await isSame()).toBe(true);
});
