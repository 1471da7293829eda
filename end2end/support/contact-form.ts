import { type Locator, expect } from '@playwright/test';
import type { Person } from './people.ts';
import type { Visitor } from './visitor.ts';

/** The operations on services, as the form names them. */
export const OPERATIONS = [
  'Power Management',
  'Rebuild',
  'View Console',
  'VNC Console',
  'Create Backups',
  'Restore Backups',
  'Network',
  'Service Passwords',
  'Service Panel',
  'Upgrade and Downgrade',
  'Request Cancellation',
  'Renew',
] as const;

/** Opens whatever a control is folded away in: details, and the row of a service. */
async function unfold(control: Locator): Promise<void> {
  await control.waitFor({ state: 'attached' });
  const folds = control.locator('xpath=ancestor::details[not(@open)]/summary');
  while ((await folds.count()) > 0) await folds.first().click();
  const row = control.locator('xpath=ancestor::tr').locator('.row-open');
  if (!(await control.isVisible()) && (await row.count()) > 0) await row.check();
}

/** A control that may be folded away: it is unfolded by whatever is done to it. */
function folded(control: Locator): Locator {
  const after = <A extends unknown[]>(deed: (...given: A) => Promise<void>) => async (...given: A) => {
    await unfold(control);
    await deed.apply(control, given);
  };
  return Object.assign(Object.create(control) as Locator, {
    check: after(control.check),
    uncheck: after(control.uncheck),
    fill: after(control.fill),
    focus: after(control.focus),
  });
}

/** The form that adds and edits contacts. */
export class ContactForm {
  constructor(private readonly visitor: Visitor) {}

  text(label: string): Locator {
    return folded(this.visitor.main.getByRole('textbox', { name: label, exact: true, includeHidden: true }));
  }

  get password(): Locator {
    return this.visitor.main.getByLabel('Password', { exact: true });
  }

  box(label: string): Locator {
    return folded(this.visitor.main.getByRole('checkbox', { name: label, exact: true, includeHidden: true }));
  }

  operation(operation: string, service: string): Locator {
    return this.box(`${operation} on ${service}`);
  }

  /** The cards of the templates. */
  get template(): Locator {
    return this.visitor.main.getByRole('group', { name: 'Template', exact: true });
  }

  /** How much of a service: None, Power, Operate or Full. A living page has it. */
  level(level: string, service: string): Locator {
    return this.visitor.main.getByRole('radiogroup', { name: service, exact: true }).getByRole('radio', { name: level, exact: true });
  }

  /** What stands beside the form: what the person will see, can and cannot. */
  get outlook(): Locator {
    return this.visitor.main.locator('.outlook');
  }

  async fillDetails({ firstName, lastName, email }: Pick<Person, 'firstName' | 'lastName' | 'email'>): Promise<void> {
    await this.text('First name').fill(firstName);
    await this.text('Last name').fill(lastName);
    await this.text('Email address').fill(email);
  }

  /** Activate Sub-Account with a password: last of all, since passwords do not come back from the server. */
  async activate(password: string): Promise<void> {
    await this.box('Activate Sub-Account').check();
    await this.password.fill(password);
  }

  /**
   * Picks a template. On a living page its ticks appear at once; else the first Submit brings the form back with them,
   * to be looked at and submitted again.
   */
  async pickTemplate(name: string): Promise<void> {
    await this.template.getByRole('radio', { name, exact: true }).check();
    if (!this.visitor.js) {
      await this.submit();
      await expect(this.visitor.main.getByText('The template is filled in.').first()).toBeVisible();
    }
  }

  /** Unticks every operation on all services. */
  async untickAllServices(): Promise<void> {
    for (const operation of [...OPERATIONS].reverse()) {
      const box = this.operation(operation, 'All services');
      // From the last one: the VNC Console holds View Console ticked and locked until it is unticked itself.
      if (await box.isChecked()) await box.uncheck();
    }
  }

  submit(): Promise<void> {
    return this.visitor.press('Submit');
  }

  /** What is said to be wrong with a field. */
  async expectProblem(field: Locator, problem: string | RegExp): Promise<void> {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(problem);
  }
}
