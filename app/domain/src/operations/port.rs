//! What is done to services, as the pages call it.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::id::{OrderId, ServiceId};
use crate::operation::Operation;
use crate::operations::{
    OpenPanel, OperationChoices, OrderOperation, OrderPower, PowerOutcome, ServiceOperations, ShowCredentials,
    ShownCredentials,
};
use crate::text::Secret;
use async_trait::async_trait;

/// What is done to services. A service that the caller does not see is not found, as one that there is not.
#[async_trait]
pub trait Operations: Send + Sync {
    /// What can be done to a service, what is being done, and a page of what was.
    async fn of_service(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
        cursor: String,
    ) -> Result<ServiceOperations, PortalError>;
    /// What there is to choose from for an operation that the caller may use, as the driver says.
    async fn choices(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
        operation: Operation,
    ) -> Result<OperationChoices, PortalError>;
    /// Has something done to a service.
    async fn order(&self, caller: &Caller, acting: Acting, change: OrderOperation) -> Result<OrderId, PortalError>;
    /// Changes the power of several services; each is answered by itself.
    async fn order_power(
        &self,
        caller: &Caller,
        acting: Acting,
        change: OrderPower,
    ) -> Result<Vec<PowerOutcome>, PortalError>;
    /// Shows how one signs in on a service. That it was shown is written down first.
    async fn show_credentials(
        &self,
        caller: &Caller,
        acting: Acting,
        change: ShowCredentials,
    ) -> Result<ShownCredentials, PortalError>;
    /// The address of the panel of a service, signed for the caller. That it is opened is written down first.
    async fn open_panel(&self, caller: &Caller, acting: Acting, change: OpenPanel) -> Result<Secret, PortalError>;
}
