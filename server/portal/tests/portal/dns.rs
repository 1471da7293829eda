//! Zones: what is read, changed as a whole, taken back, and what becomes of a change that nobody saw the end of.

use crate::support::acts::{Act, Scene};
use crate::support::contacts::{OWNER, account, colleague, later, submission, with_login};
use crate::support::zones::{Manner, add_domain};
use crate::support::{World, for_each_database};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::dns::{
    ApplyZone, ChangeState, EditZone, EditedRow, ImportZone, UndoZone, ZoneDone, ZonePage, ZoneQuery, ZoneSeen,
};
use domain::error::PortalError;
use domain::id::{ContactId, DomainId, SubmissionId};
use domain::operation::{DomainOperation, DomainOperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::{DnsProblem, Problem};
use uuid::Uuid;

const ZONE: &str = "example.org";

/// A row for a new record.
fn new(name: &str, kind: &str, values: &str) -> EditedRow {
    let (name, kind, values) = (name.to_owned(), kind.to_owned(), values.to_owned());
    EditedRow { name, kind, ttl: "1h".to_owned(), values, ..EditedRow::default() }
}

async fn page(world: &World, who: &Caller, acting: Acting, domain: DomainId) -> ZonePage {
    world.portal().ports.dns.page(who, acting, domain, ZoneQuery::default()).await.expect("shown")
}

/// The row of a name, as the page shows it, with this value in place of its own.
async fn touched(world: &World, who: &Caller, acting: Acting, domain: DomainId, name: &str, value: &str) -> EditedRow {
    let ZoneSeen::Records(records) = page(world, who, acting, domain).await.seen else { panic!("no records") };
    let set = records.page.rows.iter().find(|set| set.name.as_str() == name).expect("a record");
    EditedRow { values: value.to_owned(), ..EditedRow::of_set(set, &records.zone) }
}

/// Reviews an edit; the form that applies it.
async fn reviewed(
    world: &World,
    who: &Caller,
    acting: Acting,
    domain: DomainId,
    rows: Vec<EditedRow>,
) -> Result<ApplyZone, PortalError> {
    let review = world.portal().ports.dns.review(who, acting, EditZone { domain, rows }).await?;
    Ok(ApplyZone { submission: submission(), domain, rows: EditedRow::write(&review.changes.rows()) })
}

/// Sets the value of a name.
async fn change(
    world: &World,
    who: &Caller,
    acting: Acting,
    domain: DomainId,
    value: &str,
) -> Result<ZoneDone, PortalError> {
    let row = touched(world, who, acting, domain, "host1.example.org", value).await;
    let apply = reviewed(world, who, acting, domain, vec![row]).await?;
    world.portal().ports.dns.apply(who, acting, apply).await
}

async fn undo(
    world: &World,
    who: &Caller,
    acting: Acting,
    domain: DomainId,
    done: ZoneDone,
) -> Result<ZoneDone, PortalError> {
    let change = UndoZone { submission: submission(), domain, change: done.change };
    world.portal().ports.dns.undo(who, acting, change).await
}

#[test]
fn a_reviewed_edit_is_made_as_a_whole_told_and_taken_back() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let dns = &world.portal().ports.dns;
        let rows = vec![
            touched(&world, &owner, acting, domain, "host1.example.org", "192.0.2.77").await,
            EditedRow { delete: true, ..touched(&world, &owner, acting, domain, "host2.example.org", "").await },
            new("b\u{fc}cher", "A", "192.0.2.78"),
            EditedRow::default(),
        ];
        let apply = reviewed(&world, &owner, acting, domain, rows).await.expect("reviewed");
        assert_eq!(world.zones().asked(), 0, "a review changes nothing");
        let done = dns.apply(&owner, acting, apply.clone()).await.expect("applied");
        assert_eq!(done.state, ChangeState::Done);
        assert_eq!(world.zones().values(ZONE, "host1.example.org"), ["192.0.2.77"]);
        assert!(world.zones().values(ZONE, "host2.example.org").is_empty());
        assert_eq!(world.zones().values(ZONE, "xn--bcher-kva.example.org"), ["192.0.2.78"]);
        assert_eq!(dns.apply(&owner, acting, apply).await, Ok(done), "the same form again is the same change");
        assert_eq!(world.zones().asked(), 1);
        let history = page(&world, &owner, acting, domain).await.history;
        assert_eq!(history.iter().map(|row| (row.id, row.state)).collect::<Vec<_>>(), [(done.change, done.state)]);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'zone_changed'").await, 1);

        let taken_back = undo(&world, &owner, acting, domain, done).await.expect("taken back");
        assert_eq!(world.zones().values(ZONE, "host1.example.org"), ["192.0.2.1"]);
        assert_eq!(world.zones().values(ZONE, "host2.example.org"), ["192.0.2.2"]);
        assert!(world.zones().values(ZONE, "xn--bcher-kva.example.org").is_empty());
        undo(&world, &owner, acting, domain, taken_back).await.expect("and made again");
        world.zones().set(ZONE, "host1.example.org", "198.51.100.1");
        let overtaken = undo(&world, &owner, acting, domain, done).await;
        assert_eq!(overtaken, Err(PortalError::overtaken()), "what was changed meanwhile is not overwritten");
        assert_eq!(world.first_bad_audit_row(None).await, None);
    });
}

