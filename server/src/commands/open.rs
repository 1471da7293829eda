//! Opens what lies behind the pages.

use super::Failed;
use crate::backend::{Backend, Mail, Mailbox, Sessions};
use crate::settings::{PublicUrl, Settings};
use domain::id::{PersonId, SessionId};
use domain::live::SessionStanding;
use domain::ports::{Answer, SignedIn};
use domain::time::Timestamp;
use portal::Opened;
use std::sync::Arc;

/// How many mails `/dev/outbox` shows.
const MAILS: u16 = 200;

/// Opens the database and brings it to this version's schema.
pub async fn open(settings: &Settings, public_url: &PublicUrl) -> Result<Arc<Opened>, Failed> {
    let config = portal::Config { public_url: public_url.origin(), ..settings.portal.clone() };
    Ok(Arc::new(portal::open(config).await?))
}

/// What the pages need of the open portal.
pub fn backend(opened: &Arc<Opened>) -> Backend {
    let opened = || Arc::new(Open(Arc::clone(opened)));
    Backend { ports: opened().0.ports.clone(), sessions: opened(), mailbox: Some(opened()) }
}

struct Open(Arc<Opened>);

impl Sessions for Open {
    fn resolve<'a>(&'a self, token: &'a str, now: Timestamp) -> Answer<'a, Option<SignedIn>> {
        Box::pin(self.0.sessions.resolve(token, now))
    }

    fn look<'a>(&'a self, token: &'a str, now: Timestamp) -> Answer<'a, Option<SignedIn>> {
        Box::pin(self.0.sessions.look(token, now))
    }

    fn standing<'a>(&'a self, session: SessionId, token: &'a str, now: Timestamp) -> Answer<'a, SessionStanding> {
        Box::pin(self.0.sessions.standing(session, token, now))
    }

    fn last_person<'a>(&'a self, token: &'a str) -> Answer<'a, Option<PersonId>> {
        Box::pin(self.0.sessions.last_person(token))
    }
}

impl Mailbox for Open {
    fn list(&self) -> Answer<'_, Vec<Mail>> {
        Box::pin(async {
            let mails = self.0.outbox(MAILS).await?.into_iter();
            Ok(mails
                .map(|mail| Mail { id: mail.id, to: mail.to, subject: mail.subject, text: mail.text, at: mail.at })
                .collect())
        })
    }
}
