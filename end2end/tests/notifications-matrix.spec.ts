import { serious } from '../support/axe.ts';
import { box, change, choosing, expectTicked } from '../support/notifications.ts';
import { HASH, type Login, PASSWORD } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const OWNER: Login = { email: 'olga@otter.example', password: PASSWORD };

/** One account with its owner and one person in the billing department: how many get what is known. */
test.use({
  data: {
    lines: [
      { type: 'account', id: 'otter:1', name: 'Otter Ltd', currency: 'EUR' },
      {
        type: 'person', id: 'otter:owner', email: OWNER.email, first_name: 'Olga', last_name: 'Otter',
        password_hash: HASH, password_by: 'self', verified: true,
      },
      { type: 'contact', id: 'otter:c1', account: 'otter:1', person: 'otter:owner', owner: 'legal' },
      { type: 'person', id: 'otter:wanda', email: 'wanda@otter.example', first_name: 'Wanda', last_name: 'Weiss' },
      { type: 'contact', id: 'otter:c2', account: 'otter:1', person: 'otter:wanda', roles: ['billing'] },
    ],
  },
});

test('who gets what is on one page, which marks what nobody gets', async ({ visit, setup }) => {
  const account = await setup.account(OWNER);
  const owner = await visit(OWNER);
  await owner.open(`${account}/contacts`);
  await owner.main.getByRole('link', { name: 'Notifications', exact: true }).click();
  await owner.expectHeading('Notifications');
  const reach = (category: string) => owner.main.getByRole('listitem').filter({ hasText: category });
  await expect(reach('Cloud credit thresholds')).toContainText('Nobody');
  await expect(reach('Delegate access changes')).toContainText('1 person');
  const table = owner.main.getByRole('table', { name: 'Notifications' });
  const cells = table.getByRole('row').filter({ hasText: 'Wanda Weiss' }).getByRole('cell');
  await expect(cells.nth(0)).toHaveText('No');
  await expect(table.getByRole('row').filter({ hasText: 'Olga Otter' })).toContainText('Always');
  // What looks for faults is a script itself.
  if (owner.js) expect(await serious(owner.page)).toEqual([]);

  const place = await choosing(owner, 'Wanda Weiss', 'Set Notification');
  await expectTicked(place, ['Billing']);
  await box(place, 'Technical Maintenance').check();
  await change(place);
  await expect(owner.main.getByText('Notifications saved.')).toBeVisible();
  await owner.open(`${account}/notifications`);
  await expect(reach('Cloud credit thresholds')).toContainText('1 person');
  await expect(cells.nth(0)).toHaveText('Yes');
});
