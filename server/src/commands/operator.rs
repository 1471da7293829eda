//! The operator's tasks.

use super::open::open;
use super::{Create, Export, Failed, Import, Kind, Outcome, RevokeAll, Verify};
use crate::clock;
use crate::settings::Settings;
use app::text::problems::EN;
use domain::error::{FieldProblem, PortalError, Problem};
use domain::text::Secret;
use portal::export::{Hashes, export_account};
use portal::import::whmcs::{self, WhmcsOptions};
use portal::import::{ProgressBar, import_file};
use portal::{AuditChain, AuditHead, NewAccount, Opened};
use std::path::Path;
use std::sync::Arc;

/// Creates an account and prints the link for its owner.
pub async fn create_account(settings: &Settings, create: Create) -> Outcome {
    let Create { name, owner_email: email, first_name, last_name, currency } = create;
    let portal = opened(settings).await?;
    let account = NewAccount { name, currency, email, first_name, last_name };
    let created = portal.create_account(&account, clock::system()()).await;
    portal.close().await;
    let created = created.map_err(|error| in_words(&error))?;
    eprintln!("Account {}", created.account);
    match created.link {
        Some(link) => println!("{link}"),
        None => println!("The owner has a password already and signs in at {}", public_url(settings)),
    }
    Ok(())
}

/// Loads everything or nothing, and prints the report.
pub async fn import(settings: &Settings, import: Import) -> Outcome {
    let portal = opened(settings).await?;
    let mut bar = ProgressBar::new();
    let mut show = |progress| bar.show(progress);
    let now = clock::system()();
    let report = match import.from {
        None => import_file(&portal, &import.input, now, &mut show).await,
        Some(Kind::WhmcsCsv) => {
            let options = WhmcsOptions { currency: import.currency };
            whmcs::import_folder(&portal, &import.input, &options, now, &mut show).await
        }
    };
    bar.finish();
    portal.close().await;
    print!("{}", report?);
    Ok(())
}

/// Writes an account to standard output.
pub async fn export(settings: &Settings, export: &Export) -> Outcome {
    let portal = opened(settings).await?;
    let hashes = if export.with_hashes { Hashes::Include } else { Hashes::Leave };
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let written = export_account(portal.database(), &export.account, hashes, clock::system()(), &mut out).await;
    portal.close().await;
    eprintln!("{} records", written?);
    Ok(())
}

/// Prints where each chain of the audit log ends; fails when one was changed.
pub async fn verify_audit(settings: &Settings, verify: &Verify) -> Outcome {
    let kept = match &verify.against {
        Some(file) => kept_heads(file).map_err(|error| format!("{}: {error}", file.display()))?,
        None => Vec::new(),
    };
    let url = settings.database_url.as_ref().map(Secret::expose);
    let mut broken = 0;
    for AuditChain { head, first_bad } in portal::verify_audit(&settings.data, url, &kept).await? {
        match first_bad {
            None => println!("{head}"),
            Some(row) => {
                broken += 1;
                eprintln!("chain {}: row {row} was altered, removed or moved", head.name());
            }
        }
    }
    if broken == 0 { Ok(()) } else { Err(format!("{broken} chains of the audit log are broken").into()) }
}

fn kept_heads(file: &Path) -> Result<Vec<AuditHead>, Failed> {
    let text = std::fs::read_to_string(file)?;
    Ok(text.lines().map(str::parse).collect::<Result<_, _>>()?)
}

/// Ends what a restored backup brought back, and prints how much of each it was.
pub async fn revoke_all(settings: &Settings, revoke: &RevokeAll) -> Outcome {
    if !revoke.yes {
        return Err(
            "it signs everybody out, expires every invitation and deletes unsent mails: confirm with --yes".into()
        );
    }
    let portal = opened(settings).await?;
    let revoked = portal.revoke_all(clock::system()()).await;
    portal.close().await;
    print!("{}", revoked?);
    Ok(())
}

/// Opening is what migrates.
pub async fn migrate(settings: &Settings) -> Outcome {
    opened(settings).await?.close().await;
    println!("the database has this version's schema");
    Ok(())
}

async fn opened(settings: &Settings) -> Result<Arc<Opened>, Failed> {
    open(settings, &public_url(settings)).await
}

fn public_url(settings: &Settings) -> crate::settings::PublicUrl {
    settings.public_url(settings.listen)
}

const CURRENCY: &str = "This should be three capital letters, such as EUR.";

/// An error for the operator, field by field where it has any.
fn in_words(error: &PortalError) -> String {
    let PortalError::Invalid { fields } = error else { return error.to_string() };
    let said = fields.iter().map(|FieldProblem { field, problem }| {
        // A command line offers nothing to choose from: this is the currency.
        let problem = if *problem == Problem::NotOffered { CURRENCY.to_owned() } else { EN.field(problem) };
        format!("{field}: {problem}")
    });
    said.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_field_by_field() {
        let problem = |field: &str, problem| FieldProblem { field: field.to_owned(), problem };
        let fields = vec![problem("name", Problem::Required), problem("currency", Problem::NotOffered)];
        assert_eq!(in_words(&PortalError::Invalid { fields }), format!("name: This is needed. currency: {CURRENCY}"));
    }
}
