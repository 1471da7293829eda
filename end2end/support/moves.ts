import { randomUUID } from 'node:crypto';
import { type Login, demo } from './people.ts';
import type { Setup } from './setup.ts';

/** What somebody else does to a contact, without a browser: the owner, of the demo unless told. */
export async function move(
  setup: Setup,
  contact: string,
  to: 'suspend' | 'reactivate' | 'delete',
  owner: Login = demo('owner'),
): Promise<void> {
  const [account = '', id = ''] = contact.split('/contacts/');
  const answer = await (await setup.session(owner)).post('/fn/contacts/move_one', [
    ['acting[account]', account.replace('/a/', '')],
    ['change[contact]', id],
    ['change[to]', to],
    ['change[submission]', randomUUID()],
  ]);
  if (answer.status() !== 303) throw new Error(`the contact was not changed: ${answer.status()} ${await answer.text()}`);
}
