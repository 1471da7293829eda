import { ContactForm } from '../support/contact-form.ts';
import { openMail } from '../support/outbox.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('D10 somebody with one domain finds that one and no other', async ({ visit, account, setup }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  const dana = stranger('Dana');
  await form.fillDetails(dana);
  await form.box('Edit DNS records on demo-shop.example').check();
  await form.activate(dana.password);
  await form.submit();
  await expect(owner.main.getByText(/^Saved /)).toBeVisible();
  await owner.open(`${account}/domains`);
  const link = async (name: string) => (await owner.main.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
  const [shop, mail] = [await link('demo-shop.example'), await link('demo-mail.example')];

  const erin = await setup.settled(stranger('Erin'), [
    [`change[domains][dom-${shop.split('/').at(-1)}][]`, 'domains.dns'],
  ]);
  const guest = await visit(erin);
  await guest.open(account);
  expect(await guest.entries()).toEqual(['Dashboard', 'Domains']);
  await guest.go('Domains');
  await guest.expectHeading('Domains');
  await expect(guest.main.getByRole('row')).toHaveCount(2);
  await expect(guest.main.getByRole('row', { name: /demo-shop\.example/ })).toContainText('Edit DNS records');
  await expect(guest.main.getByText('demo-mail.example')).toHaveCount(0);
  await guest.main.getByRole('link', { name: 'demo-shop.example' }).click();
  await guest.expectHeading('demo-shop.example');
  expect(await guest.open(mail)).toBe(404);
  await guest.open(`${account}/search?q=example`);
  await expect(guest.main.getByRole('link', { name: /demo-shop\.example/ })).toBeVisible();
  await expect(guest.main.getByText('demo-mail.example')).toHaveCount(0);
});

test('6.1 what is missing on one domain is asked for there, and given there', async ({ visit, account, setup }) => {
  const session = await setup.session({ email: 'owner@demo.example', password: 'portico-demo-password' });
  const shop = /domains\/([\w-]{36})"[^>]*>demo-shop/.exec(await (await session.get(`${account}/domains`)).text())?.[1] ?? '';
  const finn = await setup.settled(stranger('Finn'), [[`change[domains][dom-${shop}][]`, 'domains.dns']]);
  const guest = await visit(finn);
  await guest.open(`${account}/domains/${shop}`);
  const whois = guest.main.getByRole('listitem').filter({ hasText: 'Edit WHOIS data' });
  await expect(whois).toContainText('You need the right “Edit WHOIS data”.');
  await whois.getByRole('link', { name: 'Ask for “Edit WHOIS data”' }).click();
  await guest.main.getByRole('textbox', { name: 'Why do you need it?' }).fill('The address has changed');
  await guest.main.getByRole('button', { name: 'Request access' }).click();
  await guest.expectHeading('Requests for access');
  await expect(guest.main.getByText('Edit WHOIS data on demo-shop.example')).toBeVisible();

  const owner = await visit('owner');
  await openMail(owner, 'owner@demo.example', `${finn.name} asks for access`);
  await owner.open(`${account}/requests`);
  const request = owner.main.getByRole('listitem').filter({ has: owner.page.getByRole('link', { name: finn.name }) });
  await expect(request).toContainText('Edit WHOIS data on demo-shop.example');
  await request.getByRole('button', { name: 'Grant', exact: true }).click();
  await expect(request).toHaveCount(0);
  await guest.open(`${account}/domains`);
  await expect(guest.main.getByRole('row', { name: /demo-shop\.example/ })).toContainText('Edit DNS records, Edit WHOIS data');
});

test('what All domains have is on for each, and unticking one leaves the others', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  const one = form.box('Edit DNS records on demo-shop.example');
  await form.box('Edit DNS records').check();
  await expect(one).toBeChecked();
  await expect(one).toBeDisabled();
  await form.box('Edit DNS records').uncheck();
  await expect(one).not.toBeChecked();
  await one.check();
  await expect(form.outlook.locator('dt', { hasText: 'demo-shop.example' })).toBeVisible();
  await expect(form.box('View domains')).not.toBeChecked();
});
