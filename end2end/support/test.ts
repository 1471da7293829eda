import { type Browser, test as base, expect } from '@playwright/test';
import { Complaints } from './complaints.ts';
import { type Demo, type Login, demo } from './people.ts';
import { type Line, type Own, Server } from './server.ts';
import { Setup } from './setup.ts';
import { Visitor, noteAlive } from './visitor.ts';

export { expect };

/** What the two projects differ in. */
export interface Options {
  /** Whether the browsers run scripts. */
  js: boolean;
}

interface WorkerFixtures {
  /** What the portal begins with in place of the demo data, with settings of its own: `test.use({ data: { lines } })` once per file. */
  data: { lines: Line[]; own?: Own };
  /** A portal for the tests of this worker, which run one after the other. */
  server: Server;
  setup: Setup;
}

interface Fixtures extends Options {
  complaints: Complaints;
  /** Opens a browser of its own for somebody: signed in already, or nobody yet. */
  visit: (who?: Demo | Login, options?: BrowserOptions) => Promise<Visitor>;
  /** The address of the demo account. */
  account: string;
}

type BrowserOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

export const test = base.extend<Fixtures, WorkerFixtures>({
  js: [true, { option: true }],

  data: [{ lines: [] }, { option: true, scope: 'worker' }],

  server: [
    async ({ data }, use) => {
      const server = await Server.start(data.lines, {}, data.own);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  setup: [
    async ({ server }, use) => {
      const setup = new Setup(server);
      await use(setup);
      await setup.end();
    },
    { scope: 'worker' },
  ],

  complaints: async ({ server, js }, use, info) => {
    const complaints = new Complaints(js);
    const before = server.output().length;
    await use(complaints);
    if (info.status !== info.expectedStatus || complaints.all().length > 0) {
      await info.attach('server', { body: server.output().slice(before), contentType: 'text/plain' });
    }
    expect(complaints.all(), 'what the browsers complained about').toEqual([]);
  },

  visit: async ({ browser, server, setup, complaints, js }, use) => {
    const opened: { close: () => Promise<void> }[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      opened.push(context);
      complaints.watch(context, server.origin);
      if (js) await context.addInitScript(noteAlive);
      if (who !== undefined) {
        const session = await setup.session(typeof who === 'string' ? demo(who) : who);
        const [name = '', value = ''] = session.cookie.split(/=(.*)/s);
        // As an address with TLS: only then may a cookie be set that says Secure.
        const url = server.origin.replace('http:', 'https:');
        await context.addCookies([
          { name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' },
        ]);
      }
      return new Visitor(await context.newPage(), js);
    });
    for (const context of opened) await context.close();
  },

  account: async ({ setup }, use) => {
    await use(await setup.account(demo('owner')));
  },
});
