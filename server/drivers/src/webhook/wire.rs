//! What is said over HTTP, as docs/webhook-driver.yaml has it, and what it comes to in domain's words.
//!
//! INVARIANT: an answer is taken as a whole or not at all. One with a field too many, a list too long or a text that no
//! page should show is senseless.

mod machine;
mod order;

pub use machine::{BackupsBody, ConsoleBody, CredentialsBody, ImagesBody, MachineStateBody, SamplesBody};
pub use order::{OrderBody, ProgressBody, RefusalBody};

use serde::de::DeserializeOwned;

/// Why an answer can't be taken.
pub type Senseless = String;

/// What the other side answers, and what that is to the portal.
pub trait Body: DeserializeOwned {
    /// In domain's words.
    type Meaning;
    /// Whether what stands in it must not be told to anybody, an operator included.
    const SECRET: bool = false;
    /// What it means.
    fn meaning(self) -> Result<Self::Meaning, Senseless>;
}

/// Reads an answer.
///
/// # Errors
/// Says what is wrong with it.
pub fn read<B: Body>(body: &[u8]) -> Result<B::Meaning, Senseless> {
    let body: B = serde_json::from_slice(body).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        // The parser quotes what it found.
        let what = if B::SECRET { format!("line {line} column {column}") } else { error.to_string() };
        format!("the JSON is not as it should be: {what}")
    })?;
    body.meaning()
}
