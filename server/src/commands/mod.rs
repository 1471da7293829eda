//! The command line of `portico`.

mod mails;
pub mod open;
mod operator;
mod serve;
mod words;

pub(crate) use operator::{Operator, Terminal};

use crate::logging;
use crate::settings::{Arguments, Settings};
use clap::{Args, Parser, Subcommand};
use domain::billing::is_currency;
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// A customer portal for hosting providers.
#[derive(Debug, Parser)]
#[command(name = "portico", version, propagate_version = true)]
pub struct CommandLine {
    #[command(flatten)]
    settings: Arguments,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the portal until it is told to stop
    Serve(Serve),
    /// Create accounts
    #[command(subcommand)]
    Account(Account),
    /// Import accounts, people, contacts, services, domains and invoices: everything or nothing
    Import(Import),
    /// Export an account to standard output, in the format that `import` reads
    Export(Export),
    /// Check your own texts, and list those a language lacks
    #[command(subcommand)]
    Texts(Texts),
    /// Preview emails
    #[command(subcommand)]
    Mail(Mail),
    /// Verify the audit log
    #[command(subcommand)]
    Audit(Audit),
    /// After restoring a backup: end every session, link and open offer, and delete unsent emails
    RevokeAll(RevokeAll),
    /// Update the database schema to this version
    Migrate,
}

#[derive(Debug, Args)]
struct Serve {
    /// The address and port to listen on, 127.0.0.1:8080 by default
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Fill an empty installation with demo data and show its emails at /dev/outbox; only on this machine
    #[arg(long)]
    demo: bool,
    /// Send a session cookie that works without TLS; only on this machine
    #[arg(long)]
    insecure_cookie: bool,
}

#[derive(Debug, Subcommand)]
enum Account {
    /// Create an account and print a one-time link for its owner to set a password
    Create(Create),
}

#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Create {
    /// The account's name
    #[arg(long)]
    name: String,
    /// The owner's email address
    #[arg(long)]
    owner_email: String,
    /// The owner's first name
    #[arg(long)]
    first_name: String,
    /// The owner's last name
    #[arg(long)]
    last_name: String,
    /// The account's currency, an ISO 4217 code
    #[arg(long, default_value = "EUR")]
    currency: String,
}

#[derive(Debug, Subcommand)]
enum Mail {
    /// Print each email with sample data; needs no database
    Preview(Preview),
}

#[derive(Debug, Args)]
struct Preview {
    /// Only the email with this name, such as `reset_password`
    name: Option<String>,
    /// Write a text and an HTML file for each email into this directory, and print their paths
    #[arg(long, value_name = "DIRECTORY")]
    write: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Texts {
    /// Check your own text files; needs no database
    Check,
    /// Print the texts a language lacks, in the format of its files; needs no database
    Missing(Missing),
}

#[derive(Debug, Args)]
struct Missing {
    /// The tag of the language, such as `de`
    language: String,
}

#[derive(Debug, Subcommand)]
enum Audit {
    /// Print the last row of each intact chain, and the first altered row of each broken one
    Verify(Verify),
}

#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Verify {
    /// Earlier output of this command, kept elsewhere: also finds a log that was rewritten as a whole
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct RevokeAll {
    /// Confirm: everybody has to sign in again, and open invitations have to be sent again
    #[arg(long)]
    yes: bool,
}

#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Import {
    /// The kind of input, if it is not a file in Portico's own format
    #[arg(long, value_enum, value_name = "KIND")]
    from: Option<Kind>,
    /// The currency of clients whose own is not in the input, an ISO 4217 code
    #[arg(long, value_name = "CODE", requires = "from", value_parser = currency)]
    currency: Option<String>,
    /// The file, or the directory for whmcs-csv
    input: PathBuf,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum, Serialize, Deserialize)]
enum Kind {
    /// A directory with CSV dumps of WHMCS's tables
    WhmcsCsv,
}

#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Export {
    /// The account's id, here or in the system it came from (`source:id`)
    account: String,
    /// Include the hashes of passwords
    #[arg(long)]
    with_hashes: bool,
}

fn currency(code: &str) -> Result<String, &'static str> {
    if is_currency(code) { Ok(code.to_owned()) } else { Err("it must be three capital letters") }
}

