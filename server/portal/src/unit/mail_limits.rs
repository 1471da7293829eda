//! How many mails one person can cause: counted where mails are queued, in the transaction that queues them.
//!
//! - To one mailbox of others: twenty a day.
//! - To addresses that nobody has proved: two hundred a day in all. What is sent to typed addresses counts here whoever has
//!   them, so that a refusal tells nothing of them.
//! - To their own mailbox: of each kind twenty a day, and five while the address is not proved. One kind does not use up
//!   another: many sign-ins hide no change of password.
//! - Whoever made a login for an address of others can sign in with it. So the first mail of a day to an unproved address
//!   counts as one of the invitations of the account that made the login.
//! - What warns somebody of what was done with their own login has the limits of their mailbox alone, so that nobody else
//!   uses them up. An account's share of first mails is another one for these, and beyond it the act is refused: what they
//!   warn of does not happen unsaid.
//!
//! What nobody signed in causes (a forgotten password) has limits of its own.

use crate::base::canon;
use crate::base::error::Failure;
use crate::mail::letter::Over;
use crate::unit::Unit;
use crate::unit::attempts::{self, Key};
use crate::unit::outbox::Mail;
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::{AccountId, PersonId};

/// Mails of one kind a day to one's own mailbox.
const OWN_PROVED: i64 = 20;
/// The same while nobody has proved the address.
const OWN_UNPROVED: i64 = 5;

/// Whose mailbox it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// That of the person who causes the mail.
    Own,
    Others,
}

/// A mailbox that the person signed in causes mails to.
pub(crate) struct Mailbox {
    by: PersonId,
    email_key: String,
    whose: Whose,
    pub(crate) proved: bool,
    /// The account that made the login, if one did.
    made_by: Option<AccountId>,
}

impl Mailbox {
    /// `None` when nobody is signed in.
    pub(crate) async fn of(unit: &mut Unit<'_>, address: &str) -> Result<Option<Self>, Failure> {
        let Some(by) = unit.caller().signed_in().map(|signed_in| signed_in.person) else { return Ok(None) };
        let email_key = EmailAddress::parse(address)
            .and_then(|address| canon::email_key(&address))
            .unwrap_or_else(|_| canon::fold(address));
        let row: Option<(String, Option<String>, Option<i64>)> =
            sqlx::query_as("SELECT id, made_by_account, verified_at FROM persons WHERE email_key = $1")
                .bind(&email_key)
                .fetch_optional(unit.connection())
                .await?;
        let (whose, made_by, verified_at) = match row {
            Some((id, made_by, verified_at)) if id == by.to_string() => (Whose::Own, made_by, verified_at),
            Some((_, made_by, verified_at)) => (Whose::Others, made_by, verified_at),
            None => (Whose::Others, None, None),
        };
        let made_by = made_by.as_deref().map(str::parse::<AccountId>).transpose()?;
        Ok(Some(Self { by, email_key, whose, proved: verified_at.is_some(), made_by }))
    }

    /// Counts a mail to others; why not, when it is over a limit.
    pub(crate) async fn count_to_others(&self, unit: &mut Unit<'_>) -> Result<Option<PortalError>, Failure> {
        if self.whose == Whose::Own {
            return Ok(None);
        }
        attempts::over(unit, &Key::mailbox(self.by, &self.email_key)).await
    }

    /// Counts a mail among those to addresses that nobody has proved.
    pub(crate) async fn count_as_unproved(&self, unit: &mut Unit<'_>) -> Result<Option<PortalError>, Failure> {
        attempts::over(unit, &Key::unproved(self.by)).await
    }

    async fn count_to_oneself(&self, unit: &mut Unit<'_>, letter: &str) -> Result<Option<PortalError>, Failure> {
        match self.count_own(unit, letter).await? {
            None => self.count_first_of_day(unit, Key::invitations).await,
            over => Ok(over),
        }
    }

    /// Counts a mail of a kind to this mailbox, whoever causes it.
    async fn count_own(&self, unit: &mut Unit<'_>, letter: &str) -> Result<Option<PortalError>, Failure> {
        let free = if self.proved { OWN_PROVED } else { OWN_UNPROVED };
        attempts::over(unit, &Key::own_mailbox(letter, &self.email_key, free)).await
    }

    /// Counts the first mail of a day to an unproved address with the account that made its login.
    async fn count_first_of_day(
        &self,
        unit: &mut Unit<'_>,
        share: impl FnOnce(AccountId) -> Key,
    ) -> Result<Option<PortalError>, Failure> {
        let Some(account) = self.made_by.filter(|_| !self.proved) else { return Ok(None) };
        let first = Key::first_of_day(&self.email_key);
        if attempts::wait_until(unit, &first).await?.is_some() {
            return Ok(None);
        }
        let over = attempts::over(unit, &share(account)).await?;
        if over.is_none() {
            attempts::over(unit, &first).await?;
        }
        Ok(over)
    }
}

/// Counts a mail, and says whether it is to be queued.
///
/// # Errors
/// `TooMany` when it is over a limit and the mail is what was asked for, or warns of it.
pub(crate) async fn admit(unit: &mut Unit<'_>, mail: &Mail) -> Result<bool, Failure> {
    if let Some(limit) = &mail.limit
        && attempts::over(unit, limit).await?.is_some()
    {
        return Ok(false);
    }
    let over = match mail.over {
        Over::Sent => return Ok(true),
        Over::Warning => warning(unit, mail).await?,
        Over::Refused | Over::Silent => over(unit, mail).await?,
    };
    match (over, mail.over) {
        (None, _) => Ok(true),
        (Some(why), Over::Refused) => Err(why.into()),
        (Some(_), Over::Silent | Over::Sent | Over::Warning) => {
            log(unit, mail.letter);
            Ok(false)
        }
    }
}

async fn over(unit: &mut Unit<'_>, mail: &Mail) -> Result<Option<PortalError>, Failure> {
    let Some(mailbox) = Mailbox::of(unit, &mail.recipient).await? else { return Ok(None) };
    let over = match mailbox.whose {
        Whose::Others => mailbox.count_to_others(unit).await?,
        Whose::Own => mailbox.count_to_oneself(unit, mail.letter).await?,
    };
    if over.is_none() && (mail.over == Over::Refused || !mailbox.proved) {
        return mailbox.count_as_unproved(unit).await;
    }
    Ok(over)
}

/// The same for one that warns: its recipient was warned often enough of this today, or not.
async fn warning(unit: &mut Unit<'_>, mail: &Mail) -> Result<Option<PortalError>, Failure> {
    let Some(mailbox) = Mailbox::of(unit, &mail.recipient).await? else { return Ok(None) };
    let over = mailbox.count_own(unit, mail.letter).await?;
    if over.is_none()
        && let Some(why) = mailbox.count_first_of_day(unit, Key::warnings).await?
    {
        return Err(why.into());
    }
    Ok(over)
}

/// Writes down that a mail is not sent.
pub(crate) fn log(unit: &Unit<'_>, letter: &str) {
    let person = unit.caller().signed_in().map(|signed_in| signed_in.person.to_string());
    tracing::warn!(request.id = %unit.caller().request, letter, person, "mail not sent: over the limit");
}
