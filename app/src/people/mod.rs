//! Pages of the person: sign-in, a forgotten password, security and sessions.

mod agent;
pub mod api;
mod fact_icon;
mod forgot;
mod reset;
mod security;
mod sessions;
mod sign_in;

pub use api::SignOutFn;
pub use fact_icon::fact_icon;
pub use forgot::forgot_page;
pub use reset::reset_page;
pub use security::security_page;
pub use sign_in::sign_in_page;
