import { readFileSync } from 'node:fs';
import { move } from '../support/moves.ts';
import { HASH, type Login, PASSWORD } from '../support/people.ts';
import type { Line } from '../support/server.ts';
import { expect, test } from '../support/test.ts';
import type { Visitor } from '../support/visitor.ts';
import { Devtools, keepMemory, memory } from './devtools.ts';
import { type Figure, ms, p50, percentile, print } from './figure.ts';
import { Notes, type Shown } from './notes.ts';

// The figures of the browser (docs/figures.md). Nothing here fails for being slow.

/** The owner of the account with 10,000 contacts, as the world of the server's figures has it. */
const OWNER: Login = { email: 'owner@bench.example', password: PASSWORD };
const ACCOUNT = 'bench:account';
/** Somebody whose tab is open. */
const TAB: Login = { email: 'tab@bench.example', password: PASSWORD };

const TIMES = 50;
const FIRST_VISITS = 5;
const REVOCATIONS = 20;
/** How long a page does nothing by itself any more. */
const QUIET_MS = 1_500;

const figures: Figure[] = [];

test.use({ data: { lines: world() } });

function world(): Line[] {
  const file = process.env.PORTICO_WORLD;
  if (!file) throw new Error('PORTICO_WORLD names no world: `make bench` makes one');
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return [
    ...lines.map((line) => JSON.parse(line) as Line),
    {
      type: 'person', id: 'bench:tab', email: TAB.email, first_name: 'Tabea', last_name: 'Tab',
      password_hash: HASH, password_by: 'self', verified: true,
    },
    { type: 'contact', id: 'bench:tab', account: ACCOUNT, person: 'bench:tab', roles: ['technical'] },
  ];
}

test.afterAll(() => print(figures));

test('first visit', async ({ visit, setup }) => {
  const account = await setup.account(OWNER);
  const sums: number[] = [];
  const parts: string[] = [];
  for (let turn = 0; turn < FIRST_VISITS; turn += 1) {
    // A browser of its own has nothing in its cache.
    const { page } = await visit(OWNER);
    const devtools = await Devtools.of(page);
    await devtools.slow(4);
    await page.goto(`${account}/contacts`);
    // Looking whether it is alive would be work of the page.
    await page.waitForTimeout(QUIET_MS);
    const { script, layout, style, all } = await devtools.work();
    await expect(page.locator('html')).toHaveClass(/\balive\b/);
    sums.push(script + layout + style);
    parts.push(`script ${ms(script)}, layout ${ms(layout)}, style ${ms(style)}; all tasks ${ms(all)}`);
    await page.context().close();
  }
  const middle = p50(sums);
  figures.push({
    what: `main thread of a first visit to the contacts page, CPU slowed four times, script, layout and style, median of ${FIRST_VISITS}`,
    reach: 'at most 150 ms',
    measured: `${ms(middle)} (${parts[sums.indexOf(middle)]})`,
    reached: middle <= 150,
  });
});

test('steps', async ({ visit, setup }) => {
  const visitor = await visit(OWNER);
  await visitor.open(`${await setup.account(OWNER)}/contacts`);
  const notes = await Notes.ofSteps(visitor.page);
  const between: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    await visitor.go(turn % 2 ? 'Manage Contacts' : 'Domains');
    between.push(await notes.next());
    await faded(visitor);
  }
  figures.push(swapped('the main menu', between));
  const within: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    await next(visitor);
    within.push(await notes.next());
  }
  figures.push(swapped('the next page of the contacts', within));
});

/** A page that fades in takes no clicks. */
async function faded({ page }: Visitor): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().length === 0);
}

async function next(visitor: Visitor): Promise<void> {
  await visitor.main.getByRole('link', { name: 'Next', exact: true }).click();
}

function swapped(what: string, times: number[]): Figure {
  const middle = p50(times);
  return {
    what: `from click to swapped, ${what}, p50 of ${times.length}`,
    reach: 'at most 60 ms',
    measured: `${ms(middle)} (p95 ${ms(percentile(95, times))})`,
    reached: middle <= 60,
  };
}

