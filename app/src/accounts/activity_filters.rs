//! The filters of the log: a GET form, whose answer is an address.

use crate::request::Query;
use crate::text::texts;
use crate::ui::{Button, Choice, ChoiceGroup, Field, FieldKind, Select};
use domain::acting::Acting;
use domain::audit::{ActivityFilter, ActivityTopic};
use domain::paths;
use domain::time::Day;
use leptos::prelude::*;

/// What an address of the log asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which events. A date that is none is left out.
    pub filter: ActivityFilter,
    /// Which page of them.
    pub cursor: String,
    /// The dates as they were typed.
    from: String,
    to: String,
}

/// What the address asks for.
pub fn read(query: &Query) -> Asked {
    let text = |name: &str| query.text(name).trim().to_owned();
    let (from, to) = (text("from"), text("to"));
    Asked {
        filter: ActivityFilter {
            person: text("person"),
            topic: ActivityTopic::from_key(query.text("topic")),
            from: Day::parse(&from),
            to: Day::parse(&to),
        },
        cursor: text("cursor"),
        from,
        to,
    }
}

/// The address of what the filter finds, under this path.
pub fn write(path: String, filter: &ActivityFilter, cursor: &str) -> String {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(filter.from), day(filter.to));
    let topic = filter.topic.map(ActivityTopic::key).unwrap_or_default();
    let pairs = [("person", &*filter.person), ("topic", topic), ("from", &*from), ("to", &*to), ("cursor", cursor)];
    paths::with_query(path, pairs)
}

/// The fields of the filter.
#[component]
pub fn Filters(
    /// The account and the view.
    acting: Acting,
    /// What the address asks for now.
    asked: Asked,
) -> impl IntoView {
    let text = &texts().accounts.activity;
    let list = &texts().contacts.list;
    let Asked { filter, from, to, .. } = asked;
    let none = (&filter, &*from, &*to) == (&ActivityFilter::default(), "", "");
    let clear = (!none).then(|| {
        view! {
            <a class="button button-quiet" href=paths::activity(acting)>
                {list.clear}
            </a>
        }
    });
    let ActivityFilter { person, topic, from: begin, to: end } = filter;
    let date = |label: &'static str, name: &'static str, typed: String, day: Option<Day>| {
        let problem = (!typed.is_empty() && day.is_none()).then(|| text.date_problem.to_owned());
        // A date field would not show what is none.
        let kind = if problem.is_some() { FieldKind::Text } else { FieldKind::Date };
        view! { <Field label=label name=name kind=kind value=typed problem=problem /> }
    };
    view! {
        <form class="filters" method="get" role="search" action=paths::activity(acting) data-live=true>
            <div class="filters-search">
                <Field
                    label=text.filter_person
                    name="person"
                    kind=FieldKind::Search
                    value=person
                    maxlength=200_u32
                />
            </div>
            <Select
                label=text.filter_topic
                name="topic"
                groups=topics()
                value=topic.map(ActivityTopic::key).unwrap_or_default()
            />
            {date(text.filter_from, "from", from, begin)}
            {date(text.filter_to, "to", to, end)}
            <Button>{list.apply}</Button>
            {clear}
        </form>
    }
}

fn topics() -> Vec<ChoiceGroup> {
    let any = Choice::new("", texts().accounts.activity.topic_any);
    let each = ActivityTopic::ALL.into_iter().map(|topic| Choice::new(topic.key(), texts().topic(topic)));
    vec![ChoiceGroup::plain([any].into_iter().chain(each).collect())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let filter = ActivityFilter {
            person: "Zoë & co".to_owned(),
            topic: Some(ActivityTopic::SignIn),
            from: Day::parse("2026-11-01"),
            to: None,
        };
        let address = write("/a".to_owned(), &filter, "after~x~1");
        assert_eq!(address, "/a?person=Zo%C3%AB%20%26%20co&topic=sign_in&from=2026-11-01&cursor=after~x~1");
        let asked = read(&Query::read(address.split_once('?').expect("a query").1));
        assert_eq!((asked.filter, &*asked.cursor), (filter, "after~x~1"));
    }

    #[test]
    fn what_is_no_date_is_kept_as_typed_and_finds_everything() {
        let asked = read(&Query::of(&[("from", "31.12.2026"), ("topic", "nothing")]));
        assert_eq!((&asked.filter, &*asked.from), (&ActivityFilter::default(), "31.12.2026"));
    }
}
