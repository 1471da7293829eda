import { type Locator, type Page, expect } from '@playwright/test';
import type { Login } from './people.ts';

/** Somebody at a browser. Finds things as people do: by what they are and what they are called. */
export class Visitor {
  constructor(
    readonly page: Page,
    /** Whether this browser runs scripts. */
    readonly js: boolean,
  ) {}

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Goes to an address and waits until the page is alive. */
  async open(address: string): Promise<number> {
    if (this.js) await this.sent();
    const answer = await this.page.goto(address);
    await this.settle();
    return answer?.status() ?? 0;
  }

  /** Waits until the programs of the page have taken over, where there are any. */
  async settle(): Promise<void> {
    if (!this.js) return;
    await this.page.waitForFunction(() => {
      const programs = document.querySelectorAll('script[type=module], [data-program]').length;
      return ((window as { __programs?: number }).__programs ?? 0) >= programs;
    });
  }

  /** Waits for the answer to a form that is on its way, as for one that the browser posts by itself. */
  private async sent(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector('form[data-sending]'), undefined, { timeout: 5_000 }).catch(() => undefined);
  }

  async signIn({ email, password }: Login): Promise<void> {
    await this.open('/sign-in');
    await this.fillSignIn({ email, password });
    await expect(this.page).not.toHaveURL(/\/sign-in|\/fn\//);
    await this.settle();
  }

  async fillSignIn({ email, password }: Login): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Email address' }).fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.press('Sign in');
  }

  /** Presses a button of the page's content. */
  async press(name: string): Promise<void> {
    await this.main.getByRole('button', { name, exact: true }).click();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async expectHeading(name: string | RegExp): Promise<void> {
    await expect(this.heading(name)).toBeVisible();
    await this.settle();
  }

  // --- the menus ---------------------------------------------------------------------------

  get leftMenu(): Locator {
    return this.page.getByRole('navigation', { name: 'Main menu' });
  }

  /** Follows an entry of the left menu. */
  async go(entry: string): Promise<void> {
    await this.leftMenu.getByRole('link', { name: entry, exact: true }).click();
  }

  /** The entries of the left menu, as they stand there. */
  async entries(): Promise<string[]> {
    await expect(this.leftMenu).toBeVisible();
    const texts = await this.leftMenu.getByRole('link').allInnerTexts();
    return texts.map((text) => text.trim());
  }

  /** Opens the menu behind a button and gives it. */
  async menu(button: string | RegExp): Promise<Locator> {
    await this.settle();
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const menu = this.page.getByRole('menu', { name: button, exact: true });
    await expect(menu).toBeVisible();
    return menu;
  }

  /** Picks an item of the menu behind a button. */
  async pick(button: string | RegExp, item: string): Promise<void> {
    const menu = await this.menu(button);
    await menu.getByRole('menuitem', { name: item, exact: true }).click();
  }
}

/** Runs before the scripts of every document: notes when the portal's own program has taken over, and how many have. */
export function noteAlive(): void {
  const original = WebAssembly.instantiateStreaming;
  let programs = 0;
  WebAssembly.instantiateStreaming = async (...args: Parameters<typeof original>) => {
    const result = await original(...args);
    // They begin in the microtasks that follow.
    const begun = () => Object.assign(window, { __alive: true, __programs: (programs += 1) });
    setTimeout(() => requestAnimationFrame(begun), 0);
    return result;
  };
}
