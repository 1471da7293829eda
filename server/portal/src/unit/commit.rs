//! The end of a unit: all that a change writes beside its rows, and the commit of it.

use crate::base::error::Failure;
use crate::unit::audit::AuditEvent;
use crate::unit::live::Publication;
use crate::unit::mail_limits;
use crate::unit::notices;
use crate::unit::outbox::Mail;
use crate::unit::{Unit, audit, jobs, outbox, submissions};
use domain::access::Permit;
use domain::error::PortalError;
use serde::Serialize;

impl Unit<'_> {
    /// Writes down what was done and commits everything. Consumes the permit, which must be one to write.
    pub(crate) async fn commit<T: Serialize>(self, permit: Permit, value: T, event: AuditEvent) -> Result<T, Failure> {
        permit.to_write()?;
        let chain = permit.account().to_string();
        self.finish(&chain, value, event).await
    }

    /// The same for what a person does to their own sign-in or details, on no account. Asks for the session again: it
    /// may have ended while the form arrived (SECURITY I4).
    pub(crate) async fn commit_own<T: Serialize>(mut self, value: T, event: AuditEvent) -> Result<T, Failure> {
        self.session_lives().await?;
        self.counts()?;
        self.finish(audit::INSTALLATION, value, event).await
    }

    /// The same for what needs no session, or ends it: the operator's deeds, links for a password, signing in and out.
    pub async fn commit_without_session<T: Serialize>(self, value: T, event: AuditEvent) -> Result<T, Failure> {
        self.finish(audit::INSTALLATION, value, event).await
    }

    /// Refuses the change and keeps what was counted, which must be all that the unit has written.
    pub(crate) async fn refuse(self, why: PortalError) -> Failure {
        match self.transaction.commit().await {
            Ok(()) => why.into(),
            Err(error) => error.into(),
        }
    }

    /// Keeps how far a job has come, that something was asked for which is done already, or where a link of one session
    /// leads. That must be all that the unit has written: nothing that anybody sees of the account has changed.
    pub(crate) async fn commit_progress<T: Serialize>(mut self, value: T) -> Result<T, Failure> {
        self.write_submission(&value).await?;
        self.count().await?;
        let rings = self.write_jobs().await?;
        self.transaction.commit().await?;
        if rings {
            // Either lane may have it.
            self.job_bell.notify_one();
            self.order_bell.notify_one();
        }
        Ok(value)
    }

    /// The outcome of the submission, for whoever sends it again.
    async fn write_submission<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        let (now, Some(submission)) = (self.now(), self.submission) else { return Ok(()) };
        submissions::write(self.connection(), submission, serde_json::to_string(value)?, now).await
    }

    /// The mails that are within their limits. Counted in the order of their recipients, so that of two units one waits.
    async fn write_mails(&mut self) -> Result<(), Failure> {
        let now = self.now();
        let mut mails: Vec<(usize, Mail)> = std::mem::take(&mut self.mails).into_iter().enumerate().collect();
        mails.sort_by(|(_, one), (_, other)| one.recipient.cmp(&other.recipient));
        let mut admitted = Vec::with_capacity(mails.len());
        for (place, mail) in mails {
            if mail_limits::admit(self, &mail).await? {
                admitted.push((place, mail));
            }
        }
        admitted.sort_by_key(|(place, _)| *place);
        for (_, mail) in admitted {
            outbox::queue(self.connection(), now, mail, None).await?;
        }
        Ok(())
    }

    /// Whether there were any.
    async fn write_jobs(&mut self) -> Result<bool, Failure> {
        let (now, mut queued) = (self.now(), std::mem::take(&mut self.jobs));
        queued.sort_by(|one, other| one.order().cmp(&other.order()));
        let rings = !queued.is_empty();
        for job in queued {
            jobs::queue(self.connection(), now, job).await?;
        }
        Ok(rings)
    }

    async fn finish<T: Serialize>(mut self, chain: &str, value: T, event: AuditEvent) -> Result<T, Failure> {
        // Before it is counted: the same form sent twice at once waits here, and is answered as a retry.
        self.write_submission(&value).await?;
        self.count().await?;
        let publication = Publication::of(&mut self, chain, &event).await?;
        let rings = !self.mails.is_empty();
        self.write_mails().await?;
        for notice in std::mem::take(&mut self.notices) {
            notices::queue(&mut self, notice).await?;
        }
        let works = self.write_jobs().await?;
        // INVARIANT: after whatever has limits, and after jobs. Everybody who commits waits for the head, and its holder for
        // nobody but those who tell open tabs.
        audit::write(&mut self, chain, event).await?;
        let tells = publication.write(&mut self).await?;
        self.transaction.commit().await?;
        if rings {
            self.mail_bell.notify_one();
        }
        if tells {
            self.live_bell.notify_one();
        }
        if works {
            // Either lane may have it.
            self.job_bell.notify_one();
            self.order_bell.notify_one();
        }
        Ok(value)
    }
}
