import { MailServer } from './mail-server.ts';
import { Server } from './server.ts';
import { expect, test as base } from './test.ts';

export { expect };

/** With a portal that sends its mails to a real mail server. */
export const test = base.extend<object, { mailServer: MailServer }>({
  mailServer: [
    async ({}, use) => {
      const mailServer = await MailServer.start();
      await use(mailServer);
      await mailServer.stop();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ data, mailServer }, use) => {
      const server = await Server.start(data.lines, { PORTICO_SMTP_URL: mailServer.url });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});
