import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openList } from '../support/agency.ts';
import { ContactForm } from '../support/contact-form.ts';
import { row } from '../support/contacts.ts';
import { type Demo, demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
/** All of them, not kept. */
const ALL = join(HERE, '../screenshots');
/** Those that the README shows, kept. */
const SHOWN = join(HERE, '../../docs/screenshots');

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const THEMES = ['light', 'dark'] as const;

type Steps = (visitor: Visitor, account: string) => Promise<void>;

const PAGES: [string, Demo | undefined, Steps][] = [
  ['sign-in', undefined, async (visitor) => void (await visitor.open('/sign-in'))],
  ['dashboard', 'owner', async (visitor, account) => void (await visitor.open(account))],
  ['contacts', 'owner', async (visitor, account) => void (await visitor.open(`${account}/contacts`))],
  ['contact-form', 'owner', fillForm],
  ['contact', 'owner', openContact],
  ['accounts', 'manager', async (visitor) => void (await visitor.open('/accounts'))],
  ['management-mode', 'manager', openAccounts],
  ['services', 'technician', async (visitor, account) => void (await visitor.open(`${account}/services`))],
];

async function fillForm(visitor: Visitor, account: string): Promise<void> {
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  await form.fillDetails({ firstName: 'Tomas', lastName: 'Kovar', email: 'tomas.kovar@agency.example' });
  await form.pickTemplate('Technical Staff');
  await form.untickAllServices();
  await form.box('Close tickets').uncheck();
  await form.operation('Power Management', 'web-01').check();
  await visitor.page.evaluate(() => window.scrollTo(0, 0));
}

async function openAccounts(visitor: Visitor, account: string): Promise<void> {
  await visitor.open(account);
  await openList(visitor);
}

async function openContact(visitor: Visitor, account: string): Promise<void> {
  await visitor.open(`${account}/contacts?search=accountant`);
  await visitor.main.getByRole('row').filter({ hasText: 'accountant@demo.example' }).getByRole('link').first().click();
  await expect(visitor.main.getByRole('heading', { name: 'History' })).toBeVisible();
}

for (const colorScheme of THEMES) {
  for (const viewport of SIZES) {
    for (const [name, who, steps] of PAGES) {
      const file = `${name}-${viewport.width}-${colorScheme}`;
      test(file, async ({ visit, account }) => {
        const visitor = await visit(who, { colorScheme, viewport, reducedMotion: 'reduce' });
        await steps(visitor, account);
        await visitor.page.screenshot({ path: join(ALL, `${file}.png`), fullPage: true });
      });
    }
  }
}

test('row-menu-1280-light', async ({ visit, account, setup }) => {
  const visitor = await visit('owner', { reducedMotion: 'reduce' });
  await visitor.open(`${account}/contacts`);
  const name = await setup.nameOf(demo('technician'));
  await expect(row(visitor, name)).toBeVisible();
  await visitor.menu(`Actions for ${name}`);
  await visitor.page.screenshot({ path: join(ALL, 'row-menu-1280-light.png') });
});

test.describe('README', () => {
  const wide = { width: 1280, height: 860 };

  test('contacts', async ({ visit, account }) => {
    const owner = await visit('owner', { viewport: wide, reducedMotion: 'reduce' });
    await owner.open(`${account}/contacts`);
    await owner.page.screenshot({ path: join(SHOWN, 'contacts.png') });
  });

  test('rights', async ({ visit, account }) => {
    const owner = await visit('owner', { viewport: wide, colorScheme: 'dark', reducedMotion: 'reduce' });
    await fillForm(owner, account);
    const billing = owner.main.getByRole('heading', { name: 'Billing', exact: true });
    await billing.evaluate((heading) => window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 230));
    await owner.page.screenshot({ path: join(SHOWN, 'rights.png') });
  });

  test('as-contact', async ({ visit, account }) => {
    const viewport = { width: 360, height: 740 };
    const technician = await visit('technician', { viewport, reducedMotion: 'reduce' });
    await technician.open(`${account}/services`);
    await technician.page.screenshot({ path: join(SHOWN, 'as-contact.png') });
  });
});
