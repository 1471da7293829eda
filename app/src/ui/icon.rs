//! The icon set. The drawings are the symbols of `style/icons.svg`, one file that pages name.
//!
//! Icons are decoration: they are hidden from assistive technology, and whoever uses one says in words what it means.

use leptos::prelude::*;

use crate::request::Assets;

macro_rules! icons {
    ($($name:ident: $key:literal,)*) => {
        /// A drawing of the set.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($name,)*
        }

        impl Icon {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name,)*];

            /// The id of its symbol.
            const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

icons! {
    Activity: "activity",
    ArrowLeft: "arrow-left",
    ArrowRight: "arrow-right",
    Bell: "bell",
    Building: "building",
    Calendar: "calendar",
    Card: "card",
    Cart: "cart",
    Check: "check",
    ChevronDown: "chevron-down",
    ChevronRight: "chevron-right",
    ChevronUp: "chevron-up",
    Clock: "clock",
    Close: "close",
    Copy: "copy",
    Dots: "dots",
    External: "external",
    Eye: "eye",
    Filter: "filter",
    Globe: "globe",
    Home: "home",
    Info: "info",
    Key: "key",
    Lock: "lock",
    Mail: "mail",
    Menu: "menu",
    Minus: "minus",
    Moon: "moon",
    Pause: "pause",
    Pencil: "pencil",
    People: "people",
    Person: "person",
    Pin: "pin",
    Plus: "plus",
    Search: "search",
    Server: "server",
    Settings: "settings",
    Shield: "shield",
    SignOut: "sign-out",
    Sun: "sun",
    Support: "support",
    Switch: "switch",
    Ticket: "ticket",
    Trash: "trash",
    Undo: "undo",
    Warning: "warning",
}

/// Draws an icon in the colour of the surrounding text.
#[component]
pub fn Glyph(icon: Icon) -> impl IntoView {
    let sprite = with_context(|assets: &Assets| assets.icons.clone()).unwrap_or_default();
    let href = format!("{sprite}#{}", icon.key());
    view! {
        // What all icons share is said once, in the style sheet.
        <svg class="icon" aria-hidden="true">
            <use_ href=href></use_>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_a_symbol_and_every_symbol_an_icon() {
        let sprite = include_str!("../../../style/icons.svg");
        for icon in Icon::ALL {
            assert!(sprite.contains(&format!("<symbol id=\"{}\" ", icon.key())), "{icon:?}");
        }
        assert_eq!(sprite.matches("<symbol ").count(), Icon::ALL.len());
    }

    #[test]
    fn an_icon_names_its_symbol() {
        let html = view! { <Glyph icon=Icon::ArrowLeft /> }.to_html();
        assert!(html.contains("<use href=\"#arrow-left\"></use>"), "{html}");
    }
}
