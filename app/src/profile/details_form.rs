//! One's own name, language and time zone. Its answer loads the document, whose language may be another one.

use super::api::SaveProfileFn;
use crate::forms::{Form, form_field};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Choice, ChoiceGroup, Field, Panel, Select};
use domain::contact::NAME_MAX;
use domain::person::Language;
use domain::profile::Profile;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use texts::{languages, name_of};

#[component]
pub fn DetailsForm(
    /// What it begins with.
    profile: Profile,
) -> impl IntoView {
    let text = &texts().profile;
    view! {
        <Panel title=text.details lead=text.details_lead>
            <Form path=SaveProfileFn::PATH load=true>
                <input type="hidden" name="change[version]" value=profile.version.to_string() />
                <Fields profile=profile />
                <div class="form-actions">
                    <Button kind=ButtonKind::Primary>{text.save}</Button>
                </div>
            </Form>
        </Panel>
    }
}

#[component]
fn Fields(profile: Profile) -> impl IntoView {
    let (text, contacts) = (&texts().profile, &texts().contacts);
    let (first, last) = (form_field("change[first_name]"), form_field("change[last_name]"));
    let (language, zone) = (form_field("change[language]"), form_field("change[time_zone]"));
    let longest = u32::try_from(NAME_MAX).unwrap_or(u32::MAX);
    let languages = [Choice::new("", text.as_browser)]
        .into_iter()
        .chain(languages().map(|language| Choice::new(language.tag(), name_of(*language))))
        .collect();
    view! {
        <Field
            label=contacts.first_name
            name="change[first_name]"
            value=first.or(&profile.first_name)
            problem=first.problem
            autocomplete="given-name"
            maxlength=longest
            required=true
        />
        <Field
            label=contacts.last_name
            name="change[last_name]"
            value=last.or(&profile.last_name)
            problem=last.problem
            autocomplete="family-name"
            maxlength=longest
            required=true
        />
        <Select
            label=text.language_label
            name="change[language]"
            groups=vec![ChoiceGroup::plain(languages)]
            value=language.or(profile.language.as_ref().map(Language::tag).unwrap_or_default())
            problem=language.problem
            help=text.language_help
        />
        <Select
            label=text.time_zone
            name="change[time_zone]"
            groups=zones(&profile)
            value=zone.or(profile.time_zone.as_deref().unwrap_or_default())
            problem=zone.problem
            help=text.time_zone_help
        />
    }
}

/// The zones by region, after UTC.
fn zones(profile: &Profile) -> Vec<ChoiceGroup> {
    let mut groups = vec![ChoiceGroup::plain(vec![Choice::new("", "UTC")])];
    let mut zones = profile.time_zones.as_slice();
    while let Some(first) = zones.first() {
        let region = first.split('/').next().unwrap_or_default();
        let end = zones.iter().position(|zone| zone.split('/').next() != Some(region)).unwrap_or(zones.len());
        let (here, rest) = zones.split_at(end);
        let choices = here.iter().map(|zone| Choice::new(zone.clone(), place(zone))).collect();
        groups.push(ChoiceGroup::named(region, choices));
        zones = rest;
    }
    groups
}

/// "Argentina, Buenos Aires" for `America/Argentina/Buenos_Aires`.
fn place(zone: &str) -> String {
    let after_region = zone.split_once('/').map_or(zone, |(_, place)| place);
    after_region.replace('_', " ").replace('/', ", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_by_its_place() {
        assert_eq!(place("Europe/Berlin"), "Berlin");
        assert_eq!(place("America/Argentina/Buenos_Aires"), "Argentina, Buenos Aires");
    }
}