test('menu', async ({ visit, setup }) => {
  const visitor = await visit(OWNER);
  await visitor.open(`${await setup.account(OWNER)}/contacts`);
  const notes = await Notes.ofShown(visitor.page, '#row-menu:popover-open');
  const times: Shown[] = [];
  const dots = visitor.main.getByRole('button', { name: /^Actions for / });
  for (let turn = 0; turn < TIMES; turn += 1) {
    await dots.nth(turn).click();
    times.push(await notes.next());
    await visitor.page.keyboard.press('Escape');
  }
  figures.push(inNextFrame('the three-dot menu is opened', times));
});

test('selection', async ({ visit, setup }) => {
  const visitor = await visit(OWNER);
  await visitor.open(`${await setup.account(OWNER)}/contacts`);
  // On the first page is the owner, who can't be selected.
  await next(visitor);
  await expect(visitor.main.getByRole('link', { name: 'Previous', exact: true })).toBeVisible();
  const notes = await Notes.ofShown(visitor.page, '.bulk-open [data-picked]', '50 selected');
  const times: Shown[] = [];
  const all = visitor.main.getByRole('checkbox', { name: 'Select everyone on this page' });
  for (let turn = 0; turn < TIMES; turn += 1) {
    await all.check();
    times.push(await notes.next());
    await all.uncheck();
  }
  figures.push(inNextFrame('all of a page are selected', times));
});

function inNextFrame(what: string, times: Shown[]): Figure {
  const frame = p50(times.map((time) => time.frame));
  return {
    what: `${what}, median of ${times.length}`,
    reach: 'in the next frame',
    measured: `${frame} ${frame === 1 ? 'frame' : 'frames'}, drawn after ${ms(p50(times.map((time) => time.ms)))}`,
    reached: frame === 1,
  };
}

test('many steps', async ({ visit, setup }) => {
  // Without fading: it takes most of the time of a step.
  const visitor = await visit(OWNER, { reducedMotion: 'reduce' });
  await visitor.page.addInitScript(keepMemory);
  await visitor.open(`${await setup.account(OWNER)}/contacts`);
  const notes = await Notes.ofSteps(visitor.page);
  const devtools = await Devtools.of(visitor.page);
  const walk = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      for (const entry of ['My Services', 'Domains', 'Activity', 'Manage Contacts']) {
        await visitor.go(entry);
        await notes.next();
      }
      await next(visitor);
      await notes.next();
    }
    await visitor.page.waitForTimeout(QUIET_MS);
    return { ...(await devtools.held()), memory: await memory(visitor.page) };
  };
  const few = await walk(2);
  const many = await walk(38);
  const grown = [many.heap / few.heap, many.nodes / few.nodes, many.listeners / few.listeners, many.memory / few.memory];
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  figures.push({
    what: 'heap, nodes, listeners and memory of the WASM after 200 steps, garbage collected, beside those after 10',
    reach: 'at most 1.2 times',
    measured: `${grown.map((times) => times.toFixed(2)).join(', ')} times (${mb(many.heap)}, ${many.nodes}, ${many.listeners}, ${mb(many.memory)})`,
    reached: grown.every((times) => times <= 1.2),
  });
});

test('revocation', async ({ visit, setup }) => {
  const account = await setup.account(OWNER);
  const list = await (await setup.session(OWNER)).get(`${account}/contacts?search=${TAB.email}`);
  const id = new RegExp(`href="${account}/contacts/([\\w-]{36})"`).exec(await list.text())?.[1];
  const visitor = await visit(TAB);
  await visitor.open(`${account}/services`);
  const notes = await Notes.ofPresence(visitor.page, '#main [data-gone]');
  const times: number[] = [];
  for (let turn = 0; turn < REVOCATIONS; turn += 1) {
    const begun = Date.now();
    await move(setup, `${account}/contacts/${id}`, 'suspend', OWNER);
    times.push((await notes.next()) - begun);
    await move(setup, `${account}/contacts/${id}`, 'reactivate', OWNER);
    await notes.next();
  }
  const worst = percentile(99, times);
  figures.push({
    what: `a right taken away, until the open tab shows another page, p99 of ${REVOCATIONS}`,
    reach: 'under 1 s',
    measured: `${ms(worst)} (p50 ${ms(p50(times))})`,
    reached: worst < 1_000,
  });
});
