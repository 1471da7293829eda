import { act, find } from '../support/contacts.ts';
import { invite, mailedLink } from '../support/invitations.ts';
import { HASH, type Login, PASSWORD, stranger } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import type { Setup } from '../support/setup.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

/** Ends the title and leads the browser away, which no policy stops. */
const AWAY = '</title><meta http-equiv=refresh content=0;url=//evil.ex>';
/** Ends whatever else a name stands in. */
const SCRIPT = `"'--></title></textarea></script><script>alert(1)</script>`;
const NAME = `${AWAY} ${SCRIPT}`;

const OWNER: Login = { email: 'owner@markup.example', password: PASSWORD };

/** An account as another program's customers named it. */
const lines: Line[] = [
  { type: 'account', id: 'markup:account', name: AWAY, currency: 'EUR' },
  {
    type: 'person', id: 'markup:owner', email: OWNER.email, first_name: SCRIPT, last_name: AWAY,
    password_hash: HASH, password_by: 'self', verified: true,
  },
  { type: 'service', id: 'markup:service', account: 'markup:account', name: AWAY, product: SCRIPT, kind: 'vps', status: 'active' },
  { type: 'contact', id: 'markup:contact', account: 'markup:account', person: 'markup:owner', owner: 'legal' },
];

test.use({ data: { lines } });

/** A title with all of these in it, letter by letter. */
function titled(...names: string[]): RegExp {
  return new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*'));
}

/** Every attempt of a browser to go to another site, from now on. */
function departures(visitor: Visitor, origin: string): string[] {
  const left: string[] = [];
  visitor.page.on('request', (request) => {
    if (request.isNavigationRequest() && !request.url().startsWith(origin)) left.push(request.url());
  });
  return left;
}

/** The page of a new contact of that name, and the pages of a template and a role that are called so. */
async function name(setup: Setup): Promise<{ contact: string; sets: string[] }> {
  const contact = await setup.contact(
    { ...stranger(), firstName: AWAY, lastName: SCRIPT },
    [['change[note]', SCRIPT], ['change[privileges][]', 'services.view']],
    false,
    OWNER,
  );
  const [account = '', id = ''] = contact.split('/contacts/');
  const session = await setup.session(OWNER);
  for (const [kind, called] of [['template', AWAY], ['role', SCRIPT]] as const) {
    const answer = await session.post('/fn/rules/save_template', [
      ['acting[account]', account.replace('/a/', '')],
      ['change[submission]', crypto.randomUUID()],
      ['change[contact]', id],
      ['change[name]', called],
      ['change[kind]', kind],
    ]);
    expect(answer.status()).toBe(303);
  }
  const rules = await (await session.get(`${account}/rules`)).text();
  const sets = [...rules.matchAll(/href="(\/a\/[\w-]+\/rules\/[\w-]+)"/g)].map(([, set = '']) => set);
  expect(sets).toHaveLength(2);
  return { contact, sets };
}

test('T46 markup in every name is text on every page that is loaded by its address', async ({ visit, setup, server }) => {
  const account = await setup.account(OWNER);
  const { contact, sets } = await name(setup);
  const owner = await visit(OWNER);
  const left = departures(owner, server.origin);
  const persons = [contact, `${contact}/edit`, `${contact}/notifications`];
  const others = [
    '', '/services', '/domains', '/billing', '/tickets', '/data-center', '/orders', '/contacts', '/contacts/new',
    '/contacts/invite', '/notifications', '/rules', '/owners', '/requests', '/activity', '/settings',
  ].map((page) => account + page);
  for (const address of [...persons, ...sets, ...others, '/accounts', '/me', '/me/security']) {
    await owner.open(address);
    const names = persons.includes(address) ? [NAME, AWAY] : [AWAY];
    if (address.startsWith(account)) await expect(owner.page).toHaveTitle(titled(...names));
    await expect(owner.page.locator('meta[http-equiv]'), address).toHaveCount(0);
    expect(new URL(owner.page.url()).origin, address).toBe(server.origin);
  }
  expect(left).toEqual([]);
});

test('T46 what an invited person calls themselves is text in the title, loaded by its address and reached by a link', async ({ visit, setup, server }) => {
  const account = await setup.account(OWNER);
  const { email, password } = stranger('Gwen');
  const owner = await visit(OWNER);
  const left = departures(owner, server.origin);
  await invite(owner, account, email, 'Billing');

  const guest = await visit();
  await guest.open(await mailedLink(guest, email, /invites you/));
  await expect(guest.page.locator('meta[http-equiv]')).toHaveCount(0);
  await guest.page.getByRole('textbox', { name: 'First name' }).fill(AWAY);
  await guest.page.getByRole('textbox', { name: 'Last name' }).fill(SCRIPT);
  await guest.page.getByLabel('New password', { exact: true }).fill(password);
  await guest.page.getByLabel('Repeat new password').fill(password);
  await guest.press('Accept invitation');
  await expect(guest.page).toHaveURL(new RegExp(`${account}$`));
  await guest.settle();
  await guest.open('/me');
  await expect(guest.main.getByRole('textbox', { name: 'First name' })).toHaveValue(AWAY);

  await find(owner, account, email);
  await act(owner, NAME, 'Edit Contact');
  await owner.expectHeading(`Edit ${NAME}`);
  await expect(owner.page).toHaveTitle(titled(NAME, AWAY));
  await owner.page.reload();
  await owner.expectHeading(`Edit ${NAME}`);
  await expect(owner.page).toHaveTitle(titled(NAME, AWAY));
  await owner.open(new URL(owner.page.url()).pathname.replace(/\/edit$/, ''));
  await owner.expectHeading(NAME);
  await expect(owner.page).toHaveTitle(titled(NAME, AWAY));
  expect(left).toEqual([]);
});
