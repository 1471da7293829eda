//! What addresses say, and what is read of them.

use super::*;
use domain::contact::BulkProgress;

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
            "/a/{ID}/contacts?search=Zo%C3%AB%20%26%20co&status=suspended&access=template-accounting&sort=last_sign_in-down&cursor=abc"
        )
    );
    let pairs = [
        ("search", "Zoë & co"),
        ("status", "suspended"),
        ("access", "template-accounting"),
        ("sort", "last_sign_in-down"),
        ("cursor", "abc"),
    ];
    assert_eq!(read(&Query::of(&pairs)), query);
    assert_eq!(write(acting(), &ContactQuery::default()), format!("/a/{ID}/contacts"));
}

#[test]
fn what_an_address_cannot_mean_is_left_out() {
    let odd = Query::of(&[("status", "x"), ("access", "role-king"), ("sort", "shoe_size-down")]);
    assert_eq!(read(&odd), ContactQuery::default());
}

#[test]
fn a_second_click_on_a_column_turns_the_order() {
    let query = ContactQuery { cursor: "abc".to_owned(), ..ContactQuery::default() };
    assert_eq!(sorted_by(acting(), &query, ContactSort::Name), format!("/a/{ID}/contacts?sort=name-down"));
    assert_eq!(sorted_by(acting(), &query, ContactSort::Email), format!("/a/{ID}/contacts?sort=email"));
}

#[test]
fn the_page_after_a_step_keeps_its_query_and_forgets_older_steps() {
    let page = "/a/1/contacts?search=a%26b&done=delete&who=x";
    assert_eq!(after(page, &[("done", "suspend")]), "/a/1/contacts?search=a%26b&done=suspend");
    assert_eq!(after("/a/1/contacts/2?confirm=delete&next=%2Fa", &[]), "/a/1/contacts/2");
    assert_eq!(after("/a/1/contacts/2?next", &[]), "/a/1/contacts/2");
    assert_eq!(after(&format!("/a/1/contacts?search=x&{MENU}=3"), &[]), "/a/1/contacts?search=x");
    assert_eq!(after("//evil.example", &[("done", "suspend")]), "/?done=suspend");
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
    let bulk: BulkId = ID.parse().expect("an id");
    let page = "/a/1/contacts?search=x";
    let through = format!("{page}&bulk={ID}");
    assert_eq!(after_bulk(page, bulk, BulkProgress::Complete), through);
    let going_on = after_bulk(&format!("{page}&done=delete&mark=0f"), bulk, BulkProgress::UnderWay);
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
