//! The primitives of the look: buttons, fields, menus, tables and the like.
//!
//! They know nothing of the product and hold no words: every text comes from the caller. Each works without JavaScript, is
//! reachable by keyboard, and has one style sheet of the same name in `style/ui`; what programs of ours add is bound to
//! `data-` attributes (the table in ARCHITECTURE). None emits a `style` attribute, which the content security policy would
//! block.

mod address_text;
mod badge;
mod banner;
mod button;
mod chart;
mod checkbox;
mod control;
mod copy_field;
mod definitions;
mod dialog;
mod drawer;
mod empty;
mod field;
mod fieldset;
mod icon;
mod markup;
mod menu;
mod moment;
mod optional_text;
mod page_header;
mod pager;
mod panel;
mod problems;
mod said_notice;
mod select;
mod table;
mod tabs;
mod text_area;
mod tip;
mod toast;
mod tone;

pub use address_text::AddressText;
pub use badge::Badge;
pub use banner::Banner;
pub use button::{Button, ButtonKind, ButtonType, IconButton, IconLink, LinkButton};
pub use chart::{Chart, ChartLegend, Column, Shade};
pub use checkbox::Checkbox;
pub use control::{Look, field_id};
pub use copy_field::CopyField;
pub use definitions::{Definition, Definitions};
pub use dialog::DialogHost;
pub use drawer::{Drawer, DrawerButton};
pub use empty::EmptyState;
pub use field::{Field, FieldKind, PasswordField};
pub use fieldset::Fieldset;
pub use icon::{Glyph, Icon};

pub use menu::{MenuButton, MenuHeading, MenuLink, MenuLook, MenuSeparator, MenuSubmit};
pub use moment::Moment;
pub use optional_text::OptionalText;
pub use page_header::PageHeader;
pub use pager::Pager;
pub use panel::Panel;
pub use problems::{FieldProblem, ProblemSummary};
pub use said_notice::SaidNotice;
pub use select::{Choice, ChoiceGroup, Select};
pub use table::{Cell, HeaderCell, Sort, SortHeader, TableFrame};
pub use tabs::{Tab, Tabs};
pub use text_area::TextArea;
pub use tip::Tip;
pub use toast::ToastStack;
pub use tone::Tone;
