import { Screen } from './screen.ts';
import { Server } from './server.ts';
import { expect, test as base } from './test.ts';

export { expect };

/** With a portal whose demo machines have a screen. */
export const test = base.extend<object, { machine: Screen }>({
  machine: [
    async ({}, use) => {
      const screen = await Screen.start();
      await use(screen);
      screen.stop();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ data, machine }, use) => {
      const driver = `[[driver]]\nkind = "demo"\nname = "demo"\nconsole = "127.0.0.1:${machine.port}"\n`;
      const server = await Server.start(data.lines, {}, { toml: driver });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});
