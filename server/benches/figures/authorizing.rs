//! One decision, hot.

use crate::figure::{Figure, Times};
use domain::access::{Action, Actor, HoldingAction, ServiceTarget, Standing, Viewing};
use domain::id::{AccountId, ContactId, PersonId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::rights::Rights;
use domain::role::{Role, RoleSet};
use domain::status::AccountStatus;
use std::hint::black_box;
use uuid::Uuid;

const GRANTS: u128 = 50;
const ROUND: u32 = 1_000_000;

/// A role and grants on 50 services; the services asked for change with every call.
pub fn figure() -> Figure {
    let service = |number: u128| ServiceId::new(Uuid::from_u128(1_000 + number * 7));
    let rights = Rights {
        roles: [Role::Billing].into_iter().collect(),
        services: (0..GRANTS).map(|number| (service(number), OperationSet::of(&[Operation::Power]))).collect(),
        ..Rights::default()
    };
    let actor = Actor::new(
        PersonId::new(Uuid::from_u128(1)),
        Standing {
            account: AccountId::new(Uuid::from_u128(2)),
            status: AccountStatus::Active,
            contact: ContactId::new(Uuid::from_u128(3)),
            owner: None,
            effective: rights.effective(),
            hand_out: RoleSet::all(),
            viewing: Viewing::Off,
        },
    );
    // The last two are refused: nothing was given on them.
    let actions: Vec<Action<'_>> = (0..GRANTS + 2)
        .map(|number| {
            HoldingAction::Operate(ServiceTarget { id: service(number), expiring: false }, Operation::Power).into()
        })
        .collect();
    let allowed = actions.iter().filter(|action| actor.check(**action).is_ok()).count();
    assert_eq!(allowed as u128, GRANTS, "it decides");
    let rounds = Times::of(20, |_| {
        for action in actions.iter().cycle().take(ROUND as usize) {
            let _ = black_box(black_box(&actor).check(black_box(*action)));
        }
    });
    let one = rounds.p50().as_secs_f64() * 1e9 / f64::from(ROUND);
    Figure {
        what: "`authorize`, hot, role and 50 per-service grants".to_owned(),
        reach: "under 50 ns",
        measured: format!("{one:.1} ns"),
        reached: Some(one < 50.0),
    }
}
