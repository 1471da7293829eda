import { DRIVER, Pdns } from '../support/pdns.ts';
import { HASH, type Login, PASSWORD } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { expect, test } from '../support/tolerant-test.ts';
import type { Visitor } from '../support/visitor.ts';

// Somebody with DNS of one domain of two, on a real name server.

const OWNER: Login = { email: 'owner@zones.example', password: PASSWORD };
const DORA: Login = { email: 'dora@zones.example', password: PASSWORD };

const person = (id: string, { email }: Login, first: string): Line => ({
  type: 'person', id: `zones:${id}`, email, first_name: first, last_name: 'Zone',
  password_hash: HASH, password_by: 'self', verified: true,
});

const LINES: Line[] = [
  { type: 'account', id: 'zones:account', name: 'Zones GmbH', currency: 'EUR' },
  person('owner', OWNER, 'Olga'),
  person('dora', DORA, 'Dora'),
  ...['one', 'two'].map((name): Line => ({
    type: 'domain', id: `zones:${name}`, account: 'zones:account', name: `${name}.zones.example`, status: 'active', driver: 'pdns',
  })),
  { type: 'contact', id: 'zones:owner', account: 'zones:account', person: 'zones:owner', owner: 'legal' },
  {
    type: 'contact', id: 'zones:dora', account: 'zones:account', person: 'zones:dora',
    domains: { 'zones:one': ['domains.dns'] },
  },
];

test.use({ data: { lines: LINES, own: { toml: DRIVER } } });

let server: Pdns;
test.beforeAll(async () => {
  server = await Pdns.start({
    'one.zones.example': 'www 300 IN A 192.0.2.1\n',
    'two.zones.example': 'www 300 IN A 192.0.2.2\n',
  });
});
test.afterAll(async () => server.stop());

/** Goes to the records of a domain by the list. */
async function openZone(visitor: Visitor, domain: string): Promise<void> {
  await visitor.open('/');
  await visitor.go('Domains');
  await visitor.main.getByRole('link', { name: domain, exact: true }).click();
  await visitor.expectHeading(domain);
  await visitor.main.getByRole('link', { name: 'DNS records', exact: true }).click();
  await visitor.expectHeading(`DNS records of ${domain}`);
}

test('4.1 whoever has DNS of one domain changes a record of it, and the name server answers it', async ({ visit }) => {
  const owner = await visit(OWNER);
  await openZone(owner, 'two.zones.example');
  const others = new URL(owner.page.url()).pathname;

  const dora = await visit(DORA);
  await openZone(dora, 'one.zones.example');
  const row = dora.main.getByRole('group', { name: 'www, A' });
  await row.getByRole('textbox', { name: 'Values' }).fill('198.51.100');
  await dora.press('Review changes');
  await expect(row.getByText('This is not an IPv4 address.')).toBeVisible();
  await expect(row.getByRole('textbox', { name: 'Values' })).toHaveValue('198.51.100');
  await row.getByRole('textbox', { name: 'Values' }).fill('198.51.100.7');
  await dora.press('Review changes');
  const change = dora.main.getByRole('table', { name: 'Review changes' }).getByRole('row', { name: 'www.one.zones.example A' });
  await expect(change.first()).toContainText('192.0.2.1');
  await expect(change.first()).toContainText('198.51.100.7');
  expect(await server.ask('www.one.zones.example')).toEqual(['192.0.2.1']);
  await dora.press('Apply changes');
  await expect(dora.main.getByRole('status').filter({ hasText: 'DNS records changed.' })).toBeVisible();
  expect(await server.ask('www.one.zones.example')).toEqual(['198.51.100.7']);
  await dora.press('Undo');
  await expect(row.getByRole('textbox', { name: 'Values' })).toHaveValue('192.0.2.1');
  expect(await server.ask('www.one.zones.example')).toEqual(['192.0.2.1']);

  // The other domain is not there for her.
  for (const page of ['', '/import', '/export']) expect(await dora.open(`${others}${page}`)).toBe(404);
  await dora.open(others.replace(/\/domains\/.*/, '/domains'));
  await expect(dora.main.getByText('two.zones.example')).toHaveCount(0);
  expect(await server.ask('www.two.zones.example')).toEqual(['192.0.2.2']);
});

test('4.2 a zone file is imported as a whole or not at all', async ({ visit }) => {
  const dora = await visit(DORA);
  await openZone(dora, 'one.zones.example');
  await dora.main.getByRole('link', { name: 'Import', exact: true }).click();
  await dora.expectHeading('Import DNS records into one.zones.example');
  const file = dora.main.getByRole('textbox', { name: 'Zone file' });
  await file.fill('a 300 A 192.0.2.7\nb 300 A x\nc MX mail');
  await dora.press('Review changes');
  const problems = dora.main.getByRole('alert');
  await expect(problems).toContainText('Line 2: This is not an IPv4 address.');
  await expect(problems).toContainText('Line 3: Enter a priority');
  await file.fill('a 300 A 192.0.2.7\nb 300 A 192.0.2.8');
  await dora.press('Review changes');
  await dora.press('Apply changes');
  await expect(dora.main.getByRole('status').filter({ hasText: 'DNS records changed.' })).toBeVisible();
  expect(await server.ask('b.one.zones.example')).toEqual(['192.0.2.8']);
  await dora.press('Undo');
  await expect(dora.main.getByRole('group', { name: 'b, A' })).toHaveCount(0);
  expect(await server.ask('b.one.zones.example')).toEqual([]);
});
