import type { Page } from '@playwright/test';

/** As if another tab of this browser had heard, and handed on, that something of this person has changed: their rights, or not. */
export async function tellNews(page: Page, about: 'rights' | 'other' = 'rights'): Promise<void> {
  await page.evaluate((access) => {
    const tab = new BroadcastChannel('portico-live');
    const position = Number(document.documentElement.dataset['heard']);
    tab.postMessage(JSON.stringify({ news: { position, everything: true, accounts: [], access } }));
    tab.close();
  }, about === 'rights');
}

/** As if another tab of this browser had heard that a session is over, and handed it on: this one's, or another. */
export async function tellOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tab = new BroadcastChannel('portico-live');
    tab.postMessage(JSON.stringify('over'));
    tab.close();
  });
}

/** As if another tab had heard that something has changed; waits until the page was asked for anew, and has its answer. */
export async function refresh(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === pathname);
  await tellNews(page);
  await (await answered).finished();
  await page.waitForTimeout(200);
}
