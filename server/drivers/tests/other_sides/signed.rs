//! What is sent is signed as the contract says, and the worked example in it is right.

use crate::contract_file::Contract;
use crate::stand_in::{Asked, Reply, StandIn};
use crate::{KEY_ID, NOW, SECRET, driver, keys, order, progress};
use domain::provisioning::{Progress, Provisioner as _};
use drivers::contract::machine;
use drivers::signing::{KEY, Message, NONCE, SIGNATURE, TIMESTAMP, Way};

/// Whether a request is signed, as another side would find out.
pub fn is_signed(asked: &Asked) -> bool {
    let Asked { method, target, body, .. } = asked;
    let timestamp = asked.header(TIMESTAMP).parse().unwrap();
    let message = Message { way: Way::Request, timestamp, nonce: asked.header(NONCE), method, target, body };
    message.is_signed(&keys(), asked.header(KEY), asked.header(SIGNATURE))
}

#[tokio::test]
async fn each_request_is_signed_with_what_is_sent() {
    let stand_in = StandIn::new(|number, _| match number {
        0 => Reply::Json(200, progress(&order(1), r#""state": "done""#)),
        _ => Reply::Json(200, r#"{"samples": []}"#.to_owned()),
    })
    .await;
    let driver = driver(&stand_in.url());
    assert_eq!(driver.carry_out(&order(1)).await, Ok(Progress::Done));
    assert_eq!(driver.measurements(&machine("a/b"), NOW).await, Ok(Vec::new()));
    let heard = stand_in.heard();
    let lines: Vec<(&str, &str)> = heard.iter().map(|asked| (asked.method.as_str(), asked.target.as_str())).collect();
    let expected = [("POST", "/portico/orders"), ("GET", "/portico/machines/a%2Fb/measurements?from=1767225600")];
    assert_eq!(lines, expected);
    for asked in &heard {
        assert!(is_signed(asked), "{asked:?}");
        assert_eq!((asked.header(TIMESTAMP), asked.header(KEY)), ("1767225600", KEY_ID));
        assert_eq!(asked.header("host"), stand_in.address.to_string());
        assert!(!asked.headers.iter().any(|(_, value)| value.contains(SECRET)));
        let mut changed = asked.clone();
        changed.body.push(b' ');
        assert!(!is_signed(&changed));
    }
}

#[test]
fn the_worked_example_is_right() {
    let contract = Contract::read();
    let example = contract.at("/x-signing-example");
    assert_eq!((example["key"].as_str(), example["secret"].as_str()), (Some(KEY_ID), Some(SECRET)));
    for (part, way) in [("request", Way::Request), ("callback", Way::Callback)] {
        let of = |name: &str| example[part][name].as_str().unwrap();
        let timestamp = example[part]["timestamp"].as_i64().unwrap();
        let (nonce, method, target, body) = (of("nonce"), of("method"), of("target"), of("body").as_bytes());
        let signature = Message { way, timestamp, nonce, method, target, body }.sign(&keys());
        assert_eq!(signature, of("signature"), "{part}");
    }
}
