import { act, row } from '../support/contacts.ts';
import { invite } from '../support/invitations.ts';
import { move } from '../support/moves.ts';
import { stranger } from '../support/people.ts';
import { askedFor, hold, noteDocument, scrolled } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// No earlier page is kept: Back and Forward ask anew, and bring the scroll back.

test('the way back overtakes a step that is still under way', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  const domains = await hold(owner.page, `${account}/domains`);
  await owner.go('Domains');
  await domains.asked();
  await owner.page.goBack();
  await owner.expectHeading('Contacts');
  await domains.release();
  await expect(owner.heading('Contacts')).toBeVisible();
  await expect(owner.page).toHaveURL(`${account}/contacts`);
});

test('Back, and Forward again before its answer is there, stays on the page', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  const contacts = await hold(owner.page, `${account}/contacts`);
  await owner.page.goBack();
  await contacts.asked();
  await owner.page.goForward();
  await expect(owner.page).toHaveURL(`${account}/services`);
  await contacts.release();
  await expect(owner.heading('My Services')).toBeVisible();
  await expect(owner.page).toHaveURL(`${account}/services`);
});

test('Back asks anew and brings the scroll back, and Forward too', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Bruno');
  const contact = await setup.contact(person);
  const owner = await visit('owner', { viewport: { width: 1280, height: 300 } });
  await owner.open(`${account}/contacts?search=${person.email}`);
  const isSame = await noteDocument(owner.page);
  await owner.page.evaluate(() => window.scrollTo(0, 80));
  // Noted once the scrolling rests.
  await owner.page.waitForTimeout(300);
  await row(owner, person.name).getByRole('link', { name: person.name }).evaluate((link) => (link as HTMLElement).click());
  await owner.expectHeading(person.name);
  expect(await scrolled(owner.page)).toBe(0);
  await owner.page.evaluate(() => window.scrollTo(0, 60));
  await owner.page.waitForTimeout(300);
  await move(setup, contact, 'suspend');

  const asked = askedFor(owner.page);
  await owner.page.goBack();
  await expect(row(owner, person.name)).toContainText('Suspended');
  expect(asked).toEqual([`${account}/contacts?search=${person.email}`]);
  await expect.poll(() => scrolled(owner.page)).toBe(80);
  await owner.page.goForward();
  await owner.expectHeading(person.name);
  await expect.poll(() => scrolled(owner.page)).toBe(60);
  expect(await isSame()).toBe(true);
});

test('a link that is shown once never comes back: not by Back, not by Forward, not by a reload', { tag: '@js' }, async ({ visit, account }) => {
  const guest = stranger('Olaf');
  const owner = await visit('owner');
  await invite(owner, account, guest.email, 'Billing');
  await owner.expectHeading('Contacts');
  const shown = owner.main.getByRole('textbox', { name: 'Invitation link' });
  await act(owner, guest.email, 'Copy invitation link');
  await expect(shown).toBeVisible();
  const secret = (await shown.inputValue()).split('/').at(-1) ?? '';
  const forgotten = async () => {
    await expect(row(owner, guest.email)).toBeVisible();
    await expect(shown).toHaveCount(0);
    expect(await owner.page.content()).not.toContain(secret);
    expect(JSON.stringify(await owner.page.evaluate(() => [history.state, { ...sessionStorage }, { ...localStorage }]))).not.toContain(secret);
  };
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await owner.page.goBack();
  await forgotten();
  await owner.page.goForward();
  await owner.expectHeading('My Services');
  await owner.page.goBack();
  await forgotten();
  await owner.page.reload();
  await owner.settle();
  await forgotten();
});
