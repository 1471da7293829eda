import { ContactForm } from '../support/contact-form.ts';
import { demo, stranger } from '../support/people.ts';
import { expect, test } from '../support/smtp-test.ts';
import type { Visitor } from '../support/visitor.ts';

async function add(owner: Visitor, account: string, person: ReturnType<typeof stranger>): Promise<void> {
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('View invoices').check();
  await form.box('Notify the contact?').check();
  await form.activate(person.password);
  await form.submit();
  await expect(owner.main.getByText(/^Saved /)).toBeVisible();
}

test('S0.10 the mail to an added contact arrives over SMTP, as text and HTML, without the password', async ({ visit, account, mailServer }) => {
  const person = stranger('Nora');
  await add(await visit('owner'), account, person);
  const mail = await mailServer.mailTo(person.email, /added you to Demo Hosting GmbH/);
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain(`Hello ${person.firstName},`);
    expect(part).toContain('/sign-in');
    expect(part).not.toContain(person.password);
  }
  const contact = await visit();
  await contact.open(/http\S+\/sign-in/.exec(mail.text)?.[0] ?? '');
  await contact.fillSignIn(person);
  await contact.expectHeading('Security');
  // Somebody signed in from a browser that nobody knows: they are told.
  const told = await mailServer.mailTo(person.email, /New sign-in/);
  expect(told.text).toContain('Chrome on Linux');
});

test('S3.27 D4 owners are told over SMTP why they are told, and where to choose', async ({ visit, account, mailServer, setup }) => {
  const person = stranger('Olaf');
  await setup.contact(person, [['change[roles][]', 'visitation']], false, demo('manager'), account);
  const mail = await mailServer.mailTo(demo('owner').email, new RegExp(person.lastName));
  expect(mail.text).toContain('Added: Role Visitation');
  expect(mail.text).toContain('because you own the account Demo Hosting GmbH');
  const page = /http\S+\/notifications/.exec(mail.text)?.[0] ?? '';
  expect(mail.html).toContain(page);
  const owner = await visit('owner');
  await owner.open(page);
  await owner.expectHeading(/^Notifications of /);
  await expect(owner.main.getByRole('button', { name: 'Change', exact: true })).toBeVisible();
});

test('a mail server that keeps mails waiting keeps nobody waiting', async ({ visit, account, mailServer }) => {
  const owner = await visit('owner');
  mailServer.hold();
  const [one, two] = [stranger('Otto'), stranger('Ute')];
  await add(owner, account, one);
  await expect.poll(() => mailServer.waiting).toBe(1);
  await add(owner, account, two);
  // Both forms were answered, and no mail has gone out.
  expect(mailServer.mails.filter(({ to }) => to === one.email || to === two.email)).toEqual([]);
  mailServer.release();
  const mails = [await mailServer.mailTo(one.email), await mailServer.mailTo(two.email)];
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
});