#[test]
fn what_is_wrong_is_named_field_by_field_and_nothing_is_changed() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let rows = vec![new("a", "A", "x"), new("host1", "CNAME", "a.example.net"), new("b", "MX", "10 192.0.2.1")];
        let fields = |error: PortalError| {
            let PortalError::Invalid { fields } = error else { panic!("{error:?}") };
            fields.into_iter().map(|one| (one.field, one.problem)).collect::<Vec<_>>()
        };
        let wrong = |at: &str, problem: DnsProblem| (at.to_owned(), Problem::from(problem));
        let refused = reviewed(&world, &owner, acting, domain, rows).await.expect_err("refused");
        let both = [wrong("rows.0.values", DnsProblem::NotIpv4), wrong("rows.2.values", DnsProblem::AddressForName)];
        assert_eq!(fields(refused), both);
        let alone = reviewed(&world, &owner, acting, domain, vec![new("host1", "CNAME", "a.example.net")]).await;
        assert_eq!(fields(alone.expect_err("refused")), [wrong("rows.0.name", DnsProblem::CnameAlone)]);

        // What changed between the page and the review, and between the review and the change.
        let row = touched(&world, &owner, acting, domain, "host1.example.org", "192.0.2.77").await;
        let apply = reviewed(&world, &owner, acting, domain, vec![row.clone()]).await.expect("reviewed");
        world.zones().set(ZONE, "host1.example.org", "198.51.100.1");
        let meanwhile = [wrong("rows.0.values", DnsProblem::ChangedMeanwhile { now: "198.51.100.1".to_owned() })];
        let late = reviewed(&world, &owner, acting, domain, vec![row]).await.expect_err("refused");
        assert_eq!(fields(late), meanwhile);
        let late = world.portal().ports.dns.apply(&owner, acting, apply).await.expect_err("refused");
        assert_eq!(fields(late), meanwhile);
        assert_eq!(world.zones().asked(), 0);
    });
}

