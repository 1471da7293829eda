import { Complaints } from './complaints.ts';
import { expect, test as base } from './test.ts';

export { expect };

interface Fixtures {
  tolerated: RegExp[];
  /** What this test breaks on purpose: browsers may complain of it. */
  tolerate: (complaint: RegExp) => void;
}

/** For tests that break something on purpose. Any other complaint fails them as ever. */
export const test = base.extend<Fixtures>({
  tolerated: async ({}, use) => use([]),

  tolerate: async ({ tolerated }, use) => use((complaint) => void tolerated.push(complaint)),

  complaints: async ({ js, tolerated }, use) => {
    const complaints = new Complaints(js);
    await use(complaints);
    const others = complaints.all().filter((complaint) => !tolerated.some((one) => one.test(complaint)));
    expect(others, 'what the browsers complained about').toEqual([]);
  },
});
