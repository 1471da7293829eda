//! The outbox and its worker: nothing is lost, nothing goes to whoever is no contact any more.

mod worker;

use crate::support::behind::Rows;
use crate::support::{START, World, for_each_database, for_each_database_with, secret, visitor};
use domain::person::Forgot;
use domain::time::Timestamp;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::mpsc;

const OWNER: &str = "owner@example.com";

/// A world with one mail, about a password, in the outbox.
async fn with_a_mail(world: &World) {
    world.account_of(OWNER).await;
    world.forget_mails().await;
    world.people().forgot(&visitor(START), Forgot { email: OWNER.to_owned() }).await.expect("asked");
}

async fn deliver(world: &World, now: Timestamp) -> usize {
    world.portal().jobs.run_due(now).await.expect("the database answers").mails
}

fn files(world: &World) -> Vec<PathBuf> {
    let Ok(folder) = std::fs::read_dir(world.data().join("mail")) else { return Vec::new() };
    folder.map(|entry| entry.expect("an entry").path()).collect()
}

#[test]
fn the_mail_server_s_password_does_not_show() {
    for_each_database_with(
        |config| {
            config.mail.smtp_url = Some(secret("smtp://portal:hunter2@127.0.0.1:1"));
            config.database.url = config.database.url.take().or_else(|| Some(secret("sqlite::memory:?hunter2")));
            assert!(!format!("{config:?}").contains("hunter2"), "{config:?}");
            config.mail.smtp_url = None;
            config.database.url = config.database.url.take().filter(|url| !url.expose().contains("hunter2"));
        },
        async |_| {},
    );
}

#[test]
fn without_a_mail_server_mails_become_private_files() {
    for_each_database(async |world| {
        with_a_mail(&world).await;
        assert_eq!(deliver(&world, START).await, 1);
        assert_eq!(deliver(&world, START).await, 0, "once is enough");
        let written = files(&world);
        assert_eq!(written.len(), 1);
        let mail = std::fs::read_to_string(&written[0]).expect("a file");
        assert!(mail.contains("To: owner@example.com\r\n"), "{mail}");
        assert!(mail.contains("Auto-Submitted: auto-generated\r\n"), "{mail}");
        let mode = |path: &std::path::Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(mode(&written[0]), 0o600);
        assert_eq!(mode(&world.data().join("mail")), 0o700);
        assert_eq!(world.outbox().await.len(), 1, "the outbox page shows it still");
    });
}

#[test]
fn mails_survive_a_refused_server() {
    for_each_database_with(
        |config| config.mail.smtp_url = Some(secret("smtp://127.0.0.1:1")),
        async |mut world| {
            with_a_mail(&world).await;
            assert_eq!(deliver(&world, START).await, 0);
            assert_eq!(world.number("SELECT due_at FROM outbox").await, START.plus_seconds(60).0);
            world.restart(|config| config.mail.smtp_url = None).await;
            assert_eq!(deliver(&world, START.plus_seconds(59)).await, 0, "too soon");
            assert_eq!(deliver(&world, START.plus_seconds(60)).await, 1);
            assert_eq!(files(&world).len(), 1);
        },
    );
}

#[test]
fn a_mail_is_tried_six_times_and_kept_when_given_up() {
    for_each_database_with(
        |config| config.mail.smtp_url = Some(secret("smtp://127.0.0.1:1")),
        async |world| {
            with_a_mail(&world).await;
            let mut now = START;
            for wait in [60, 300, 1_800, 7_200, 43_200] {
                deliver(&world, now).await;
                now = now.plus_seconds(wait);
                assert_eq!(world.number("SELECT due_at FROM outbox WHERE dead_at IS NULL").await, now.0);
            }
            deliver(&world, now).await;
            assert_eq!(world.number("SELECT attempts FROM outbox WHERE dead_at IS NOT NULL").await, 6);
            assert_eq!(world.outbox().await.len(), 1);
        },
    );
}

#[test]
fn a_mail_given_up_keeps_its_text_for_a_day_and_its_row_for_a_month() {
    for_each_database(async |world| {
        with_a_mail(&world).await;
        world.execute("UPDATE outbox SET dead_at = created_at, last_error = '550'").await;
        let with_a_link = "SELECT COUNT(*) FROM outbox WHERE text_body LIKE '%/reset/%'";
        world.sweep(START.plus_seconds(86_399)).await;
        assert_eq!(world.number(with_a_link).await, 1, "an operator may send it after all");
        world.sweep(START.plus_seconds(86_400)).await;
        assert_eq!(world.text("SELECT subject || text_body || html_body FROM outbox").await, "");
        let kept = world.text("SELECT recipient || ' ' || template || ' ' || last_error FROM outbox").await;
        assert_eq!(kept, "owner@example.com reset_password 550");
        world.sweep(START.plus_seconds(30 * 86_400)).await;
        assert_eq!(world.count(Rows::Mails).await, 0);
    });
}