#[test]
fn a_change_without_an_answer_is_told_by_the_zone_and_never_made_again() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let state = async || page(&world, &owner, acting, domain).await.history.first().expect("a change").state;
        let value = |last: u8| format!("192.0.2.{last}");
        let mut now = 1;
        let cases = [
            (Manner::Silent, ChangeState::Done, ChangeState::Done),
            (Manner::Late, ChangeState::UnderWay, ChangeState::NotDone),
            (Manner::Meddled, ChangeState::UnderWay, ChangeState::Unknown),
        ];
        for (number, (manner, at_once, in_the_end)) in (70..).zip(cases) {
            world.zones().behave(manner);
            let asked = world.zones().asked();
            let done = change(&world, &owner, acting, domain, &value(number)).await.expect("handed over");
            assert_eq!((done.state, state().await), (at_once, at_once), "{manner:?}");
            if at_once == ChangeState::UnderWay {
                let busy = change(&world, &owner, acting, domain, &value(99)).await;
                assert_eq!(busy, Err(PortalError::invalid("rows", DnsProblem::ZoneBusy)), "one at a time");
            }
            now += 1;
            world.portal().jobs.run_due(later(now)).await.expect("the database answers");
            assert_eq!(state().await, in_the_end, "{manner:?}");
            assert_eq!(world.zones().asked(), asked + 1, "{manner:?}: handed over once");
        }
        assert_eq!(world.first_bad_audit_row(None).await, None);
    });
}

#[test]
fn a_refusal_and_a_server_that_is_away_change_nothing_and_say_so() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        world.zones().behave(Manner::Refuses);
        let refused = change(&world, &owner, acting, domain, "192.0.2.77").await;
        assert_eq!(refused, Err(PortalError::invalid("rows", DnsProblem::NotTaken)));
        let history = page(&world, &owner, acting, domain).await.history;
        assert_eq!(history.first().map(|row| row.state), Some(ChangeState::NotDone));
        let row = touched(&world, &owner, acting, domain, "host1.example.org", "192.0.2.77").await;
        world.zones().behave(Manner::Away);
        let unread = reviewed(&world, &owner, acting, domain, vec![row]).await;
        assert_eq!(unread.err(), Some(PortalError::Unavailable));
        assert_eq!(page(&world, &owner, acting, domain).await.seen, ZoneSeen::Unreachable);
        world.zones().behave(Manner::Well);
        let done = change(&world, &owner, acting, domain, "192.0.2.77").await.expect("nothing is stuck");
        assert_eq!(done.state, ChangeState::Done);
    });
}

/// As a kill at that moment: the request is dropped where it stands, and another process goes on.
#[test]
fn whoever_dies_while_the_server_is_at_it_leaves_it_to_the_job() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let cases = [(Manner::Hangs, ChangeState::Done), (Manner::HangsBefore, ChangeState::NotDone)];
        for (number, (manner, in_the_end)) in (1..).zip(cases) {
            world.zones().behave(manner);
            tokio::select! {
                done = change(&world, &owner, acting, domain, "192.0.2.77") => panic!("{done:?}"),
                () = world.zones().hangs.notified() => {}
            }
            let state = async || page(&world, &owner, acting, domain).await.history.first().expect("a change").state;
            assert_eq!(state().await, ChangeState::UnderWay);
            world.portal().jobs.run_due(later(0)).await.expect("the database answers");
            assert_eq!(state().await, ChangeState::UnderWay, "not before whoever handed it over has given up");
            world.portal().jobs.run_due(later(number)).await.expect("the database answers");
            assert_eq!(state().await, in_the_end, "{manner:?}");
            assert_eq!(world.zones().asked(), usize::try_from(number).expect("a number"), "never a second time");
            world.zones().behave(Manner::Well);
            world.zones().set(ZONE, "host1.example.org", "192.0.2.1");
        }
        assert_eq!(world.first_bad_audit_row(None).await, None);
    });
}

#[test]
fn after_a_backup_was_restored_no_change_stays_under_way() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        world.zones().behave(Manner::Late);
        change(&world, &owner, acting, domain, "192.0.2.77").await.expect("handed over");
        world.portal().revoke_all(later(1)).await.expect("revoked");
        let owner = world.signed_in(OWNER, later(2)).await;
        let history = page(&world, &owner, acting, domain).await.history;
        assert_eq!(history.first().map(|row| row.state), Some(ChangeState::Unknown), "its job is gone");
        world.zones().behave(Manner::Well);
        let done = change(&world, &owner, acting, domain, "192.0.2.77").await.expect("nothing is stuck");
        assert_eq!(done.state, ChangeState::Done);
    });
}

