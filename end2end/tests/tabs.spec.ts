import { tellNews, tellOver } from '../support/news.ts';
import { askedFor } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';

// What is heard decides nothing: the page is asked for anew, when somebody looks at it.

/** As if the tab were hidden behind another one, or seen again. */
async function turn(visitor: Visitor, hidden: boolean): Promise<void> {
  await visitor.page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

test('a tab that nobody sees asks when it is seen, and once, however much it heard', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const asked = askedFor(owner.page);
  await turn(owner, true);
  for (let n = 0; n < 3; n += 1) await tellNews(owner.page);
  await owner.page.waitForTimeout(500);
  expect(asked).toEqual([]);
  await turn(owner, false);
  await expect.poll(() => asked).toEqual([`${account}/contacts`]);
  await owner.page.waitForTimeout(500);
  expect(asked).toEqual([`${account}/contacts`]);
});

test('news that come while a page is under way are asked for after it', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const asked = askedFor(owner.page);
  let go = () => {};
  const waits = new Promise<void>((done) => (go = done));
  let first = true;
  await owner.page.route((url) => url.pathname === `${account}/services`, async (route) => {
    if (first) {
      first = false;
      await waits;
    }
    await route.continue();
  });
  await owner.go('My Services');
  await expect.poll(() => asked).toEqual([`${account}/services`]);
  await tellNews(owner.page);
  await owner.page.waitForTimeout(300);
  expect(asked).toEqual([`${account}/services`]);
  go();
  await owner.expectHeading('My Services');
  await expect.poll(() => asked).toEqual([`${account}/services`, `${account}/services`]);
});

test('news that change no rights are gathered for a moment and asked for once, a change of rights at once', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const asked = askedFor(owner.page);
  const list = `${account}/contacts`;
  for (let n = 0; n < 5; n += 1) await tellNews(owner.page, 'other');
  await owner.page.waitForTimeout(1_000);
  expect(asked).toEqual([]);
  await expect.poll(() => asked).toEqual([list]);
  await owner.page.waitForTimeout(2_700);
  expect(asked).toEqual([list]);

  // What was being gathered is asked for with it.
  await tellNews(owner.page, 'other');
  await tellNews(owner.page, 'rights');
  await expect.poll(() => asked, { timeout: 1_000 }).toEqual([list, list]);
  await owner.page.waitForTimeout(2_700);
  expect(asked).toEqual([list, list]);
});

test('a tab that hears of the end of a session asks whether it is its own, and goes on where it is not', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const listening = owner.page.waitForRequest(/\/me\/events\?/);
  await owner.open(`${account}/contacts`);
  await listening;
  const asked = askedFor(owner.page);
  const [question, again] = [owner.page.waitForRequest(/\/me\/events\/since/), owner.page.waitForRequest(/\/me\/events\?/)];
  await tellOver(owner.page);
  await question;
  // Somebody else may be signed in, so the page is asked for at once.
  await expect.poll(() => asked).toEqual([`${account}/contacts`]);
  await again;
  await expect(owner.main).not.toHaveAttribute('data-over');
  await expect(owner.heading('Contacts')).toBeVisible();
});

test('a tab that nobody sees hides its page when a session has ended, and shows it again when it is seen', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await turn(owner, true);
  await tellOver(owner.page);
  await expect(owner.heading('Contacts')).toBeHidden();
  await turn(owner, false);
  await expect(owner.heading('Contacts')).toBeVisible();
  await expect(owner.main.getByText('Your session has ended.')).toHaveCount(0);
});
