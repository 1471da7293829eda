//! A row of the outbox as a mail with typed headers: nothing in a name or an address starts a header of its own.

use crate::base::error::StoredError;
use domain::time::Timestamp;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};
use std::time::{Duration, SystemTime};

/// A mail taken from the outbox.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct OutboxRecord {
    pub(crate) id: String,
    pub(crate) message_id: String,
    pub(crate) recipient: String,
    pub(crate) subject: String,
    pub(crate) text_body: String,
    pub(crate) html_body: String,
    pub(crate) created_at: i64,
    pub(crate) account_id: Option<String>,
    pub(crate) contact_id: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) about_contact: Option<String>,
    pub(crate) access_request_id: Option<String>,
}

/// The mail as it goes out. The same row makes the same Message-ID and date at every try.
pub(crate) fn message(record: &OutboxRecord, from: &Mailbox) -> Result<Message, StoredError> {
    let malformed = |what: &str| StoredError(format!("mail {}: {what}", record.id));
    if record.subject.chars().any(char::is_control) || record.message_id.chars().any(|c| !c.is_ascii_graphic()) {
        return Err(malformed("a header has more than one line"));
    }
    let to = address(&record.recipient).ok_or_else(|| malformed("the recipient is no address"))?;
    // Autoresponders and mailing lists leave it alone (RFC 3834).
    let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(record.subject.clone())
        .message_id(Some(format!("<{}>", record.message_id)))
        .date(date(Timestamp(record.created_at)))
        .raw_header(automatic)
        .multipart(MultiPart::alternative_plain_html(record.text_body.clone(), record.html_body.clone()))
        .map_err(|error| malformed(&error.to_string()))
}

/// The address as typed, with an international domain in the form that every mail server takes.
fn address(typed: &str) -> Option<Address> {
    let (local, domain) = typed.trim().rsplit_once('@')?;
    let domain = idna::domain_to_ascii_strict(domain.trim_end_matches('.')).ok()?;
    Address::new(local, domain).ok()
}

fn date(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> OutboxRecord {
        OutboxRecord {
            id: "1".to_owned(),
            message_id: "1@portico".to_owned(),
            recipient: "jörg@bücher.example".to_owned(),
            subject: "Grüße".to_owned(),
            text_body: "Hallo".to_owned(),
            html_body: "<p>Hallo</p>".to_owned(),
            created_at: 1_767_225_599_000,
            account_id: None,
            contact_id: None,
            category: None,
            about_contact: None,
            access_request_id: None,
        }
    }

    fn written(record: &OutboxRecord) -> Result<String, StoredError> {
        let from: Mailbox = "Portico <noreply@portico.example>".parse().expect("a mailbox");
        message(record, &from).map(|message| String::from_utf8(message.formatted()).expect("ASCII"))
    }

    #[test]
    fn a_mail_has_the_headers_it_should_and_no_others() {
        let mail = written(&record()).expect("a mail");
        let (head, _) = mail.split_once("\r\n\r\n").expect("a head");
        let mut names: Vec<&str> = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .filter_map(|line| line.split_once(':').map(|(name, _)| name))
            .collect();
        names.sort_unstable();
        assert_eq!(
            names,
            ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"],
            "{head}"
        );
        assert!(head.contains("Message-ID: <1@portico>"), "{head}");
        assert!(head.contains("Date: Wed, 31 Dec 2025 23:59:59 +0000"), "{head}");
        assert!(head.contains("xn--bcher-kva.example"), "{head}");
    }

    #[test]
    fn what_would_start_a_header_is_refused() {
        for subject in ["a\r\nBcc: all@evil.example", "a\nb", "a\0b"] {
            assert!(written(&OutboxRecord { subject: subject.to_owned(), ..record() }).is_err(), "{subject:?}");
        }
        for recipient in ["", "a@b.example\r\nBcc: all@evil.example", "a@b.example, all@evil.example", "<a@b.example>"]
        {
            assert!(written(&OutboxRecord { recipient: recipient.to_owned(), ..record() }).is_err(), "{recipient:?}");
        }
        let message_id = "1>\r\nBcc: all@evil.example".to_owned();
        assert!(written(&OutboxRecord { message_id, ..record() }).is_err());
    }
}
