//! Server functions of services.

#![expect(missing_docs, reason = "the fields of the structs that the macro makes are the functions' arguments")]

use crate::request::Failure;
use domain::ports::Acting;
use domain::service::ServiceRow;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The services one may see.
#[server(name = ServicesFn, prefix = "/fn", endpoint = "holdings/services", input = GetUrl)]
pub async fn services(acting: Acting) -> Result<Vec<ServiceRow>, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.holdings.services(&caller()?, acting).await)
}
