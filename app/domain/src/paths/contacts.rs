//! The pages of the people of an account, and of the mails that they get.

use crate::acting::Acting;
use crate::id::ContactId;
use crate::paths::page;

/// Manage Contacts. For a search, a filter, an order or a page, add them with [`with_query`](super::with_query).
pub fn contacts(acting: Acting) -> String {
    page(acting, "contacts")
}

/// Add New Contact.
pub fn add_contact(acting: Acting) -> String {
    page(acting, "contacts/new")
}

/// Invite User.
pub fn invite(acting: Acting) -> String {
    page(acting, "contacts/invite")
}

/// The people of a list as a file. What the list asks for is added with [`with_query`](super::with_query).
pub fn export_contacts(acting: Acting) -> String {
    page(acting, "contacts/export")
}

/// One contact.
pub fn contact(acting: Acting, contact: ContactId) -> String {
    page(acting, &format!("contacts/{contact}"))
}

/// Editing one contact.
pub fn edit_contact(acting: Acting, contact: ContactId) -> String {
    page(acting, &format!("contacts/{contact}/edit"))
}

/// Which mails one contact gets.
pub fn contact_notifications(acting: Acting, contact: ContactId) -> String {
    page(acting, &format!("contacts/{contact}/notifications"))
}

/// Who gets which mails.
pub fn notifications(acting: Acting) -> String {
    page(acting, "notifications")
}
