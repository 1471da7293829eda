import { HASH, type Login, PASSWORD } from './people.ts';
import type { Line } from './server.ts';

// A world in which everything is called as awkwardly as it may be: names of people, of an account and of a service with
// no place to break, addresses of a hundred letters, a name that is read from the right.

const UNBROKEN = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhafte';
const FROM_THE_RIGHT = ['مريم بنت', 'عبد الرحمن'] as const;

/** An address of a hundred letters. */
const long = (mark: string): string => `${mark.padEnd(64, 'a')}@subdomain.customers.example`.padEnd(100, 'x');

const CATEGORIES = ['technical_maintenance', 'service_access', 'service', 'billing', 'user_management', 'support'];

/** Owns two accounts. */
export const OWNER: Login = { email: long('owner'), password: PASSWORD };

/** May do nothing. */
export const GUEST: Login = { email: long('guest'), password: PASSWORD };

/** The two accounts, the first with everything in it. */
export const ACCOUNTS = [UNBROKEN, `${UNBROKEN} & Söhne`] as const;

const person = (id: string, email: string, first: string, last: string): Line => ({
  type: 'person', id: `awkward:${id}`, email, first_name: first, last_name: last, password_hash: HASH, password_by: 'self', verified: true,
});

/** What the portal begins with. */
export function lines(): Line[] {
  const account = 'awkward:1';
  const contact = (id: string, more: Record<string, unknown> = {}): Line => ({
    type: 'contact', id: `awkward:${id}-1`, account, person: `awkward:${id}`, ...more,
  });
  return [
    person('owner', OWNER.email, UNBROKEN, 'X'),
    person('guest', GUEST.email, 'Y', UNBROKEN),
    person('right', long('right'), ...FROM_THE_RIGHT),
    ...ACCOUNTS.map((name, index): Line => ({ type: 'account', id: `awkward:${index + 1}`, name, currency: 'EUR' })),
    contact('owner', { owner: 'legal' }),
    // Mails that they may not get.
    contact('guest', { notifications: CATEGORIES }),
    contact('right', { roles: ['manager', 'technical', 'billing'], notifications: CATEGORIES }),
    { type: 'contact', id: 'awkward:mails', account, first_name: UNBROKEN, last_name: 'Z', email: long('mails') },
    { type: 'contact', id: 'awkward:owner-2', account: 'awkward:2', person: 'awkward:owner', owner: 'legal' },
    { type: 'service', id: 'awkward:service', account, name: UNBROKEN.slice(0, 60), product: 'Node M', kind: 'vps', status: 'active' },
    { type: 'domain', id: 'awkward:domain', account, name: `${UNBROKEN.slice(0, 60).toLowerCase()}.example`, status: 'active' },
  ];
}
