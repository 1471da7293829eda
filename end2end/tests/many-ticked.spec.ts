import { HASH, type Login, PASSWORD } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const OWNER: Login = { email: 'owner@ticked.example', password: PASSWORD };
/** Five pages: more ids than an address has room for. */
const PEOPLE = 250;
const account = 'ticked:account';

const lines: Line[] = [
  { type: 'account', id: account, name: 'Many People GmbH', currency: 'EUR' },
  {
    type: 'person', id: 'ticked:owner', email: OWNER.email, first_name: 'Olga', last_name: 'Owner',
    password_hash: HASH, password_by: 'self', verified: true,
  },
  { type: 'contact', id: 'ticked:owner', account, person: 'ticked:owner', owner: 'legal' },
  ...Array.from({ length: PEOPLE }, (_, index): Line => {
    const first = `P${String(index + 1).padStart(3, '0')}`;
    return { type: 'contact', id: `ticked:${first}`, account, first_name: first, last_name: 'Ticked', email: `${first.toLowerCase()}@ticked.example` };
  }),
];

test.use({ data: { lines } });

test('all that were ticked on five pages are asked about and deleted', { tag: '@js' }, async ({ visit, setup }) => {
  const home = await setup.account(OWNER);
  const owner = await visit(OWNER);
  await owner.open(`${home}/contacts?search=ticked.example&access=nothing`);
  for (let page = 1; page <= PEOPLE / 50; page += 1) {
    if (page > 1) await owner.main.getByRole('link', { name: 'Next' }).click();
    const first = `P${String(50 * (page - 1) + 1).padStart(3, '0')} Ticked`;
    await expect(owner.main.getByRole('link', { name: first, exact: true })).toBeVisible();
    await owner.main.getByRole('checkbox', { name: 'Select everyone on this page' }).check();
    await expect(owner.main.getByText(`${50 * page} selected`)).toBeVisible();
  }
  await owner.press('Delete');
  const dialog = owner.page.getByRole('dialog', { name: new RegExp(`^Delete ${PEOPLE} people from `) });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'P001 Ticked', 'P002 Ticked', 'P003 Ticked', 'P004 Ticked', 'P005 Ticked', `and ${PEOPLE - 5} more`,
  ]);
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(owner.page.getByText(`${PEOPLE} deleted.`)).toBeVisible();
  await expect(owner.main.getByRole('checkbox', { name: /^Select P\d+/ })).toHaveCount(0);
});
