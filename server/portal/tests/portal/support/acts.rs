//! What a manager tries while it is taken from them. The tests of each feature list theirs; `revoking.rs` tries all.

use crate::support::World;
use crate::support::contacts::with_login;
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::ports::Portal;
use std::fmt::Debug;

/// An owner and a manager.
pub struct Scene<'w> {
    pub world: &'w World,
    pub acting: Acting,
    pub owner: Caller,
    pub manager: Caller,
    pub manager_id: ContactId,
}

impl Scene<'_> {
    pub fn ports(&self) -> &Portal {
        &self.world.portal().ports
    }

    pub async fn version(&self, contact: ContactId) -> i64 {
        let form = self.ports().contacts.form(&self.owner, self.acting, Some(contact)).await;
        form.expect("the owner may").contact.expect("it is there").version
    }

    /// Somebody with a login and no rights.
    pub async fn victim(&self, number: usize) -> ContactId {
        let form = with_login("Vic", &format!("victim{number}@example.com"), &[]);
        self.ports().contacts.save(&self.owner, self.acting, form).await.expect("the owner may")
    }
}

/// What an act takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A right that the manager can lose.
    ARight,
    /// A place on the account and no right.
    APlace,
    /// Nothing: where there is nothing to do, it succeeds and writes nothing.
    Nothing,
}

/// Something that the manager tries.
#[async_trait(?Send)]
pub trait Act: Debug {
    /// The method of a port that it asks.
    fn use_case(&self) -> &'static str;

    fn takes(&self) -> Takes {
        Takes::ARight
    }

    /// Makes somebody whom it can be done to.
    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        scene.victim(number).await
    }

    /// Tries it as the manager. The number is another one each time.
    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, number: usize) -> Result<(), PortalError>;
}
