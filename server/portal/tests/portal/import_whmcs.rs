//! Imports of a dump of WHMCS.

use crate::support::import::{LATER, export};
use crate::support::{PASSWORD, START, for_each_database};
use domain::acting::Acting;
use domain::operation::{Operation, OperationSet};
use domain::privilege::Privilege;
use import::export::Hashes;
use import::whmcs::{WhmcsOptions, import_folder};
use std::path::Path;

fn whmcs(folder: &Path) {
    let write = |name: &str, text: &str| std::fs::write(folder.join(format!("{name}.csv")), text).expect("a file");
    write(
        "tblclients",
        "id,uuid,firstname,lastname,companyname,email,phonenumber,currency,status,datecreated,email_preferences\n\
         1,u-1,Ada,Byron,O&#039;Neil &amp; Co,ada@client.example,+44.2012345678,1,Active,2019-01-01,\"{\"\"general\"\":\"\"1\"\",\"\"invoice\"\":\"\"1\"\",\"\"support\"\":\"\"0\"\"}\"\n\
         2,u-2,Bo,Solo,,bo@client.example,,2,Closed,2020-01-01,\n\
         3,u-3,Cy,Old,,ada@client.example,,1,Dormant,2020-01-01,NULL\n",
    );
    write(
        "tblusers",
        "id,first_name,last_name,email,password,language,second_factor,email_verified_at\n\
         10,Ada,Byron,ada@client.example,$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi,english,,2021-02-03 04:05:06\n\
         11,Tek,,tek@agency.example,md5hash,french,,0000-00-00 00:00:00\n",
    );
    write(
        "tblusers_clients",
        "id,auth_user_id,client_id,invite_id,owner,permissions,last_login\n\
         1,10,1,0,1,,2024-01-01 00:00:00\n\
         2,11,1,5,0,\"products,manageproducts,tickets,teleport\",NULL\n\
         3,11,2,6,0,\"orders,domains\",NULL\n\
         4,99,1,6,0,orders,NULL\n",
    );
    write(
        "tblcontacts",
        "id,userid,firstname,lastname,email,phonenumber,subaccount,generalemails,productemails,domainemails,invoiceemails,supportemails,affiliateemails\n\
         1,1,Fin,Ance,invoices@client.example,call,0,0,0,0,1,0,1\n\
         2,1,Tek,Again,TEK@agency.example,,0,0,1,1,0,0,0\n\
         3,77,No,Body,nobody@client.example,,0,1,1,1,1,1,1\n",
    );
    write(
        "tblhosting",
        "id,userid,packageid,domain,domainstatus,nextduedate,billingcycle\n\
         1,1,5,web.client.example,Active,2027-03-01,Monthly\n\
         2,1,6,,Fraud,0000-00-00,Free Account\n\
         3,2,7,old.client.example,Lost,2020-01-01,Annually\n",
    );
    write("tblproducts", "id,type,name\n5,server,VPS 8\n6,other,Licence\n");
    write(
        "tbldomains",
        "id,userid,domain,status,expirydate\n1,1,client.example,Active,2027-05-05\n2,2,gone.example,Transferred Away,2020-01-01\n",
    );
    write(
        "tblinvoices",
        "id,userid,invoicenum,date,duedate,datepaid,total,status\n\
         1,1,2024-01,2024-01-01,2024-01-15,2024-01-10 10:00:00,12.50,Paid\n\
         2,1,,2024-02-01,2024-02-15,0000-00-00 00:00:00,7.00,Collections\n\
         3,1,,2024-03-01,2024-03-15,0000-00-00 00:00:00,9.00,Draft\n",
    );
    write("tblcurrencies", "id,code,prefix\n1,GBP,x\n2,USD,$\n");
}

#[test]
fn a_dump_of_whmcs_keeps_its_people_their_rights_and_their_mail() {
    for_each_database(async |world| {
        let folder = tempfile::tempdir().expect("a folder");
        whmcs(folder.path());
        let database = world.portal().database();
        let options = WhmcsOptions::default();
        let report = import_folder(world.portal(), folder.path(), &options, START, &mut |_| {})
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((report.accounts.added, report.persons.added, report.contacts.added), (3, 3, 6));
        assert_eq!((report.services.added, report.domains.added, report.invoices.added), (3, 2, 2));
        let text = export(database, "whmcs:client-1", Hashes::Include).await;
        for line in [
            r#""name":"O'Neil & Co","status":"active","currency":"GBP""#,
            r#""password_hash":"$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi","password_by":"self","verified":true"#,
            r#""person":"whmcs:user-10","owner":"legal","state":"active""#,
            r#""notifications":["technical_maintenance","billing","user_management"]"#,
            r#""notifications":["service_access","service"]"#,
            r#""email":"invoices@client.example","notifications":["billing"]"#,
            r#""product":"VPS 8","kind":"vps","status":"active","expires":"2027-03-01""#,
            r#""number":"2","status":"unpaid","issued":"2024-02-01","due":"2024-02-15","total_minor":700,"currency":"GBP""#,
        ] {
            assert!(text.contains(line), "missing: {line}\n{text}");
        }
        let notes = report.notes.join("\n");
        for note in [
            r#"tblclients.csv:4: the status "Dormant" is unknown and taken as suspended"#,
            "tblclients.csv:3 and 1 more: no user owns this client",
            r#"tblusers.csv:3: the language "french" is not one of the portal's"#,
            "tblusers.csv:3: the password is not an argon2 or bcrypt hash",
            r#"tblusers_clients.csv:3: the permission "teleport" is unknown and gives nothing"#,
            "tblusers_clients.csv:4: operations on services were dropped",
            "tblusers_clients.csv:5: skipped: its user is not in tblusers.csv",
            "tblcontacts.csv:2: the telephone number is invalid and was dropped",
            "tblcontacts.csv:2: emails about affiliates have no counterpart",
            "tblcontacts.csv:3: joined to the contact of the client that has the same address",
            "tblcontacts.csv:4: skipped: it belongs to no client",
            r#"tblhosting.csv:4: the status "Lost" is unknown and taken as suspended"#,
            "tblinvoices.csv:4: skipped: it is a draft",
        ] {
            assert!(notes.contains(note), "missing: {note}\n{notes}");
        }
        let again =
            import_folder(world.portal(), folder.path(), &options, LATER, &mut |_| {}).await.expect("it is right");
        assert_eq!(again.written(), 0);
    });
}

#[test]
fn a_user_of_whmcs_may_do_what_they_could_and_no_more() {
    for_each_database(async |world| {
        let folder = tempfile::tempdir().expect("a folder");
        whmcs(folder.path());
        import_folder(world.portal(), folder.path(), &WhmcsOptions::default(), START, &mut |_| {})
            .await
            .expect("it is right");
        let token = world.ask_for_link("tek@agency.example", START).await;
        world.set_password(&token, PASSWORD, START).await.expect("the password does");
        let tek = world.signed_in("tek@agency.example", START).await;
        let account = world.imported_account("whmcs:client-1").await.parse().expect("an id");
        let view = world.portal().ports.accounts.open(&tek, Acting { account, viewing: None }).await.expect("it opens");
        let held = view.actor.standing.effective;
        assert!(held.has(Privilege::ServicesView) && held.has(Privilege::TicketsClose));
        assert!(!held.has(Privilege::BillingView) && !held.has(Privilege::ContactsView));
        let refused = OperationSet::of(&[Operation::Upgrade, Operation::Cancel, Operation::Renew, Operation::Sso]);
        assert_eq!(held.all_services(), OperationSet::all().minus(refused));
    });
}
