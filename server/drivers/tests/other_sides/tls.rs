//! Over TLS: only whom the settings or the browsers' authorities vouch for is spoken to.

use crate::{driver, order, parts, progress};
use domain::provisioning::{DriverError, Progress, Provisioner as _};
use drivers::client::{Client, Target};
use drivers::webhook::{ANSWER_MAX, Parts, Webhook};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// A key and a certificate for it, by itself, as the tool of the system makes them.
fn certificate(directory: &Path, name: &str) -> (Vec<u8>, Vec<u8>) {
    let (key, certificate) = (directory.join("key.pem"), directory.join("certificate.pem"));
    // Without what the system's own settings add.
    let settings = directory.join("settings");
    std::fs::write(&settings, "[req]\ndistinguished_name = dn\n[dn]\n").unwrap();
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"])
        .args(["-subj", "/CN=test", "-addext", &format!("subjectAltName={name}")])
        .args(["-addext", "basicConstraints=critical,CA:FALSE", "-config"])
        .arg(&settings)
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .output()
        .expect("openssl is there");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (std::fs::read(key).unwrap(), std::fs::read(certificate).unwrap())
}

#[tokio::test]
async fn only_whom_an_authority_vouches_for_is_spoken_to() {
    let directory = tempfile::tempdir().unwrap();
    let (key, certificate) = certificate(directory.path(), "DNS:localhost");
    let chain: Vec<_> = CertificateDer::pem_slice_iter(&certificate).map(Result::unwrap).collect();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(chain, PrivateKeyDer::from_pem_slice(&key).unwrap());
    let acceptor = TlsAcceptor::from(Arc::new(config.unwrap()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let body = progress(&order(1), r#""state": "done""#);
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    let serving = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut head = [0; 4096];
            let _ = stream.read(&mut head).await;
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    });
    let of = |url: &str, authorities: &[u8]| {
        let client = Client::new(Target::parse(url, false).unwrap(), Some(authorities), ANSWER_MAX).unwrap();
        Webhook::new(Parts { client, ..parts(url) })
    };
    let url = format!("https://localhost:{port}");
    assert_eq!(of(&url, &certificate).carry_out(&order(1)).await, Ok(Progress::Done));
    // Another name, and nobody who vouches for it.
    let other = of(&format!("https://127.0.0.1:{port}"), &certificate).carry_out(&order(1)).await;
    assert!(matches!(other, Err(DriverError::NotReached(_))), "{other:?}");
    let unknown = driver(&url).carry_out(&order(1)).await;
    assert!(matches!(unknown, Err(DriverError::NotReached(_))), "{unknown:?}");
    serving.abort();
    let nothing = Client::new(Target::parse(&url, false).unwrap(), Some(b"no certificate"), ANSWER_MAX);
    assert!(nothing.is_err());
}
