//! What takes the password again, because somebody else may sit at a browser that was left alone.

use crate::support::contacts::{OWNER, account, at, later, submission};
use crate::support::owners::{denied, kind, max, offer, ownership};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, for_each_database, secret};
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::ViewContactAs;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::ownership::{ChangeOwner, OwnerChange, TransferCommand, TransferVerb};
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::role::Role;
use domain::roles::SetHandOut;
use domain::time::Timestamp;

/// What takes the password again.
#[derive(Debug, Clone, Copy)]
enum Step {
    HandOut,
    ViewAs,
    Owner(OwnerChange),
    Transfer(TransferVerb),
}

impl Step {
    async fn take(
        self,
        world: &World,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
        password: &str,
    ) -> Result<(), PortalError> {
        let (submission, current) = (submission(), secret(password));
        match self {
            Self::HandOut => {
                let roles = [Role::Technical].into_iter().collect();
                world.portal().ports.roles.set_hand_out(caller, acting, SetHandOut { submission, roles, current }).await
            }
            Self::ViewAs => {
                let contacts = &world.portal().ports.contacts;
                contacts.view_as(caller, acting, ViewContactAs { contact, current }).await
            }
            Self::Owner(to) => {
                ownership(world).change_owner(caller, acting, ChangeOwner { submission, contact, to, current }).await
            }
            Self::Transfer(to) => {
                ownership(world).run_transfer_command(caller, acting, TransferCommand { submission, to, current }).await
            }
        }
    }
}

#[test]
fn what_a_borrowed_browser_must_not_do_takes_the_password_again_after_a_quarter_of_an_hour() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        for (who, step) in [
            (OWNER, Step::HandOut),
            (OWNER, Step::ViewAs),
            (OWNER, Step::Owner(OwnerChange::Appoint)),
            (OWNER, Step::Owner(OwnerChange::Dismiss)),
            ("max@example.com", Step::Transfer(TransferVerb::Accept)),
            (OWNER, Step::Transfer(TransferVerb::Undo)),
        ] {
            let aged = at(&world.signed_in(who, START).await, later(15));
            let asked = |problem: Problem| Err(PortalError::invalid("current", problem));
            assert_eq!(step.take(&world, &aged, acting, max_id, "").await, asked(Problem::Required), "{step:?}");
            let wrong = step.take(&world, &aged, acting, max_id, OTHER_PASSWORD).await;
            assert_eq!(wrong, asked(PersonProblem::WrongPassword.into()), "{step:?}");
            assert_eq!(step.take(&world, &aged, acting, max_id, PASSWORD).await, Ok(()), "{step:?}");
        }
        assert_eq!(kind(&world, &max, acting).await, None, "each was done once");
    });
}

#[test]
fn a_password_given_again_counts_for_its_session_and_a_quarter_of_an_hour() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, _) = max(&world, acting, &owner, &[]).await;
        let other = world.signed_in(OWNER, START).await;
        let look = async |caller: &Caller, now, password| {
            Step::ViewAs.take(&world, &at(caller, now), acting, max_id, password).await
        };
        let required = Err(PortalError::invalid("current", Problem::Required));
        assert_eq!(look(&owner, Timestamp(later(15).0 - 1), "").await, Ok(()), "signing in counts");
        assert_eq!(look(&owner, later(15), "").await, required);
        assert_eq!(look(&owner, later(15), PASSWORD).await, Ok(()));
        assert_eq!(look(&owner, Timestamp(later(30).0 - 1), "").await, Ok(()));
        assert_eq!(look(&other, later(16), "").await, required, "another browser is asked by itself");
        assert_eq!(look(&owner, later(30), "").await, required);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'password_confirmed'").await, 1);
    });
}

#[test]
fn a_password_is_tried_for_what_is_allowed_only_and_not_without_end() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[Role::Manager]).await;
        let (aged_owner, aged_max) = (at(&owner, later(15)), at(&max, later(15)));
        let appoint = Step::Owner(OwnerChange::Appoint);
        let tries = "SELECT COUNT(*) FROM attempts WHERE key LIKE 'password:session:%'";
        for _ in 0..10 {
            let refused = appoint.take(&world, &aged_max, acting, max_id, OTHER_PASSWORD).await;
            assert_eq!(refused, denied(Denied::LegalOwnerOnly));
        }
        assert_eq!(world.number(tries).await, 0, "nothing was tried");
        for _ in 0..5 {
            let wrong = appoint.take(&world, &aged_owner, acting, max_id, OTHER_PASSWORD).await;
            assert_eq!(wrong, Err(PortalError::invalid("current", PersonProblem::WrongPassword)));
        }
        let beyond = appoint.take(&world, &aged_owner, acting, max_id, OTHER_PASSWORD).await;
        assert!(matches!(beyond, Err(PortalError::TooMany { .. })), "{beyond:?}");
        let right = appoint.take(&world, &aged_owner, acting, max_id, PASSWORD).await;
        assert!(matches!(right, Err(PortalError::TooMany { .. })), "the right one waits too");
        assert_eq!(kind(&world, &max, acting).await, None);
    });
}
