//! Server functions of domains.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::domains::DomainRow;
use domain::list::Page;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// A page of the domain names of the account, from a cursor on.
#[server(name = DomainsFn, prefix = "/fn", endpoint = "holdings/domains", input = GetUrl)]
pub async fn domains(acting: Acting, #[server(default)] cursor: String) -> Result<Page<DomainRow>, FunctionError> {
    ask!(holdings.domains(acting, cursor))
}