/// What works on the database.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Task {
    CreateAccount(Create),
    Import(Import),
    Export(Export),
    VerifyAudit(Verify),
    RevokeAll,
    Migrate,
}

impl Task {
    /// The file or directory that it reads.
    pub(crate) const fn input(&mut self) -> Option<&mut PathBuf> {
        match self {
            Self::Import(import) => Some(&mut import.input),
            Self::VerifyAudit(verify) => verify.against.as_mut(),
            Self::CreateAccount(_) | Self::Export(_) | Self::RevokeAll | Self::Migrate => None,
        }
    }
}

/// Why a command failed, told to the operator in its own words.
pub(crate) type Failed = Box<dyn Error + Send + Sync>;

/// What a command ends with.
pub(crate) type CommandResult = Result<(), Failed>;

/// Does what the command line says.
pub fn run() -> ExitCode {
    let line = CommandLine::parse();
    logging::begin();
    match carry_out(line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("portico: {error}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(CommandLine { mut settings, command }: CommandLine) -> CommandResult {
    if let Command::Serve(serve) = &command {
        settings.listen.clone_from(&serve.listen);
        settings.demo = serve.demo;
        settings.insecure_cookie = serve.insecure_cookie;
    }
    let settings = Settings::load(settings)?;
    for warning in &settings.warnings {
        tracing::warn!("{warning}");
    }
    if !matches!(command, Command::Texts(_)) {
        words::say(&settings)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let task = match command {
            Command::Serve(_) => return serve::serve(settings).await,
            Command::Mail(Mail::Preview(preview)) => return mails::preview(&settings, &preview),
            Command::Texts(Texts::Check) => return words::check(&settings),
            Command::Texts(Texts::Missing(missing)) => return words::missing(&settings, &missing.language),
            Command::RevokeAll(RevokeAll { yes: false }) => return Err(UNCONFIRMED.into()),
            Command::RevokeAll(RevokeAll { yes: true }) => Task::RevokeAll,
            Command::Account(Account::Create(create)) => Task::CreateAccount(create),
            Command::Import(import) => Task::Import(import),
            Command::Export(export) => Task::Export(export),
            Command::Audit(Audit::Verify(verify)) => Task::VerifyAudit(verify),
            Command::Migrate => Task::Migrate,
        };
        operator::run(&settings, task).await
    })
}

const UNCONFIRMED: &str =
    "revoke-all signs everybody out, ends every invitation and deletes unsent emails: confirm with --yes";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        CommandLine::command().debug_assert();
    }

    /// The help of a command and of those below it.
    fn help(command: &clap::Command, words: &[&str]) -> Vec<String> {
        let asked = CommandLine::try_parse_from([words, &["--help"]].concat()).expect_err("help ends the command");
        let below = command.get_subcommands().flat_map(|below| help(below, &[words, &[below.get_name()]].concat()));
        std::iter::once(asked.to_string()).chain(below).collect()
    }

    #[test]
    fn every_help_reads_as_reviewed() {
        insta::assert_snapshot!("help", help(&CommandLine::command(), &["portico"]).join("\n"));
    }

    #[test]
    fn the_documented_commands_are_read() {
        for line in [
            "portico serve",
            "portico serve --demo --listen 127.0.0.1:0 --data d --public-url http://localhost:1 --insecure-cookie",
            "portico --config c.toml serve",
            "portico account create --name A --owner-email a@b.example --first-name A --last-name B --currency USD",
            "portico import demo.jsonl",
            "portico import --from whmcs-csv dumps",
            "portico import --from whmcs-csv --currency EUR dumps",
            "portico export 0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f --with-hashes",
            "portico texts check",
            "portico texts missing de",
            "portico mail preview",
            "portico mail preview reset_password --write mails",
            "portico audit verify",
            "portico audit verify --against heads.txt",
            "portico revoke-all --yes",
            "portico migrate",
        ] {
            let read = CommandLine::try_parse_from(line.split(' '));
            assert!(read.is_ok(), "{line}: {read:?}");
        }
        for line in [
            "portico",
            "portico serve --port 1",
            "portico export",
            "portico import --from csv x",
            "portico import --currency EUR x.jsonl",
            "portico import --from whmcs-csv --currency euro dumps",
        ] {
            assert!(CommandLine::try_parse_from(line.split(' ')).is_err(), "{line}");
        }
    }
}
