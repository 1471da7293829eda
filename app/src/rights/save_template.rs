//! Save as template or role, on the page of a person whose rights are worth giving again.

use super::api::SaveTemplateFn;
use crate::forms::{ActingInputs, Form, any_echo, form_field};
use crate::text::texts;
use crate::ui::{Button, Choice, ChoiceGroup, Field, Select};
use domain::access::Denied;
use domain::acting::Acting;
use domain::id::{ContactId, SubmissionId};
use domain::roles::{SetKind, TEMPLATE_NAME_MAX};
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The name, and the button.
#[component]
pub fn SaveAsTemplate(
    /// Whose rights.
    contact: ContactId,
    acting: Acting,
    /// The submission id of the page.
    submission: SubmissionId,
    /// Why not: some of it is not theirs to give.
    refused: Option<Denied>,
) -> impl IntoView {
    let text = &texts().roles;
    if let Some(why) = refused {
        let reason = texts().rights.denied(&why);
        return Either::Left(view! {
            <div>
                <Button disabled_reason=reason>{text.save_as}</Button>
            </div>
        });
    }
    // A form that came back stands open, with what is wrong.
    let open = any_echo().is_some_and(|echo| echo.form == SaveTemplateFn::PATH);
    Either::Right(view! {
        <details class="save-template" open=open>
            <summary>{text.save_as}</summary>
            <Form path=SaveTemplateFn::PATH>
                <ActingInputs acting=acting />
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <input type="hidden" name="change[contact]" value=contact.to_string() />
                <Name />
                <div><Button>{text.save_as}</Button></div>
            </Form>
        </details>
    })
}

#[component]
fn Name() -> impl IntoView {
    let text = &texts().roles;
    let (name, kind) = (form_field("change[name]"), form_field("change[kind]"));
    view! {
        <Field
            label=text.template_name
            name="change[name]"
            value=name.or("")
            problem=name.problem
            help=text.save_as_help
            autocomplete="off"
            required=true
            maxlength=crate::contacts::units(TEMPLATE_NAME_MAX)
        />
        <Select
            label=text.kind
            name="change[kind]"
            groups=vec![ChoiceGroup::plain(
                vec![
                    Choice::new(SetKind::Template.key(), text.as_template),
                    Choice::new(SetKind::Role.key(), text.as_role),
                ],
            )]
            value=kind.or(SetKind::Template.key())
            problem=kind.problem
        />
    }
}
