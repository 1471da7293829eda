//! The people of a world: who signs in, with which password, and by which link.

use crate::support::{PASSWORD, World, credentials, secret, token_of, visitor};
use domain::caller::{Caller, NewSession, Principal};
use domain::error::PortalError;
use domain::person::{Forgot, ResetPassword};
use domain::text::Secret;
use domain::time::Timestamp;

impl World {
    /// Sets a password with a mailed link.
    pub async fn set_password(&self, token: &Secret, password: &str, now: Timestamp) -> Result<(), PortalError> {
        let (password, again) = (secret(password), secret(password));
        self.people().reset_password(&visitor(now), ResetPassword { token: token.clone(), password, again }).await
    }

    /// Signs in from one place.
    pub async fn sign_in(&self, email: &str, password: &str, now: Timestamp) -> Result<NewSession, PortalError> {
        self.people().sign_in(&visitor(now), credentials(email, password)).await
    }

    /// Whoever has this token, as the session middleware makes them.
    pub async fn caller(&self, token: &Secret, now: Timestamp) -> Option<Caller> {
        let signed_in = self.portal().sessions.resolve(token.expose(), now).await.expect("the database answers")?;
        Some(Caller { principal: Principal::Person(signed_in), ..visitor(now) })
    }

    /// Somebody signed in with [`PASSWORD`].
    pub async fn signed_in(&self, email: &str, now: Timestamp) -> Caller {
        let session = self.sign_in(email, PASSWORD, now).await.expect("the password is right");
        self.caller(&session.token, now).await.expect("the session lives")
    }

    /// Asks for a link to set a password, and takes it from the outbox.
    pub async fn ask_for_link(&self, email: &str, now: Timestamp) -> Secret {
        self.people().forgot(&visitor(now), Forgot { email: email.to_owned() }).await.expect("it is asked for");
        let mails = self.outbox().await;
        let link = mails.iter().find_map(|mail| mail.text.lines().find(|line| line.contains("/reset/")));
        token_of(link.expect("a mail has a link"))
    }
}
