import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { type Visitor } from '../support/visitor.ts';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti';

/** The address of the page of a service, as somebody who sees it finds it. */
async function service(visitor: Visitor, account: string, name: string): Promise<string> {
  await visitor.open(`${account}/services?show=all&search=${name}`);
  return (await visitor.main.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
}

test('S1.15 a service has a page with its facts, and who can do what there for those who see the contacts', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/services`);
  await owner.main.getByRole('link', { name: 'web-01', exact: true }).click();
  await owner.expectHeading('web-01');
  for (const [term, value] of [['Address', '203.0.113.11'], ['Price', '€49.00 a month']] as const) {
    await expect(owner.main.getByText(term, { exact: true })).toBeVisible();
    await expect(owner.main.getByText(value, { exact: true })).toBeVisible();
  }
  await owner.main.getByRole('link', { name: 'People', exact: true }).click();
  const people = owner.main.getByRole('list', { name: 'People' });
  const technician = people.getByRole('listitem').filter({ has: owner.page.getByRole('link', { name: /^Change the rights of / }) }).filter({ hasText: 'technician@demo.example' });
  await expect(technician.getByText('Power Management')).toBeVisible();
  await expect(technician.getByText(/Role Technical/).first()).toBeVisible();
  await technician.getByRole('link', { name: /^Change the rights of / }).click();
  await owner.expectHeading(/^Edit /);
  await owner.main.getByRole('link', { name: 'People', exact: true }).first().click();
  await owner.expectHeading('web-01');

  const staff = await visit('technician');
  const page = await service(staff, account, 'web-01');
  expect(await staff.open(page)).toBe(200);
  await expect(staff.main.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
  expect(await staff.open(`${page}/people`)).toBe(403);
});

test('T9 with a right on one service the others are found by no address, search or count', async ({ visit, setup, account }) => {
  const owner = await visit('owner');
  const [own, other] = [await service(owner, account, 'web-01'), await service(owner, account, 'web-02')];
  const person = await setup.settled(stranger('Sina'), [[`change[services][svc-${own.split('/').at(-1)}][]`, 'svc.power']]);
  const contact = await visit();
  await contact.signIn(person);
  await contact.open(`${account}/services`);
  const rows = contact.main.getByRole('rowheader');
  await expect(rows).toHaveText([/^web-01/]);
  await expect(contact.main.getByText('1 service', { exact: true })).toBeVisible();
  await expect(contact.main.getByText('€')).toHaveCount(0);
  expect(await contact.open(own)).toBe(200);
  await contact.expectHeading('web-01');
  const answers = [];
  for (const address of [other, `${account}/services/0192d3f0-7a5c-7cc0-8a61-00000000dead`]) {
    expect(await contact.open(address)).toBe(404);
    answers.push(await contact.main.innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await contact.open(`${account}/search?q=web-0`);
  await expect(contact.main.getByRole('link', { name: /^web-01/ })).toBeVisible();
  await expect(contact.main.getByText('web-02')).toHaveCount(0);
});

test('services are searched by address, and filtered by type with how many there are', async ({ visit, account, js }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/services?show=all`);
  const rows = owner.main.getByRole('rowheader');
  const search = owner.main.getByRole('searchbox', { name: 'Search services' });
  await search.fill('203.0.113.12');
  if (!js) await owner.press('Apply');
  await expect(rows).toHaveText([/^web-02/]);
  await owner.main.getByRole('link', { name: 'Clear filters' }).click();
  await expect(search).toHaveValue('');
  await owner.settle();
  await owner.main.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Rack space (1)' });
  if (!js) await owner.press('Apply');
  await expect(rows).toHaveText([/^rack-a12/]);
  await owner.open(`${account}/services?show=all`);
  await owner.main.getByRole('columnheader', { name: 'Expires' }).getByRole('link').click();
  await expect(rows.first()).toHaveText(/^backup-01/);
});

test('SSH keys are added and removed, and a private key is refused and shown nowhere', async ({ visit, account }) => {
  const technician = await visit('technician');
  await technician.open(`${account}/services`);
  await technician.main.getByRole('link', { name: 'SSH keys' }).click();
  await technician.expectHeading('SSH keys');
  const [key, name] = [technician.main.getByRole('textbox', { name: 'Public key' }), technician.main.getByRole('textbox', { name: 'Name' })];
  await key.fill('-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----');
  await name.fill('Laptop');
  await technician.press('Add key');
  await expect(technician.main.getByText(/^This is a private key\./).first()).toBeVisible();
  expect(await technician.page.content()).not.toContain('b3BlbnNzaC1rZXktdjEAAAAA');
  await expect(key).toHaveValue('');
  await expect(name).toHaveValue('Laptop');

  const label = `Laptop ${stranger().lastName}`;
  await key.fill(KEY);
  await name.fill(label);
  await technician.press('Add key');
  const kept = technician.main.getByRole('listitem').filter({ hasText: label });
  await expect(kept).toContainText('SHA256:UCUiLr7Pjs9wFFJMDByLgc3NrtdU344OgUM45wZPcIQ');
  await technician.settle();
  await kept.getByText('Remove', { exact: true }).first().click();
  await kept.getByRole('button', { name: 'Remove' }).click();
  await expect(kept).toHaveCount(0);

  const manager = await visit('manager');
  expect(await manager.open(`${account}/ssh-keys`)).toBe(403);
});
