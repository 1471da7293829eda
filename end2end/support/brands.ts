import type { Page } from '@playwright/test';
import { withColours } from './axe-everything.ts';
import { demo, stranger } from './people.ts';
import { ACCOUNT, ALONE, PERSON, fill } from './routes.ts';
import type { Own } from './server.ts';
import { expect, test } from './test.ts';
import type { Visitor } from './visitor.ts';

const drawn = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40"><rect width="160" height="40" rx="8" fill="${colour}"/></svg>`;

/** A provider with a colour, logos, links and areas of its own. */
export function branded(colour: string): Own {
  const toml = `
[brand]
name = "Nordwest Hosting"
colour = "${colour}"
logo_wide = "wide.svg"
logo_dark = "dark.svg"
favicon = "wide.svg"
mail_footer = "Nordwest GmbH, Deichweg 1, 12345 Hafen"
[links]
imprint = "https://nordwest.example/imprint"
privacy = "https://nordwest.example/privacy"
terms = "https://nordwest.example/terms"
[areas]
tickets = "https://tickets.nordwest.example/new"
orders = "https://nordwest.example/shop"
`;
  return { toml, files: { 'wide.svg': drawn(colour), 'dark.svg': drawn('#ffffff') } };
}

/** Waits until the page is drawn in the colours of a theme. */
async function draw(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50)))));
}

/** Looks at the colours of pages at both widths, in the light and in the dark. */
async function look(visitor: Visitor, addresses: string[]): Promise<void> {
  const { page } = visitor;
  for (const address of addresses) {
    await visitor.open(address);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of ['light', 'dark'] as const) {
        await draw(page, theme);
        expect.soft(await withColours(page), `${address} at ${width} px, ${theme}`).toEqual([]);
      }
    }
  }
}

/** The test that every page can be read in the colour of this file's provider. */
export function everyPageCanBeRead(): void {
  test('every page can be read in the colour of the provider', { tag: '@js' }, async ({ visit, account, setup }) => {
    test.setTimeout(480_000);
    const contact = (await setup.contact(stranger('Orla'), [['change[privileges][]', 'domains.view']])).split('/').at(-1) ?? '';
    const session = await setup.session(demo('owner'));
    await session.post('/fn/rules/save_template', [
      ['acting[account]', account.replace('/a/', '')],
      ['change[submission]', crypto.randomUUID()],
      ['change[contact]', contact],
      ['change[name]', 'Looked at in colour'],
      ['change[kind]', 'template'],
    ]);
    const template = /rules\/([\w-]+)"/.exec(await (await session.get(`${account}/rules`)).text())?.[1] ?? '';
    const domain = /domains\/([\w-]{36})"/.exec(await (await session.get(`${account}/domains`)).text())?.[1] ?? '';
    const service = /services\/([\w-]{36})"/.exec(await (await session.get(`${account}/services`)).text())?.[1] ?? '';
    const places = { token: 'no-such-token', contact, template, domain, service };
    await look(await visit(), ALONE.map((path) => fill(path, places)));
    await look(await visit('manager'), PERSON.map((path) => fill(path, places)));
    await look(await visit('owner'), [...ACCOUNT.map((path) => account + fill(path, places)), `${account}/nowhere`]);
  });
}
