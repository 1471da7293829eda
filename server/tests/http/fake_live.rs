//! News and sessions for tests of the streams.

use crate::fake::{Fake, owner};
use domain::error::PortalError;
use domain::id::{ContactId, PersonId};
use domain::live::{ByTheClock, News, Position, SessionStanding};
use domain::ports::{Acting, Answer, Caller, Listening, Live, SignedIn};
use domain::time::Timestamp;
use std::pin::Pin;
use std::sync::Mutex;
use tokio::sync::broadcast;

/// Up to where everything was told before a test begins.
pub const TOLD: Position = Position(40);

/// What a test makes happen.
pub struct FakeLive {
    news: broadcast::Sender<News>,
    standing: Mutex<SessionStanding>,
    after: Mutex<Option<Position>>,
    clock: Mutex<ByTheClock>,
}

impl Default for FakeLive {
    fn default() -> Self {
        let standing = Mutex::new(SessionStanding::Live);
        Self { news: broadcast::Sender::new(16), standing, after: Mutex::default(), clock: Mutex::default() }
    }
}

impl FakeLive {
    /// Tells everybody who listens.
    pub fn tell(&self, news: News) {
        self.news.send(news).expect("somebody listens");
    }

    /// What is known of every session from now on.
    pub fn sessions_are(&self, standing: SessionStanding) {
        *self.standing.lock().unwrap() = standing;
    }

    /// After which change the last listener wanted to hear.
    pub fn after(&self) -> Option<Position> {
        *self.after.lock().unwrap()
    }

    /// What the clock does, whenever it is looked at.
    pub fn clock_does(&self, clock: ByTheClock) {
        *self.clock.lock().unwrap() = clock;
    }

    pub fn standing(&self) -> Answer<'_, SessionStanding> {
        let standing = *self.standing.lock().unwrap();
        Box::pin(async move { Ok(standing) })
    }
}

impl Live for Fake {
    fn position(&self, person: PersonId) -> Answer<'_, Position> {
        Box::pin(async move { Ok(if person == owner() { TOLD } else { Position::default() }) })
    }

    fn listen(&self, _: SignedIn, after: Position) -> Answer<'_, Box<dyn Listening>> {
        *self.live.after.lock().unwrap() = Some(after);
        let news = self.live.news.subscribe();
        Box::pin(async { Ok(Box::new(Ear(news)) as Box<dyn Listening>) })
    }

    fn since(&self, _: PersonId, after: Position) -> Answer<'_, News> {
        Box::pin(async move { Ok(News { position: TOLD, everything: after < TOLD, ..News::default() }) })
    }

    fn told<'a>(&'a self, _: &'a Caller, _: Acting, _: ContactId) -> Answer<'a, usize> {
        Box::pin(async { Ok(0) })
    }

    fn by_the_clock(&self, _: PersonId, _: Timestamp, _: Timestamp) -> Answer<'_, ByTheClock> {
        let clock = std::mem::take(&mut *self.live.clock.lock().unwrap());
        Box::pin(async move { Ok::<_, PortalError>(clock) })
    }
}

struct Ear(broadcast::Receiver<News>);

impl Listening for Ear {
    fn next(&mut self) -> Pin<Box<dyn Future<Output = News> + Send + '_>> {
        Box::pin(async { self.0.recv().await.expect("the portal is there") })
    }
}

/// Something about an account.
pub fn about(account: &str, position: i64) -> News {
    News { position: Position(position), everything: false, accounts: [account.parse().unwrap()].into() }
}
