import { elsewhere } from '../support/elsewhere.ts';
import { demo, stranger } from '../support/people.ts';
import { find, row } from '../support/contacts.ts';
import { expect, test } from '../support/test.ts';

// The portal is at localhost: a page at 127.0.0.1 is of another site, one at localhost with another port of the same site.
for (const host of ['127.0.0.1', 'localhost']) {
  test(`T38 a form on http://${host} with another port changes nothing, although its victim is signed in`, async ({ visit, account, setup, server }) => {
    const person = stranger('Carl');
    const contact = await setup.contact(person);
    const evil = await elsewhere(`${server.origin}/fn/contacts/move_one`, {
      'acting[account]': account.replace('/a/', ''),
      'change[contact]': contact.split('/').at(-1) ?? '',
      'change[to]': 'delete',
      'change[submission]': crypto.randomUUID(),
    });
    try {
      const owner = await visit('owner');
      await owner.open(account);
      await owner.page.goto(`http://${host}:${evil.port}/`);
      const answer = owner.page.waitForResponse(`${server.origin}/fn/contacts/move_one`);
      await owner.page.getByRole('button', { name: 'Win a prize' }).click();
      expect((await answer).status()).toBe(403);
      await find(owner, account, person.email);
      await expect(row(owner, person.name)).toContainText('Active');
    } finally {
      evil.close();
    }
  });
}

test('T38 nobody is signed in by a form of another site', async ({ visit, server }) => {
  const { email, password } = demo('outsider');
  const evil = await elsewhere(`${server.origin}/fn/people/sign_in`, { 'change[email]': email, 'change[password]': password });
  try {
    const visitor = await visit();
    await visitor.page.goto(`http://127.0.0.1:${evil.port}/`);
    const answer = visitor.page.waitForResponse(`${server.origin}/fn/people/sign_in`);
    await visitor.page.getByRole('button', { name: 'Win a prize' }).click();
    expect((await answer).status()).toBe(403);
    await visitor.open('/');
    await visitor.expectHeading('Sign in');
  } finally {
    evil.close();
  }
});
