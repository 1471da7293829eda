//! The submission ids of forms of which a page has one for each request: what is done to different requests must not
//! pass for retries of each other.

use domain::id::{AccessRequestId, SubmissionId};

/// The submission id of a form for one request of the page.
pub fn submission_of(page: SubmissionId, request: AccessRequestId) -> SubmissionId {
    let bits = page.uuid().as_u128() ^ request.uuid().as_u128().rotate_left(64);
    let hex = format!("{bits:032x}");
    let text = format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]);
    text.parse().unwrap_or(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_for_different_requests_are_different_submissions() {
        let page: SubmissionId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let one: AccessRequestId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70".parse().expect("an id");
        let two: AccessRequestId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e71".parse().expect("an id");
        assert_eq!(submission_of(page, one), submission_of(page, one));
        assert_ne!(submission_of(page, one), submission_of(page, two));
    }
}
