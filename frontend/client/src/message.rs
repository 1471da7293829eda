//! What the server tells open tabs, as `domain::live::LiveMessage` is written, read with the browser's own JSON: a reader of
//! our own would be a tenth of the program.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A message.
pub enum Message {
    /// The channel works, and nothing up to this position is left to tell.
    Beat(f64),
    News(News),
    Over,
    /// Listen again in so many milliseconds.
    Later(f64),
}

/// What changed since the tab last heard of it.
pub struct News {
    /// Up to where this tells everything.
    pub position: f64,
    pub everything: bool,
    accounts: Array,
    /// Ask at once.
    pub access: bool,
}

impl News {
    /// Whether a page of this account (`None`: of the person alone) is to ask again.
    pub fn concerns(&self, account: Option<&str>) -> bool {
        self.everything
            || match account {
                Some(account) => self.accounts.includes(&account.into(), 0),
                None => self.accounts.length() > 0,
            }
    }
}

/// Reads a message; nothing where it is none.
pub fn read(text: &str) -> Option<Message> {
    let message = JSON::parse(text).ok()?;
    if message.as_string().as_deref() == Some("over") {
        return Some(Message::Over);
    }
    if let Some(beat) = number(&message, "beat") {
        return Some(Message::Beat(beat));
    }
    if let Some(later) = part(&message, "later") {
        return Some(Message::Later(number(&later, "wait")?));
    }
    let news = part(&message, "news")?;
    Some(Message::News(News {
        position: number(&news, "position")?,
        everything: part(&news, "everything")?.is_truthy(),
        accounts: part(&news, "accounts")?.dyn_into().ok()?,
        // A server before this one does not say: then it may be.
        access: part(&news, "access").is_none_or(|access| access.is_truthy()),
    }))
}

fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|part| !part.is_undefined())
}

fn number(of: &JsValue, name: &str) -> Option<f64> {
    part(of, name)?.as_f64()
}
