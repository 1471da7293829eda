import { type Locator, expect } from '@playwright/test';
import type { Visitor } from './visitor.ts';

/** Opens the latest mail to an address, in the outbox of the demonstration; waits until it is there. */
export async function openMail(visitor: Visitor, to: string, subject: string | RegExp): Promise<Locator> {
  const { page } = visitor;
  const mail = page.getByRole('row').filter({ has: page.getByRole('cell', { name: to, exact: true }) }).getByRole('link', { name: subject }).first();
  await expect(async () => {
    await page.goto('/dev/outbox');
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await mail.click();
  await expect(page.getByText(`To: ${to}`)).toBeVisible();
  return page.locator('body');
}
