import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page by all its rules, however small, and by the size of targets, which it leaves out by itself. */
export function everything(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }));
}

/** The same by the rules that the colours of a theme change. */
export function withColours(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
}
