import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { type Visitor } from '../support/visitor.ts';

/** The address of the page of a service, as somebody who sees it finds it. */
async function service(visitor: Visitor, account: string, name: string): Promise<string> {
  await visitor.open(`${account}/services?show=all&search=${name}`);
  return (await visitor.main.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
}

/** Presses a button of power and waits until it was done; the page shows how far it is by itself where programs run. */
async function done(visitor: Visitor, page: string, what: string): Promise<void> {
  await visitor.main.getByRole('button', { name: what, exact: true }).click();
  await expect(visitor.main.getByText(`${what}: on its way.`)).toBeVisible();
  const outcome = visitor.main.getByRole('row', { name: new RegExp(`^${what}`) }).first();
  await expect(async () => {
    if (!(await outcome.isVisible())) {
      await visitor.open(page);
    }
    await expect(outcome).toContainText('Done', { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

test('S1.17 S1.18 a contact with Power on one service starts and stops it, asks for what else there is, and finds no other', async ({ visit, setup, account }) => {
  const owner = await visit('owner');
  const [own, other] = [await service(owner, account, 'web-01'), await service(owner, account, 'web-02')];
  const person = await setup.settled(stranger('Pia'), [[`change[services][svc-${own.split('/').at(-1)}][]`, 'svc.power']]);
  const contact = await visit();
  await contact.signIn(person);
  await contact.open(own);
  await done(contact, own, 'Shut down');
  await expect(contact.main.getByText('Stopped', { exact: true })).toBeVisible();
  await done(contact, own, 'Start');
  await expect(contact.main.getByText('Running', { exact: true })).toBeVisible();

  // What cannot be done now says why, and nothing is lost.
  await contact.main.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(async () => {
    await contact.open(own);
    await expect(contact.main.getByText(/Perhaps it runs already/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  await expect(contact.main.getByRole('button', { name: 'Rebuild', exact: true })).toHaveAttribute('aria-disabled', 'true');
  expect(await contact.open(`${own}/rebuild`)).toBe(403);
  expect(await contact.open(other)).toBe(404);
  await contact.open(own);
  await contact.main.getByRole('link', { name: 'Ask for “Rebuild”' }).click();
  await contact.main.getByRole('textbox', { name: 'Why do you need it?' }).fill('The disk is full');
  await contact.press('Request access');
  await expect(contact.main.getByRole('status').filter({ hasText: /./ })).toContainText('Request sent.');
  await expect(contact.main.getByText(/Rebuild/).first()).toBeVisible();
});

test('S1.18 rebuilding asks for the name of the service, a backup is made and listed, and credentials are shown once', async ({ visit, account }) => {
  const technician = await visit('technician');
  const page = await service(technician, account, 'db-01');
  await technician.open(page);
  await technician.main.getByRole('link', { name: 'Rebuild', exact: true }).click();
  await technician.expectHeading('Rebuild');
  await technician.press('Rebuild');
  const name = technician.main.getByRole('textbox', { name: 'Type “db-01” to confirm' });
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('db-02');
  await technician.press('Rebuild');
  await expect(technician.main.getByText('This isn’t the name of the service.').first()).toBeVisible();

  await technician.open(`${page}/credentials`);
  await technician.press('Show credentials');
  await expect(technician.main.getByRole('textbox', { name: 'Password' })).toHaveValue(/^demo-/);
  await technician.open(`${page}/credentials`);
  await expect(technician.main.getByRole('textbox', { name: 'Password' })).toHaveCount(0);
});
