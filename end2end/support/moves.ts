import { randomUUID } from 'node:crypto';
import { demo } from './people.ts';
import type { Setup } from './setup.ts';

/** What somebody else does to a contact, as the owner of the demo, without a browser. */
export async function move(setup: Setup, contact: string, to: 'suspend' | 'reactivate' | 'delete'): Promise<void> {
  const [account = '', id = ''] = contact.split('/contacts/');
  const answer = await (await setup.session(demo('owner'))).post('/fn/contacts/move_one', [
    ['acting[account]', account.replace('/a/', '')],
    ['change[contact]', id],
    ['change[to]', to],
    ['change[submission]', randomUUID()],
  ]);
  if (answer.status() !== 303) throw new Error(`the contact was not changed: ${answer.status()} ${await answer.text()}`);
}
