//! The search of the contacts list, beside a scan with LIKE that fetches the same page from the same database.

use crate::figure::{Figure, Times, ms, ratio};
use crate::world::{World, runtime};
use domain::acting::Acting;
use domain::caller::{Caller, Principal};
use domain::contact::{ContactFilter, ContactQuery};
use domain::id::{AccountId, RequestId};
use domain::list::Total;
use domain::person::{Language, SignIn};
use domain::text::Secret;
use import::{DEMO_PASSWORD, generate};
use portal::Opened;
use server::clock;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::sync::Arc;
use uuid::Uuid;

const TURNS: usize = 20;

/// The page and the number above it, as one would write them without an index for searching.
const LIKE: &str = "SELECT id, first_name, last_name, email, state FROM contacts WHERE account_id = ?1 \
     AND state <> 'deleted' AND search_text LIKE ?2 ORDER BY sort_name, id LIMIT 51";
const LIKE_COUNT: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE account_id = ?1 \
     AND state <> 'deleted' AND search_text LIKE ?2 LIMIT 1001)";

/// Needles with few hits, and needles of every kind.
pub fn figures(world: &World) -> Vec<Figure> {
    runtime().block_on(async {
        let portal = world.open().await;
        let (caller, account) = owner(&portal).await;
        let file = SqliteConnectOptions::new().filename(world.data().join("portico.db")).read_only(true);
        let plain = SqlitePool::connect_with(file).await.unwrap();
        let search = Search { portal, plain, caller, account };
        let (rare, common) = search.needles().await;
        let (mut ours, mut like) = (Times::none(), Times::none());
        for needle in &rare {
            search.compare(needle, &mut ours, &mut like).await;
        }
        let few = ratio(ours.p95(), like.p95());
        let few = Figure {
            what: format!(
                "search in {} contacts, needles with up to 50 hits ({}), p95",
                world.contacts,
                rare.join(", ")
            ),
            reach: "at most 1/20 of a LIKE scan",
            measured: format!("1/{:.0} ({}; LIKE {})", 1.0 / few, ms(ours.p95()), ms(like.p95())),
            reached: Some(few <= 0.05),
        };
        let mut worst = (0.0, String::new(), String::new());
        for needle in rare.iter().chain(&common) {
            let (mut ours, mut like) = (Times::none(), Times::none());
            search.compare(needle, &mut ours, &mut like).await;
            let times = ratio(ours.p95(), like.p95());
            eprintln!("  {needle}: {} LIKE {} ({times:.2})", ms(ours.p95()), ms(like.p95()));
            if times > worst.0 {
                worst = (times, needle.clone(), format!("{}; LIKE {}", ms(ours.p95()), ms(like.p95())));
            }
        }
        let (times, needle, both) = worst;
        let any = Figure {
            what: format!("the worst of those and of {}, p95", common.join(", ")),
            reach: "at most twice the LIKE",
            measured: format!("{times:.2} times for “{needle}” ({both})"),
            reached: Some(times <= 2.0),
        };
        search.portal.close().await;
        vec![few, any]
    })
}

struct Search {
    portal: Arc<Opened>,
    plain: SqlitePool,
    caller: Caller,
    account: AccountId,
}

impl Search {
    /// Parts of names and addresses that stand in the world, by how many contacts have them.
    async fn needles(&self) -> (Vec<String>, Vec<String>) {
        let (mut rare, mut common) = (Vec::new(), Vec::new());
        let names: Vec<(String, String)> = sqlx::query_as(
            "SELECT last_name, email FROM contacts WHERE email IS NOT NULL AND account_id = ?1 ORDER BY id LIMIT 40",
        )
        .bind(self.account.to_string())
        .fetch_all(&self.plain)
        .await
        .unwrap();
        let addresses = names.iter().step_by(10).map(|(_, email)| email.to_lowercase());
        let surnames = names.iter().step_by(9).map(|(name, _)| name.to_lowercase());
        let parts = ["anna", "berg", "bach", "stein", "example", "quist", "an", "zz", "nobody has this"];
        for needle in addresses.chain(surnames).chain(parts.map(ToOwned::to_owned)) {
            match self.list(&needle).await {
                Total::Exact(0..=50) => rare.push(needle),
                Total::Exact(_) | Total::Many => common.push(needle),
            }
        }
        assert!(!rare.is_empty() && !common.is_empty(), "the world has both kinds");
        (rare, common)
    }

    async fn compare(&self, needle: &str, ours: &mut Times, like: &mut Times) {
        for _ in 0..TURNS {
            ours.add_async(self.list(needle)).await;
            like.add_async(self.like(needle)).await;
        }
    }

    /// The whole use-case: who asks, what they may, the rows with their rights and menus, the number of hits.
    async fn list(&self, needle: &str) -> Total {
        let query = ContactQuery {
            filter: ContactFilter { search: needle.to_owned(), ..ContactFilter::default() },
            ..ContactQuery::default()
        };
        let acting = Acting { account: self.account, viewing: None };
        self.portal.ports.contacts.list(&self.caller, acting, query).await.unwrap().total
    }

    async fn like(&self, needle: &str) -> i64 {
        let pattern = format!("%{needle}%");
        let account = self.account.to_string();
        let page = sqlx::query(LIKE).bind(&account).bind(&pattern).fetch_all(&self.plain).await.unwrap();
        std::hint::black_box(page);
        sqlx::query_scalar(LIKE_COUNT).bind(&account).bind(&pattern).fetch_one(&self.plain).await.unwrap()
    }
}

/// The owner of the world's account, signed in.
pub async fn owner(portal: &Opened) -> (Caller, AccountId) {
    let mut caller = Caller {
        principal: Principal::Nobody,
        ip: "127.0.0.1".to_owned(),
        agent: "bench".to_owned(),
        device: None,
        language: Language::EN,
        now: clock::system()(),
        request: RequestId::new(Uuid::from_u128(1)),
    };
    let change = SignIn { email: generate::OWNER_EMAIL.to_owned(), password: Secret::new(DEMO_PASSWORD.to_owned()) };
    let session = portal.ports.people.sign_in(&caller, change).await.unwrap();
    caller.principal = portal.sessions.resolve(session.token.expose(), caller.now).await.unwrap().into();
    let accounts = portal.ports.accounts.mine(&caller).await.unwrap();
    (caller, accounts[0].id)
}
