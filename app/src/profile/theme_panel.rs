//! Light, dark, or as the system says, in this browser.

use super::api::SetThemeFn;
use crate::forms::PostForm;
use crate::request::{Theme, theme};
use crate::text::texts;
use crate::ui::Panel;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// A button for each; the one of now is pressed.
#[component]
pub fn ThemePanel() -> impl IntoView {
    let text = &texts().profile.theme;
    let now = theme();
    let button = |theme: Theme| {
        let label = match theme {
            Theme::System => text.system,
            Theme::Light => text.light,
            Theme::Dark => text.dark,
        };
        let pressed = if theme == now { "true" } else { "false" };
        view! {
            <button type="submit" class="button" name="theme" value=theme.key() aria-pressed=pressed>
                {label}
            </button>
        }
    };
    let buttons = Theme::ALL.into_iter().map(button).collect_view();
    // The document is loaded: its colours stand on its root, which no step replaces.
    view! {
        <Panel title=text.heading lead=text.lead>
            <PostForm path=SetThemeFn::PATH class="toolbar" load=true>
                {buttons}
            </PostForm>
        </Panel>
    }
}
