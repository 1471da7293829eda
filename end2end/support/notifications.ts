import { type Locator, expect } from '@playwright/test';
import { row } from './contacts.ts';
import type { Visitor } from './visitor.ts';

/** The categories, and what each says it holds. */
export const HOLDS: [string, RegExp][] = [
  ['Technical Maintenance', /Cloud credit thresholds.*network, hardware, data center, infrastructure and services/],
  ['Service Access', /New services activated, current services extended/],
  ['Service', /Renewals and expirations, domain statuses, promotions, DNS changes, service upgrades, order confirmations/],
  ['Billing', /unpaid or upcoming invoices, invoice requests, automated invoice issuance/],
  ['User Management', /Delegate access changes, role amendments, profile modifications/],
  ['Support', /tickets that other people/],
];

/** Follows an action of a row; where the choice is made then: a dialog on a living page, else a page of its own. */
export async function choosing(visitor: Visitor, name: string, action: string): Promise<Locator> {
  await visitor.settle();
  await row(visitor, name).getByRole('link', { name: action, exact: true }).click();
  if (visitor.js) {
    const dialog = visitor.page.getByRole('dialog', { name: `Notifications of ${name}` });
    await expect(dialog.getByRole('checkbox').first()).toBeVisible();
    return dialog;
  }
  await visitor.expectHeading(`Notifications of ${name}`);
  return visitor.main;
}

/** The tick box of a category. */
export function box(place: Locator, category: string): Locator {
  return place.getByRole('checkbox', { name: category, exact: true });
}

/** Saves the choice. */
export async function change(place: Locator): Promise<void> {
  await place.getByRole('button', { name: 'Change', exact: true }).click();
}

/** Expects these categories, and no others, to be chosen. */
export async function expectTicked(place: Locator, categories: string[]): Promise<void> {
  for (const [category] of HOLDS) await expect(box(place, category)).toBeChecked({ checked: categories.includes(category) });
}
