//! What the server tells open tabs, read with the browser's own JSON: a reader of our own would be a tenth of the program.

use domain::live::{LiveMessage, News, Position};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a message, as `LiveMessage` is written; nothing where it is none.
pub fn read(text: &str) -> Option<LiveMessage> {
    let message = JSON::parse(text).ok()?;
    if message.as_string().as_deref() == Some("over") {
        return Some(LiveMessage::Over);
    }
    if let Some(beat) = number(&message, "beat") {
        return Some(LiveMessage::Beat(position(beat)));
    }
    if let Some(later) = part(&message, "later") {
        // INVARIANT: a number of milliseconds that the server wrote as u32.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
        let wait = number(&later, "wait")? as u32;
        return Some(LiveMessage::Later { wait });
    }
    let news = part(&message, "news")?;
    let accounts = part(&news, "accounts")?.dyn_into::<Array>().ok()?;
    let accounts = (0..accounts.length()).filter_map(|index| accounts.get(index).as_string()?.parse().ok()).collect();
    Some(LiveMessage::News(News {
        position: position(number(&news, "position")?),
        everything: part(&news, "everything")?.is_truthy(),
        accounts,
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

#[expect(clippy::cast_possible_truncation, reason = "it saturates, and counts no further than a number of JSON")]
const fn position(number: f64) -> Position {
    Position(number as i64)
}
