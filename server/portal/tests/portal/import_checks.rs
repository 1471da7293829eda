//! What an import refuses: every bad line is named, and nothing is loaded.

use crate::support::for_each_database;
use crate::support::import::{SMALL, loaded, problems, rows};

#[test]
fn every_bad_line_is_reported_with_its_field_and_nothing_is_loaded() {
    for_each_database(async |world| {
        let text = r#"{"type":"account","id":"t:acct","name":"Test Ltd","currency":"euro"}
{"type":"account","id":"t:two","name":"Two Ltd","currency":"EUR","colour":"red"}
{"type":"account","id":"t:three","name":"Three Ltd","currency":"EUR"}
{"type":"person","id":"t:p1","email":"no address","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p2","email":"p2@test.example","first_name":"A\u202e","last_name":""}
{"type":"person","id":"t:p3","email":"P2@test.example","first_name":"A","last_name":"B","password_hash":"hunter2","password_by":"me"}
{"type":"person","id":"t:p4","email":"x@test.example","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p5","email":"X@TEST.example.","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c1","account":"t:three","person":"t:p4","owner":"boss"}
{"type":"contact","id":"t:c2","account":"t:three","person":"t:nobody"}
{"type":"contact","id":"t:c3","account":"t:three","email":"c@test.example","first_name":"A","last_name":"B","privileges":["billing.everything"]}
{"type":"contact","id":"t:c4","account":"t:nowhere","email":"c@test.example","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c5","account":"t:three","person":"t:p4","services":{"t:s1":["svc.console"],"t:s9":[]}}
{"type":"service","id":"t:s1","account":"t:three","name":"mail","product":"Mail","kind":"hosting","status":"active","expires":"soon"}
{"type":"service","id":"t:s2","account":"t:three","name":"rack","product":"Rack","kind":"colocation","status":"active"}
{"type":"contact","id":"t:c6","account":"t:three","person":"t:p5","services":{"t:s2":["svc.console","svc.power"]},"phone":"call me"}
{"type":"service","id":"t:s2","account":"t:three","name":"again","product":"Rack","kind":"colocation","status":"active"}
{"type":"invoice","id":"t:i1","account":"t:three","number":"1","status":"paid","issued":"2026-01-01","total_minor":1.5,"currency":"EUR"}
{"type":"invoice","id":"t:i2","account":"t:three","number":"1","status":"paid","issued":"2026-01-01","total_minor":15,"currency":"USD"}
{"type":"thing","id":"t:x"}
[1]
{"type":
{"type":"contact","id":"t:c7","account":"t:three","email":"c7@test.example","first_name":"A","last_name":"B","state":"active"}"#;
        let found = problems(&world, text).await;
        let expected = [
            r#"test.jsonl:1: field "currency": not a currency code of three capital letters"#,
            r#"test.jsonl:2: field "colour": unknown field"#,
            r#"test.jsonl:4: field "email": not an email address"#,
            r#"test.jsonl:5: field "first_name": has control, invisible or direction-turning characters"#,
            r#"test.jsonl:5: field "last_name": empty"#,
            r#"test.jsonl:6: field "password_by": "me" is not one of self, other"#,
            r#"test.jsonl:6: field "password_hash": not an argon2 or bcrypt hash, or one that costs too much to check"#,
            r#"test.jsonl:8: field "email": the same address as in line 7 of test.jsonl"#,
            r#"test.jsonl:9: field "owner": "boss" is not one of legal, co"#,
            r#"test.jsonl:10: field "person": there is no person t:nobody"#,
            r#"test.jsonl:11: field "privileges": unknown key "billing.everything""#,
            r#"test.jsonl:12: field "account": there is no account t:nowhere"#,
            r#"test.jsonl:13: field "services.t:s9": there is no service t:s9"#,
            r#"test.jsonl:14: field "expires": neither YYYY-MM-DD nor RFC 3339"#,
            r#"test.jsonl:16: field "phone": not a telephone number"#,
            r#"test.jsonl:16: field "services.t:s2": a service of its kind has no svc.console"#,
            r#"test.jsonl:17: field "id": line 15 of test.jsonl is about the same service"#,
            r#"test.jsonl:18: field "total_minor": not a whole number"#,
            r#"test.jsonl:19: field "currency": the account's currency is EUR"#,
            r#"test.jsonl:20: field "type": not one of account, person, contact, service, domain, invoice"#,
            "test.jsonl:21: not a JSON object",
            "test.jsonl:22: not JSON, column 8",
            r#"test.jsonl:23: field "state": a contact that is active needs a person"#,
        ];
        for line in expected {
            assert!(found.iter().any(|problem| problem == line), "missing: {line}\nfound:\n{}", found.join("\n"));
        }
        assert_eq!(found.len(), expected.len(), "{}", found.join("\n"));
        assert_eq!(rows(&world).await.iter().sum::<i64>(), 0);
    });
}

#[test]
fn a_nul_in_a_text_is_a_problem_of_its_line() {
    for_each_database(async |world| {
        let text = r#"{"type":"account","id":"t:a","name":"A\u0000","currency":"EUR"}
{"type":"account","id":"t:\u0000","name":"A","currency":"EUR"}
{"type":"person","id":"t:p1","email":"p\u0000@test.example","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p2","email":"p2@test.example","first_name":"A\u0000","last_name":"B"}
{"type":"person","id":"t:p3","email":"p3@test.example","first_name":"A","last_name":"B","time_zone":"Europe/Berlin\u0000"}
{"type":"contact","id":"t:c1","account":"t:b","email":"c\u0000@test.example","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c2","account":"t:b","email":"c2@test.example","first_name":"A","last_name":"B","note":"two\n\u0000"}
{"type":"contact","id":"t:c3","account":"t:b","email":"c3@test.example","first_name":"A","last_name":"B","phone":"\u0000"}
{"type":"service","id":"t:s","account":"t:b","name":"web\u0000","product":"VPS","kind":"vps","status":"active"}
{"type":"invoice","id":"t:i","account":"t:b","number":"1\u0000","status":"paid","issued":"2026-01-01","total_minor":1,"currency":"EUR"}
{"type":"account","id":"t:b","name":"B","currency":"EUR"}"#;
        let found = problems(&world, text).await;
        for line in 1..=10 {
            let place = format!("test.jsonl:{line}: ");
            assert!(found.iter().any(|problem| problem.starts_with(&place)), "{place}\n{}", found.join("\n"));
        }
    });
}

#[test]
fn an_account_has_exactly_one_legal_owner() {
    for_each_database(async |world| {
        let none = SMALL.replace(r#","owner":"legal""#, "");
        assert_eq!(
            problems(&world, &none).await,
            [r#"test.jsonl:2: field "id": no contact is the legal owner of this account"#]
        );
        let two = SMALL.replace(r#""person":"t:tech""#, r#""person":"t:tech","owner":"legal""#);
        let found = problems(&world, &two).await;
        assert!(matches!(&found[..], [one] if one.contains("another legal owner")), "{found:?}");
        loaded(&world, SMALL).await;
        let gone = r#"{"type":"contact","id":"t:c-owner","account":"t:acct","person":"t:owner"}"#;
        assert!(
            problems(&world, gone).await[0].contains("the legal owner of the account, and the file names no other")
        );
        let exchanged =
            format!("{gone}\n{}", r#"{"type":"contact","id":"t:c-tech","account":"t:acct","owner":"legal"}"#);
        assert_eq!(loaded(&world, &exchanged).await.contacts.changed, 2);
    });
}

#[test]
fn an_address_stands_once_on_an_account_and_belongs_to_one_person() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let taken = r#"{"type":"contact","id":"t:c3","account":"t:acct","email":"TECH@test.example","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p3","email":"owner@test.example","first_name":"A","last_name":"B"}"#;
        assert_eq!(
            problems(&world, taken).await,
            [
                r#"test.jsonl:1: field "email": the contact Tim Tech has this address on the account"#,
                r#"test.jsonl:2: field "email": another person signs in with this address already"#,
            ]
        );
        let twice = r#"{"type":"contact","id":"t:c3","account":"t:acct","email":"new@test.example","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c4","account":"t:acct","email":"New@test.example","first_name":"A","last_name":"B"}"#;
        assert_eq!(problems(&world, twice).await.len(), 1);
        let other = r#"{"type":"contact","id":"t:c-tech","account":"t:acct","email":"else@test.example"}"#;
        assert_eq!(
            problems(&world, other).await,
            [r#"test.jsonl:1: field "email": not the address of the person, tech@test.example"#]
        );
    });
}
