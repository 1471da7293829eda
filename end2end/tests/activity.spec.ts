import { readFile } from 'node:fs/promises';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

const DEMO = 'Demo Hosting GmbH';

const RIGHTS = ['domains.view', 'billing.view', 'quotes.view', 'dc.view', 'account.view'];

/** Sends the filter, where it is not sent by itself. */
async function apply(visitor: Visitor): Promise<void> {
  if (!visitor.js) await visitor.press('Apply');
}

test('the log is filtered by person and kind, and what was given is folded', async ({ visit, account, setup }) => {
  const person = stranger('Aida');
  await setup.contact(person, RIGHTS.map((right) => ['change[privileges][]', right] as [string, string]));
  const owner = await visit('owner');
  await owner.open(account);
  await owner.go('Activity');
  await owner.expectHeading('Activity');
  await expect(owner.main.getByRole('heading', { level: 2, name: /^Today / })).toBeVisible();
  await owner.main.getByRole('searchbox', { name: 'Person' }).fill(person.email);
  await apply(owner);
  await expect(owner.page).toHaveURL(/person=/);
  const entry = owner.main.getByRole('listitem').filter({ hasText: `added a contact: ${person.name}` });
  await expect(entry).toHaveCount(1);
  await expect(owner.main.getByText('1 event', { exact: true })).toBeVisible();
  const given = entry.getByText('Added: View domains');
  await expect(given).toBeHidden();
  await entry.getByText(/\d rights/).click();
  await expect(given).toBeVisible();

  await owner.main.getByRole('combobox', { name: 'Kind of event' }).selectOption({ label: 'Owners' });
  await apply(owner);
  await expect(owner.main.getByRole('heading', { name: 'No events match' })).toBeVisible();
  await owner.main.getByRole('link', { name: 'Show all events' }).click();
  await expect(owner.main.getByText(person.name).first()).toBeVisible();
});

test('a date that is none is said at its field, and the other filters stay', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/activity?from=31.12.2026&topic=people`);
  await expect(owner.main.getByText('Enter a date such as 2026-11-29.')).toBeVisible();
  await expect(owner.main.getByRole('textbox', { name: 'From' })).toHaveValue('31.12.2026');
  await expect(owner.main.getByRole('combobox', { name: 'Kind of event' })).toHaveValue('people');
  await owner.open(`${account}/activity?to=1999-12-31`);
  await expect(owner.main.getByRole('heading', { name: 'No events match' })).toBeVisible();
});

test('what the filter finds is downloaded as CSV and JSON', async ({ visit, account, setup }) => {
  const person = { ...stranger('Cora'), firstName: '=1+1' };
  await setup.contact(person, [['change[privileges][]', 'domains.view']]);
  const owner = await visit('owner');
  await owner.open(`${account}/activity?person=${encodeURIComponent(person.email)}`);
  for (const [label, ends] of [['Download as CSV', 'csv'], ['Download as JSON', 'json']] as const) {
    const begun = owner.page.waitForEvent('download');
    await owner.main.getByRole('link', { name: label }).click();
    const download = await begun;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^activity-\\d{4}-\\d\\d-\\d\\d\\.${ends}$`));
    const content = await readFile(await download.path(), 'utf8');
    if (ends === 'csv') {
      expect(content.split('\r\n').filter(Boolean)).toHaveLength(2);
      expect(content).toContain(`,"contact_added","'=1+1 ${person.lastName}",`);
    } else {
      expect(JSON.parse(content).events.map(({ kind }: { kind: string }) => kind)).toEqual(['contact_added']);
    }
  }
});

test('Your access stands in the menu and says where each right comes from', async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Bela'), [['change[roles][]', 'billing'], ['change[all_domains][]', 'domains.dns']]);
  const visitor = await visit(person);
  await visitor.open(account);
  await visitor.pick(person.name, 'Your access');
  await visitor.expectHeading(`Your access to ${DEMO}`);
  const line = (right: string) => visitor.main.getByRole('listitem').filter({ hasText: right });
  await expect(line('View invoices')).toContainText('Role Billing');
  await expect(line('View domains')).toContainText('Given individually with “');
  const owner = await visit('owner');
  await owner.open(`${account}/settings`);
  await expect(owner.main.getByText('Full access (owner)')).toBeVisible();
});

test('S1.2 the account\'s name leads where the icon of Management Mode does', async ({ visit, account }) => {
  const manager = await visit('manager');
  await manager.open(account);
  const name = manager.page.getByRole('banner').getByRole('button', { name: DEMO, exact: true });
  await name.click();
  if (!manager.js) {
    await manager.expectHeading('Accounts');
    return;
  }
  const list = manager.page.getByRole('dialog', { name: 'Management Mode' });
  await expect(list.getByRole('link', { name: 'Café Sol', exact: true })).toBeVisible();
  await expect(name).toHaveAttribute('aria-expanded', 'true');
  await manager.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-expanded', 'false');
  await name.click();
  await list.getByRole('link', { name: 'Café Sol', exact: true }).click();
  await manager.expectHeading('Café Sol');
});

test('whoever has one account reads its name and switches nowhere', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  await expect(owner.page.getByRole('banner').getByText(DEMO)).toBeVisible();
  await expect(owner.page.getByRole('banner').getByRole('button', { name: DEMO })).toHaveCount(0);
});
