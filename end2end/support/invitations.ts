import { expect } from '@playwright/test';
import { openMail } from './outbox.ts';
import type { Visitor } from './visitor.ts';

/** Fills in Invite User of an account and sends it. */
export async function invite(owner: Visitor, account: string, emails: string, role: string): Promise<void> {
  await owner.open(`${account}/contacts/invite`);
  await owner.expectHeading('Invite User');
  await owner.main.getByRole('textbox', { name: 'Email address' }).fill(emails);
  await owner.main.getByRole('checkbox', { name: role, exact: true }).check();
  await send(owner);
}

/** Sends the form, and waits for its answer; without scripts the first sending shows what is about to be given. */
export async function send(owner: Visitor): Promise<void> {
  const answered = owner.js ? owner.page.waitForResponse(/\/fn\/invitations\/send/) : undefined;
  await owner.press('Send invitation');
  await answered;
  if (!owner.js) {
    await expect(owner.main.getByText('Check the summary, then send the invitation').first()).toBeVisible();
    await owner.press('Send invitation');
  }
}

/** The address behind the link of the latest mail to somebody. */
export async function mailedLink(visitor: Visitor, to: string, subject: RegExp): Promise<string> {
  const mail = await openMail(visitor, to, subject);
  const link = /https?:\/\/\S+\/invitations\/[\w-]+/.exec(await mail.innerText())?.[0];
  expect(link, 'a link in the mail').toBeTruthy();
  return new URL(link ?? '').pathname;
}
