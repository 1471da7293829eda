//! The sheet of keys, on a page of which a dialog shows it.

use crate::text::texts;
use crate::ui::{Checkbox, PageHeader};
use leptos::prelude::*;

/// Which keys do what, and the switch for those that are single letters.
#[component]
pub fn KeysSheet() -> impl IntoView {
    let text = &texts().search.keys;
    view! {
        <div class="page page-narrow">
            <PageHeader title=text.title />
            <div data-question="large">
                // What the dialog is called.
                <h2 class="visually-hidden">{text.title}</h2>
                <dl class="definitions keys">
                    <Key does=text.search>
                        <kbd>{text.ctrl}</kbd>
                        " "
                        {text.or}
                        " "
                        <kbd>"⌘"</kbd>
                        " + "
                        <kbd>"K"</kbd>
                    </Key>
                    <Key does=text.field>
                        <kbd>"/"</kbd>
                    </Key>
                    <Key does=text.rows>
                        <kbd>"j"</kbd>
                        " "
                        <kbd>"k"</kbd>
                    </Key>
                    <Key does=text.tick>
                        <kbd>"x"</kbd>
                    </Key>
                    <Key does=text.open>
                        <kbd>{text.enter}</kbd>
                    </Key>
                    <Key does=text.help>
                        <kbd>"?"</kbd>
                    </Key>
                </dl>
                <div class="alive-only" data-single-keys data-program="palette">
                    <Checkbox label=text.single name="single_keys" help=text.single_text checked=true />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Key(
    /// What it does.
    does: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="definition">
            <dt>{children()}</dt>
            <dd>{does}</dd>
        </div>
    }
}
