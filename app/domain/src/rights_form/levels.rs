//! How much somebody may do on a service, in one word: the everyday sets of operations that a row of the form offers beside
//! its single ones.

use super::{PrivilegeDraft, Row};
use crate::operation::{Operation, OperationSet};

/// A set of operations with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing.
    None,
    /// Start, stop and reboot.
    Power,
    /// What the daily work takes: nothing of it loses data, shows secrets or costs money.
    Operate,
    /// Everything.
    Full,
}

impl Level {
    /// Every one, the least first.
    pub const ALL: [Self; 4] = [Self::None, Self::Power, Self::Operate, Self::Full];

    /// What a page calls it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Power => "power",
            Self::Operate => "operate",
            Self::Full => "full",
        }
    }

    /// The level with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }

    /// What it gives, of all that a service may have.
    pub const fn operations(self) -> OperationSet {
        match self {
            Self::None => OperationSet::EMPTY,
            Self::Power => OperationSet::of(&[Operation::Power]),
            Self::Operate => OperationSet::of(&[
                Operation::Power,
                Operation::ConsoleView,
                Operation::Console,
                Operation::Backup,
                Operation::Network,
                Operation::Sso,
            ]),
            Self::Full => OperationSet::all(),
        }
    }
}

impl PrivilegeDraft {
    /// The levels that a row offers: those that give something else than the one before, and all of which the actor may
    /// give.
    pub fn levels(&self, row: Row) -> Vec<Level> {
        let has = self.row_operations(row);
        let may = self.may_operations(row);
        let mut levels: Vec<Level> = Vec::new();
        for level in Level::ALL {
            let gives = level.operations().intersection(has);
            let is_new = levels.last().is_none_or(|last| last.operations().intersection(has) != gives);
            if is_new && gives.is_within(may) {
                levels.push(level);
            }
        }
        levels
    }

    /// The level at which a row stands; `None` where its operations are none of them.
    pub fn level(&self, row: Row) -> Option<Level> {
        let mut held = OperationSet::EMPTY;
        let has = self.row_operations(row);
        for operation in has.iter() {
            if self.operation(row, operation).ticked {
                held.insert(operation);
            }
        }
        Level::ALL.into_iter().find(|level| level.operations().intersection(has) == held)
    }

    /// Whether a row has nothing of its own, and All services give something on it.
    pub fn is_covered(&self, row: Row) -> bool {
        let given = self.now.all_services().intersection(self.row_operations(row));
        row != Row::All && self.own_operations(row).is_empty() && !given.is_empty()
    }

    /// Brings a row to a level as far as the actor may. What a role or All services gives stays.
    pub fn set_level(&mut self, row: Row, level: Level) {
        let wanted = level.operations();
        let mut own = self.own_operations(row);
        for operation in self.row_operations(row).iter() {
            let state = self.operation(row, operation);
            if wanted.contains(operation) && state.may_be_set(true) {
                own.insert(operation);
            } else if !wanted.contains(operation) && state.may_be_set(false) {
                own.remove(operation);
            }
        }
        *self.own_operations_mut(row) = own;
        self.settle();
    }
}
