//! A form that somebody else overtook: what they changed is filled in where the form leaves it as it was, so that the next
//! Submit keeps both.

use crate::forms::FormEcho;
use domain::audit::Change;
use domain::change::ContactChange;
use domain::error::PortalError;
use domain::rights_form::grant_input;

/// The name of the input of a detail.
fn detail_input(field: &str) -> String {
    format!("change[{field}]")
}

/// The changes of contacts among these.
fn of_contacts(changes: &[Change]) -> impl Iterator<Item = &ContactChange> {
    changes.iter().map(|Change::Contact(change)| change)
}

/// The details among these changes: the field, and what it becomes.
fn details(changes: &[Change]) -> impl Iterator<Item = (&str, &str)> {
    of_contacts(changes).filter_map(|change| {
        let ContactChange::Detail { field, now } = change else { return None };
        Some((field.as_str(), now.as_str()))
    })
}

/// What a detail becomes by these changes.
fn detail<'c>(changes: &'c [Change], of: &str) -> Option<&'c str> {
    details(changes).find(|(field, _)| *field == of).map(|(_, now)| now)
}

/// The form as it was posted, with what others changed meanwhile. What both changed stays as it was typed.
pub fn merged(mut echo: FormEcho) -> FormEcho {
    let Some(PortalError::Conflict { changed, wanted, .. }) = echo.error().cloned() else { return echo };
    for change in of_contacts(&changed) {
        match change {
            ContactChange::Detail { field, now } if detail(&wanted, field).is_none() => {
                let name = detail_input(field);
                for (_, value) in echo.fields.iter_mut().filter(|(given, _)| *given == name) {
                    value.clone_from(now);
                }
            }
            ContactChange::Given { right, place } => {
                let ticked = grant_input(*right, place);
                echo.fields.extend(ticked.filter(|(name, value)| !echo.ticked(name, value)));
            }
            ContactChange::Taken { right, place } => {
                let cleared = grant_input(*right, place);
                echo.fields.retain(|field| Some(field) != cleared.as_ref());
            }
            ContactChange::Detail { .. }
            | ContactChange::Renamed { .. }
            | ContactChange::State { .. }
            | ContactChange::Ends { .. }
            | ContactChange::Subscribed { .. }
            | ContactChange::Unsubscribed { .. } => {}
        }
    }
    echo
}

/// The details that both changed, each to something else: the field, and what the other one wrote.
pub fn clashes<'c>(changed: &'c [Change], wanted: &'c [Change]) -> Vec<(&'c str, &'c str)> {
    details(changed).filter(|(field, now)| detail(wanted, field).is_some_and(|mine| mine != *now)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::FormOutcome;
    use domain::privilege::Privilege;
    use domain::right::{Place, Right};

    fn detail(field: &str, now: &str) -> Change {
        ContactChange::Detail { field: field.to_owned(), now: now.to_owned() }.into()
    }

    const VIEW: Right = Right::Privilege(Privilege::DomainsView);
    const PAY: Right = Right::Privilege(Privilege::BillingPay);
    const OPEN: Right = Right::Privilege(Privilege::TicketsOpen);

    fn echo(changed: Vec<Change>, wanted: Vec<Change>) -> FormEcho {
        let fields = [
            ("change[first_name]", "Constance"),
            ("change[phone]", ""),
            ("change[note]", "mine"),
            ("change[privileges][]", "billing.pay"),
            ("change[privileges][]", "tickets.open"),
        ];
        FormEcho {
            form: "/fn/contacts/save".to_owned(),
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            outcome: FormOutcome::Failed(PortalError::Conflict { by: None, changed, wanted }),
        }
    }

    #[test]
    fn what_others_changed_is_filled_in_and_what_was_typed_stays() {
        let theirs = vec![
            detail("phone", "030 1"),
            detail("note", "theirs"),
            ContactChange::Given { right: VIEW, place: Place::Account }.into(),
            ContactChange::Taken { right: PAY, place: Place::Account }.into(),
        ];
        let mine = vec![
            detail("first_name", "Constance"),
            detail("note", "mine"),
            ContactChange::Given { right: OPEN, place: Place::Account }.into(),
        ];
        assert_eq!(clashes(&theirs, &mine), [("note", "theirs")]);
        let both = merged(echo(theirs, mine));
        let value = |name: &str| both.value(name).map(str::to_owned);
        assert_eq!(value("change[first_name]").as_deref(), Some("Constance"));
        assert_eq!(value("change[phone]").as_deref(), Some("030 1"));
        assert_eq!(value("change[note]").as_deref(), Some("mine"), "both changed it");
        let ticked: Vec<_> =
            [VIEW, PAY, OPEN].into_iter().map(|right| both.ticked("change[privileges][]", &right.key())).collect();
        assert_eq!(ticked, [true, false, true]);
    }

    #[test]
    fn the_same_change_by_both_is_no_clash() {
        let same =
            || vec![detail("phone", "030 1"), ContactChange::Given { right: OPEN, place: Place::Account }.into()];
        assert_eq!(clashes(&same(), &same()), []);
        let both = merged(echo(same(), same()));
        assert_eq!(both.fields.iter().filter(|(_, value)| value == "tickets.open").count(), 1);
    }
}
