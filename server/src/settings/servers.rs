//! The servers that the portal speaks to: how, and where else than on this machine only with verified TLS.

use super::reader::{Given, Reader};
use domain::text::Secret;
use portal::base::transport::{self, Plaintext};

impl Reader {
    pub(super) fn database_url(&mut self) -> Option<Secret> {
        let in_file = self.file.database_url.take().map(|text| ("database_url", text));
        let Given { text, from } = self.given(None, "DATABASE_URL", in_file)?;
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            self.problem(&from, "it must begin with postgres://; without it the embedded database is used");
            return None;
        }
        let url = transport::database_url(&text, plaintext(self.file.database.allow_plaintext));
        url.map_err(|problem| self.problem(&from, problem)).ok()
    }

    pub(super) fn smtp_url(&mut self) -> Option<Secret> {
        let in_file = self.file.mail.smtp_url.take().map(|text| ("mail.smtp_url", text));
        let Given { text, from } = self.given(None, "PORTICO_SMTP_URL", in_file)?;
        if !text.starts_with("smtp://") && !text.starts_with("smtps://") {
            self.problem(&from, "it must begin with smtps:// or smtp://");
            return None;
        }
        let url = transport::mail_url(&text, plaintext(self.file.mail.allow_plaintext));
        url.map_err(|problem| self.problem(&from, problem)).ok()
    }
}

const fn plaintext(allowed: bool) -> Plaintext {
    if allowed { Plaintext::Allowed } else { Plaintext::Refused }
}
