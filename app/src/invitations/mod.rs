//! Invitations: the form that sends them, and the page of their link.

pub mod api;
mod fact_icon;
mod invitation_page;
mod invite_form;
mod invite_page;
mod joining;
mod link_notice;

pub use fact_icon::fact_icon;
pub use invitation_page::invitation_page;
pub use invite_page::invite_page;
pub use link_notice::LinkNotice;
