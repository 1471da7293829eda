import { elsewhere } from '../support/elsewhere.ts';
import { expect, test } from '../support/test.ts';

// No feature leads to another site yet, so the answer to a form is a page of the portal with the markup of the one between.
// Where its link leads is another origin; what Back shows is the portal's own.
const BETWEEN = '/outbound/once';

test('a form that leads to another site goes there, and Back says that the link was used', async ({ visit, js }) => {
  const other = await elsewhere('', {});
  try {
    const owner = await visit('owner');
    const asked = owner.page.waitForResponse((response) => new URL(response.url()).pathname === '/me');
    await owner.open('/me');
    const page = await asked;
    const away = `http://127.0.0.1:${other.port}/`;
    const link = `<h1>Go to panel.example</h1><a href="${BETWEEN}/follow" data-load data-onward>Continue to panel.example</a>`;
    const body = (await page.text())
      .replace(/data-page="[^"]*"/, `data-page="${BETWEEN}"`)
      .replace(/(<main[^>]*>)[\s\S]*(<\/main>)/, `$1${link}$2`);
    const kept = ['content-type', 'content-security-policy', 'portico-page', 'referrer-policy'];
    const headers = Object.fromEntries(kept.map((name) => [name, page.headers()[name] ?? '']));
    await owner.page.route('**/fn/profile/save', (route) => route.fulfill({ status: 200, headers, body }));
    const followed: string[] = [];
    await owner.page.route(`**${BETWEEN}/follow`, async (route) => {
      followed.push(route.request().method());
      await route.fulfill({ status: 303, headers: { location: away } });
    });
    await owner.press('Save');
    if (!js) await owner.page.getByRole('link', { name: 'Continue to panel.example' }).click();
    await expect(owner.page).toHaveURL(away);
    expect(followed).toEqual(['GET']);
    if (!js) return;

    await owner.page.goBack();
    await expect(owner.page).toHaveURL(new RegExp(`${BETWEEN}$`));
    await owner.expectHeading('This link has expired or was already used');
    await owner.page.waitForTimeout(300);
    await expect(owner.heading('This link has expired or was already used')).toBeVisible();
    expect(followed).toEqual(['GET']);
  } finally {
    other.close();
  }
});
