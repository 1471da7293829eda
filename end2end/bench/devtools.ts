import type { CDPSession, Page } from '@playwright/test';

/** What Chromium itself counts of a page. Times are in milliseconds of the main thread, from the start of `Devtools` on. */
export class Devtools {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Devtools> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Devtools(session);
  }

  /** Makes the processor so many times slower. */
  async slow(rate: number): Promise<void> {
    await this.session.send('Emulation.setCPUThrottlingRate', { rate });
  }

  async work(): Promise<{ script: number; layout: number; style: number; all: number }> {
    const count = await this.counters();
    const spent = (name: string) => count(name) * 1_000;
    return {
      script: spent('ScriptDuration'),
      layout: spent('LayoutDuration'),
      style: spent('RecalcStyleDuration'),
      all: spent('TaskDuration'),
    };
  }

  /** What the page holds once garbage is collected. */
  async held(): Promise<{ heap: number; nodes: number; listeners: number }> {
    // What the first round lets go of may have held more.
    for (let round = 0; round < 3; round += 1) await this.session.send('HeapProfiler.collectGarbage');
    const count = await this.counters();
    return { heap: count('JSHeapUsedSize'), nodes: count('Nodes'), listeners: count('JSEventListeners') };
  }

  private async counters(): Promise<(name: string) => number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (name) => {
      const metric = metrics.find((metric) => metric.name === name);
      if (!metric) throw new Error(`Chromium does not count ${name}`);
      return metric.value;
    };
  }
}

/** Runs before the scripts of a document: keeps what tells how much memory its programs take. */
export function keepMemory(): void {
  const original = WebAssembly.instantiateStreaming;
  const programs: WebAssembly.Memory[] = [];
  WebAssembly.instantiateStreaming = async (...args: Parameters<typeof original>) => {
    const result = await original(...args);
    programs.push(result.instance.exports.memory as WebAssembly.Memory);
    return result;
  };
  Object.assign(window, { programs });
}

/** How many bytes they take, of which nothing is ever given back. */
export function memory(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { programs } = window as unknown as { programs: WebAssembly.Memory[] };
    return programs.reduce((sum, program) => sum + program.buffer.byteLength, 0);
  });
}