#[test]
fn a_zone_file_is_imported_with_all_bad_lines_named_and_exported_as_it_was() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let dns = &world.portal().ports.dns;
        let import =
            |file: &str, only: bool| dns.import(&owner, acting, ImportZone { domain, file: file.to_owned(), only });
        let Err(PortalError::Invalid { fields }) = import("a A 192.0.2\nb A 192.0.2.1\nc WKS 1\n", true).await else {
            panic!("it has bad lines");
        };
        assert_eq!(fields.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["lines.1", "lines.3"]);
        let Err(PortalError::Invalid { fields }) = import(&"x\n".repeat(60_000), true).await else {
            panic!("it has bad lines");
        };
        let last = fields.last().map(|one| (one.field.as_str(), one.problem.clone()));
        assert_eq!((fields.len(), last), (1_001, Some(("file", DnsProblem::AndMore { count: 59_000 }.into()))));
        let exported = dns.export(&owner, acting, domain).await.expect("a file");
        assert_eq!(exported.name, "example.org.zone");
        let nothing = import(&exported.content, true).await;
        assert_eq!(nothing.err(), Some(PortalError::invalid("rows", DnsProblem::NothingChanged)));
        let review = import("host0 300 A 192.0.2.0\nnew 300 TXT hello\n", true).await.expect("reviewed");
        assert_eq!(review.changes.counts(), [1, 2, 0], "its own name servers stay");
        let rows = EditedRow::write(&review.changes.rows());
        let apply = ApplyZone { submission: submission(), domain, rows };
        dns.apply(&owner, acting, apply).await.expect("applied");
        assert!(world.zones().values(ZONE, "host1.example.org").is_empty());
        assert_eq!(import("host0 300 A 192.0.2.0\n", false).await.err().map(|_| ()), Some(()), "nothing is different");
    });
}

/// It may be another account's by now, or not be this one's yet.
#[test]
fn the_zone_of_a_domain_that_the_account_does_not_have_is_not_here() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let row = touched(&world, &owner, acting, domain, "host1.example.org", "192.0.2.77").await;
        let form = reviewed(&world, &owner, acting, domain, vec![row.clone()]).await.expect("reviewed");
        for status in ["ended", "pending"] {
            world.insert("UPDATE domains SET status = $1 WHERE id = $2", &[status, &domain.to_string()]).await;
            assert_eq!(page(&world, &owner, acting, domain).await.seen, ZoneSeen::NotHere, "{status}");
            let dns = &world.portal().ports.dns;
            assert_eq!(dns.export(&owner, acting, domain).await.err(), Some(PortalError::NotFound));
            let edit = reviewed(&world, &owner, acting, domain, vec![row.clone()]).await;
            assert_eq!(edit.err(), Some(PortalError::NotFound));
            assert_eq!(dns.apply(&owner, acting, form.clone()).await.err(), Some(PortalError::NotFound));
        }
        assert_eq!(world.zones().asked(), 0);
        world.insert("UPDATE domains SET status = $1 WHERE id = $2", &["expired", &domain.to_string()]).await;
        let done = world.portal().ports.dns.apply(&owner, acting, form).await.expect("applied");
        assert_eq!(done.state, ChangeState::Done);
    });
}

