import { type Locator, expect } from '@playwright/test';
import type { Visitor } from './visitor.ts';

/** The row of a contact in the table. */
export function row(visitor: Visitor, name: string): Locator {
  return visitor.main.getByRole('row').filter({ has: visitor.page.getByRole('link', { name, exact: true }) });
}

/** Shows only the contacts that match a search: the list may have grown beyond a page. */
export async function find(visitor: Visitor, account: string, search: string): Promise<void> {
  await visitor.open(`${account}/contacts?${new URLSearchParams({ search })}`);
}

/** Asks for what is typed into the search: on a living page with Enter, for the list follows by itself and has no button. */
export async function apply(visitor: Visitor): Promise<void> {
  if (visitor.js) await visitor.main.getByRole('searchbox', { name: 'Search names and addresses' }).press('Enter');
  else await visitor.press('Apply');
  await expect(visitor.page).toHaveURL(/[?&]search=./);
}

/** Picks an item of a row's three dots. */
export async function act(visitor: Visitor, name: string, item: string): Promise<void> {
  await visitor.pick(`Actions for ${name}`, item);
}

/** Deletes a contact from the list: on a living page a dialog asks, else a page does. */
export async function remove(visitor: Visitor, name: string): Promise<void> {
  await act(visitor, name, 'Delete');
  if (visitor.js) {
    const dialog = visitor.page.getByRole('dialog', { name: `Delete ${name}?` });
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  } else {
    await expect(visitor.main.getByText(`Delete ${name}?`)).toBeVisible();
    await visitor.press('Delete');
  }
}
