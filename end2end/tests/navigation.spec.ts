import { act, row } from '../support/contacts.ts';
import { ContactForm } from '../support/contact-form.ts';
import { switchTo } from '../support/agency.ts';
import { move } from '../support/moves.ts';
import { refresh } from '../support/news.ts';
import { demo, stranger } from '../support/people.ts';
import { askedFor, expectLoad, hold, isStamped, noteDocument, scrolled, stamp } from '../support/steps.ts';
import { expect, test } from '../support/tolerant-test.ts';

// A step is one answer, put in place of the page that is shown (ARCHITECTURE, the client).

test('a step asks for one page and keeps the document', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const [isSame, asked] = [await noteDocument(owner.page), askedFor(owner.page)];
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await expect(owner.page).toHaveURL(`${account}/services`);
  await expect(owner.page).toHaveTitle(/^My Services · /);
  expect(await isSame()).toBe(true);
  expect(asked).toEqual([`${account}/services`]);
});

test('on another path the main part is made anew, and what surrounds it stays', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const [top, table] = [owner.page.getByRole('banner'), owner.main.getByRole('table')];
  await stamp(top, owner.leftMenu, owner.heading('Contacts'), table);
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  expect(await isStamped(top)).toBe(true);
  expect(await isStamped(owner.leftMenu)).toBe(true);
  expect(await isStamped(owner.heading('My Services'))).toBe(false);
  expect(await isStamped(table)).toBe(false);
  await expect(owner.leftMenu.getByRole('link', { name: 'My Services' })).toHaveAttribute('aria-current', 'page');
  await expect(owner.leftMenu.locator('[aria-current]')).toHaveCount(1);
});