#[test]
fn a_sent_mail_is_known_for_a_month() {
    for_each_database(async |world| {
        with_a_mail(&world).await;
        deliver(&world, START).await;
        world.sweep(Timestamp(START.plus_seconds(30 * 86_400).0 - 1)).await;
        assert_eq!(world.outbox().await.len(), 1);
        world.sweep(START.plus_seconds(30 * 86_400)).await;
        assert_eq!(world.outbox().await.len(), 0);
    });
}

#[test]
fn a_mail_goes_to_nobody_who_is_no_contact_any_more() {
    for_each_database(async |world| {
        for change in [
            "UPDATE contacts SET owner = NULL, rank = 1, state = 'suspended'",
            "UPDATE contacts SET owner = NULL, rank = 1, state = 'deleted', deleted_at = 1",
        ] {
            world.execute("DELETE FROM tokens").await;
            world.forget_mails().await;
            world.forget_attempts().await;
            world.execute("DELETE FROM contact_versions").await;
            world.execute("DELETE FROM contacts").await;
            with_a_mail(&world).await;
            world
                .execute(
                    "UPDATE outbox SET account_id = (SELECT account_id FROM contacts), \
                     contact_id = (SELECT id FROM contacts)",
                )
                .await;
            world.execute(change).await;
            assert_eq!(deliver(&world, START).await, 0, "{change}");
            assert_eq!(world.why_a_mail_failed().await, "dropped: the recipient has no right to it any more");
        }
        assert!(files(&world).is_empty());
    });
}

#[test]
fn a_mail_goes_to_those_who_wait_or_are_on_the_account_and_not_to_whom_it_is_closed() {
    for_each_database(async |world| {
        with_a_mail(&world).await;
        // The clock stands at 1767225600000.
        for (change, sent) in [
            ("UPDATE contacts SET owner = NULL, rank = 1, ends_at = 1767225600001", 1),
            ("UPDATE contacts SET ends_at = 1767225600000", 0),
            ("UPDATE contacts SET state = 'contact_only', ends_at = NULL", 1),
            ("UPDATE contacts SET state = 'pending', ends_at = 1767225600001", 1),
            ("UPDATE contacts SET ends_at = 1767225600000", 0),
            ("UPDATE contacts SET state = 'declined', ends_at = NULL", 0),
        ] {
            world.execute(change).await;
            world
                .execute(
                    "UPDATE outbox SET account_id = (SELECT account_id FROM contacts), \
                     contact_id = (SELECT id FROM contacts), sent_at = NULL, dead_at = NULL, leased_until = 0",
                )
                .await;
            assert_eq!(deliver(&world, START).await, sent, "{change}");
        }
    });
}

/// A mail server for so many connections, answering the end of each mail's data with the next of `answers`.
fn mail_server(answers: &'static [&'static str]) -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("smtp://{}", listener.local_addr().expect("an address"));
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (stream, _) = listener.accept().expect("a connection");
            let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
            let mut writer = stream;
            let mut say = |text: &str| writer.write_all(format!("{text}\r\n").as_bytes()).expect("written");
            say("220 test");
            let (mut line, mut data, mut in_data) = (String::new(), String::new(), false);
            while reader.read_line(&mut line).is_ok_and(|read| read > 0) {
                if in_data && line == ".\r\n" {
                    in_data = false;
                    say(answer);
                } else if in_data {
                    data.push_str(&line);
                } else if line.starts_with("DATA") {
                    in_data = true;
                    say("354 go on");
                } else if line.starts_with("QUIT") {
                    say("221 bye");
                    break;
                } else {
                    say("250 ok");
                }
                line.clear();
                if !data.is_empty() && !in_data {
                    break;
                }
            }
            sender.send(data).expect("somebody listens");
        }
    });
    (url, receiver)
}

#[test]
fn a_mail_put_off_by_the_server_goes_again_as_the_same_mail() {
    for_each_database(async |mut world| {
        let (url, mails) = mail_server(&["451 later", "250 taken"]);
        world.restart(|config| config.mail.smtp_url = Some(secret(&url))).await;
        with_a_mail(&world).await;
        assert_eq!(deliver(&world, START).await, 0);
        assert_eq!(deliver(&world, START.plus_seconds(60)).await, 1);
        let id =
            |mail: &str| mail.lines().find(|line| line.starts_with("Message-ID:")).expect("a Message-ID").to_owned();
        let (first, second) = (mails.recv().expect("a mail"), mails.recv().expect("a mail"));
        assert_eq!(id(&first), id(&second));
        let kept = world.number("SELECT COUNT(*) FROM outbox WHERE text_body LIKE '%/reset/%'").await;
        assert_eq!(kept, 0, "the link is not kept once the mail is out");
    });
}
