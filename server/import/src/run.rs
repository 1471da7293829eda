//! Carrying an import out: read, checked, checked again under the locks, loaded, written down.

use crate::check;
use crate::load;
use crate::plan::{Counts, Plan};
use crate::problem::LineProblem;
use crate::progress::{Progress, Stage};
use crate::read::{self, Lines};
use crate::world::World;
use domain::audit::{AccountFact, Subject, Written};
use domain::by::By;
use domain::time::Timestamp;
use portal::Opened;
use portal::base::error::Failure;
use portal::unit::audit::{self, AuditEvent};
use portal::unit::{Unit, Writes};
use std::fmt;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Accounts.
    pub accounts: Counts,
    /// People.
    pub persons: Counts,
    /// Contacts that the file names.
    pub contacts: Counts,
    /// Services.
    pub services: Counts,
    /// Domains.
    pub domains: Counts,
    /// Invoices.
    pub invoices: Counts,
    /// Contacts that changed though the file does not name them: a service arrived on which they get operations, or the
    /// address of their person is another one.
    pub followers: usize,
    /// Lines that were skipped, or things that could not be taken or mapped, each with the reason.
    pub notes: Vec<String>,
}

impl ImportReport {
    fn of(plan: &Plan) -> Self {
        Self {
            accounts: Counts::of(&plan.accounts),
            persons: Counts::of(&plan.persons),
            contacts: Counts::of(&plan.contacts),
            services: Counts::of(&plan.services),
            domains: Counts::of(&plan.domains),
            invoices: Counts::of(&plan.invoices),
            followers: plan.followers.len(),
            notes: plan.notes.iter().map(|(place, note)| format!("{place}: {note}")).collect(),
        }
    }

    /// Each type with its counts, in the order of a report.
    pub fn by_type(&self) -> [(&'static str, Counts); 6] {
        [
            ("accounts", self.accounts),
            ("people", self.persons),
            ("contacts", self.contacts),
            ("services", self.services),
            ("domains", self.domains),
            ("invoices", self.invoices),
        ]
    }

    /// How many rows were written.
    pub fn written(&self) -> usize {
        self.by_type().iter().map(|(_, counts)| counts.written()).sum::<usize>() + self.followers
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<10}{:>9}{:>9}{:>11}", "", "added", "changed", "unchanged")?;
        for (name, Counts { added, changed, unchanged }) in self.by_type() {
            writeln!(f, "{name:<10}{added:>9}{changed:>9}{unchanged:>11}")?;
        }
        if self.followers > 0 {
            writeln!(f, "other contacts changed by a new service or a new address: {}", self.followers)?;
        }
        self.notes.iter().try_for_each(|note| writeln!(f, "{note}"))
    }
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file can't be read.
    #[error("{file}: {error}")]
    Read {
        /// Which file.
        file: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// Lines are wrong: every one that was found.
    #[error("{}", list(.0))]
    Lines(Vec<LineProblem>),
    /// The database failed.
    #[error("the import failed and nothing was loaded: {0}")]
    Database(#[from] Failure),
    /// Demo data is loaded into an empty database only.
    #[error("the database is not empty: demo data is loaded into an empty one only")]
    NotEmpty,
}

fn list(problems: &[LineProblem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let noun = if lines.len() == 1 { "problem" } else { "problems" };
    format!("{}\n{} {noun}; nothing was loaded", lines.join("\n"), lines.len())
}

/// Imports a file in the format of `docs/import.md`. Reading blocks the thread; this is for the command line.
///
/// # Errors
/// When the file can't be read, anything in it is wrong, or the database fails. Nothing is loaded then.
pub async fn import_file(
    portal: &Opened,
    path: &Path,
    now: Timestamp,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<ImportReport, ImportError> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let failed = |error| ImportError::Read { file: path.display().to_string(), error };
    let file = File::open(path).map_err(failed)?;
    let total = file.metadata().map_err(failed)?.len();
    import_from(portal, &name, file, total, now, on_progress).await
}

/// Imports the same format from anything that can be read; `name` stands for the file in messages and `total` is how
/// many bytes are to come, for the progress.
///
/// # Errors
/// As [`import_file`].
pub async fn import_from(
    portal: &Opened,
    name: &str,
    input: impl Read,
    total: u64,
    now: Timestamp,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<ImportReport, ImportError> {
    let input = BufReader::with_capacity(256 * 1024, input);
    let read = read::json_lines(name, now.0, input, |done| {
        on_progress(Progress { stage: Stage::Reading, done: done.min(total), total });
    });
    let lines = read.map_err(|error| ImportError::Read { file: name.to_owned(), error })?;
    import_lines(portal, &lines, name, now, on_progress).await
}

/// Checks and loads records, wherever they came from.
pub(crate) async fn import_lines(
    portal: &Opened,
    lines: &Lines,
    name: &str,
    now: Timestamp,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<ImportReport, ImportError> {
    // Whoever has chosen no language is written to in the provider's.
    let caller = portal.operator(now);
    on_progress(Progress { stage: Stage::Checking, done: 0, total: 1 });
    let plan = {
        let mut unit = Unit::read(portal.database(), &caller).await?;
        planned(&mut unit, lines).await?
    };
    on_progress(Progress { stage: Stage::Checking, done: 1, total: 1 });
    if plan.is_empty() {
        return Ok(ImportReport::of(&plan));
    }
    let mut unit = Unit::write(portal.database(), &caller, Writes::Rights).await?;
    for account in plan.touched() {
        unit.lock_account(account.parse().map_err(Failure::from)?).await?;
    }
    // What was read before the lock may have changed; what is written is compared with what is there now.
    let plan = planned(&mut unit, lines).await?;
    let report = ImportReport::of(&plan);
    let (mut done, total) = (0, report.written() as u64);
    load::load(portal, &mut unit, &plan, &mut |rows| {
        done += rows as u64;
        on_progress(Progress { stage: Stage::Loading, done: done.min(total), total });
    })
    .await?;
    write_down(&mut unit, &plan, name).await?;
    unit.commit_without_session((), event(name, Subject::Installation, written(&report))).await?;
    Ok(report)
}

async fn planned(unit: &mut Unit<'_>, lines: &Lines) -> Result<Plan, ImportError> {
    // What keeps a request from waiting for ever is in the way of a file with a hundred thousand lines.
    let unhurried = unit.dialect().pick("SELECT 1", "SET LOCAL statement_timeout = 0");
    sqlx::raw_sql(unhurried).execute(unit.connection()).await.map_err(Failure::from)?;
    let world = World::read(unit, lines).await?;
    check::check(lines, &world, unit.now()).map_err(ImportError::Lines)
}

/// Every account on which something changed has it in its own chain.
async fn write_down(unit: &mut Unit<'_>, plan: &Plan, name: &str) -> Result<(), Failure> {
    for account in plan.touched() {
        let subject = Subject::Account(account.parse()?);
        audit::write(unit, account, event(name, subject, Vec::new())).await?;
    }
    Ok(())
}

fn event(file: &str, subject: Subject, written: Vec<Written>) -> AuditEvent {
    AuditEvent::new(AccountFact::Imported { file: file.to_owned(), written }, subject, By::Provider)
}

fn written(report: &ImportReport) -> Vec<Written> {
    let types = report.by_type().into_iter().filter(|(_, counts)| counts.written() > 0);
    types.map(|(of, Counts { added, changed, .. })| Written { of, added, changed }).collect()
}
