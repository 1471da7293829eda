//! What is done to services: written down first, then handed to the driver that runs the service by a job, then the outcome.
//!
//! INVARIANT: no driver is called within a transaction.

mod chosen;
mod console;
mod found;
mod job;
mod order;
mod page;
mod reveal;

pub(crate) use console::ConsolesUseCases;
pub(crate) use job::CarryOut;

use crate::unit::core::Core;
use crate::unit::run::use_case;
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{OrderId, ServiceId};
use domain::operation::Operation;
use domain::operations::{
    OpenPanel, OperationChoices, Operations, OrderOperation, OrderPower, PowerOutcome, ServiceOperations,
    ShowCredentials, ShownCredentials,
};
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of operations.
#[derive(Debug, Clone)]
pub(crate) struct OperationsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Operations for OperationsUseCases {
    async fn of_service(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
        cursor: String,
    ) -> Result<ServiceOperations, PortalError> {
        let look = |unit, entered| page::of_service(&self.0, unit, entered, service, &cursor);
        self.0.look(caller, acting, use_case!("operations.of_service"), look).await
    }

    async fn choices(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
        operation: Operation,
    ) -> Result<OperationChoices, PortalError> {
        page::choices(&self.0, caller, acting, (service, operation)).await
    }

    async fn order(&self, caller: &Caller, acting: Acting, change: OrderOperation) -> Result<OrderId, PortalError> {
        order::one(&self.0, caller, acting, &change).await
    }

    async fn order_power(
        &self,
        caller: &Caller,
        acting: Acting,
        change: OrderPower,
    ) -> Result<Vec<PowerOutcome>, PortalError> {
        order::many(&self.0, caller, acting, &change).await
    }

    async fn show_credentials(
        &self,
        caller: &Caller,
        acting: Acting,
        change: ShowCredentials,
    ) -> Result<ShownCredentials, PortalError> {
        reveal::credentials(&self.0, caller, acting, &change).await
    }

    async fn open_panel(&self, caller: &Caller, acting: Acting, change: OpenPanel) -> Result<Secret, PortalError> {
        reveal::panel(&self.0, caller, acting, &change).await
    }
}
