import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else's, on a port of its own, with a form that posts to the portal. */
export async function elsewhere(action: string, fields: Record<string, string>): Promise<{ port: number; close: () => void }> {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  const html = `<!DOCTYPE html><title>Win</title><form method="post" action="${action}">${inputs.join('')}<button>Win a prize</button></form>`;
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
