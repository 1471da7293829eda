//! The way to the mail server and the database: on another machine by TLS with a verified certificate, unless the
//! operator allows plaintext by name (SECURITY T76). `smtp://` alone is plaintext, and `postgres://` alone falls back to
//! it silently.

use domain::text::Secret;
use serde::Deserialize;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use std::net::IpAddr;
use url::Url;

/// Whether a server on another machine may be spoken to without verified TLS. In settings it is `true` or `false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "bool")]
pub enum Plaintext {
    /// The start fails instead.
    #[default]
    Refused,
    /// As the address says.
    Allowed,
}

impl From<bool> for Plaintext {
    fn from(allowed: bool) -> Self {
        if allowed { Self::Allowed } else { Self::Refused }
    }
}

/// Why an address can't be used. It may hold a password, so nothing but its host is named.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is no URL of a server.
    #[error("it is not a valid URL with a host")]
    Malformed,
    /// The database's asks for too little.
    #[error(
        "its sslmode is weaker than verify-full, and {0} is another machine: use sslmode=verify-full, or set \
         database.allow_plaintext"
    )]
    WeakDatabase(String),
    /// The mail server's asks for too little.
    #[error(
        "its tls is weaker than required, and {0} is another machine: use tls=required or smtps://, or set \
         mail.allow_plaintext"
    )]
    WeakMail(String),
}

/// The address of a PostgreSQL database, with `sslmode=verify-full` where the server is another machine and the address
/// says nothing.
///
/// # Errors
/// When it says less, and `plaintext` is refused.
pub(crate) fn database_url(text: &str, plaintext: Plaintext) -> Result<Secret, AddressError> {
    let mut url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
    if plaintext == Plaintext::Allowed || is_local(&understood(&url)?) {
        return Ok(Secret::new(text.to_owned()));
    }
    // In front, so that whatever the address says itself wins over it, by the driver's own rules.
    let said: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    url.query_pairs_mut().clear().append_pair("sslmode", "verify-full").extend_pairs(said);
    let options = understood(&url)?;
    match options.get_ssl_mode() {
        PgSslMode::VerifyFull => Ok(Secret::new(url.into())),
        PgSslMode::Disable | PgSslMode::Allow | PgSslMode::Prefer | PgSslMode::Require | PgSslMode::VerifyCa => {
            Err(AddressError::WeakDatabase(options.get_host().to_owned()))
        }
    }
}

/// What the driver makes of an address, with its variables (`PGHOST` and the like): two parsers would differ.
fn understood(url: &Url) -> Result<PgConnectOptions, AddressError> {
    url.as_str().parse().map_err(|_| AddressError::Malformed)
}

fn is_local(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    options.get_socket().is_some() || host.starts_with('/') || is_loopback(host)
}

/// The address of a mail server, with `tls=required` (STARTTLS or nothing) where it is another machine and the address
/// says nothing.
///
/// # Errors
/// When it says less, and `plaintext` is refused.
pub(crate) fn mail_url(text: &str, plaintext: Plaintext) -> Result<Secret, AddressError> {
    let mut url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or(AddressError::Malformed)?.to_owned();
    let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
    let is_verified = url.scheme() == "smtps" || tls.as_deref() == Some("required");
    if is_verified || plaintext == Plaintext::Allowed || is_loopback(&host) {
        return Ok(Secret::new(text.to_owned()));
    }
    if tls.is_some() {
        return Err(AddressError::WeakMail(host));
    }
    url.query_pairs_mut().append_pair("tls", "required");
    Ok(Secret::new(url.into()))
}

