//! What open tabs are told: in the transaction of the change, to whom it concerns, across processes, and by the clock.

mod changes;
mod listening;

use crate::support::World;
use domain::caller::{Caller, SignedIn};
use domain::id::AccountId;
use domain::live::{News, Position};

fn signed_in(caller: &Caller) -> SignedIn {
    caller.signed_in().expect("somebody is signed in")
}

/// How many changes of everybody were told.
async fn told(world: &World) -> i64 {
    world.number("SELECT seq FROM live_head").await
}

async fn position(world: &World, who: &Caller) -> Position {
    world.portal().ports.live.position(signed_in(who).person).await.expect("the database answers")
}

async fn since(world: &World, who: &Caller, after: Position) -> News {
    let live = &world.portal().ports.live;
    live.since(signed_in(who).person, after).await.expect("the database answers")
}

fn about(account: AccountId, news: &News) -> bool {
    !news.everything && news.accounts == [account].into()
}
