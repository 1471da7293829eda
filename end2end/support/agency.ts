import { type Locator, expect } from '@playwright/test';
import { HASH, type Login, PASSWORD } from './people.ts';
import type { Line } from './server.ts';
import type { Visitor } from './visitor.ts';

/** How many customers the agency looks after. */
export const CLIENTS = 40;

/** Somebody at an agency, who manages all of them and owns none. */
export const AGENT: Login = { email: 'agent@agency.example', password: PASSWORD };

const person = (id: string, email: string, first: string, last: string): Line => ({
  type: 'person', id: `agency:${id}`, email, first_name: first, last_name: last,
  password_hash: HASH, password_by: 'self', verified: true,
});

/** The name of a client, from 1 on. */
export function client(number: number): string {
  return `Client ${String(number).padStart(2, '0')} ${number % 2 ? 'GmbH' : 'Ltd'}`;
}

/** The owner of a client. */
export function ownerOf(number: number): Login {
  return { email: `owner${number}@clients.example`, password: PASSWORD };
}

/** The data of an installation in which the agent manages every client. Every fifth has an overdue invoice. */
export function agency(): Line[] {
  const lines = [person('agent', AGENT.email, 'Asta', 'Berg')];
  for (let n = 1; n <= CLIENTS; n += 1) {
    const account = `agency:client-${n}`;
    lines.push(
      { type: 'account', id: account, name: client(n), currency: 'EUR' },
      person(`owner-${n}`, ownerOf(n).email, 'Otto', `Owner ${n}`),
      { type: 'contact', id: `agency:owner-of-${n}`, account, person: `agency:owner-${n}`, owner: 'legal' },
      {
        type: 'contact', id: `agency:agent-of-${n}`, account, person: 'agency:agent',
        roles: n % 5 ? ['manager'] : ['manager', 'billing'], ...(n === 7 ? { ends_in_days: 5 } : {}),
      },
      {
        type: 'invoice', id: `agency:invoice-${n}`, account, number: `I-${n}`, status: 'unpaid',
        issued_in_days: -60, due_in_days: -30, total_minor: 100, currency: 'EUR',
      },
    );
  }
  return lines;
}

/** The list behind the icon at the top right, opened; without JavaScript the chooser, which is the same on a page. */
export async function openList(visitor: Visitor): Promise<Locator> {
  await visitor.settle();
  await visitor.page.getByRole('button', { name: 'Management Mode', exact: true }).click();
  if (!visitor.js) {
    await visitor.expectHeading('Accounts');
    return visitor.main;
  }
  const list = visitor.page.getByRole('dialog', { name: 'Management Mode' });
  await expect(list.getByRole('link').first()).toBeVisible();
  return list;
}

/** Goes to an account by that list. */
export async function switchTo(visitor: Visitor, name: string): Promise<void> {
  const list = await openList(visitor);
  // In the chooser a link says more than the name.
  await (visitor.js ? list.getByRole('link', { name, exact: true }) : list.getByRole('link', { name })).click();
  await visitor.expectHeading(name);
}
