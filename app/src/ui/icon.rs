//! The icon set: line drawings on a 24 x 24 grid, one path each, drawn for this project.
//!
//! Icons are decoration: they are hidden from assistive technology, and whoever uses one says in words what it means.

use leptos::prelude::*;

/// A drawing of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    Activity,
    ArrowLeft,
    ArrowRight,
    Bell,
    Building,
    Calendar,
    Card,
    Cart,
    Check,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Copy,
    Dots,
    External,
    Eye,
    Filter,
    Globe,
    Home,
    Info,
    Key,
    Lock,
    Mail,
    Menu,
    Minus,
    Moon,
    Pause,
    Pencil,
    People,
    Person,
    Pin,
    Plus,
    Search,
    Server,
    Settings,
    Shield,
    SignOut,
    Sun,
    Support,
    Switch,
    Ticket,
    Trash,
    Undo,
    Warning,
}

impl Icon {
    /// The strokes, as the `d` of one SVG path.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Activity => "M3 12h4l3-8 4 16 3-8h4",
            Self::ArrowLeft => "M20 12H4M10 6l-6 6 6 6",
            Self::ArrowRight => "M4 12h16M14 6l6 6-6 6",
            Self::Bell => "M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
            Self::Building => "M5 21V3h10v18M15 9h4v12M3 21h18M9 7h2M9 11h2M9 15h2",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            Self::Card => "M3 6h18v12H3zM3 10h18M7 15h3",
            Self::Cart => "M3 4h2l2.4 11h10.4L20 7H6M9.5 19a1 1 0 1 0 0 .01M16.5 19a1 1 0 1 0 0 .01",
            Self::Check => "M5 12.500l4.5 4.500L19 7.5",
            Self::ChevronDown => "M6 9.500l6 6 6-6",
            Self::ChevronRight => "M9.5 6l6 6-6 6",
            Self::ChevronUp => "M6 14.500l6-6 6 6",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Copy => "M9 9h11v11H9zM15 9V4H4v11h5",
            Self::Dots => {
                "M12 4.5a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM12 11.4a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM12 18.3a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2z"
            }
            Self::External => "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
            }
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Globe => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
            Self::Home => "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.500v.01",
            Self::Key => "M8 11a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM11.2 12.300L20 3.500M16 7.500l3 3",
            Self::Lock => "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
            Self::Mail => "M3 6h18v12H3zM3 7l9 6.500L21 7",
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Minus => "M5 12h14",
            Self::Moon => "M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500z",
            Self::Pause => "M9 6v12M15 6v12",
            Self::Pencil => "M4 20l1-4.500L16 4.500l3.5 3.500L8.5 19zM13.5 7l3.5 3.5",
            Self::People => {
                "M9 4.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.300a6.5 6.5 0 0 1 3.5 5.7"
            }
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.500a7.5 7.5 0 0 1 15 0",
            Self::Pin => "M9 4h6l-1 6 3.500 3.500V15h-11v-1.500L10 10zM12 15v5.5",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.500L20.5 20.5",
            Self::Server => "M4 4h16v7H4zM4 13h16v7H4zM8 7.500v.01M8 16.500v.01M12 7.500h4M12 16.500h4",
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM9 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
            }
            Self::Shield => "M12 3l7.5 3v5.500c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.500V6z",
            Self::SignOut => "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
            Self::Sun => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"
            }
            Self::Support => "M4 5h16v11h-8l-5 4v-4H4zM8 9.500h8M8 12.500h5",
            Self::Switch => "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
            Self::Ticket => "M3 7h18v3.500a1.5 1.5 0 0 0 0 3V17H3v-3.500a1.5 1.5 0 0 0 0-3zM14 7v10",
            Self::Trash => "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5",
            Self::Undo => "M9 5L4 10l5 5M4 10h10a5.5 5.5 0 0 1 0 11h-3",
            Self::Warning => "M12 3.500L22 20.500H2zM12 10v5M12 17.500v.01",
        }
    }
}

/// Draws an icon in the colour of the surrounding text.
#[component]
pub fn Glyph(icon: Icon) -> impl IntoView {
    view! {
        // Six stand in each row of a table: what they share is said once, in the style sheet.
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.strokes()></path>
        </svg>
    }
}
