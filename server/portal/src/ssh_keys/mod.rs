//! The SSH keys with which an account's servers are set up.

mod keep;
mod parse;

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::records::ssh_keys::{self, SshKeyRecord};
use crate::unit::core::Core;
use crate::unit::run::use_case;
use crate::unit::{Unit, Writes};
use async_trait::async_trait;
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{SshKeyId, SubmissionId};
use domain::ssh_key::{AddSshKey, ChosenSshKeys, PublicSshKey, RemoveSshKey, SshKey, SshKeys, SshKeysPage};
use domain::time::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The use-cases of SSH keys.
#[derive(Debug, Clone)]
pub(crate) struct SshKeysUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl SshKeys for SshKeysUseCases {
    async fn list(&self, caller: &Caller, acting: Acting) -> Result<SshKeysPage, PortalError> {
        self.0.look(caller, acting, use_case!("ssh_keys.list"), list).await
    }

    async fn public(
        &self,
        caller: &Caller,
        acting: Acting,
        keys: ChosenSshKeys,
    ) -> Result<Vec<PublicSshKey>, PortalError> {
        let public = |unit, entered| public(unit, entered, &keys);
        self.0.look(caller, acting, use_case!("ssh_keys.public"), public).await
    }

    async fn add(&self, caller: &Caller, acting: Acting, change: AddSshKey) -> Result<SshKeyId, PortalError> {
        // Nobody else adds the same one, or the last one that there is room for, meanwhile.
        let (writes, add) = (Writes::Rights, |unit, entered| keep::add(unit, entered, &change));
        self.0.change(caller, acting, use_case!("ssh_keys.add"), writes, change.submission, add).await
    }

    async fn remove(&self, caller: &Caller, acting: Acting, change: RemoveSshKey) -> Result<(), PortalError> {
        let (writes, remove) = (Writes::Rights, |unit, entered| keep::remove(unit, entered, &change));
        self.0.change(caller, acting, use_case!("ssh_keys.remove"), writes, change.submission, remove).await
    }
}

async fn list(mut unit: Unit<'_>, entered: Entered) -> Result<SshKeysPage, Failure> {
    entered.actor.check(HoldingAction::SeeSshKeys)?;
    let records = ssh_keys::all(&mut unit, entered.actor.account()).await?;
    let reading = Reading::about(&mut unit, &entered, (&BTreeSet::new(), &BTreeSet::new())).await?;
    let reader = &entered.author.reader;
    let key = |record: SshKeyRecord| -> Result<SshKey, Failure> {
        Ok(SshKey {
            id: record.key()?,
            by: reading.by(record.added_by()?),
            added: reader.moment(Timestamp(record.added_at)),
            label: record.label,
            algorithm: record.algorithm,
            fingerprint: record.fingerprint,
        })
    };
    Ok(SshKeysPage {
        keys: records.into_iter().map(key).collect::<Result<_, _>>()?,
        submission: SubmissionId::new(random::id(unit.now())),
    })
}

async fn public(mut unit: Unit<'_>, entered: Entered, keys: &ChosenSshKeys) -> Result<Vec<PublicSshKey>, Failure> {
    entered.actor.check(HoldingAction::SeeSshKeys)?;
    let records = ssh_keys::some(&mut unit, entered.actor.account(), keys).await?;
    if records.len() < keys.len() {
        return Err(PortalError::NotFound.into());
    }
    let key = |record: SshKeyRecord| Ok(PublicSshKey { id: record.key()?, label: record.label, line: record.line });
    records.into_iter().map(key).collect()
}
