//! What addresses say, and what is read of them.

use super::*;
use domain::contact::{BulkCommand, BulkOutcome, BulkProgress};

const ID: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";

fn acting() -> Acting {
    Acting { account: ID.parse().expect("an id"), viewing: None }
}

#[test]
fn an_address_is_read_as_it_was_written() {
    let query = ContactQuery {
        filter: ContactFilter {
            search: "Zoë & co".to_owned(),
            status: Some(ContactStatus::Suspended),
            access: Some(AccessFilter::Template("accounting".to_owned())),
        },
        sort: ContactSort::LastSignIn,
        direction: Direction::Descending,
        cursor: "abc".to_owned(),
    };
    let address = write(acting(), &query);
    assert_eq!(
        address,
        format!(
            "/a/{ID}/contacts?search=Zo%C3%AB%20%26%20co&status=suspended&access=template-accounting&sort=last_sign_in&direction=down&cursor=abc"
        )
    );
    let pairs = [
        ("search", "Zoë & co"),
        ("status", "suspended"),
        ("access", "template-accounting"),
        ("sort", "last_sign_in"),
        ("direction", "down"),
        ("cursor", "abc"),
    ];
    assert_eq!(read(&Query::of(&pairs)), query);
    assert_eq!(write(acting(), &ContactQuery::default()), format!("/a/{ID}/contacts"));
}

#[test]
fn what_an_address_cannot_mean_is_left_out() {
    let odd = Query::of(&[("status", "x"), ("access", "role-king"), ("sort", "shoe_size"), ("direction", "up")]);
    assert_eq!(read(&odd), ContactQuery::default());
}

#[test]
fn a_second_click_on_a_column_turns_the_order() {
    let query = ContactQuery { cursor: "abc".to_owned(), ..ContactQuery::default() };
    assert_eq!(sorted_by(acting(), &query, ContactSort::Name), format!("/a/{ID}/contacts?direction=down"));
    assert_eq!(sorted_by(acting(), &query, ContactSort::Email), format!("/a/{ID}/contacts?sort=email"));
}

#[test]
fn the_page_after_a_step_keeps_its_query_and_forgets_older_steps() {
    let page = "/a/1/contacts?search=a%26b&done=delete&who=x";
    assert_eq!(after(page, &[("done", "suspend")]), "/a/1/contacts?search=a%26b&done=suspend");
    assert_eq!(after("/a/1/contacts/2?confirm=delete&next=%2Fa", &[]), "/a/1/contacts/2");
    assert_eq!(after("/a/1/contacts/2?next", &[]), "/a/1/contacts/2");
    assert_eq!(after("/a/1/contacts?search=x&menu=3", &[]), "/a/1/contacts?search=x");
    assert_eq!(after("//evil.example", &[("done", "suspend")]), "/?done=suspend");
}

/// A form that deletes or suspends one person, ticked twice.
fn bulk(to: ContactVerb) -> BulkCommand {
    let (page, id): (SubmissionId, ContactId) = (ID.parse().expect("an id"), ID.parse().expect("an id"));
    let filter = ContactFilter::default();
    BulkCommand { submission: page, to, contacts: vec![id, id], everything: false, filter }
}

#[test]
fn a_question_says_what_it_is_about_and_forgets_what_was_said() {
    let page = "/a/1/contacts?search=x&done=suspend&count=1&left=0";
    for (to, key) in [(ContactVerb::Delete, "delete"), (ContactVerb::Suspend, "suspend")] {
        let asks = format!("/a/1/contacts?search=x&confirm={key}&picked={ID}.{ID}");
        assert_eq!(question(page, &bulk(to)), Some(asks.clone()));
        assert_eq!(question(&asks, &bulk(to)), Some(asks));
    }
    let all = BulkCommand { everything: true, ..bulk(ContactVerb::Suspend) };
    assert_eq!(question(page, &all), Some("/a/1/contacts?search=x&confirm=suspend&picked=all".to_owned()));
    let nobody = BulkCommand { contacts: Vec::new(), ..bulk(ContactVerb::Delete) };
    assert_eq!(question(page, &nobody), None);
    assert_eq!(question("", &bulk(ContactVerb::Delete)), None);
}

