import { expect, test } from '../support/test.ts';

// The main pages as those get them who hear them: the same with and without scripts.

test('sign-in, heard', async ({ visit }) => {
  const nobody = await visit();
  await nobody.open('/sign-in');
  await expect(nobody.page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - link "Portico"
      - heading "Sign in" [level=1]
      - paragraph: to Portico
      - textbox "Email address"
      - textbox "Password"
      - button "Sign in"
      - paragraph:
        - link "Forgot your password?"
      - paragraph:
        - text: Trouble signing in?
        - link /.+@.+/
    - status "Messages"
  `);
});

test('the dashboard, heard', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(account);
  await expect(owner.page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to content"
    - banner:
      - link "Portico"
      - button "Olivia Brandt"
    - navigation "Main menu":
      - list:
        - listitem:
          - link "Dashboard"
        - listitem:
          - link "My Services"
        - listitem:
          - link "Domains"
        - listitem:
          - link "Billing & Payment"
        - listitem:
          - link "Support"
        - listitem:
          - link "Data Center"
        - listitem:
          - link "Order"
        - listitem:
          - list "Account":
            - listitem:
              - link "Manage Contacts"
            - listitem:
              - link "Activity"
    - main:
      - heading "Demo Hosting GmbH" [level=1]
      - list:
        - listitem:
          - link /\\d+ Active services/
        - listitem:
          - link /\\d+ Domain names/
        - listitem:
          - link /\\d+ Unpaid invoices/
        - listitem:
          - link /\\d+ People on this account/
      - heading "Needs you" [level=2]
      - list:
        - listitem:
          - link "Open Invoice DH-1012"
        - listitem:
          - link "Open demo-campaign.example"
      - heading "Next twelve months" [level=2]
      - img "Next twelve months"
      - table "Next twelve months":
        - rowgroup:
          - row:
            - columnheader "Month"
            - columnheader "Expires"
            - columnheader "To pay"
      - heading "My Services" [level=2]
      - list:
        - listitem:
          - paragraph:
            - link "web-01"
      - heading "Invoices by month" [level=2]
      - img /€.+ in the last twelve months/
      - heading "Recent activity" [level=2]
      - heading "What you can do here" [level=2]
      - list:
        - listitem:
          - link "Order"
        - listitem:
          - link "Support"
        - listitem:
          - link "Data Center"
    - contentinfo:
      - link /.+@.+/
    - status "Messages"
  `);
});

test('the list of contacts, heard', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts?search=accountant@demo`);
  await expect(owner.main).toMatchAriaSnapshot(`
    - main:
      - heading "Contacts" [level=1]
      - paragraph: People with access to this account.
      - link "Add New Contact"
      - link "Invite User"
      - navigation "Contacts":
        - link "People"
        - link /Requests/
        - link "Notifications"
        - link "Roles"
        - link "Owners"
      - search:
        - searchbox "Search names and addresses": accountant@demo
        - combobox "Access":
          - option "Any access" [selected]
          - option "Owners"
        - link "Clear filters"
      - navigation "People by status":
        - link "All 1"
        - link "Active 1"
        - link "Download CSV"
      - table "Contacts":
        - rowgroup:
          - row:
            - columnheader "Name":
              - link "Name"
            - columnheader "Email":
              - link "Email"
            - columnheader "Access"
            - columnheader "Notifications"
            - columnheader "Status":
              - link "Status"
            - columnheader "Last sign-in":
              - link "Last sign-in"
            - columnheader "Actions"
        - rowgroup:
          - row:
            - cell:
              - checkbox "Select Anna Keller"
            - rowheader "Anna Keller":
              - link "Anna Keller"
            - cell "accountant@demo.example"
            - cell "Accounting"
            - cell:
              - link "View Notifications"
            - cell "Active"
            - cell
            - cell:
              - button "Actions for Anna Keller"
      - navigation "Pages":
        - paragraph: 1 person
  `);
});

test('the form for a new contact, heard', async ({ visit, account }) => {
  const owner = await visit('owner');
  await owner.open(`${account}/contacts/new`);
  await expect(owner.main).toMatchAriaSnapshot(`
    - main:
      - link "Contacts"
      - heading "Add New Contact" [level=1]
      - textbox "First name"
      - textbox "Last name"
      - textbox "Email address"
      - group "Sign-in":
        - checkbox "Activate Sub-Account" [checked]
        - textbox "Password"
        - checkbox "Notify the contact?" [checked]
      - heading "Privileges" [level=2]
      - paragraph: /Give only the services and features this person needs/
      - group "Template":
        - radio "None" [checked]
        - radio "One service"
        - radio "Accounting"
      - group "Roles":
        - checkbox "Manager"
        - checkbox "Technical"
        - checkbox "Billing"
        - checkbox "Purchasing"
        - checkbox "Visitation"
      - heading "Services" [level=2]
      - checkbox "Show as table"
      - table "Services":
        - rowgroup:
          - row:
            - rowheader /^All services/
      - heading "Account areas" [level=2]
      - group "Services":
        - heading "Services" [level=3]
      - group "Domains":
        - heading "Domains" [level=3]
      - group "Billing":
        - heading "Billing" [level=3]
      - group "Support requests":
        - heading "Support requests" [level=3]
      - group "Account administration":
        - heading "Account administration" [level=3]
      - group "No function yet":
        - heading "No function yet" [level=3]
      - heading "What this person will see" [level=2]
      - heading "In the menu" [level=3]
      - heading "Can’t open" [level=3]
      - heading "Can" [level=3]
      - button "Submit"
      - link "Cancel"
  `);
});

test('the chooser of accounts, heard', async ({ visit }) => {
  const manager = await visit('manager');
  await manager.open('/accounts');
  await expect(manager.page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to content"
    - banner:
      - link "Portico"
      - button "Management Mode"
      - button "Mara Lindqvist"
    - navigation "Main menu":
      - list:
        - listitem:
          - link "All accounts"
        - listitem:
          - link "My Account"
        - listitem:
          - link "Security"
    - main:
      - heading "Accounts" [level=1]
      - paragraph: Choose the account you want to open.
      - list:
        - listitem:
          - link "Blue Heron Studio Manager, Technical"
          - button "Pin Blue Heron Studio"
          - button "Actions for Blue Heron Studio"
        - listitem:
          - link /^Café Sol/
          - list:
            - listitem:
              - link "1 service expiring or expired"
        - listitem:
          - link "Demo Hosting GmbH Manager"
        - listitem:
          - link "Nordwind Agency Owner"
    - status "Messages"
  `);
});
