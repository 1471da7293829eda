//! What templates say: `say("invited.lead", by=who, account=account)`, in the language of the mail.
//!
//! A sentence is text, whatever stands in it: a template that is HTML escapes the whole of it, as any other text.

use domain::person::Language;
use minijinja::value::Kwargs;
use minijinja::{Error, ErrorKind, Value};
use texts::{Given, Kind, mails_in};

/// The function of templates.
pub(crate) fn say(language: Language) -> Value {
    Value::from_function(move |name: String, given: Kwargs| -> Result<String, Error> {
        let sentence = said(language, &name, |argument| given.get::<Value>(argument).ok())?;
        given.assert_all_used()?;
        Ok(sentence)
    })
}

/// The subject of a mail; what it takes is in the mail's data.
///
/// # Errors
/// When it is not.
pub(crate) fn subject(language: Language, letter: &str, data: &Value) -> Result<String, Error> {
    said(language, &format!("{letter}.subject"), |argument| data.get_attr(argument).ok())
}

fn said(language: Language, name: &str, given: impl Fn(&str) -> Option<Value>) -> Result<String, Error> {
    let wrong = |what: &str| Error::new(ErrorKind::InvalidOperation, format!("say({name:?}): {what}"));
    let sentence = mails_in(language).sentence(name).ok_or_else(|| wrong("there is no such message"))?;
    let mut arguments = Vec::new();
    for (argument, kind) in sentence.takes() {
        let value = given(argument);
        let (value, what) = match kind {
            Kind::String => (value.and_then(|value| value.as_str().map(|text| Given::Text(text.to_owned()))), "text"),
            Kind::Number => (value.and_then(|value| i64::try_from(value).ok()).map(Given::Number), "a number"),
        };
        arguments.push((argument.as_str(), value.ok_or_else(|| wrong(&format!("{argument} must be {what}")))?));
    }
    Ok(sentence.say(arguments))
}
