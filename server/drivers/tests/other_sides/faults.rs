//! Other sides that hang, answer nonsense, late or twice, break off, or lead elsewhere.

use crate::stand_in::{Reply, StandIn};
use crate::{ABLE, Called, NOW, driver, order, parts, progress};
use domain::provisioning::callbacks::{Report, Reports as _};
use domain::provisioning::{Abilities, DriverError, FailureReason, PanelVisit, Progress, Provisioner as _};
use drivers::contract::machine;
use drivers::webhook::{Retries, Webhook};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

fn json(status: u16, body: impl Into<String>) -> Reply {
    Reply::Json(status, body.into())
}

fn raw(text: &str) -> Reply {
    Reply::Raw(text.as_bytes().to_vec())
}

/// What came of handing an order over to somebody who answers like that, and how often they were asked.
async fn handed(reply: Reply) -> (Result<Progress, DriverError>, usize) {
    let stand_in = StandIn::always(reply).await;
    let outcome = driver(&stand_in.url()).carry_out(&order(1)).await;
    (outcome, stand_in.heard().len())
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_not_asked_for_again() {
    let done = progress(&order(1), r#""state": "done""#);
    let length = done.len();
    let head = |more: &str| format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n{more}\r\n{done}");
    for (case, reply) in [
        ("no JSON", json(200, "done")),
        ("half of it", json(200, &done[..length - 1])),
        ("a field too many", json(200, progress(&order(1), r#""state": "done", "precent": 1"#))),
        ("another order", json(200, progress(&order(2), r#""state": "done""#))),
        ("an empty body", json(200, "")),
        ("too much", json(200, " ".repeat(300 * 1024))),
        ("no type", raw(&head(""))),
        ("another type", raw(&head("content-type: text/html\r\n"))),
        ("compressed", raw(&head("content-type: application/json\r\ncontent-encoding: gzip\r\n"))),
        ("no HTTP", raw("220 mail.example ESMTP\r\n")),
        ("too many headers", raw(&head(&"a: b\r\n".repeat(200)))),
        ("a head too large", raw(&head(&format!("a: {}\r\n", "b".repeat(64 * 1024))))),
        ("created", json(201, done.as_str())),
        ("nothing", raw("HTTP/1.1 204 No Content\r\n\r\n")),
        ("no such path", json(404, done.as_str())),
        ("a bad request", json(400, r#"{"message": "what?"}"#)),
        ("a refusal without a reason", json(422, "{}")),
    ] {
        let (outcome, asked) = handed(reply).await;
        assert!(matches!(outcome, Err(DriverError::Nonsense(_))), "{case}: {outcome:?}");
        assert_eq!(asked, 1, "{case}");
    }
    let chunked =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n";
    let reply = raw(&format!("{chunked}{length:x}\r\n{done}\r\n0\r\n\r\n"));
    assert_eq!(handed(reply).await, (Ok(Progress::Done), 1));
}

#[tokio::test]
async fn a_redirect_leads_nowhere() {
    let done = progress(&order(1), r#""state": "done""#);
    let elsewhere = StandIn::always(json(200, done.as_str())).await;
    for status in [301, 302, 303, 307, 308] {
        let (outcome, asked) = handed(raw(&format!(
            "HTTP/1.1 {status} Elsewhere\r\nlocation: {}/orders\r\ncontent-length: 0\r\n\r\n",
            elsewhere.url()
        )))
        .await;
        assert!(matches!(&outcome, Err(DriverError::Nonsense(cause)) if cause.contains("redirect")), "{outcome:?}");
        assert_eq!(asked, 1);
    }
    assert!(elsewhere.heard().is_empty());
}

#[tokio::test]
async fn a_refusal_says_that_nothing_has_begun() {
    let refused = handed(json(422, r#"{"reason": "busy", "message": "a backup\nis made"}"#)).await;
    let busy = DriverError::Refused(FailureReason::Busy, "a backup is made".to_owned());
    assert_eq!(refused, (Err(busy), 1));
    for status in [401, 403] {
        let (outcome, _) = handed(raw(&format!("HTTP/1.1 {status} No\r\ncontent-length: 0\r\n\r\n"))).await;
        assert!(matches!(outcome, Err(DriverError::Refused(FailureReason::Unreachable, _))), "{outcome:?}");
    }
    // It says nothing of an order that was handed over.
    for reply in [json(422, r#"{"reason": "busy"}"#), json(401, ""), json(403, "")] {
        let stand_in = StandIn::always(reply).await;
        let outcome = driver(&stand_in.url()).inquire(&order(1)).await;
        assert!(matches!(outcome, Err(DriverError::Nonsense(_))), "{outcome:?}");
    }
    // After a try that may have arrived, that is not certain any more.
    let stand_in = StandIn::new(|number, _| if number == 0 { Reply::Close } else { json(401, "") }).await;
    let outcome = driver(&stand_in.url()).carry_out(&order(1)).await;
    assert!(matches!(outcome, Err(DriverError::Nonsense(_))), "{outcome:?}");
}

#[tokio::test]
async fn what_passes_is_tried_again_as_the_same_order_signed_anew() {
    let stand_in = StandIn::new(|number, _| match number {
        0 => Reply::Close,
        1 => json(503, ""),
        _ => json(202, progress(&order(1), r#""state": "running", "percent": 5"#)),
    })
    .await;
    let outcome = driver(&stand_in.url()).carry_out(&order(1)).await;
    assert_eq!(outcome, Ok(Progress::Running { percent: Some(5) }));
    let heard = stand_in.heard();
    let different = |name: &str| heard.iter().map(|asked| asked.header(name).to_owned()).collect::<BTreeSet<_>>().len();
    assert_eq!((heard.len(), different("idempotency-key")), (3, 1));
    assert_eq!((different("portico-nonce"), different("portico-signature")), (3, 3));
    assert!(heard.iter().all(|asked| asked.body == heard[0].body));
}

#[tokio::test]
async fn what_does_not_pass_may_have_begun() {
    for reply in [Reply::Close, json(503, ""), json(500, "{}"), json(429, ""), raw("HTTP/1.1 200 OK\r\ncontent-le")] {
        let (outcome, asked) = handed(reply).await;
        assert!(matches!(outcome, Err(DriverError::NoAnswer(_))), "{outcome:?}");
        assert_eq!(asked, 3);
    }
    // An answer that breaks off in its middle.
    let half = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"order\"";
    assert!(matches!(handed(raw(half)).await.0, Err(DriverError::NoAnswer(_))));
}

#[tokio::test]
async fn nobody_there_means_that_nothing_has_begun() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let outcome = driver(&format!("http://{closed}")).carry_out(&order(1)).await;
    assert!(matches!(outcome, Err(DriverError::NotReached(_))), "{outcome:?}");
    // TLS where there is none.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let plain = driver(&format!("https://{}", listener.local_addr().unwrap()));
    let closing = async {
        while let Ok((stream, _)) = listener.accept().await {
            drop(stream);
        }
    };
    let order = order(1);
    let outcome = tokio::select! {
        outcome = plain.carry_out(&order) => outcome,
        () = closing => unreachable!("it accepts for ever"),
    };
    assert!(matches!(outcome, Err(DriverError::NotReached(_))), "{outcome:?}");
}

#[tokio::test]
async fn one_that_hangs_is_left_when_its_time_is_over_and_asked_later() {
    let stand_in = StandIn::new(|number, _| match number {
        0 => Reply::Hang,
        _ => json(200, progress(&order(1), r#""state": "done""#)),
    })
    .await;
    // With as much patience between two tries as for all of them.
    let retries = Retries { most: 2, wait: Duration::from_mins(1) };
    let driver = Webhook::new(drivers::webhook::Parts { retries, ..parts(&stand_in.url()) });
    let outcome = driver.carry_out(&order(1)).await;
    assert!(matches!(outcome, Err(DriverError::NoAnswer(_))), "{outcome:?}");
    assert_eq!(stand_in.heard().len(), 1);
    tokio::time::resume();
    assert_eq!(driver.inquire(&order(1)).await, Ok(Progress::Done));
}

#[tokio::test]
async fn one_that_hangs_in_the_middle_of_an_answer_is_left_too() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let driver = driver(&format!("http://{}", listener.local_addr().unwrap()));
    let order = order(1);
    let hanging = async {
        use tokio::io::AsyncWriteExt as _;
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        tokio::time::pause();
        std::future::pending::<()>().await;
    };
    let outcome = tokio::select! {
        outcome = driver.carry_out(&order) => outcome,
        () = hanging => unreachable!("it hangs"),
    };
    assert!(matches!(outcome, Err(DriverError::NoAnswer(_))), "{outcome:?}");
}

#[tokio::test]
async fn an_end_that_was_called_back_counts_and_nobody_is_asked() {
    let stand_in = StandIn::always(Reply::Close).await;
    let called = Arc::new(Called::default());
    let driver = Webhook::new(drivers::webhook::Parts { reports: called.clone(), ..parts(&stand_in.url()) });
    let report = Report { order: order(1).id, progress: Progress::Done, nonce: "n".repeat(16), known_until: NOW };
    called.heard("own", &report, NOW).await.unwrap();
    assert_eq!(driver.inquire(&order(1)).await, Ok(Progress::Done));
    assert!(stand_in.heard().is_empty());
    assert!(driver.inquire(&order(2)).await.is_err() && !stand_in.heard().is_empty());
}

#[tokio::test]
async fn what_the_settings_deny_is_not_asked_for() {
    let stand_in = StandIn::always(Reply::Close).await;
    let abilities = Abilities::default();
    let unable = Webhook::new(drivers::webhook::Parts { abilities, ..parts(&stand_in.url()) });
    let machine = machine("vm-1");
    let visit = PanelVisit { person: "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().unwrap(), now: NOW };
    for refused in [
        unable.carry_out(&order(1)).await.err(),
        unable.images(&machine).await.err(),
        unable.backups(&machine).await.err(),
        unable.measurements(&machine, NOW).await.err(),
        unable.credentials(&machine).await.err(),
        unable.console(&machine).await.err(),
        unable.panel(&machine, &visit).await.err(),
    ] {
        assert!(matches!(refused, Some(DriverError::Refused(FailureReason::Unsupported, _))), "{refused:?}");
    }
    // A name that would be another path.
    let outcome = driver(&stand_in.url()).observe(&drivers::contract::machine("..")).await;
    assert!(matches!(outcome, Err(DriverError::Refused(FailureReason::MachineGone, _))), "{outcome:?}");
    assert!(stand_in.heard().is_empty() && ABLE.power);
}

#[tokio::test]
async fn a_console_is_where_the_driver_may_connect_to() {
    for (host, allowed) in [("127.0.0.1", true), ("10.0.0.1", false), ("169.254.169.254", false), ("192.0.2.1", false)]
    {
        let stand_in = StandIn::always(json(200, format!(r#"{{"host": "{host}", "port": 5900}}"#))).await;
        let console = driver(&stand_in.url()).console(&machine("vm-1")).await;
        assert_eq!(console.is_ok(), allowed, "{console:?}");
    }
}
