//! Adding and removing keys.

use super::parse::{Parsed, public_key};
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::ssh_keys::{self, NewSshKey};
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::{HoldingAction, authorize};
use domain::audit::{SshKeyFact, Subject};
use domain::error::PortalError;
use domain::id::SshKeyId;
use domain::problem::{Problem, SshKeyProblem};
use domain::ssh_key::{AddSshKey, RemoveSshKey, SSH_KEY_LABEL_MAX, SSH_KEYS_MAX};
use domain::text;

pub(super) async fn add(mut unit: Unit<'_>, entered: Entered, change: &AddSshKey) -> Result<SshKeyId, Failure> {
    let permit = authorize(&entered.actor, HoldingAction::KeepSshKeys)?;
    let label = change.label().map_err(|problem| PortalError::invalid("label", problem))?;
    let key = public_key(&change.key).map_err(|problem| PortalError::invalid("key", problem))?;
    let label = named(label, &key)?;
    let kept = ssh_keys::all(&mut unit, permit.account()).await?;
    if let Some(same) = kept.iter().find(|kept| kept.fingerprint == key.fingerprint) {
        let problem = SshKeyProblem::KnownKey { label: same.label.clone() };
        return Err(PortalError::invalid("key", problem).into());
    }
    if kept.len() >= SSH_KEYS_MAX {
        return Err(PortalError::invalid("key", SshKeyProblem::TooManyKeys { max: SSH_KEYS_MAX }).into());
    }
    let by = entered.author.by();
    let Parsed { algorithm, fingerprint, line, .. } = &key;
    let row = NewSshKey { label: &label, algorithm, fingerprint, line };
    let id = ssh_keys::insert(&mut unit, permit.authority(), &row, &by).await?;
    let fact = SshKeyFact::Added { name: label, fingerprint: key.fingerprint };
    unit.commit(permit, id, AuditEvent::new(fact, Subject::SshKey(id), by)).await
}

/// What was typed, else what the key's comment says.
fn named(label: Option<String>, key: &Parsed) -> Result<String, PortalError> {
    let of_comment = || text::line(&key.comment, SSH_KEY_LABEL_MAX).ok().filter(|comment| !comment.is_empty());
    label.or_else(of_comment).ok_or_else(|| PortalError::invalid("label", Problem::Required))
}

pub(super) async fn remove(mut unit: Unit<'_>, entered: Entered, change: &RemoveSshKey) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, HoldingAction::KeepSshKeys)?;
    let found = ssh_keys::some(&mut unit, permit.account(), &[change.key].into()).await?;
    let key = found.into_iter().next().ok_or(PortalError::NotFound)?;
    ssh_keys::remove(&mut unit, permit.authority(), change.key).await?;
    let fact = SshKeyFact::Removed { name: key.label, fingerprint: key.fingerprint };
    unit.commit(permit, (), AuditEvent::new(fact, Subject::SshKey(change.key), entered.author.by())).await
}
