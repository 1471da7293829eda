import type { BrowserContext, ConsoleMessage, Response } from '@playwright/test';

/** What went wrong behind the pages of a test: it fails for any of these, whatever it looked at. */
export class Complaints {
  private readonly list: string[] = [];

  constructor(private readonly js: boolean) {}

  watch(context: BrowserContext, origin: string): void {
    context.on('console', (message) => this.heard(message, origin));
    context.on('weberror', (error) => this.list.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('dialog', (dialog) => {
      // A page with a half-filled form has the browser ask before its document is left: the tests mean to.
      if (dialog.type() === 'beforeunload') return void dialog.accept();
      this.list.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('response', (response) => this.answered(response, origin));
  }

  all(): readonly string[] {
    return this.list;
  }

  private heard(message: ConsoleMessage, origin: string): void {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    // Without scripts nobody uses what is loaded ahead for them.
    const isUnused = !this.js && message.text().includes('was preloaded using link preload but not used');
    if (isComplaint && !isUnused && !isRefusal(message, origin)) {
      this.list.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  }

  private answered(response: Response, origin: string): void {
    if (response.url().startsWith(origin) && response.status() >= 500) {
      this.list.push(`status ${response.status()}: ${response.request().method()} ${response.url()}`);
    }
  }
}

/**
 * Chromium reports every answer from 400 on as an error, wanted or not. A missing file is one of the unwanted; but for
 * the icon that the browser looks for by itself where a refusal in plain text can't name one.
 */
function isRefusal(message: ConsoleMessage, origin: string): boolean {
  const url = message.location().url;
  const isFile = url.startsWith(`${origin}/pkg/`) || /(?<!^\/favicon)\.\w{2,5}$/.test(new URL(url || origin).pathname);
  return /^Failed to load resource: the server responded with a status of 4\d\d\b/.test(message.text()) && !isFile;
}
