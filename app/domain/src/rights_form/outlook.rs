//! What somebody will see, can and cannot with the rights as the form shows them: beside the form, for whoever gives them.

use super::{DomainRow, PrivilegeDraft, Row};
use crate::access::{ActorView, MenuEntry, Standing, Viewing};
use crate::privilege::Area;
use crate::right::Right;

/// What rights are about: where the form has their boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The roles themselves.
    Roles,
    /// An area of the account.
    Area(Area),
    /// Services.
    Row(Row),
    /// Single domains, or those that come later.
    Domains(DomainRow),
}

/// What somebody can, and where.
pub type Can = (Topic, Vec<Right>);

impl PrivilegeDraft {
    /// The entries of the menu, each with whether the contact will have it.
    pub fn menu(&self) -> Vec<(MenuEntry, bool)> {
        let standing = Standing {
            effective: self.now.clone(),
            owner: None,
            viewing: Viewing::Off,
            ..self.ground.standing.clone()
        };
        let view = ActorView { standing };
        MenuEntry::ALL.into_iter().map(|entry| (entry, view.check(entry.action()).is_ok())).collect()
    }

    /// All that the contact can, by service, by domain and by area.
    pub fn can(&self) -> Vec<Can> {
        let mut list = Vec::new();
        let roles: Vec<Right> = self.rights.linked().map(|(role, _)| role).collect();
        if !roles.is_empty() {
            list.push((Topic::Roles, roles));
        }
        for row in self.rows() {
            let operations = match row {
                Row::All => self.now.all_services(),
                Row::One(id) => self.now.operations_on(id).minus(self.now.all_services()),
                Row::New => self.rights.new_services.closed(),
            };
            let rights: Vec<Right> = operations.iter().map(Right::Operation).collect();
            if !rights.is_empty() {
                list.push((Topic::Row(row), rights));
            }
        }
        for row in self.domain_rows() {
            let operations = match row {
                // They are their area's.
                DomainRow::All => continue,
                DomainRow::One(id) => self.now.domain_operations_on(id).minus(self.now.all_domains()),
                DomainRow::New => self.rights.new_domains,
            };
            let rights: Vec<Right> = operations.iter().map(Right::DomainOperation).collect();
            if !rights.is_empty() {
                list.push((Topic::Domains(row), rights));
            }
        }
        for area in Area::ALL {
            let held = self.now.privileges().intersection(area.privileges());
            let mut rights: Vec<Right> = held.iter().map(Right::Privilege).collect();
            if area == Area::Domains {
                rights.extend(self.now.all_domains().iter().map(Right::DomainOperation));
            }
            if !rights.is_empty() {
                list.push((Topic::Area(area), rights));
            }
        }
        list
    }

    /// Whether there was something before, so that what changes is worth saying.
    pub fn had_something(&self) -> bool {
        !self.ground.baseline.is_empty()
    }
}
