/** A row of the table, as `server/benches/figures/figure.rs` prints it. */
export interface Figure {
  what: string;
  /** What it should reach; empty for what stands there for comparison only. */
  reach: string;
  measured: string;
  /** Whether that is within reach. */
  reached: boolean;
}

export function print(figures: Figure[]): void {
  const rows = figures.map(({ what, reach, measured, reached }) => `| ${what} | ${reach} | ${measured} | ${reached ? 'reached' : 'missed'} |`);
  console.log(['', '| what | reach | measured | |', '| --- | --- | --- | --- |', ...rows, ''].join('\n'));
}

/** The value that so many of 100 are below. */
export function percentile(percent: number, values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function p50(values: number[]): number {
  return percentile(50, values);
}

export function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
