import type { Page } from '@playwright/test';
import { ACCOUNTS, GUEST, OWNER, lines } from '../support/awkward.ts';
import { ACCOUNT, PERSON, fill } from '../support/routes.ts';
import type { Setup } from '../support/setup.ts';
import { expect, test } from '../support/test.ts';

// The look: sizes, what stays within the window, light and dark, print. Everybody and everything here has an awkward name.

test.use({ data: { lines: lines() } });

const WIDTHS = [360, 768, 1280];

/** What reaches out of the window, or is written smaller than 12 px; nothing is neither. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const texts = [...document.querySelectorAll('body *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    const small = texts.filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12);
    return [
      ...(scrollWidth > clientWidth ? [`it is ${scrollWidth} px wide`] : []),
      ...small.slice(0, 3).map((element) => `${getComputedStyle(element).fontSize}: ${element.outerHTML.slice(0, 120)}`),
    ];
  });
}

/** The account with everything in it, and the first contact, domain and service of its lists. */
async function places(setup: Setup): Promise<{ account: string; contact: string; domain: string; service: string }> {
  const account = (await setup.accounts(OWNER)).get(ACCOUNTS[0]) ?? '';
  const list = await (await (await setup.session(OWNER)).get(`${account}/contacts?status=active`)).text();
  const contact = new RegExp(`href="${account}/contacts/([\\w-]{36})"`).exec(list)?.[1] ?? '';
  const domains = await (await (await setup.session(OWNER)).get(`${account}/domains`)).text();
  const domain = /domains\/([\w-]{36})"/.exec(domains)?.[1] ?? '';
  const services = await (await (await setup.session(OWNER)).get(`${account}/services`)).text();
  const service = /services\/([\w-]{36})"/.exec(services)?.[1] ?? '';
  expect([account, contact, domain, service], 'what the addresses need').not.toContain('');
  return { account, contact, domain, service };
}

/** A request of the guest, to be decided. */
async function ask(setup: Setup, account: string): Promise<void> {
  const answer = await (await setup.session(GUEST)).post('/fn/asking/ask', [
    ['acting[account]', account.replace('/a/', '')],
    ['change[right]', 'billing.view'],
    ['change[reason]', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2)],
  ]);
  expect(answer.status(), await answer.text()).toBe(303);
}

for (const [language, locale] of [['English', 'en-GB'], ['German', 'de-DE']] as const) {
  test(`D2 tried 5, 8: in ${language} no page is wider than the window, nor has text below 12 px, whatever things are called`, { tag: '@js' }, async ({ visit, setup }) => {
    test.setTimeout(480_000);
    const { account, contact, domain, service } = await places(setup);
    if (locale === 'en-GB') await ask(setup, account);
    const owner = await visit(OWNER, { locale });
    const addresses = [
      ...PERSON.filter((path) => !path.includes('{')),
      ...ACCOUNT.filter((path) => !path.includes('{template}')).map((path) => account + fill(path, { contact, domain, service })),
    ];
    for (const address of addresses) {
      await owner.open(address);
      for (const width of WIDTHS) {
        await owner.page.setViewportSize({ width, height: 800 });
        expect.soft(await faults(owner.page), `${address} at ${width} px`).toEqual([]);
      }
    }
    const guest = await visit(GUEST, { locale });
    for (const address of [`${account}/billing`, `${account}/settings`, `${account}/requests`]) {
      await guest.open(address);
      for (const width of WIDTHS) {
        await guest.page.setViewportSize({ width, height: 800 });
        expect.soft(await faults(guest.page), `${address} for the guest at ${width} px`).toEqual([]);
      }
    }
  });
}

test('D2 the scale stands on 16 px, controls are 36 px high, and a phone need not zoom into fields', { tag: '@js' }, async ({ visit, setup }) => {
  const { account } = await places(setup);
  const owner = await visit(OWNER);
  const size = (of: string) => owner.page.locator(of).first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  await owner.open('/me');
  expect([await size('html'), await size('body'), await size('h1'), await size('main h2')]).toEqual([16, 14, 22, 16]);
  const button = owner.main.getByRole('button', { name: 'Save', exact: true });
  expect((await button.boundingBox())?.height).toBe(36);
  await owner.open(`${account}/services`);
  const row = owner.main.getByRole('row').filter({ has: owner.page.getByRole('rowheader') }).first();
  expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await owner.page.setViewportSize({ width: 360, height: 800 });
  await owner.open('/me');
  expect(await size('main .input')).toBe(16);
});

