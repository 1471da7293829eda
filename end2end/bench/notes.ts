import type { Page } from '@playwright/test';

/** What is shown after a click, and when. */
export interface Shown {
  /** The frame, counted from the click: 1 is the next one. */
  frame: number;
  /** How long until that frame was drawn. */
  ms: number;
}

/** What a document notes of itself, for as long as it is shown. Times are taken in the page, in milliseconds. */
export class Notes<T> {
  private constructor(
    private readonly page: Page,
    private seen: number,
  ) {}

  /** From each click until a page was put in place. */
  static async ofSteps(page: Page): Promise<Notes<number>> {
    await page.evaluate(noteSteps);
    return new Notes<number>(page, 0);
  }

  /** From each click until an element is shown with these words. */
  static async ofShown(page: Page, selector: string, words = ''): Promise<Notes<Shown>> {
    await page.evaluate(noteShown, { selector, words });
    return new Notes<Shown>(page, 0);
  }

  /** When an element has come or gone, by the clock. */
  static async ofPresence(page: Page, selector: string): Promise<Notes<number>> {
    await page.evaluate(notePresence, selector);
    return new Notes<number>(page, 0);
  }

  /** Waits for the next one. */
  async next(): Promise<T> {
    const seen = this.seen;
    this.seen += 1;
    await this.page.waitForFunction((seen) => (window as unknown as { notes: unknown[] }).notes.length > seen, seen);
    return this.page.evaluate((seen) => (window as unknown as { notes: T[] }).notes[seen] as T, seen);
  }
}

function noteSteps(): void {
  const notes: number[] = [];
  let clicked = 0;
  addEventListener('click', (event) => (clicked = event.timeStamp), true);
  const put = new MutationObserver(() => notes.push(performance.now() - clicked));
  put.observe(document.documentElement, { attributeFilter: ['data-page'] });
  Object.assign(window, { notes });
}

function noteShown({ selector, words }: { selector: string; words: string }): void {
  const notes: Shown[] = [];
  const isShown = () => document.querySelector(selector)?.textContent.includes(words) ?? false;
  const clicked = (event: Event) => {
    // The click that takes it away again.
    if (isShown()) return;
    let frame = 0;
    const look = () => {
      frame += 1;
      if (!isShown()) return void requestAnimationFrame(look);
      // A task of its own comes after the frame was drawn.
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => notes.push({ frame, ms: performance.now() - event.timeStamp });
      drawn.port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', clicked, true);
  Object.assign(window, { notes });
}

function notePresence(selector: string): void {
  const notes: number[] = [];
  const isThere = () => document.querySelector(selector) !== null;
  let was = isThere();
  const changed = new MutationObserver(() => {
    if (isThere() === was) return;
    was = !was;
    notes.push(Date.now());
  });
  changed.observe(document.body, { childList: true, subtree: true });
  Object.assign(window, { notes });
}
