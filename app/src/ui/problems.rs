//! What is wrong with a form, said at its top, with the way to each field.

use leptos::{either::Either, prelude::*};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The id of the field, where it is about one.
    pub field: Option<String>,
    pub message: String,
}

/// The list of what is wrong; nothing is shown while it is empty.
///
/// The focus begins in the first field with a problem, by its `autofocus`.
#[component]
pub fn ProblemSummary(#[prop(into)] title: String, problems: Vec<FieldProblem>) -> impl IntoView {
    (!problems.is_empty()).then(|| {
        view! {
            <div class="problems" role="alert" tabindex="-1">
                <p class="problems-title">{title}</p>
                <ul class="problems-list">{problems.into_iter().map(problem_view).collect_view()}</ul>
            </div>
        }
    })
}

fn problem_view(FieldProblem { field, message }: FieldProblem) -> impl IntoView {
    let content = match field {
        None => Either::Left(message),
        Some(id) => Either::Right(view! { <a href=format!("#{id}")>{message}</a> }),
    };
    view! { <li>{content}</li> }
}