test('D5 a long brand leaves the menu of the person in the window', { tag: '@js' }, async ({ visit, setup }) => {
  const { account } = await places(setup);
  const owner = await visit(OWNER);
  for (const width of [360, 640, ...WIDTHS]) {
    await owner.page.setViewportSize({ width, height: 800 });
    await owner.open(account);
    await owner.page.locator('.shell-brand > span').evaluate((brand) => (brand.textContent = 'Hosting '.repeat(8).slice(0, 60)));
    expect.soft(await faults(owner.page), `${width} px`).toEqual([]);
    const menu = await owner.page.getByRole('button', { name: `${ACCOUNTS[0]} X`, exact: true }).boundingBox();
    expect.soft((menu?.x ?? 0) + (menu?.width ?? 0), `${width} px`).toBeLessThanOrEqual(width);
    expect.soft(menu?.width, `${width} px`).toBeGreaterThanOrEqual(36);
  }
});

test('D10 the ways on from a refused page are as high as buttons', async ({ visit, setup }) => {
  const { account } = await places(setup);
  const guest = await visit(GUEST);
  expect(await guest.open(`${account}/domains`)).toBe(403);
  const way = guest.main.locator('.empty-actions > .button').first();
  expect((await way.boundingBox())?.height).toBe(36);
});

test('D11 one entry of the menu is the page that is shown', async ({ visit }) => {
  const owner = await visit(OWNER);
  for (const [address, entry] of [['/me', 'My Account'], ['/me/security', 'Security']] as const) {
    await owner.open(address);
    await expect(owner.leftMenu.locator('[aria-current]')).toHaveText(entry);
  }
});

test('D16 an address breaks after the @ and after dots first', { tag: '@js' }, async ({ visit, setup }) => {
  const { account, contact } = await places(setup);
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts/${contact}`);
  const shown = owner.main.getByRole('definition').filter({ hasText: '@' }).first();
  expect(await shown.evaluate((place) => place.querySelectorAll('wbr').length)).toBe(3);
  expect(await shown.innerText()).toContain('@subdomain.customers.example');
});

test('D17 all of the notifications is in the window from 768 px', { tag: '@js' }, async ({ visit, setup }) => {
  const { account } = await places(setup);
  for (const [locale, name] of [['en-GB', 'Notifications'], ['de-DE', 'Benachrichtigungen']] as const) {
    const owner = await visit(OWNER, { locale, viewport: { width: 768, height: 800 } });
    await owner.open(`${account}/notifications`);
    const frame = owner.main.getByRole('table', { name }).locator('..');
    expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth), locale).toBeLessThanOrEqual(0);
  }
});

test('light or dark is chosen for this browser, whatever the system says', async ({ visit, setup }) => {
  const { account } = await places(setup);
  const owner = await visit(OWNER, { colorScheme: 'light' });
  const ground = () => owner.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await owner.open('/me');
  const light = await ground();
  await owner.press('Dark');
  await expect(owner.main.getByRole('button', { name: 'Dark', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await owner.settle();
  const dark = await ground();
  expect(dark).not.toBe(light);
  // On every page, and after a reload.
  await owner.open(account);
  expect(await ground()).toBe(dark);
  await owner.open('/me');
  await owner.press('System');
  await expect(owner.main.getByRole('button', { name: 'System', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await ground()).toBe(light);
});

test('the list of people is printed as a review: whose it is, when it was printed, and when each signed in last', async ({ visit, setup }) => {
  const { account } = await places(setup);
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts`);
  await owner.page.emulateMedia({ media: 'print' });
  const head = owner.main.getByText(new RegExp(`^Portico · ${ACCOUNTS[0]} · \\d+ \\w+ \\d{4}$`));
  await expect(head).toBeVisible();
  await expect(owner.main.getByRole('columnheader', { name: /Last sign-in/ })).toBeVisible();
  await expect(owner.main.getByRole('checkbox')).toHaveCount(0);
  await expect(owner.main.getByRole('button')).toHaveCount(0);
  await expect(owner.page.getByRole('navigation')).toHaveCount(0);
  await owner.page.emulateMedia({ media: 'screen' });
  await expect(head).toBeHidden();
});

test('the font comes with the portal, and is not looked for elsewhere', { tag: '@js' }, async ({ visit }) => {
  const nobody = await visit();
  await nobody.open('/sign-in');
  const loaded = () => nobody.page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((face) => face.status === 'loaded' && face.family === 'Inter').length;
  });
  expect(await loaded()).toBe(1);
  const files = await nobody.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.woff2')));
  expect(files).toHaveLength(1);
  expect(files[0]).toMatch(/\/pkg\/inter-latin\.[0-9a-f]{12}\.woff2$/);
  // Asked for with the page: it is there when the page is drawn.
  await expect(nobody.page.locator('link[rel=preload][as=font]')).toHaveAttribute('href', new URL(files[0] ?? '').pathname);
});
