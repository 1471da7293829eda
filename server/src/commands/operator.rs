//! The operator's tasks, carried out on an open database: by the command itself, or by the server that has it open.

use super::open::open;
use super::{CommandResult, Create, Export, Failed, Import, Kind, Task, Verify};
use crate::clock;
use crate::command_socket::Server;
use crate::settings::{PublicUrl, Settings};
use domain::error::PortalError;
use domain::person::Language;
use domain::problem::{FieldProblem, Problem};
use domain::text::Secret;
use import::export::{Hashes, export_account};
use import::whmcs::{self, WhmcsOptions};
use import::{ProgressBar, import_file};
use portal::{AuditChain, AuditHead, NewAccount, Opened};
use std::io::{BufWriter, IsTerminal as _, Write, stderr, stdout};
use std::path::Path;
use texts::texts_in;

/// Where a task writes.
pub(crate) struct Terminal {
    pub(crate) out: Box<dyn Write + Send>,
    pub(crate) err: Box<dyn Write + Send>,
    /// Shows how far it is.
    pub(crate) bar: ProgressBar,
}

impl Terminal {
    /// That of this process.
    fn own() -> Self {
        let bar = stderr().is_terminal().then(|| Box::new(stderr()) as Box<dyn Write + Send>);
        Self { out: Box::new(stdout()), err: Box::new(stderr()), bar: ProgressBar::new(bar) }
    }
}

/// Has the server carry the task out where it has the embedded database open, or opens the database for it.
pub(super) async fn run(settings: &Settings, task: Task) -> CommandResult {
    let mut terminal = Terminal::own();
    if settings.portal.database.url.is_none()
        && let Some(server) = Server::find(&settings.portal.data)?
    {
        return server.ask(task, &mut terminal);
    }
    if let Task::VerifyAudit(verify) = &task {
        // It looks at the database as it is.
        return verify_audit(settings, verify, &mut terminal).await;
    }
    let public_url = settings.public_url(settings.listen);
    let portal = open(settings, &public_url).await?;
    let operator = Operator { portal: &portal, settings, public_url: &public_url };
    let outcome = operator.carry_out(&task, &mut terminal).await;
    portal.close().await;
    outcome
}

/// What tasks are carried out with.
pub(crate) struct Operator<'a> {
    pub(crate) portal: &'a Opened,
    pub(crate) settings: &'a Settings,
    pub(crate) public_url: &'a PublicUrl,
}

impl Operator<'_> {
    pub(crate) async fn carry_out(&self, task: &Task, terminal: &mut Terminal) -> CommandResult {
        match task {
            Task::CreateAccount(create) => self.create_account(create, terminal).await,
            Task::Import(import) => self.import(import, terminal).await,
            Task::Export(export) => self.export(export, terminal).await,
            Task::VerifyAudit(verify) => verify_audit(self.settings, verify, terminal).await,
            Task::RevokeAll => {
                let revoked = self.portal.revoke_all(clock::system()()).await?;
                Ok(write!(terminal.out, "{revoked}")?)
            }
            // Opening is what migrates.
            Task::Migrate => Ok(writeln!(terminal.out, "the database is up to date")?),
        }
    }

    /// Prints the link for the owner.
    async fn create_account(&self, create: &Create, terminal: &mut Terminal) -> CommandResult {
        let account = NewAccount {
            name: create.name.clone(),
            currency: create.currency.clone(),
            email: create.owner_email.clone(),
            first_name: create.first_name.clone(),
            last_name: create.last_name.clone(),
        };
        let created = self.portal.create_account(&account, clock::system()()).await;
        let created = created.map_err(|error| in_words(&error))?;
        writeln!(terminal.err, "Account {}", created.account)?;
        match created.link {
            Some(link) => writeln!(terminal.out, "{link}")?,
            None => {
                writeln!(terminal.out, "The owner already has a password and signs in at {}", self.public_url)?;
            }
        }
        Ok(())
    }

    /// Loads everything or nothing, and prints the report.
    async fn import(&self, import: &Import, terminal: &mut Terminal) -> CommandResult {
        let bar = &mut terminal.bar;
        let mut show = |progress| bar.show(progress);
        let now = clock::system()();
        let report = match import.from {
            None => import_file(self.portal, &import.input, now, &mut show).await,
            Some(Kind::WhmcsCsv) => {
                let options = WhmcsOptions { currency: import.currency.clone() };
                whmcs::import_folder(self.portal, &import.input, &options, now, &mut show).await
            }
        };
        terminal.bar.finish();
        Ok(write!(terminal.out, "{}", report?)?)
    }

    /// Writes an account to standard output.
    async fn export(&self, export: &Export, terminal: &mut Terminal) -> CommandResult {
        let hashes = if export.with_hashes { Hashes::Include } else { Hashes::Leave };
        let mut out = BufWriter::new(&mut terminal.out);
        let database = self.portal.database();
        let written = export_account(database, &export.account, hashes, clock::system()(), &mut out).await?;
        drop(out);
        Ok(writeln!(terminal.err, "{written} records")?)
    }
}

/// Prints where each chain of the audit log ends; fails when one was changed.
async fn verify_audit(settings: &Settings, verify: &Verify, terminal: &mut Terminal) -> CommandResult {
    let kept = match &verify.against {
        Some(file) => kept_heads(file).map_err(|error| format!("{}: {error}", file.display()))?,
        None => Vec::new(),
    };
    let url = settings.portal.database.url.as_ref().map(Secret::expose);
    let chains = portal::verify_audit(&settings.portal.data, url, &kept).await?;
    let (mut broken, all) = (0, chains.len());
    for AuditChain { head, first_bad } in chains {
        match first_bad {
            None => writeln!(terminal.out, "{head}")?,
            Some(row) => {
                broken += 1;
                writeln!(terminal.err, "chain {}: row {row} was altered, removed or moved", head.name())?;
            }
        }
    }
    if broken == 0 { Ok(()) } else { Err(format!("the audit log is broken: {broken} of {all} chains").into()) }
}

fn kept_heads(file: &Path) -> Result<Vec<AuditHead>, Failed> {
    let text = std::fs::read_to_string(file)?;
    Ok(text.lines().map(str::parse).collect::<Result<_, _>>()?)
}

const CURRENCY: &str = "This should be three capital letters, such as EUR.";

/// An error for the operator, option by option where it is about some.
fn in_words(error: &PortalError) -> String {
    let PortalError::Invalid { fields } = error else { return error.to_string() };
    let said = fields.iter().map(|FieldProblem { field, problem }| {
        // A command line offers nothing to choose from: this is the currency.
        let problem =
            if *problem == Problem::NotOffered { CURRENCY.to_owned() } else { texts_in(Language::EN).problem(problem) };
        format!("{}: {problem}", option(field))
    });
    said.collect::<Vec<_>>().join(" ")
}

/// The option that a field of a new account comes from.
fn option(field: &str) -> String {
    let option = if field == "email" { "owner-email".to_owned() } else { field.replace('_', "-") };
    format!("--{option}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_option_by_option() {
        let problem = |field: &str, problem| FieldProblem { field: field.to_owned(), problem };
        let fields = vec![problem("first_name", Problem::Required), problem("currency", Problem::NotOffered)];
        let said = in_words(&PortalError::Invalid { fields });
        assert_eq!(said, format!("--first-name: Fill in this field. --currency: {CURRENCY}"));
    }
}