#[test]
fn nobody_without_the_right_reads_or_changes_a_zone_nor_that_of_another_domain_or_account() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let domain = add_domain(&world, acting.account, 1, ZONE).await;
        let sibling = add_domain(&world, acting.account, 2, "sibling.example").await;
        let other = world.account_of("other@example.com").await;
        let foreign = add_domain(&world, other, 3, "example.net").await;
        let missing = DomainId::new(Uuid::from_u128(9));
        let views = PrivilegeSet::of(&[Privilege::DomainsView]);
        let viewer = SaveContact { privileges: views, ..with_login("Vi", "vi@example.com", &[]) };
        let (_, viewer) = colleague(&world, acting, &owner, viewer).await;
        let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
        let dora = SaveContact { domains: [(domain, dns)].into(), ..with_login("Dora", "dora@example.com", &[]) };
        let (_, dora) = colleague(&world, acting, &owner, dora).await;
        let (_, nobody) = colleague(&world, acting, &owner, with_login("No", "no@example.com", &[])).await;
        let ports = &world.portal().ports;
        let rows = || vec![new("x", "A", "192.0.2.9")];
        let all = async |who: &Caller, domain: DomainId| {
            let edit = EditZone { domain, rows: rows() };
            let file = ImportZone { domain, file: "x 300 A 192.0.2.9".to_owned(), only: false };
            let apply = ApplyZone { submission: submission(), domain, rows: EditedRow::write(&rows()) };
            [
                ports.dns.page(who, acting, domain, ZoneQuery::default()).await.err(),
                ports.dns.export(who, acting, domain).await.err(),
                ports.dns.review(who, acting, edit).await.err(),
                ports.dns.import(who, acting, file).await.err(),
                ports.dns.apply(who, acting, apply).await.err(),
            ]
        };
        for (who, domain) in
            [(&owner, foreign), (&owner, missing), (&dora, sibling), (&dora, foreign), (&dora, missing)]
        {
            assert_eq!(all(who, domain).await, [(); 5].map(|()| Some(PortalError::NotFound)));
        }
        for who in [&viewer, &nobody] {
            for error in all(who, domain).await {
                assert!(matches!(error, Some(PortalError::Denied { .. })), "{error:?}");
            }
        }
        assert_eq!(world.zones().asked(), 0);
        assert_eq!(all(&dora, domain).await, [(); 5].map(|()| None));
        assert_eq!(world.zones().values(ZONE, "x.example.org"), ["192.0.2.9"]);
    });
}

/// What a manager tries while it is taken from them.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Applying), Box::new(Undoing::default())]
}

/// A domain that acts are done to, made with the first.
async fn domain_of(scene: &Scene<'_>) -> DomainId {
    let id = DomainId::new(Uuid::from_u128(77));
    let known = scene.ports().dns.page(&scene.owner, scene.acting, id, ZoneQuery::default()).await;
    if known.is_err() {
        add_domain(scene.world, scene.acting.account, 77, ZONE).await;
    }
    id
}

fn numbered(number: usize) -> ApplyZone {
    let name = format!("n{number}-{}", submission().uuid().as_u128());
    let rows = EditedRow::write(&[new(&name, "A", "192.0.2.9")]);
    ApplyZone { submission: submission(), domain: DomainId::new(Uuid::from_u128(77)), rows }
}

#[derive(Debug)]
struct Applying;

#[async_trait(?Send)]
impl Act for Applying {
    fn use_case(&self) -> &'static str {
        "Dns::apply"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        domain_of(scene).await;
        scene.victim(number).await
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        scene.ports().dns.apply(&scene.manager, scene.acting, numbered(number)).await.map(drop)
    }
}

#[derive(Debug, Default)]
struct Undoing {
    made: Option<ZoneDone>,
}

#[async_trait(?Send)]
impl Act for Undoing {
    fn use_case(&self) -> &'static str {
        "Dns::undo"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        domain_of(scene).await;
        let made = scene.ports().dns.apply(&scene.owner, scene.acting, numbered(number)).await;
        self.made = Some(made.expect("the owner may"));
        scene.victim(number).await
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let change = self.made.as_ref().map(|made| made.change).ok_or(PortalError::NotFound)?;
        let submission: SubmissionId = submission();
        let change = UndoZone { submission, domain: DomainId::new(Uuid::from_u128(77)), change };
        scene.ports().dns.undo(&scene.manager, scene.acting, change).await.map(drop)
    }
}
