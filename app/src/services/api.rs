//! Server functions of services.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::list::Page;
use domain::service::{ServiceQuery, ServiceRow};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// A page of the services one may see.
#[server(name = ServicesFn, prefix = "/fn", endpoint = "holdings/services", input = GetUrl)]
pub async fn services(
    acting: Acting,
    #[server(default)] query: ServiceQuery,
) -> Result<Page<ServiceRow>, FunctionError> {
    ask!(holdings.services(acting, query))
}
