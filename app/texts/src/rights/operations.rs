//! The words for operations on services.

use super::{Named, named};
use crate::RightsOperationsText;
use domain::operation::Operation;

impl RightsOperationsText {
    pub(super) const fn named(&self, operation: Operation) -> Named {
        match operation {
            Operation::Power => named(self.power, self.power_help),
            Operation::Rebuild => named(self.rebuild, self.rebuild_help),
            Operation::ConsoleView => named(self.console_view, self.console_view_help),
            Operation::Console => named(self.console, self.console_help),
            Operation::Backup => named(self.backup, self.backup_help),
            Operation::Restore => named(self.restore, self.restore_help),
            Operation::Network => named(self.network, self.network_help),
            Operation::Credentials => named(self.credentials, self.credentials_help),
            Operation::Sso => named(self.sso, self.sso_help),
            Operation::Upgrade => named(self.upgrade, self.upgrade_help),
            Operation::Cancel => named(self.cancel, self.cancel_help),
            Operation::Renew => named(self.renew, self.renew_help),
        }
    }
}
