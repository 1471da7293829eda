//! What the log says of notifications.

use crate::NotificationsText;
use domain::audit::NotificationFactKind;

impl NotificationsText {
    /// What the log says of a fact, before a name.
    pub const fn fact(&self, kind: NotificationFactKind) -> &'static str {
        match kind {
            NotificationFactKind::Chosen => self.fact_chosen,
        }
    }
}
