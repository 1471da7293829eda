import { elsewhere } from '../support/elsewhere.ts';
import { answer, expectLoad, noteDocument, noteForbidden } from '../support/steps.ts';
import { expect, test } from '../support/tolerant-test.ts';

// Put in place is only a page of the portal (SECURITY, the client): whatever else comes back the browser loads, or not.

const STRANGE = '<h1>Not a page of ours</h1>';

test('an answer that does not say that it is a page is loaded by the browser', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  await answer(owner.page, `${account}/services`, (_, { 'portico-page': _page, ...headers }) => ({ body: STRANGE, headers }));
  await expectLoad(owner.page, () => owner.go('My Services'));
  await owner.expectHeading('My Services');
  await expect(owner.heading('Not a page of ours')).toHaveCount(0);
});

test('an answer of another type is loaded by the browser, as what it says it is', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const plain = (_: string, headers: Record<string, string>) => ({ body: STRANGE, headers: { ...headers, 'content-type': 'text/plain' } });
  await answer(owner.page, `${account}/services`, plain, 'everybody');
  await expectLoad(owner.page, () => owner.go('My Services'));
  await expect(owner.page.getByText(STRANGE)).toBeVisible();
  await expect(owner.page.getByRole('heading')).toHaveCount(0);
});

test('a file is downloaded, HTML too, and the page stays and goes on', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const file = (_: string, headers: Record<string, string>) => ({
    body: STRANGE,
    headers: { ...headers, 'content-disposition': 'attachment; filename="invoice.html"' },
  });
  await answer(owner.page, `${account}/billing`, file, 'everybody');
  const [isSame, download] = [await noteDocument(owner.page), owner.page.waitForEvent('download')];
  await owner.go('Billing & Payment');
  expect((await download).suggestedFilename()).toBe('invoice.html');
  await expect(owner.heading('Contacts')).toBeVisible();
  await expect(owner.heading('Not a page of ours')).toHaveCount(0);
  await expect(owner.page.locator('#progress')).toBeHidden();
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  expect(await isSame()).toBe(true);
});

test('a redirect to another origin is followed by the browser, and nothing of it gets into the page', { tag: '@js' }, async ({ visit, account, tolerate }) => {
  tolerate(/Content Security Policy|CORS policy|net::ERR_FAILED|Fetch API cannot load/);
  const other = await elsewhere('', {});
  try {
    const owner = await visit('owner');
    await owner.open(`${account}/contacts`);
    const away = `http://127.0.0.1:${other.port}/`;
    await answer(owner.page, `${account}/services`, () => ({ status: 302, body: '', headers: { location: away } }), 'everybody');
    const put: string[] = [];
    await owner.page.exposeFunction('notePut', (text: string) => put.push(text));
    await owner.page.evaluate(() => {
      const note = (window as unknown as { notePut: (text: string) => void }).notePut;
      new MutationObserver(() => note(document.body.innerText)).observe(document.body, { childList: true, subtree: true });
    });
    await owner.go('My Services');
    await expect(owner.page).toHaveURL(away);
    await expect(owner.page.getByRole('button', { name: 'Win a prize' })).toBeVisible();
    expect(put.filter((text) => text.includes('Win a prize'))).toEqual([]);
  } finally {
    other.close();
  }
});

test('a form whose answer is no page of ours says so, and keeps what was typed', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  const isSame = await noteDocument(owner.page);
  await answer(owner.page, '/fn/contacts/save', () => ({ status: 413, body: STRANGE, headers: { 'content-type': 'text/html' } }));
  const name = owner.main.getByRole('textbox', { name: 'First name', exact: true });
  await name.fill('Fiona');
  await owner.press('Submit');
  await expect(owner.page.getByRole('status', { name: 'Messages' })).toContainText('The portal didn’t answer.');
  await expect(name).toHaveValue('Fiona');
  await expect(owner.heading('Not a page of ours')).toHaveCount(0);
  expect(await isSame()).toBe(true);
});

/** Everything that runs, loads or leads away, in the head and in the content. */
const LOADED = `
  <meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/">
  <link rel="stylesheet" href="http://evil.example/x.css"><style>main { display: none }</style>
  <script>window.__ran = 'script'</script>`;
const HIDDEN = `
  <p>What is left of it</p>
  <img alt="" src="data:image/png;base64,AAAA" onerror="window.__ran = 'handler'">
  <svg onload="window.__ran = 'drawing'"><script>window.__ran = 'script in a drawing'</script></svg>
  <iframe srcdoc="<script>parent.__ran = 'frame'</script>"></iframe>
  <template data-template="offline"><script>window.__ran = 'template'</script><p>Away</p></template>`;

test('nothing in an answer runs, refreshes, frames or restyles the page', { tag: '@js' }, async ({ visit, account, server, tolerate }) => {
  // Said of the document that an answer is parsed into.
  tolerate(/Content Security Policy/);
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const [isSame, seen] = [await noteDocument(owner.page), await noteForbidden(owner.page)];
  const away: string[] = [];
  owner.page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) away.push(request.url());
  });
  const inject = (body: string) => body.replace('</head>', `${LOADED}</head>`).replace('</main>', `${LOADED}${HIDDEN}</main>`);
  await answer(owner.page, `${account}/services`, (body) => ({ body: inject(body) }));
  const heads = await owner.page.locator('head > *').count();
  await owner.go('My Services');
  await owner.expectHeading('My Services');
  await expect(owner.main.getByText('What is left of it')).toBeVisible();
  // For a refresh to come, and images to fail.
  await owner.page.waitForTimeout(500);
  expect(await seen()).toEqual([]);
  expect(await owner.page.locator('head > *').count()).toBe(heads);
  expect(await owner.page.evaluate(() => (window as { __ran?: string }).__ran)).toBeUndefined();
  expect(await owner.page.evaluate(() => document.baseURI)).toBe(`${server.origin}${account}/services`);
  expect(await isSame()).toBe(true);
  expect(away).toEqual([]);
});

test('no program is loaded that the document did not name when it was loaded', { tag: '@js' }, async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts`);
  const odd: string[] = [];
  owner.page.on('request', (request) => void (request.url().includes('odd-program') && odd.push(request.url())));
  await owner.page.evaluate(() => {
    document.head.insertAdjacentHTML('beforeend', '<meta name="program-odd" content="/robots.txt?odd-program">');
  });
  const wants = '<div data-program="odd">Wants a program</div>';
  await answer(owner.page, `${account}/services`, (body) => ({ body: body.replace(/<main[^>]*>/, (main) => main + wants) }));
  await owner.leftMenu.getByRole('link', { name: 'My Services', exact: true }).click();
  await expect(owner.main.getByText('Wants a program')).toBeVisible();
  await owner.page.waitForTimeout(500);
  expect(odd).toEqual([]);
});
