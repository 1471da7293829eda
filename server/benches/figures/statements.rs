//! How many statements a page takes, and how long the use-case of the contacts list. With SQLite each statement is a
//! switch between threads and back, which costs more than what most of them read.

use crate::figure::{Figure, Times, ms};
use crate::searching::owner;
use crate::world::{World, runtime};
use domain::acting::Acting;
use domain::contact::ContactQuery;
use domain::service::ServiceQuery;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, SubscriberExt as _};

const TURNS: usize = 500;

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// Counts what sqlx logs: each statement, but neither BEGIN nor ROLLBACK.
struct Counter;

impl<S: Subscriber> Layer<S> for Counter {
    fn on_event(&self, _: &Event<'_>, _: Context<'_, S>) {
        STATEMENTS.fetch_add(1, Ordering::SeqCst);
    }
}

async fn counted<T>(page: impl Future<Output = T>) -> usize {
    let before = STATEMENTS.load(Ordering::SeqCst);
    std::hint::black_box(page.await);
    STATEMENTS.load(Ordering::SeqCst) - before
}

/// The use-cases of the five commonest pages, as the owner asks for them. The counter stays for the rest of the process,
/// so this comes last.
pub fn figures(world: &World) -> Vec<Figure> {
    runtime().block_on(async {
        let portal = world.open().await;
        let (caller, account) = owner(&portal).await;
        let (ports, acting) = (&portal.ports, Acting { account, viewing: None });
        let list = || async { ports.contacts.list(&caller, acting, ContactQuery::default()).await.unwrap() };
        let contact = list().await.rows[0].id;
        let mut times = Times::none();
        for _ in 0..TURNS {
            times.add_async(list()).await;
        }
        let counter = Counter.with_filter(Targets::new().with_target("sqlx::query", LevelFilter::DEBUG));
        tracing::subscriber::set_global_default(tracing_subscriber::registry().with(counter)).unwrap();
        let shell = counted(ports.accounts.open(&caller, acting)).await;
        let statements = [
            ("contacts list", counted(list()).await),
            ("contact page", counted(ports.contacts.read(&caller, acting, contact)).await),
            ("dashboard", counted(ports.accounts.dashboard(&caller, acting)).await),
            ("chooser", counted(ports.accounts.mine(&caller)).await),
            ("services", counted(ports.holdings.services(&caller, acting, ServiceQuery::default())).await),
        ];
        portal.close().await;
        let statements: Vec<String> = statements.iter().map(|(page, count)| format!("{page} {count}")).collect();
        vec![
            Figure {
                what: format!("the use-case of the contacts list, 50 of {}, p50", world.contacts),
                reach: "under 1 ms",
                measured: format!("{} (p95 {})", ms(times.p50()), ms(times.p95())),
                reached: Some(times.p50() < Duration::from_millis(1)),
            },
            Figure {
                what: "statements of a page's use-case, beside BEGIN and ROLLBACK".to_owned(),
                reach: "",
                measured: format!("{}; the shell of each page of an account {shell}", statements.join(", ")),
                reached: None,
            },
        ]
    })
}
