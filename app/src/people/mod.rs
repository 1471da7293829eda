//! Pages of the person: sign-in, a forgotten password, security and sessions.

mod agent;
pub mod api;
mod fact_icon;
mod forgot;
mod reset;
mod security;
mod sessions;
mod sign_in;
pub mod text;

pub use api::SignOutFn;
pub use fact_icon::fact_icon;
pub use forgot::ForgotPage;
pub use reset::ResetPage;
pub use security::SecurityPage;
pub use sign_in::SignInPage;
