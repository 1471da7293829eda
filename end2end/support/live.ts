import type { Page } from '@playwright/test';

/** Cuts a browser off from what tells open tabs of changes: it knows only what its own requests are answered. */
export async function cutOff(page: Page): Promise<void> {
  await page.context().route(/\/me\/events/, (route) => route.fulfill({ status: 204 }));
}
