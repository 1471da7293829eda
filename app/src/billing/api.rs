//! Server functions of invoices.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::billing::InvoiceRow;
use domain::list::Page;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// A page of the invoices of the account, latest first, from a cursor on.
#[server(name = InvoicesFn, prefix = "/fn", endpoint = "holdings/invoices", input = GetUrl)]
pub async fn invoices(acting: Acting, #[server(default)] cursor: String) -> Result<Page<InvoiceRow>, FunctionError> {
    ask!(holdings.invoices(acting, cursor))
}
