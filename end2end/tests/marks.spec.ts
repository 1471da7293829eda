import type { Page } from '@playwright/test';
import { ContactForm } from '../support/contact-form.ts';
import { find, row } from '../support/contacts.ts';
import { cutOff } from '../support/live.ts';
import { tellNews } from '../support/news.ts';
import { stranger } from '../support/people.ts';
import { answer, expectLoad, noteDocument } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

// Documents carry a mark of session and build. What bears another one is never put in place.

const OTHER = { session: '0000000000000001', build: 'another-build' };
const RENEWED = /^The portal was updated while this page was open\./;

/** What the document of an answer says of itself is changed, as if it came from another session or build. */
function marked(marks: Record<string, string>): (body: string) => { body: string } {
  return (body) => ({
    body: Object.entries(marks).reduce((html, [name, value]) => html.replace(new RegExp(`data-${name}="[^"]*"`), `data-${name}="${value}"`), body),
  });
}

/** As if the document that is shown had been loaded from another build. */
async function outdate(page: Page): Promise<void> {
  await page.evaluate((build) => document.documentElement.setAttribute('data-build', build), OTHER.build);
}

/** The form for a new contact with something in it; passwords too. */
async function halfFilled(visitor: Visitor, account: string): Promise<{ form: ContactForm; expectKept: () => Promise<void> }> {
  await visitor.open(`${account}/contacts/new`);
  const form = new ContactForm(visitor);
  await form.text('First name').fill('Half');
  await form.text('Note').fill('Line one\nLine two');
  await form.password.fill('typed and kept 1');
  const expectKept = async () => {
    await expect(form.text('First name')).toHaveValue('Half');
    await expect(form.text('Note')).toHaveValue('Line one\nLine two');
    await expect(form.password).toHaveValue('typed and kept 1');
  };
  return { form, expectKept };
}

for (const [mark, value] of Object.entries(OTHER)) {
  test(`a page of another ${mark} is loaded as a document of its own`, { tag: '@js' }, async ({ visit, account }) => {
    const owner = await visit('owner');
    await owner.open(`${account}/contacts`);
    await answer(owner.page, `${account}/services`, marked({ [mark]: value }));
    await expectLoad(owner.page, () => owner.go('My Services'));
    await owner.expectHeading('My Services');
    await expect(owner.page).toHaveURL(`${account}/services`);
    await expect(owner.page.locator('html')).not.toHaveAttribute(`data-${mark}`, value);
  });
}

test('Back to a page of another session loads it', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await answer(owner.page, `${account}/contacts`, marked({ session: OTHER.session }));
  await expectLoad(owner.page, () => owner.page.evaluate(() => history.back()));
  await owner.expectHeading('Contacts');
});

test('a form that met no session leaves what was typed, and says how to sign in beside it', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const { form, expectKept } = await halfFilled(owner, account);
  const isSame = await noteDocument(owner.page);
  await answer(owner.page, '/fn/contacts/save', marked({ session: '', person: '' }));
  await form.submit();
  const said = owner.main.getByRole('alert').filter({ hasText: 'Your session has ended.' });
  await expect(said).toBeInViewport();
  await expect(said.getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute('target', '_blank');
  await expectKept();
  await form.submit();
  await expect(said).toHaveCount(1);
  await expectKept();
  expect(await isSame()).toBe(true);
});

test('a form that met somebody else’s session shows nothing of theirs', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const { form, expectKept } = await halfFilled(owner, account);
  await answer(owner.page, '/fn/contacts/save', marked({ session: OTHER.session, person: crypto.randomUUID() }));
  await form.submit();
  await expect(owner.main.getByText('Your session has ended.').first()).toBeVisible();
  await expect(form.text('Last name')).not.toHaveAttribute('aria-invalid', 'true');
  await expectKept();
});

test('signed in again in another tab, a form is answered as ever', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const { form, expectKept } = await halfFilled(owner, account);
  const isSame = await noteDocument(owner.page);
  await answer(owner.page, '/fn/contacts/save', marked({ session: OTHER.session }));
  await form.submit();
  await form.expectProblem(form.text('Last name'), 'Enter a last name.');
  await expectKept();
  expect(await isSame()).toBe(true);
});

test('a form refused by another build leaves what was typed, says why, and offers to load the page again', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const { form, expectKept } = await halfFilled(owner, account);
  const isSame = await noteDocument(owner.page);
  await answer(owner.page, '/fn/contacts/save', marked({ build: OTHER.build }));
  await form.submit();
  const said = owner.main.getByRole('status').filter({ hasText: RENEWED });
  await expect(said).toBeVisible();
  await expect(said).toContainText('Nothing was sent. Copy what you typed');
  await expect(said.getByRole('link', { name: 'Reload the page' })).toHaveAttribute('href', `${account}/contacts/new`);
  await expectKept();
  expect(await isSame()).toBe(true);
});

test('a form that another build carried out is not lost: the page that it leads to is loaded', { tag: '@js' }, async ({ visit, account }) => {
  const person = stranger('Bodo');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await outdate(owner.page);
  await expectLoad(owner.page, () => form.submit());
  await owner.expectHeading('Contacts');
  await expect(owner.main.getByText(/^Saved /)).toBeVisible();
  await expect(row(owner, person.name)).toHaveCount(1);
});

test('news from another build load the page, but not over what is being typed', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await find(owner, account, 'demo.example');
  await outdate(owner.page);
  await expectLoad(owner.page, () => tellNews(owner.page));
  await owner.expectHeading('Contacts');

  const { expectKept } = await halfFilled(owner, account);
  const isSame = await noteDocument(owner.page);
  await outdate(owner.page);
  await tellNews(owner.page);
  await expect(owner.main.getByText(RENEWED)).toBeVisible();
  await expectKept();
  expect(await isSame()).toBe(true);
});

test('a tab that hears nothing learns at its next step that the session is over', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Edo'), [['change[privileges][]', 'domains.view']]);
  const visitor = await visit(person);
  await cutOff(visitor.page);
  await visitor.open(account);
  await (await setup.session(person)).post('/fn/people/sign_out', []);
  await expectLoad(visitor.page, () => visitor.go('Domains'));
  await visitor.expectHeading('Sign in');
  await expect(visitor.leftMenu).toHaveCount(0);
});

test('news of somebody else’s session take nothing that is being typed: it can be copied out, and nothing of theirs is shown', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const { form } = await halfFilled(owner, account);
  const isSame = await noteDocument(owner.page);
  const theirs = marked({ session: OTHER.session, person: crypto.randomUUID() });
  await answer(owner.page, `${account}/contacts/new`, (body) => ({ body: theirs(body).body.replaceAll('Add New Contact', 'Of somebody else') }));
  await tellNews(owner.page);
  await expect(owner.main.getByText('Your session has ended.')).toBeVisible();
  await expect(owner.main.getByRole('textbox', { name: 'What you typed' })).toHaveValue('First name: Half\nNote:\nLine one\nLine two');
  await expect(form.text('First name')).toBeHidden();
  expect(await owner.page.content()).not.toContain('Of somebody else');
  expect(await isSame()).toBe(true);
});
