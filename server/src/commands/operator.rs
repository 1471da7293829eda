//! The operator's tasks.

use super::open::open;
use super::{Create, Export, Failed, Import, Outcome};
use crate::clock;
use crate::settings::Settings;
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
    let _ = (settings, import);
    Err("import is not connected yet".into())
}

/// Writes an account to standard output.
pub async fn export(settings: &Settings, export: &Export) -> Outcome {
    let _ = (settings, export);
    Err("export is not connected yet".into())
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

/// An error for the operator, field by field where it has any.
fn in_words(error: &domain::error::PortalError) -> String {
    use domain::error::PortalError;
    let PortalError::Invalid { fields } = error else { return error.to_string() };
    let fields = fields.iter().map(|problem| format!("{}: {:?}", problem.field, problem.problem));
    fields.collect::<Vec<_>>().join(", ")
}
