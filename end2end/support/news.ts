import type { Page } from '@playwright/test';

/** As if another tab of this browser had heard, and handed on, that something of this person has changed. */
export async function tellNews(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tab = new BroadcastChannel('portico-live');
    const position = Number(document.documentElement.dataset['heard']);
    tab.postMessage(JSON.stringify({ news: { position, everything: true, accounts: [] } }));
    tab.close();
  });
}

/** The same; waits until the page was asked for anew, and has its answer. */
export async function refresh(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === pathname);
  await tellNews(page);
  await (await answered).finished();
  await page.waitForTimeout(200);
}