#[test]
fn only_questions_about_many_that_there_are_are_asked() {
    let read = |confirm: &str, picked: &str| asked(&Query::of(&[("confirm", confirm), ("picked", picked)]));
    let (id, some) = (ID.parse().expect("an id"), format!("{ID}.x"));
    assert_eq!(read("delete", &some), Some(Question { to: ContactVerb::Delete, picked: Picked::These(vec![id]) }));
    assert_eq!(read("suspend", "all"), Some(Question { to: ContactVerb::Suspend, picked: Picked::Everybody }));
    assert_eq!(read("restore", "all"), None);
    assert_eq!(read("delete", "x"), None);
    assert_eq!(asked(&Query::of(&[("picked", "all")])), None);
}

#[test]
fn the_list_says_what_was_done_once_and_keeps_everything_else() {
    let list = format!("/a/{ID}/contacts");
    let said = format!("{list}?search=a%26b&done=delete&who={ID}&told=2");
    assert_eq!(without_said(&said), format!("{list}?search=a%26b"));
    assert_eq!(without_said(&format!("{list}?done=suspend&count=2&left=0&bulk={ID}")), list);
    assert_eq!(without_said(&format!("{list}?search=x&menu={ID}")), format!("{list}?search=x"));
    for kept in [
        // What goes on is looked at again.
        format!("{list}?done=suspend&count=2&left=0&bulk={ID}&rest=follows"),
        format!("{list}?saved={ID}"),
        format!("{list}?search=x&confirm=delete&picked=all"),
        // Elsewhere it stays on the page.
        format!("{list}/{ID}?done=delete&who={ID}"),
        format!("/a/{ID}/requests?done=granted"),
        "/me?done=saved".to_owned(),
    ] {
        assert_eq!(without_said(&kept), kept);
    }
}

#[test]
fn a_page_leads_back_to_the_list_that_it_was_asked_on() {
    let (page, list) = (format!("/a/{ID}/contacts/{ID}/notifications"), paths::contacts(acting()));
    for (next, address) in [
        (list.clone(), format!("{page}?next")),
        (format!("{list}?search=x"), format!("{page}?next=%2Fa%2F{ID}%2Fcontacts%3Fsearch%3Dx")),
    ] {
        assert_eq!(leading_to(acting(), page.clone(), &next), address);
        let (_, query) = address.split_once('?').expect("a query");
        assert_eq!(super::next(acting(), &Query::read(query)), Some(next));
    }
    assert_eq!(next(acting(), &Query::of(&[("next", "//evil.example")])), None);
    assert_eq!(next(acting(), &Query::default()), None);
}

#[test]
fn a_bulk_action_is_looked_at_again_while_it_goes_on() {
    let outcome = |progress| BulkOutcome {
        id: Some(ID.parse().expect("an id")),
        done: 64,
        progress,
        ..BulkOutcome::nothing(ContactVerb::Delete)
    };
    let page = "/a/1/contacts?search=x";
    let through = format!("{page}&done=delete&count=64&left=0&bulk={ID}");
    assert_eq!(after_bulk(page, &outcome(BulkProgress::Complete)), through);
    let going_on = after_bulk(page, &outcome(BulkProgress::UnderWay));
    assert_eq!(going_on, format!("{through}&rest=follows"));
    assert_eq!(through_with(&going_on), through);
    let part = progress(acting(), ID.parse().expect("an id"));
    let (list, asked) = part.split_once('?').expect("it has a query");
    assert_eq!((list, asked), (&*paths::contacts(acting()), &*format!("bulk={ID}&part=progress")));
    assert!(
        wants_progress(&Query::read(asked))
            && super::bulk(&Query::read(asked)).is_some()
            && !wants_progress(&Query::read(&going_on))
    );
}

#[test]
fn whoever_was_suspended_or_deleted_is_picked_no_more() {
    let done = |pairs: &[(&str, &str)]| is_done(&Query::of(pairs));
    assert!(done(&[("done", "delete"), ("count", "2")]) && done(&[("done", "suspend"), ("count", "0")]));
    assert!(!done(&[("done", "restore"), ("count", "2")]));
    assert!(!done(&[("done", "delete"), ("who", ID)]));
}

#[test]
fn steps_on_different_contacts_are_different_submissions() {
    let page: SubmissionId = ID.parse().expect("an id");
    let (one, two): (ContactId, ContactId) = (
        "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70".parse().expect("an id"),
        "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e71".parse().expect("an id"),
    );
    assert_eq!(submission(page, one, ContactVerb::Delete as u8), submission(page, one, ContactVerb::Delete as u8));
    assert_ne!(submission(page, one, ContactVerb::Delete as u8), submission(page, two, ContactVerb::Delete as u8));
    assert_ne!(submission(page, one, ContactVerb::Delete as u8), submission(page, one, ContactVerb::Restore as u8));
}
