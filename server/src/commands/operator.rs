//! The operator's tasks.

use super::open::open;
use super::{Create, Export, Failed, Import, Kind, Outcome};
use crate::clock;
use crate::settings::Settings;
use app::text::problems::EN;
use domain::error::{FieldProblem, PortalError, Problem};
use portal::export::{Hashes, export_account};
use portal::import::whmcs::{self, WhmcsOptions};
use portal::import::{ProgressBar, import_file};
use portal::{NewAccount, Opened};
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