test('a step on the same path keeps rows, and the focus where it is', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=demo.example`);
  const rows = owner.main.getByRole('row').filter({ hasText: 'technician@demo.example' });
  const sort = owner.main.getByRole('columnheader', { name: 'Email' });
  await stamp(rows);
  await sort.getByRole('link').focus();
  await owner.page.keyboard.press('Enter');
  await expect(sort).toHaveAttribute('aria-sort', 'ascending');
  expect(await isStamped(rows)).toBe(true);
  await expect(sort.getByRole('link')).toBeFocused();
});

test('news of the page that is shown keeps its rows, the focus and the scrolling', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = stranger('Rita');
  const contact = await setup.contact(person);
  const owner = await visit('owner', { viewport: { width: 1280, height: 300 } });
  await owner.open(`${account}/contacts?search=${person.email}`);
  const shown = row(owner, person.name);
  const link = shown.getByRole('link', { name: person.name });
  await stamp(shown);
  await link.focus();
  await owner.page.evaluate(() => window.scrollTo(0, 90));
  await move(setup, contact, 'suspend');
  await refresh(owner.page);
  await expect(shown).toContainText('Suspended');
  expect(await isStamped(shown)).toBe(true);
  await expect(link).toBeFocused();
  expect(await scrolled(owner.page)).toBe(90);
});

test('a form that somebody has touched keeps its hidden inputs, one that nobody has takes new ones', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  const hidden = owner.main.locator('form:has([name="change[first_name]"]) input[name="change[submission]"]');
  const first = await hidden.inputValue();
  await refresh(owner.page);
  await expect(hidden).not.toHaveValue(first);
  const second = await hidden.inputValue();
  await form.text('First name').fill('Half');
  await refresh(owner.page);
  await expect(hidden).toHaveValue(second);
  await expect(form.text('First name')).toHaveValue('Half');
});

test('the list of one account becomes that of another by nothing that was there', { tag: '@js' }, async ({ visit, setup }) => {
  const accounts = await setup.accounts(demo('manager'));
  const [first, second] = [accounts.get('Demo Hosting GmbH') ?? '', accounts.get('Nordwind Agency') ?? ''];
  const manager = await visit('manager');
  await manager.open(`${first}/contacts`);
  const isSame = await noteDocument(manager.page);
  const search = manager.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await stamp(search);
  await switchTo(manager, 'Nordwind Agency');
  await manager.go('Manage Contacts');
  await manager.expectHeading('Contacts');
  await expect(manager.page).toHaveURL(`${second}/contacts`);
  expect(await isStamped(search)).toBe(false);
  await stamp(search);
  // Straight from the one list to the other.
  await manager.page.evaluate(() => history.go(-2));
  await expect(manager.main).toHaveAttribute('data-account', first.replace('/a/', ''));
  expect(await isStamped(search)).toBe(false);
  expect(await isSame()).toBe(true);
});

test('an answer that comes late is dropped', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const services = await hold(owner.page, `${account}/services`);
  await owner.go('My Services');
  await services.asked();
  await owner.go('Domains');
  await owner.expectHeading('Domains');
  await services.release();
  await expect(owner.heading('Domains')).toBeVisible();
  await expect(owner.page).toHaveURL(`${account}/domains`);
  await expect(owner.page).toHaveTitle(/^Domains · /);
});

test('the answer to a form that was left meanwhile is dropped, and what it asked for is done', { tag: '@js' }, async ({ visit, account }) => {
  const person = stranger('Lutz');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  const saved = await hold(owner.page, '/fn/contacts/save');
  await form.submit();
  await saved.asked();
  await owner.go('My Services');
  await owner.page.getByRole('dialog', { name: 'Leave this page?' }).getByRole('button', { name: 'Leave', exact: true }).click();
  await owner.expectHeading('My Services');
  await saved.release();
  await expect(owner.heading('My Services')).toBeVisible();
  await expect(owner.page).toHaveURL(`${account}/services`);
  await owner.go('Manage Contacts');
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toBeVisible();
});

test('after a step that took longer than 300 ms a bar shows, and not before', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await owner.page.evaluate(() => {
    const [shown, bar] = [[] as number[], document.getElementById('progress')];
    let from = 0;
    addEventListener('click', () => (from = performance.now()), true);
    const look = () => bar?.hidden === false && shown.push(performance.now() - from);
    if (bar) new MutationObserver(look).observe(bar, { attributeFilter: ['hidden'] });
    Object.assign(window, { __shown: shown });
  });
  const shown = () => owner.page.evaluate(() => (window as unknown as { __shown: number[] }).__shown);
  const bar = owner.page.locator('#progress');
  const services = await hold(owner.page, `${account}/services`);
  await owner.go('My Services');
  await expect(bar).toBeVisible();
  const [after = 0] = await shown();
  expect(after).toBeGreaterThanOrEqual(295);
  expect(after).toBeLessThan(1_500);
  await services.release();
  await owner.expectHeading('My Services');
  await expect(bar).toBeHidden();
  expect(await shown()).toHaveLength(1);
});

test('offline a step says so, and the page stays', { tag: '@js' }, async ({ visit, account, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  const [isSame, said] = [await noteDocument(owner.page), owner.page.getByRole('status', { name: 'Messages' }).getByText(/^You’re offline/)];
  await owner.page.context().setOffline(true);
  await owner.go('My Services');
  await expect(said).toBeVisible();
  await expect(owner.heading('Add New Contact')).toBeVisible();
  await owner.page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(said).toHaveCount(0);
  const person = stranger('Ole');
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  await form.submit();
  await expect(said).toBeVisible();
  await expect(form.text('First name')).toHaveValue('Ole');
  await owner.page.context().setOffline(false);
  await form.submit();
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toBeVisible();
  expect(await isSame()).toBe(true);
});

test('a form that is pressed again while it is on its way is sent once', { tag: '@js' }, async ({ visit, account }) => {
  const person = stranger('Dita');
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const form = new ContactForm(owner);
  await form.fillDetails(person);
  await form.box('Activate Sub-Account').uncheck();
  const saved = await hold(owner.page, '/fn/contacts/save');
  await form.submit();
  await saved.asked();
  await form.submit();
  await form.text('First name').press('Enter');
  await owner.page.waitForTimeout(200);
  expect(saved.count()).toBe(1);
  await saved.release();
  await owner.expectHeading('Contacts');
  await expect(row(owner, person.name)).toHaveCount(1);
});

test('signing in and out, a new password and a view of somebody load the document', { tag: '@js' }, async ({ visit, account, setup }) => {
  const person = await setup.settled(stranger('Selma'), [['change[privileges][]', 'contacts.view']]);
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=${person.email}`);
  await expectLoad(owner.page, () => act(owner, person.name, 'Login as This Contact'));
  await expect(owner.main.getByText(`You are viewing the portal as ${person.name}`)).toBeVisible();
  await owner.settle();
  await expectLoad(owner.page, () => owner.press('Stop'));
  await owner.expectHeading('Contacts');

  const visitor = await visit();
  await visitor.open('/sign-in');
  await expectLoad(visitor.page, () => visitor.fillSignIn(person));
  await visitor.open('/me/security');
  await visitor.page.getByLabel('Current password').fill(person.password);
  await visitor.page.getByLabel('New password', { exact: true }).fill('meadow ticket lamp sixty');
  await visitor.page.getByLabel('Repeat new password').fill('meadow ticket lamp sixty');
  await expectLoad(visitor.page, () => visitor.press('Change password'));
  await expect(visitor.main.getByText('Password changed.')).toBeVisible();
  await visitor.settle();
  await expectLoad(visitor.page, () => visitor.pick(person.name, 'Sign out'));
  await visitor.expectHeading('Sign in');
});

