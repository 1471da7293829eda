//! What consoles say by how they ended, and what the log says of them.

use crate::ConsoleText;
use domain::audit::ConsoleFactKind;
use domain::console::ConsoleEnd;

impl ConsoleText {
    /// Why a console is not open.
    pub const fn end(&self, end: ConsoleEnd) -> &'static str {
        match end {
            ConsoleEnd::Left => self.end_left,
            ConsoleEnd::Machine => self.end_machine,
            ConsoleEnd::Unreachable => self.end_unreachable,
            ConsoleEnd::NoScreen => self.end_no_screen,
            ConsoleEnd::Idle => self.end_idle,
            ConsoleEnd::TooLong => self.end_too_long,
            ConsoleEnd::Stopping => self.end_stopping,
            ConsoleEnd::Misuse => self.end_misuse,
            ConsoleEnd::Unsure => self.end_unsure,
            ConsoleEnd::SignedOut => self.end_signed_out,
            ConsoleEnd::NoAccess => self.end_no_access,
            ConsoleEnd::AccountStopped => self.end_account_stopped,
            ConsoleEnd::ServiceStopped => self.end_service_stopped,
            ConsoleEnd::Moved => self.end_moved,
            ConsoleEnd::NoTicket => self.end_no_ticket,
            ConsoleEnd::TooMany => self.end_too_many,
        }
    }

    /// What the log says of a fact.
    pub const fn fact(&self, kind: ConsoleFactKind) -> &'static str {
        match kind {
            ConsoleFactKind::Opened => self.fact_opened,
            ConsoleFactKind::Closed => self.fact_closed,
        }
    }

    /// The same of a service that the reader may know.
    pub fn fact_of(&self, kind: ConsoleFactKind, service: &str) -> String {
        match kind {
            ConsoleFactKind::Opened => self.log_opened(service),
            ConsoleFactKind::Closed => self.log_closed(service),
        }
    }
}