/// Whether a host, as it stands in a URL, is this machine.
pub fn is_loopback(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn database(text: &str) -> Result<String, AddressError> {
        database_url(text, Plaintext::Refused).map(|url| url.expose().to_owned())
    }

    fn mail(text: &str) -> Result<String, AddressError> {
        mail_url(text, Plaintext::Refused).map(|url| url.expose().to_owned())
    }

    #[test]
    fn a_database_on_another_machine_is_verified() {
        for (text, used) in [
            ("postgres://u:p@db.example/x", "postgres://u:p@db.example/x?sslmode=verify-full"),
            ("postgresql://db.example:6432", "postgresql://db.example:6432?sslmode=verify-full"),
            ("postgres://db.example/x?user=a%26b", "postgres://db.example/x?sslmode=verify-full&user=a%26b"),
            ("postgres://localhost/x?host=db.example", "postgres://localhost/x?sslmode=verify-full&host=db.example"),
            (
                "postgres://10.0.0.5/x?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "postgres://10.0.0.5/x?sslmode=verify-full&sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem",
            ),
            ("postgres://127.0.0.1.example/x", "postgres://127.0.0.1.example/x?sslmode=verify-full"),
        ] {
            assert_eq!(database(text).as_deref(), Ok(used), "{text}");
        }
    }

    #[test]
    fn a_weaker_way_to_a_database_on_another_machine_is_refused() {
        for mode in ["disable", "allow", "prefer", "require", "verify-ca", "PREFER"] {
            for key in ["sslmode", "ssl-mode"] {
                let text = format!("postgres://u:p@db.example/x?{key}={mode}");
                assert_eq!(database(&text), Err(AddressError::WeakDatabase("db.example".to_owned())), "{text}");
                let allowed = database_url(&text, Plaintext::Allowed).map(|url| url.expose().to_owned());
                assert_eq!(allowed, Ok(text));
            }
        }
        let twice = "postgres://db.example/x?sslmode=verify-full&sslmode=disable";
        assert_eq!(database(twice), Err(AddressError::WeakDatabase("db.example".to_owned())));
    }

    #[test]
    fn a_database_on_this_machine_is_free() {
        for text in [
            "postgres://localhost/x",
            "postgres://LocalHost:5433/x?sslmode=disable",
            "postgres://u:p@127.0.0.1/x",
            "postgres://[::1]/x",
            "postgres:///x?host=/run/postgresql",
            "postgres://%2Frun%2Fpostgresql/x",
        ] {
            assert_eq!(database(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_mail_server_on_another_machine_is_verified() {
        for (text, used) in [
            ("smtp://u:p@mail.example", "smtp://u:p@mail.example?tls=required"),
            ("smtp://mail.example:2525/me", "smtp://mail.example:2525/me?tls=required"),
            ("smtp://mail.example?tls=required", "smtp://mail.example?tls=required"),
            ("smtps://u:p@mail.example", "smtps://u:p@mail.example"),
            ("smtp://[2001:db8::1]", "smtp://[2001:db8::1]?tls=required"),
        ] {
            assert_eq!(mail(text).as_deref(), Ok(used), "{text}");
        }
    }

    #[test]
    fn a_weaker_way_to_a_mail_server_on_another_machine_is_refused() {
        for tls in ["opportunistic", "none", ""] {
            let text = format!("smtp://u:p@mail.example?tls={tls}");
            assert_eq!(mail(&text), Err(AddressError::WeakMail("mail.example".to_owned())), "{text}");
        }
        for text in ["smtp://mail.example", "smtp://mail.example?tls=opportunistic"] {
            let allowed = mail_url(text, Plaintext::Allowed);
            assert_eq!(allowed.map(|url| url.expose().to_owned()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_mail_server_on_this_machine_is_free() {
        for text in ["smtp://localhost", "smtp://127.0.0.1:25", "smtp://[::1]:25", "smtp://localhost?tls=opportunistic"]
        {
            assert_eq!(mail(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_address_is_refused_without_showing_it() {
        for text in ["smtp://", "smtp://u:hunter2@", "smtp://u:hunter2@mail.example:port"] {
            let problem = mail(text).expect_err("it is refused").to_string();
            assert!(!problem.contains("hunter2"), "{problem}");
        }
        for text in ["postgres://u:hunter2@db.example:port/x", "postgres://u:hunter2@db.example/x?sslmode=sure"] {
            let problem = database(text).expect_err("it is refused").to_string();
            assert!(!problem.contains("hunter2"), "{problem}");
        }
    }
}
