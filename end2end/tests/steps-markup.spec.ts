import { act, apply, row } from '../support/contacts.ts';
import { HASH, type Login, PASSWORD, stranger } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { noteDocument, noteForbidden } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// Names as in markup.spec.ts, which loads pages by their address; here each page is a step.

const AWAY = '</title><meta http-equiv=refresh content=0;url=//evil.ex>';
const SCRIPT = `"'--></title></textarea></template></script><script>alert(1)</script>`;
const OWNER: Login = { email: 'owner@steps.example', password: PASSWORD };

/** Two accounts: only then there is something to switch to. */
const both = (line: (number: string) => Line) => ['', '2'].map(line);

const lines: Line[] = [
  ...both((number) => ({ type: 'account', id: `steps:account${number}`, name: `${AWAY}${number}`, currency: 'EUR' })),
  {
    type: 'person', id: 'steps:owner', email: OWNER.email, first_name: SCRIPT, last_name: AWAY,
    password_hash: HASH, password_by: 'self', verified: true,
  },
  ...both((number) => ({
    type: 'service', id: `steps:service${number}`, account: `steps:account${number}`, name: AWAY, product: SCRIPT, kind: 'vps', status: 'active',
  })),
  ...both((number) => ({
    type: 'contact', id: `steps:contact${number}`, account: `steps:account${number}`, person: 'steps:owner', owner: 'legal',
  })),
];

test.use({ data: { lines } });

test('T46 markup in every name is text on every page that is reached by steps, in dialogs, toasts and the switcher', { tag: '@js' }, async ({ visit, setup, server }) => {
  const accounts = [...(await setup.accounts(OWNER)).values()];
  expect(accounts).toHaveLength(2);
  const account = accounts[0] ?? '';
  const person = { ...stranger(), firstName: AWAY, lastName: SCRIPT };
  await setup.contact(person, [['change[note]', SCRIPT]], true, OWNER, account);
  const name = `${AWAY} ${SCRIPT}`;
  const owner = await visit(OWNER);
  const left: string[] = [];
  owner.page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) left.push(request.url());
  });
  await owner.open('/accounts');
  const [isSame, seen] = [await noteDocument(owner.page), await noteForbidden(owner.page)];
  await owner.page.getByRole('link').filter({ hasText: AWAY }).first().click();
  await expect(owner.leftMenu.getByRole('link', { name: 'Dashboard' })).toBeVisible();
  for (const entry of await owner.entries()) {
    await owner.go(entry);
    await expect(owner.leftMenu.getByRole('link', { name: entry, exact: true })).toHaveAttribute('aria-current', 'page');
    expect(await owner.page.title(), entry).toContain(AWAY);
  }
  await owner.page.getByRole('button', { name: 'Management Mode', exact: true }).click();
  await expect(owner.page.getByRole('dialog', { name: 'Management Mode' }).getByText(`${AWAY}2`)).toBeVisible();
  await owner.page.keyboard.press('Escape');

  await owner.go('Manage Contacts');
  await owner.expectHeading('Contacts');
  await owner.main.getByRole('searchbox').fill(person.email);
  await apply(owner);
  await expect(owner.page).toHaveURL(/search=/);
  await row(owner, name).getByRole('link', { name, exact: true }).click();
  await owner.expectHeading(name);
  expect(await owner.page.title()).toContain(name);
  await owner.main.getByRole('link', { name: 'Edit Contact' }).click();
  await owner.expectHeading(`Edit ${name}`);
  await owner.page.goBack();
  await owner.page.goBack();
  await act(owner, name, 'Suspend');
  await expect(owner.page.getByRole('status', { name: 'Messages' })).toContainText(`${name} was suspended.`);
  await act(owner, name, 'Delete');
  await expect(owner.page.getByRole('dialog', { name: `Delete ${name}?` })).toBeVisible();
  await owner.page.keyboard.press('Escape');

  expect(await seen()).toEqual([]);
  expect(await isSame()).toBe(true);
  expect(left).toEqual([]);
});
