//! Which services have a row in a rights form: those it begins with, those that it came back with, and those that were
//! searched for. Where few services are seen, each has one.
//!
//! The program asks for a part of the form's page, and adds what is chosen there. Without it the form is posted with the
//! button that searches, and comes back as it does when something is wrong with it: nothing typed or ticked is lost, and
//! nothing is saved.

use super::services_found::ServicesFound;
use crate::forms::{FormEcho, any_echo};
use crate::request::{FunctionError, Query, respond};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use domain::acting::Acting;
use domain::error::PortalError;
use domain::id::{ContactId, ServiceId};
use domain::paths;
use domain::problem::ContactProblem;
use domain::rights::Rights;
use domain::rights_form::{Ground, SHOWN_FIELD, service_of};
use domain::service::{MoreServices, SERVICE_ROWS, ServiceChoice, ServiceSearch};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the buttons that search.
pub const FIND: &str = "find";
/// What the button that says so posts.
pub const FIND_ALWAYS: &str = "services";
/// What is posted where somebody presses Enter in the form: that searches once something to search is typed.
pub const FIND_TYPED: &str = "typed";
/// What the button posts that works the summary out anew.
pub const FIND_SUMMARY: &str = "summary";
/// The name of the field with what is searched.
pub const SEARCH: &str = "search";

/// The part of a form's page with the services found.
const PART: (&str, &str) = ("part", "services");

/// How services without a row get one.
#[derive(Debug, Clone)]
pub struct ServiceRows {
    /// The address of the part, to which the program adds what is searched.
    pub part: String,
    /// The function that the form is posted to.
    pub function: &'static str,
    /// On how many services without a row the contact has something.
    pub kept: usize,
    /// What was said of a search, where one was posted.
    pub said: Option<String>,
}

/// A rights form, by its page and its function.
pub struct RightsForm {
    pub page: String,
    pub function: &'static str,
    pub acting: Acting,
    /// The contact that is edited.
    pub contact: Option<ContactId>,
}

impl RightsForm {
    /// Adds the rows that the form came back with, and those that were searched for. `given` is what the contact has.
    pub async fn rows(
        self,
        more: Option<MoreServices>,
        given: &Rights,
        services: &mut Vec<ServiceChoice>,
    ) -> Result<Option<ServiceRows>, FunctionError> {
        let Some(MoreServices { kept }) = more else { return Ok(None) };
        let part = paths::with_query(self.page, [PART]);
        let mut rows = ServiceRows { part, function: self.function, kept, said: None };
        let Some(echo) = any_echo().filter(|echo| echo.form == self.function) else { return Ok(Some(rows)) };
        let (text, ids) = (searched(&echo), ids(&echo));
        let answer = ask!(contacts.services(self.acting, self.contact, ServiceSearch { ids, text: text.clone() }))?;
        let words = &texts().contacts.privileges;
        let (said, mut is_full) = (words.found(&answer), false);
        for service in answer.named.into_iter().chain(answer.found.into_iter().map(|found| found.service)) {
            if services.iter().all(|row| row.id != service.id) {
                is_full |= services.len() >= SERVICE_ROWS;
                if !is_full {
                    rows.kept -= usize::from(given.services.contains_key(&service.id)).min(rows.kept);
                    services.push(service);
                }
            }
        }
        rows.said = text.map(|_| if is_full { words.rows_full(SERVICE_ROWS) } else { said });
        Ok(Some(rows))
    }
}

/// What was searched, when the button for that was pressed.
fn searched(echo: &FormEcho) -> Option<String> {
    let text = echo.value(SEARCH).unwrap_or_default();
    wants_search(echo.value(FIND).unwrap_or_default(), text).then(|| text.to_owned())
}

fn wants_search(find: &str, text: &str) -> bool {
    find == FIND_ALWAYS || (find == FIND_TYPED && !text.trim().is_empty())
}

/// The services whose rows the form had: those with a tick, and those that showed what is given.
fn ids(echo: &FormEcho) -> BTreeSet<ServiceId> {
    let ids = echo.fields.iter().filter_map(|(name, value)| match name.as_str() {
        SHOWN_FIELD => value.parse().ok(),
        name => service_of(name),
    });
    let ids: BTreeSet<ServiceId> = ids.collect();
    ids.into_iter().take(SERVICE_ROWS).collect()
}

/// Has a form come back where it was posted for its summary alone.
pub fn unless_summed_up(find: &str) -> Result<(), FunctionError> {
    if find == FIND_SUMMARY {
        respond(Err(PortalError::invalid("summary", ContactProblem::SummaryAsked)))
    } else {
        Ok(())
    }
}

/// Has a form come back where it was posted to search, or for its summary, to whoever may fill it in.
pub async fn unless_searched(
    acting: Acting,
    contact: Option<ContactId>,
    (find, search): (&str, &str),
) -> Result<(), FunctionError> {
    if !wants_search(find, search) && find != FIND_SUMMARY {
        return Ok(());
    }
    ask!(contacts.services(acting, contact, ServiceSearch::default()))?;
    unless_summed_up(find)?;
    respond(Err(PortalError::invalid("services", ContactProblem::ServicesSearched)))
}

/// Whether the program asks for the part of the page.
pub fn wants_part(query: &Query) -> bool {
    let (name, value) = PART;
    query.get(name) == Some(value)
}

/// The part: what is found, each with its row.
pub async fn part(acting: Acting, contact: Option<ContactId>, query: &Query) -> Result<Page, Instead> {
    let search = ServiceSearch { ids: BTreeSet::new(), text: Some(query.text(SEARCH).to_owned()) };
    let answer = ask!(contacts.services(acting, contact, search))?;
    let given = answer.found.iter().filter(|found| !found.given.is_empty());
    let ground = Ground {
        standing: use_account().view.actor.standing,
        baseline: Rights {
            services: given.map(|found| (found.service.id, found.given)).collect(),
            ..Rights::default()
        },
        is_me: false,
        templates: Vec::new(),
        own_roles: BTreeMap::new(),
        services: answer.found.iter().map(|found| found.service.clone()).collect(),
        domains: Vec::new(),
    };
    let title = texts().contacts.privileges.services;
    Ok(Page::new(title, view! { <ServicesFound answer=answer ground=ground /> }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::FormOutcome;

    #[test]
    fn a_form_searches_when_its_button_or_enter_in_its_field_is_pressed() {
        assert!(wants_search(FIND_ALWAYS, "") && wants_search(FIND_ALWAYS, "web"));
        assert!(wants_search(FIND_TYPED, "web") && !wants_search(FIND_TYPED, " "));
        assert!(!wants_search("", "web"), "Submit saves");
    }

    #[test]
    fn a_form_comes_back_with_its_rows() {
        let id = |number: usize| format!("00000000-0000-7000-8000-{number:012}");
        let ticked = format!("change[services][svc-{}][]", id(1));
        let fields = [(ticked.as_str(), "svc.power"), (SHOWN_FIELD, &id(2)), ("change[note]", &id(3))];
        let echo = |fields: Vec<(String, String)>| FormEcho {
            form: "/fn/contacts/save".to_owned(),
            fields,
            outcome: FormOutcome::Failed(PortalError::Malformed),
        };
        let pairs = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        assert_eq!(ids(&echo(pairs)).iter().map(ToString::to_string).collect::<Vec<_>>(), [id(1), id(2)]);
        let many = (1..1000).map(|number| (SHOWN_FIELD.to_owned(), id(number))).collect();
        assert_eq!(ids(&echo(many)).len(), SERVICE_ROWS);
    }
}
