import { serious } from '../support/axe.ts';
import { act, find } from '../support/contacts.ts';
import { stranger } from '../support/people.ts';
import { QUARTERS } from '../support/screen.ts';
import { expect, test } from '../support/screen-test.ts';
import type { Visitor } from '../support/visitor.ts';

/** Opens the console of web-01 from the page of the service. */
async function openConsole(who: Visitor, account: string): Promise<void> {
  await who.open(`${account}/services?search=web-01`);
  await who.main.getByRole('link', { name: 'web-01' }).first().click();
  await who.page.getByRole('link', { name: 'Open console' }).click();
  await expect(who.page).toHaveURL(/\/console$/);
}

const state = (who: Visitor) => who.page.getByRole('status');

/** The colour in the middle of each quarter of what is shown. */
async function colours(who: Visitor): Promise<number[][]> {
  return who.page.locator('#screen canvas').evaluate((shown) => {
    const { width, height } = shown as HTMLCanvasElement;
    // A copy: the browser warns when the canvas itself is read often.
    const copy = Object.assign(document.createElement('canvas'), { width, height });
    const drawn = copy.getContext('2d', { willReadFrequently: true });
    drawn?.drawImage(shown as HTMLCanvasElement, 0, 0);
    return [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ].map(([x = 0, y = 0]) => Array.from(drawn?.getImageData(width * x, height * y, 1, 1).data ?? []).slice(0, 3));
  });
}

test('a console shows the screen, and types what is typed, pasted and pressed', { tag: '@js' }, async ({ visit, account, machine }) => {
  const technician = await visit('technician');
  await openConsole(technician, account);
  await expect(state(technician)).toHaveText('Connected');
  await expect.poll(() => colours(technician)).toEqual(QUARTERS.map((quarter) => [...quarter]));

  machine.keys.length = 0;
  const canvas = technician.page.locator('#screen canvas');
  await canvas.click();
  expect(machine.pointers).toBeGreaterThan(0);
  await technician.page.keyboard.type('ls');
  const pressed = () => machine.keys.filter((key) => key.down).map((key) => key.keysym);
  await expect.poll(pressed).toEqual([0x6c, 0x73]);

  machine.keys.length = 0;
  await technician.page.getByRole('button', { name: 'Send Ctrl+Alt+Del' }).click();
  await expect.poll(pressed).toEqual([0xffe3, 0xffe9, 0xffff]);

  machine.keys.length = 0;
  await technician.page.getByRole('button', { name: 'Paste text' }).click();
  const dialog = technician.page.getByRole('dialog', { name: 'Paste text as keystrokes' });
  await dialog.getByLabel('Text').fill('aB\n');
  await dialog.getByRole('button', { name: 'Type it' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(pressed).toEqual([0x61, 0xffe1, 0x42, 0xff0d]);

  // The keyboard alone gets out of the screen.
  await canvas.focus();
  await technician.page.keyboard.press('Control+Alt+Shift');
  await expect(technician.page.getByRole('button', { name: 'Send Ctrl+Alt+Del' })).toBeFocused();
  expect(await serious(technician.page)).toEqual([]);
});

test('a console that the machine closed is opened again', { tag: '@js' }, async ({ visit, account, machine }) => {
  const technician = await visit('technician');
  await openConsole(technician, account);
  await expect(state(technician)).toHaveText('Connected');
  machine.cut();
  await expect(state(technician)).toContainText('The server closed the console.');
  await technician.page.getByRole('button', { name: 'Reconnect' }).click();
  await expect(state(technician)).toHaveText('Connected');
  await expect(technician.page.getByRole('button', { name: 'Reconnect' })).toBeHidden();
});

test('a console closes when the access goes, and whoever took it reads so', { tag: '@js' }, async ({ visit, account, machine, setup }) => {
  const someone = await setup.settled(stranger('Kim'), [['change[roles][]', 'technical']]);
  const person = await visit(someone);
  await openConsole(person, account);
  await expect(state(person)).toHaveText('Connected');
  const owner = await visit('owner');
  await find(owner, account, someone.email);
  await act(owner, someone.name, 'Suspend');
  await expect(state(person)).toContainText('You can’t use this console any more');
  await expect(owner.page.getByText('1 console was closed.').first()).toBeVisible();
  await expect.poll(() => machine.viewers).toBe(0);
});

test('without JavaScript the page of a console says what it needs', { tag: '@nojs' }, async ({ visit, account }) => {
  const technician = await visit('technician');
  await openConsole(technician, account);
  await expect(technician.page.getByText('The console needs JavaScript.')).toBeVisible();
  await technician.page.getByRole('link', { name: 'Back to the service' }).click();
  await expect(technician.page).toHaveURL(/\/services\/[0-9a-f-]+$/);
});
