//! Facts about people: their sign-in and their own details.

facts! {
    /// What people did to their own sign-in and details.
    PersonFact, PersonFactKind;
    /// Somebody signed in.
    SignedIn = "signed_in", Nobody;
    /// Somebody signed out.
    SignedOut = "signed_out", Actor;
    /// Somebody ended one of their sessions.
    SessionEnded = "session_ended", Actor;
    /// Somebody gave their password again, before something that takes it.
    PasswordConfirmed = "password_confirmed", Nobody;
    /// Somebody chose a new password.
    PasswordChanged = "password_changed", Actor;
    /// A link to set a password was asked for.
    ResetRequested = "reset_requested", Nobody;
    /// A password was set with a link.
    PasswordReset = "password_reset", Subject;
    /// Somebody changed their own details.
    ProfileChanged = "profile_changed", Actor;
    /// Somebody on the account changed their own name.
    Renamed = "person_renamed", Nobody;
    /// Somebody asked for a link that proves an address.
    EmailAsked = "email_asked", Nobody;
    /// Somebody called off another address.
    EmailCancelled = "email_cancelled", Nobody;
    /// Somebody proved an address.
    EmailConfirmed = "email_confirmed", Actor;
}

#[cfg(test)]
const KEYS: &[&str] = &[
    "signed_in",
    "signed_out",
    "session_ended",
    "password_confirmed",
    "password_changed",
    "reset_requested",
    "password_reset",
    "profile_changed",
    "person_renamed",
    "email_asked",
    "email_cancelled",
    "email_confirmed",
];
