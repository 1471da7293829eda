//! What errors are when they go over the wire, which programs read.

use domain::access::Denied;
use domain::error::PortalError;
use domain::id::RequestId;
use domain::privilege::Privilege;
use domain::problem::Problem;
use domain::problem::TemplateProblem;
use domain::right::Right;
use uuid::Uuid;

#[test]
fn errors_are_written_as_reviewed() {
    let errors = [
        PortalError::SignInRequired,
        PortalError::PasswordChangeRequired,
        PortalError::NotFound,
        PortalError::Denied { why: Denied::Missing(Right::Privilege(Privilege::BillingPay)) },
        PortalError::Denied { why: Denied::OwnersOnly },
        PortalError::invalid("email", Problem::NotAnEmail),
        PortalError::invalid("name", TemplateProblem::TooManyTemplates { max: 50 }),
        PortalError::overtaken(),
        PortalError::SomebodyElse,
        PortalError::TooMany { retry_after: 5 },
        PortalError::Unavailable,
        PortalError::Malformed,
        PortalError::Internal { request_id: RequestId::new(Uuid::nil()) },
    ];
    let lines = errors.map(|error| {
        let json = serde_json::to_string(&error).expect("it is written");
        format!("{} {json}", error.status())
    });
    insta::assert_snapshot!("errors", lines.join("\n"));
}
