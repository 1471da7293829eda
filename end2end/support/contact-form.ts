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

/** The form that adds and edits contacts. */
export class ContactForm {
  constructor(private readonly visitor: Visitor) {}

  text(label: string): Locator {
    return this.visitor.main.getByRole('textbox', { name: label, exact: true });
  }

  get password(): Locator {
    return this.visitor.main.getByLabel('Password', { exact: true });
  }

  box(label: string): Locator {
    return this.visitor.main.getByRole('checkbox', { name: label, exact: true });
  }

  operation(operation: string, service: string): Locator {
    return this.box(`${operation} on ${service}`);
  }

  get template(): Locator {
    return this.visitor.main.getByRole('combobox', { name: 'Template' });
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
    await this.template.selectOption({ label: name });
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
