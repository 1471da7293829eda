//! Browsers in words.

use crate::text::texts;
use domain::agent::Browser;

/// "Firefox on Windows"; as it stands where it is another program.
pub fn in_words(agent: &str) -> String {
    let text = &texts().people;
    match Browser::of(agent) {
        Browser { name: Some(name), system: Some(system), .. } => text.browser_on(name, system),
        Browser { name: Some(name), system: None, .. } => name.to_owned(),
        Browser { name: None, .. } if agent.is_empty() => text.unknown_browser.to_owned(),
        Browser { name: None, .. } => agent.to_owned(),
    }
}
