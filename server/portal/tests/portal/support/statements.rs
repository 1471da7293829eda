//! What some work logs, and how many statements it takes.

use std::fmt::{Debug, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tracing::field::Field;
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

/// Keeps what the portal logs.
struct Log(Arc<Mutex<String>>);

impl<S: Subscriber> Layer<S> for Log {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut log = self.0.lock().expect("nobody panicked");
        event.record(&mut |field: &Field, value: &dyn Debug| {
            writeln!(log, "{field}={value:?}").expect("text takes it");
        });
    }
}

/// What the portal logs during some work.
pub async fn logged<T>(work: impl Future<Output = T>) -> String {
    logged_of("portal", work).await
}

/// What PostgreSQL is asked for some work, as sqlx logs it.
pub async fn asked<T>(work: impl Future<Output = T>) -> String {
    logged_of("sqlx::query", work).await
}

async fn logged_of<T>(target: &str, work: impl Future<Output = T>) -> String {
    let log = Arc::new(Mutex::new(String::new()));
    let layer = Log(Arc::clone(&log)).with_filter(Targets::new().with_target(target, LevelFilter::DEBUG));
    work.with_subscriber(tracing_subscriber::registry().with(layer)).await;
    std::mem::take(&mut *log.lock().expect("nobody panicked"))
}
