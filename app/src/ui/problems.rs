//! What is wrong with a form, said at its top, with the way to each field.

use leptos::{ev::MouseEvent, html, prelude::*, wasm_bindgen::JsCast};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The id of the field, where it is about one.
    pub field: Option<String>,
    pub message: String,
}

/// The list of what is wrong; nothing is shown while it is empty.
///
/// Every new list moves the focus to its first field, or to the summary when no field is meant. Without JavaScript the
/// `autofocus` of the first field with a problem does the same.
#[component]
pub fn ProblemSummary(#[prop(into)] title: String, #[prop(into)] problems: Signal<Vec<FieldProblem>>) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let problems = problems.get();
        if problems.is_empty() {
            return;
        }
        let field = problems.iter().find_map(|problem| problem.field.as_deref());
        // The fields show their problems in the same turn: look after it.
        let field = field.map(str::to_owned);
        request_animation_frame(move || {
            let focused = field.is_some_and(|id| focus(&id));
            if !focused && let Some(summary) = node.try_get_untracked().flatten() {
                let _ = summary.focus();
            }
        });
    });
    move || {
        let problems = problems.get();
        let title = title.clone();
        (!problems.is_empty()).then(move || {
            view! {
                <div node_ref=node class="problems" role="alert" tabindex="-1">
                    <p class="problems-title">{title}</p>
                    <ul class="problems-list">
                        {problems.into_iter().map(problem_view).collect::<Vec<_>>()}
                    </ul>
                </div>
            }
        })
    }
}

fn problem_view(problem: FieldProblem) -> impl IntoView {
    let message = problem.message;
    match problem.field {
        None => view! { <li>{message}</li> }.into_any(),
        Some(id) => {
            let href = format!("#{id}");
            let go = move |event: MouseEvent| {
                if focus(&id) {
                    event.prevent_default();
                }
            };
            view! { <li><a href=href on:click=go>{message}</a></li> }.into_any()
        }
    }
}

/// Moves the focus to the element with this id; says whether there is one.
fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}