test('a page is asked for when the pointer goes down on its link, and never before', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const asked = askedFor(owner.page);
  const { mouse } = owner.page;
  await owner.leftMenu.getByRole('link', { name: 'My Services' }).hover();
  await owner.page.waitForTimeout(200);
  expect(asked).toEqual([]);
  await mouse.down();
  await expect.poll(() => asked).toEqual([`${account}/services`]);
  await expect(owner.heading('Contacts')).toBeVisible();
  await mouse.up();
  await owner.expectHeading('My Services');
  expect(asked).toEqual([`${account}/services`]);
});

test('a page that was asked for early is never shown for a later click', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const asked = askedFor(owner.page);
  const domains = owner.leftMenu.getByRole('link', { name: 'Domains', exact: true });
  await domains.hover();
  await owner.page.mouse.down();
  await expect.poll(() => asked).toEqual([`${account}/domains`]);
  // Let go of elsewhere.
  await owner.heading('Contacts').hover();
  await owner.page.mouse.up();
  await expect(owner.heading('Contacts')).toBeVisible();
  await domains.focus();
  await owner.page.keyboard.press('Enter');
  await owner.expectHeading('Domains');
  expect(asked).toEqual([`${account}/domains`, `${account}/domains`]);
});

for (const motion of ['no-preference', 'reduce'] as const) {
  const fades = motion === 'no-preference';
  test(`another page is ${fades ? 'faded in' : 'shown at once where motion is reduced'}`, { tag: '@js' }, async ({ visit, account }) => {
    const owner = await visit('owner', { reducedMotion: motion });
    await owner.page.addInitScript(() => {
      const original = document.startViewTransition?.bind(document);
      document.startViewTransition = (update) => {
        Object.assign(window, { __faded: ((window as { __faded?: number }).__faded ?? 0) + 1 });
        return original(update);
      };
    });
    await owner.open(`${account}/contacts`);
    const faded = () => owner.page.evaluate(() => (window as { __faded?: number }).__faded ?? 0);
    await owner.main.getByRole('columnheader', { name: 'Email' }).getByRole('link').click();
    await expect(owner.page).toHaveURL(/sort=email/);
    expect(await faded()).toBe(0);
    await owner.go('My Services');
    await owner.expectHeading('My Services');
    expect(await faded()).toBe(fades ? 1 : 0);
  });
}
