//! Opening the portal: database, settings, and everything that runs on them.

use crate::accounts::AccountsUseCases;
use crate::accounts::create::{self, CreatedAccount, NewAccount};
use crate::asking::AskingUseCases;
use crate::base::db::{Database, OpenError};
use crate::base::drivers::{DriverStores, Drivers, Turns};
use crate::base::error::Failure;
use crate::base::passwords::Passwords;
use crate::contacts::ContactsUseCases;
use crate::dns::DnsUseCases;
use crate::holdings::HoldingsUseCases;
use crate::invitations::InvitationsUseCases;
use crate::jobs::Jobs;
use crate::letters;
use crate::live::{Feed, LiveUseCases};
use crate::mail::TemplateError;
use crate::notifications::NotificationsUseCases;
use crate::operations::{CarryOut, ConsolesUseCases, OperationsUseCases};
use crate::outbound::OutboundUseCases;
use crate::ownership::OwnershipUseCases;
use crate::people::PeopleUseCases;
use crate::profile::{ProfileUseCases, imported};
use crate::records::contacts;
use crate::records::driver_memory::Memory;
use crate::records::sessions::Sessions;
use crate::reports::Kept;
use crate::revoke_all::{self, Revoked};
use crate::rights::RolesUseCases;
use crate::search::SearchUseCases;
use crate::ssh_keys::SshKeysUseCases;
use crate::unit::Unit;
use crate::unit::core::{Config, Core};
use crate::unit::jobs::Job as _;
use crate::unit::long_reads::LongReads;
use crate::unit::outbox::{self, SentMail};
use domain::caller::{Caller, Principal};
use domain::error::PortalError;
use domain::id::PersonId;
use domain::ports::Portal;
use domain::provisioning::callbacks::Reports;
use domain::text::Secret;
use domain::time::Timestamp;
use std::io;
use std::sync::Arc;

/// The open portal.
pub struct Opened {
    /// The use-cases, for pages and server functions.
    pub ports: Portal,
    /// Who a session cookie belongs to.
    pub sessions: Sessions,
    /// What drivers' other sides call back.
    pub reports: Arc<dyn Reports>,
    /// What tells open tabs of changes: run it once, beside the server.
    pub feed: Feed,
    /// The worker that sends mails and carries out whatever else is queued: run it once, beside the server.
    pub jobs: Jobs,
    core: Arc<Core>,
}

/// Why the portal does not open.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database can't be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// One of the provider's mail templates can't be used.
    #[error("mail template {0}")]
    Template(#[from] TemplateError),
    /// The system gives no more threads.
    #[error("failed to start a thread: {0}")]
    Threads(io::Error),
    /// A setting for mails can't be used.
    #[error("{0}")]
    Mail(String),
    /// A driver can't be opened.
    #[error("{0}")]
    Driver(String),
}

