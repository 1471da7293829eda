//! Signing in, beside the hash alone that it must compute.

use crate::figure::{Figure, Times, ms, ratio};
use crate::serving::Server;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};
use import::DEMO_PASSWORD;

const TURNS: usize = 100;

/// Both in turn.
pub fn figure(server: &Server) -> Figure {
    // The default costs are those that the portal hashes with.
    let argon2 = Argon2::default();
    let kept = argon2.hash_password(DEMO_PASSWORD.as_bytes()).unwrap().to_string();
    let kept = PasswordHash::new(&kept).unwrap();
    assert!(kept.to_string().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    let (mut raw, mut whole) = (Times::none(), Times::none());
    for _ in 0..TURNS {
        raw.add(|| argon2.verify_password(DEMO_PASSWORD.as_bytes(), &kept).unwrap());
        whole.add(|| server.sign_in());
    }
    let times = ratio(whole.p50(), raw.p50());
    Figure {
        what: "sign-in over HTTP, p50".to_owned(),
        reach: "at most 1.25 times the raw argon2 time",
        measured: format!("{times:.2} times ({}; argon2 {})", ms(whole.p50()), ms(raw.p50())),
        reached: Some(times <= 1.25),
    }
}
