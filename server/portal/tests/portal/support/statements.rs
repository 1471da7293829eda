//! How many statements some work takes.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing::instrument::WithSubscriber as _;
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, SubscriberExt as _};

/// Counts what sqlx logs: each statement, but neither BEGIN nor ROLLBACK.
struct Statements(Arc<AtomicUsize>);

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, _: &Event<'_>, _: Context<'_, S>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// How many statements PostgreSQL is asked for some work.
pub async fn statements<T>(work: impl Future<Output = T>) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Statements(Arc::clone(&count));
    let counter = counter.with_filter(Targets::new().with_target("sqlx::query", LevelFilter::DEBUG));
    work.with_subscriber(tracing_subscriber::registry().with(counter)).await;
    count.load(Ordering::SeqCst)
}
