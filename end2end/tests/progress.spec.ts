import { askedFor } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// Progress is a part of a page, not a page.

test('how far something is comes as a part by itself, and the page once when it is done', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  const list = `${account}/contacts`;
  const part = `${list}?part=progress`;
  const [pages, parts] = [['It has begun.'], ['Half of it is done.']];
  await owner.page.route((url) => url.pathname === list, async (route) => {
    const response = await route.fetch();
    const isPart = new URL(route.request().url()).searchParams.get('part') === 'progress';
    const said = (isPart ? parts : pages).shift();
    const html = await response.text();
    const shown = `<p role="status"><span data-progress="${part}">${said}</span></p>`;
    await route.fulfill({ response, body: said ? html.replace(/<main[^>]*>/, (main) => main + shown) : html });
  });
  await owner.open(list);
  await expect(owner.main.getByText('It has begun.')).toBeVisible();
  const search = owner.main.getByRole('searchbox', { name: 'Search names and addresses' });
  await search.focus();
  const asked = askedFor(owner.page);
  await expect(owner.main.getByText('Half of it is done.')).toBeVisible();
  expect(asked).toEqual([part]);
  await expect(search).toBeFocused();
  await expect(owner.main.getByText('Half of it is done.')).toHaveCount(0);
  await owner.page.waitForTimeout(2_500);
  expect(asked).toEqual([part, part, list]);
});
