import { demo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('S0.29 a browser that prefers German is answered in German, from sign-in to the list', async ({ visit, account }) => {
  const visitor = await visit(undefined, { locale: 'de-DE' });
  await visitor.open(`${account}/contacts`);
  await visitor.expectHeading('Anmelden');
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'de');
  const { email, password } = demo('readonly');
  await visitor.page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(email);
  await visitor.page.getByLabel('Passwort', { exact: true }).fill('falsch');
  await visitor.press('Anmelden');
  await expect(visitor.main.getByText('E-Mail-Adresse oder Passwort ist falsch.').first()).toBeVisible();
  await visitor.page.getByLabel('Passwort', { exact: true }).fill(password);
  await visitor.press('Anmelden');
  await visitor.expectHeading('Darauf haben Sie keinen Zugriff');
  await expect(visitor.page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Meine Dienste' })).toBeVisible();
});

test('S0.29 S0.11 the form for contacts is German for a German owner, and sends the same', async ({ visit, account }) => {
  const owner = await visit('owner', { locale: 'de-DE' });
  await owner.open(`${account}/contacts/new`);
  await owner.expectHeading('Neuen Kontakt hinzufügen');
  await owner.press('Absenden');
  await expect(owner.main.getByRole('alert')).toContainText('Aufmerksamkeit');
  await expect(owner.page.getByRole('textbox', { name: 'Vorname' })).toBeFocused();
});