/// Opens the portal with these settings and brings the schema up to date. `drivers` opens what runs services, on what it is
/// given to remember by.
///
/// # Errors
/// When the database or a setting can't be used; nothing is served then.
pub async fn open(
    config: Config,
    drivers: impl FnOnce(DriverStores) -> Result<Drivers, String>,
) -> Result<Opened, StartError> {
    let letters = letters::templates(&config)?;
    let database = Database::open(&config.data, config.database.url.as_ref().map(Secret::expose)).await?;
    let database = database.with_writes_per_minute(config.writes_per_minute);
    contacts::fill_surnames(&database).await.map_err(OpenError::from)?;
    let passwords = Passwords::start(config.password_work).map_err(StartError::Threads)?;
    let memory = Arc::new(Memory(database.clone()));
    let reports: Arc<dyn Reports> =
        Arc::new(Kept { database: database.clone(), language: config.provider.language, job: CarryOut::NAME });
    let stores = DriverStores { memory, reports: Arc::clone(&reports) };
    let drivers = drivers(stores).map_err(StartError::Driver)?;
    let (turns, long_reads) = (Turns::of(&drivers), LongReads::default());
    let core = Arc::new(Core { database, config, passwords, drivers, turns, letters, long_reads });
    let jobs = Jobs::open(Arc::clone(&core)).map_err(StartError::Mail)?;
    let live = LiveUseCases::open(Arc::clone(&core)).await.map_err(OpenError::from)?;
    Ok(Opened {
        feed: live.feed(),
        ports: Portal {
            profiles: Arc::new(ProfileUseCases(Arc::clone(&core))),
            people: Arc::new(PeopleUseCases(Arc::clone(&core))),
            accounts: Arc::new(AccountsUseCases(Arc::clone(&core))),
            contacts: Arc::new(ContactsUseCases(Arc::clone(&core))),
            invitations: Arc::new(InvitationsUseCases(Arc::clone(&core))),
            notifications: Arc::new(NotificationsUseCases(Arc::clone(&core))),
            roles: Arc::new(RolesUseCases(Arc::clone(&core))),
            ownership: Arc::new(OwnershipUseCases(Arc::clone(&core))),
            asking: Arc::new(AskingUseCases(Arc::clone(&core))),
            holdings: Arc::new(HoldingsUseCases(Arc::clone(&core))),
            operations: Arc::new(OperationsUseCases(Arc::clone(&core))),
            ssh_keys: Arc::new(SshKeysUseCases(Arc::clone(&core))),
            dns: Arc::new(DnsUseCases(Arc::clone(&core))),
            search: Arc::new(SearchUseCases(Arc::clone(&core))),
            live: Arc::new(live),
            outbound: Arc::new(OutboundUseCases(Arc::clone(&core))),
            consoles: Arc::new(ConsolesUseCases(Arc::clone(&core))),
        },
        sessions: Sessions(Arc::clone(&core)),
        reports,
        jobs,
        core,
    })
}

impl Opened {
    /// Makes an account with its owner, as the operator does from the command line.
    ///
    /// # Errors
    /// When something typed is invalid.
    pub async fn create_account(&self, account: &NewAccount, now: Timestamp) -> Result<CreatedAccount, PortalError> {
        create::create_account(&self.core, account, now).await
    }

    /// Ends every session, link and open offer, as the operator does after restoring a backup.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revoke_all(&self, now: Timestamp) -> Result<Revoked, PortalError> {
        revoke_all::revoke_all(&self.core, now).await
    }

    /// The latest mails, newest first, for the outbox page of a demonstration.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer.
    pub async fn outbox(&self, limit: u16) -> Result<Vec<SentMail>, PortalError> {
        outbox::latest(&self.core.database, limit).await.map_err(|failure| {
            tracing::error!(error = %failure, "failed to read the outbox");
            PortalError::Unavailable
        })
    }

    /// The operator at the command line; whoever has chosen no language is written to in the provider's.
    pub fn operator(&self, now: Timestamp) -> Caller {
        self.core.system(Principal::Operator, now)
    }

    /// Takes a sign-in from whoever only claimed its address, before an import gives it a name in another system, and tells
    /// its mailbox (SECURITY T90). Whoever proved the address keeps it.
    ///
    /// # Errors
    /// When the unit is not the operator's, or the database fails.
    pub async fn take_claim(&self, unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
        imported::take_claim(&self.core, unit, person).await
    }

    /// Ends what hangs on a person's address, before an import writes `email` in its place, and tells its mailbox
    /// (SECURITY T23).
    ///
    /// # Errors
    /// When the unit is not the operator's, or the database fails.
    pub async fn move_away(&self, unit: &mut Unit<'_>, person: PersonId, email: &str) -> Result<(), Failure> {
        imported::move_away(&self.core, unit, person, email).await
    }

    /// The database, for units.
    pub fn database(&self) -> &Database {
        &self.core.database
    }

    /// Closes every connection to the database.
    pub async fn close(&self) {
        self.core.database.close().await;
    }
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").finish_non_exhaustive()
    }
}
