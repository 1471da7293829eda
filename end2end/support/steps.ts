import { type Locator, type Page, type Request, type Route, expect } from '@playwright/test';

/** Marks the document. What this gives says whether it is still the one that is shown. */
export async function noteDocument(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { __noted: true }));
  return () => page.evaluate(() => '__noted' in window);
}

/** Expects an action to load a document, and waits for it. */
export async function expectLoad(page: Page, action: () => Promise<unknown>): Promise<void> {
  const isSame = await noteDocument(page);
  await action();
  await expect.poll(() => isSame().catch(() => undefined), { message: 'another document was loaded' }).toBe(false);
  await page.waitForLoadState();
}

/** Marks a node. What is made anew in its place has no mark. */
export async function stamp(...nodes: Locator[]): Promise<void> {
  for (const node of nodes) await node.evaluate((element) => void Object.assign(element, { __stamped: true }));
}

export function isStamped(node: Locator): Promise<boolean> {
  return node.evaluate((element) => '__stamped' in element);
}

/** The paths and queries that are asked for from now on, but for what tells a tab of changes. */
export function askedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (!pathname.startsWith('/me/events') && !pathname.startsWith('/pkg/')) asked.push(pathname + search);
  });
  return asked;
}

/** Whether the page's program asks, not the browser by itself. */
function isProgram(request: Request): boolean {
  return request.resourceType() === 'fetch';
}

/** Whether a request is about a path, whatever the query. */
export function at(path: string): (url: URL) => boolean {
  return (url) => url.pathname === path;
}

/** An answer to the program that waits until it is let go. */
export interface Held {
  /** How often the path was asked for. */
  count: () => number;
  /** Waits until it was. */
  asked: () => Promise<void>;
  /** Lets what waits go, and what comes later pass; waits until the page has it. */
  release: () => Promise<void>;
}

/** Keeps what the program is answered at a path waiting. */
export async function hold(page: Page, path: string): Promise<Held> {
  const waiting: Route[] = [];
  let [count, isHeld] = [0, true];
  await page.route(at(path), async (route) => {
    if (!isHeld || !isProgram(route.request())) return route.fallback();
    count += 1;
    waiting.push(route);
  });
  return {
    count: () => count,
    asked: () => expect.poll(() => waiting.length, { message: `${path} was asked for` }).toBeGreaterThan(0),
    release: async () => {
      isHeld = false;
      for (const route of waiting.splice(0)) {
        await route.continue();
        await (await route.request().response())?.finished();
      }
      // For the program to see it.
      await page.waitForTimeout(200);
    },
  };
}

/** What is changed about an answer. */
interface Change {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
}

/** Answers what is asked at a path otherwise than the portal does; the browser's own requests only where they are meant. */
export async function answer(
  page: Page,
  path: string,
  change: (body: string, headers: Record<string, string>) => Change,
  to: 'program' | 'everybody' = 'program',
): Promise<void> {
  await page.route(at(path), async (route) => {
    if (to === 'program' && !isProgram(route.request())) return route.fallback();
    const response = await route.fetch();
    const headers = response.headers();
    const changed = change(await response.text(), headers);
    await route.fulfill({ status: response.status(), headers, ...changed });
  });
}

/** What no answer may put into a document. */
const FORBIDDEN = 'script, style, link, meta, base, iframe, object, embed, [onerror], [onload], [onclick]';

/** Notes every element of a forbidden kind that gets into the document from now on, also into a template and out again. */
export async function noteForbidden(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate((forbidden) => {
    const seen: string[] = [];
    const look = (node: Node) => {
      if (!(node instanceof Element || node instanceof DocumentFragment)) return;
      if (node instanceof Element && node.matches(forbidden)) seen.push(node.outerHTML);
      for (const found of node.querySelectorAll(forbidden)) seen.push(found.outerHTML);
      const templates = [...node.querySelectorAll('template'), ...(node instanceof HTMLTemplateElement ? [node] : [])];
      for (const template of templates) look(template.content);
    };
    new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(look)))
      .observe(document, { childList: true, subtree: true });
    Object.assign(window, { __forbidden: seen });
  }, FORBIDDEN);
  return () => page.evaluate(() => (window as unknown as { __forbidden: string[] }).__forbidden);
}

/** How far the page is scrolled. */
export function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(window.scrollY));
}
