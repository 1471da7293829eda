//! How many services there are, what they are called, and where they stand.

use crate::ServicesText;
use domain::list::Total;
use domain::service::{MachineState, Period, ServiceKind, ServiceStatus};

impl ServicesText {
    /// How many services a list has.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// What a kind of service is called.
    pub const fn service_kind(&self, kind: ServiceKind) -> &'static str {
        match kind {
            ServiceKind::Vps => self.service_kind_vps,
            ServiceKind::Dedicated => self.service_kind_dedicated,
            ServiceKind::Hosting => self.service_kind_hosting,
            ServiceKind::Colocation => self.service_kind_colocation,
            ServiceKind::Other => self.service_kind_other,
        }
    }

    /// Where a service stands.
    pub const fn service_status(&self, status: ServiceStatus) -> &'static str {
        match status {
            ServiceStatus::Pending => self.service_status_pending,
            ServiceStatus::Active => self.service_status_active,
            ServiceStatus::Suspended => self.service_status_suspended,
            ServiceStatus::Expired => self.service_status_expired,
            ServiceStatus::Ended => self.service_status_ended,
        }
    }

    /// Whether a service runs.
    pub const fn machine_state(&self, state: MachineState) -> &'static str {
        match state {
            MachineState::Running => self.state_running,
            MachineState::Stopped => self.state_stopped,
            MachineState::Busy => self.state_busy,
            MachineState::Unknown => self.state_unknown,
        }
    }

    /// An amount with how often it is paid.
    pub fn price_in(&self, amount: &str, period: Option<Period>) -> String {
        match period {
            None => amount.to_owned(),
            Some(Period::Month) => self.price_a_month(amount),
            Some(Period::Quarter) => self.price_a_quarter(amount),
            Some(Period::HalfYear) => self.price_half_yearly(amount),
            Some(Period::Year) => self.price_a_year(amount),
        }
    }
}
