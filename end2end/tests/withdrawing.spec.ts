import { openMail } from '../support/outbox.ts';
import { stranger } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('6.1 whoever asked withdraws the request, and those who could decide are told', async ({ visit, account, setup }) => {
  const wilma = await setup.settled(stranger('Wilma'));
  const asking = await visit(wilma);
  await asking.open(`${account}/requests?right=dc.view`);
  await asking.main.getByRole('textbox', { name: 'Why do you need it?' }).fill('to look around');
  await asking.press('Request access');
  await asking.press('Withdraw request');
  const said = asking.main.getByRole('status').filter({ hasText: /./ });
  await expect(said).toContainText('Request withdrawn.');
  await expect(asking.main.getByText('Withdrawn', { exact: true })).toBeVisible();
  await expect(asking.main.getByRole('button', { name: 'Withdraw request' })).toHaveCount(0);

  const owner = await visit('owner');
  await openMail(owner, 'owner@demo.example', `${wilma.name} withdrew a request`);
  await owner.open(`${account}/requests`);
  await expect(owner.main.getByRole('link', { name: wilma.name })).toHaveCount(0);
});
