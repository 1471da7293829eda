import { branded, everyPageCanBeRead } from '../support/brands.ts';
import { openMail } from '../support/outbox.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test.use({ data: { lines: [], own: branded('#ff5a00') } });

everyPageCanBeRead();

test('a wide logo stands in place of the name, and in the dark another one', async ({ visit, account }) => {
  const [guest, owner] = [await visit(), await visit('owner')];
  for (const [visitor, address] of [[guest, '/sign-in'], [owner, account]] as const) {
    const { page } = visitor;
    await visitor.open(address);
    const logo = page.getByRole('img', { name: 'Nordwest Hosting' });
    await expect(logo).toHaveCount(1);
    await expect(logo).toHaveAttribute('src', '/brand/logo-wide.svg');
    await expect(page.getByRole('banner').or(page.getByRole('main')).getByText('Nordwest Hosting', { exact: true })).toHaveCount(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(logo).toHaveAttribute('src', '/brand/logo-dark.svg');
  }
});

test('a theme that somebody chose has its own logo, whatever the system has', { tag: '@js' }, async ({ visit }) => {
  const { page } = await visit();
  await page.goto('/sign-in');
  const logo = page.getByRole('img', { name: 'Nordwest Hosting' });
  for (const [system, chosen] of [['light', 'dark'], ['dark', 'light']] as const) {
    await page.emulateMedia({ colorScheme: system });
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), chosen);
    await expect(logo).toHaveAttribute('src', `/brand/logo-${chosen === 'dark' ? 'dark' : 'wide'}.svg`);
  }
});

test('every page names imprint, privacy and terms in its foot', async ({ visit, account }) => {
  const [guest, owner] = [await visit(), await visit('owner')];
  for (const [visitor, address] of [[guest, '/sign-in'], [owner, '/me'], [owner, account], [owner, `${account}/nowhere`]] as const) {
    await visitor.open(address);
    for (const [name, page] of [['Imprint', 'imprint'], ['Privacy', 'privacy'], ['Terms', 'terms']] as const) {
      const link = visitor.page.getByRole('link', { name, exact: true });
      await expect(link).toHaveAttribute('href', `https://nordwest.example/${page}`);
    }
  }
});

test('areas lead to the pages of the provider, and where there is none to support', async ({ visit, account }) => {
  const owner = await visit('owner');
  for (const [entry, link, href] of [
    ['Support', 'Open support', 'https://tickets.nordwest.example/new'],
    ['Order', 'Order now', 'https://nordwest.example/shop'],
    ['Data Center', 'Email support', /^mailto:support@/],
  ] as const) {
    await owner.open(account);
    await owner.go(entry);
    await owner.expectHeading(entry);
    await expect(owner.main.getByRole('link', { name: link })).toHaveAttribute('href', href);
  }
});

test('mails are in the colour of the provider and end with who it is', async ({ visit, account, setup }) => {
  const person = stranger('Orla');
  await setup.contact(person, [['change[notify]', 'true']]);
  const owner = await visit('owner');
  await owner.open(account);
  const mail = await openMail(owner, person.email, /added you to/);
  await expect(mail).toContainText('Nordwest GmbH, Deichweg 1, 12345 Hafen');
  await owner.page.getByRole('link', { name: 'As HTML' }).click();
  await expect(owner.page.getByText('Nordwest GmbH, Deichweg 1, 12345 Hafen')).toBeVisible();
  await expect(owner.page.getByRole('link', { name: 'Sign in' })).toHaveCSS('background-color', 'rgb(255, 90, 0)');
});
