//! As much of JSON Schema as the contract uses; a word that is not known here fails.

use serde_json::Value;

/// What is wrong with a value by a schema of the document.
pub fn problems(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut wrong = |problem: String| found.push(format!("{at}: {problem}"));
    let mut within = Vec::new();
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$ref" => within.extend(problems(document, referred(document, rule), value, at)),
            "type" => {
                let kinds: Vec<&str> = rule.as_array().map_or_else(
                    || vec![rule.as_str().unwrap()],
                    |kinds| kinds.iter().filter_map(Value::as_str).collect(),
                );
                if !kinds.iter().any(|kind| is(kind, value)) {
                    wrong(format!("{value} is no {kinds:?}"));
                }
            }
            "const" if rule != value => wrong(format!("{value} is not {rule}")),
            "enum" if !rule.as_array().unwrap().contains(value) => wrong(format!("{value} is none of {rule}")),
            "minimum" if value.as_f64().is_some_and(|number| number < rule.as_f64().unwrap()) => {
                wrong(format!("{value} is less than {rule}"));
            }
            "maximum" if value.as_f64().is_some_and(|number| number > rule.as_f64().unwrap()) => {
                wrong(format!("{value} is more than {rule}"));
            }
            "minLength" if length(value).is_some_and(|length| length < rule.as_u64().unwrap()) => {
                wrong("it is too short".to_owned());
            }
            "maxLength" if length(value).is_some_and(|length| length > rule.as_u64().unwrap()) => {
                wrong("it is too long".to_owned());
            }
            "maxItems" if value.as_array().is_some_and(|list| list.len() as u64 > rule.as_u64().unwrap()) => {
                wrong("it has too many entries".to_owned());
            }
            "description" | "format" | "const" | "enum" | "minimum" | "maximum" | "minLength" | "maxLength"
            | "maxItems" => {}
            "required" => {
                for name in rule.as_array().unwrap().iter().filter_map(Value::as_str) {
                    if value.get(name).is_none() {
                        wrong(format!("{name} is missing"));
                    }
                }
            }
            "additionalProperties" => {
                assert_eq!(rule, &Value::Bool(false));
                for name in value.as_object().into_iter().flatten().map(|(name, _)| name) {
                    if schema["properties"].get(name).is_none() {
                        wrong(format!("{name} is not in the contract"));
                    }
                }
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(part) = value.get(name) {
                        within.extend(problems(document, rule, part, &format!("{at}/{name}")));
                    }
                }
            }
            "items" => {
                for (number, part) in value.as_array().into_iter().flatten().enumerate() {
                    within.extend(problems(document, rule, part, &format!("{at}/{number}")));
                }
            }
            "oneOf" => {
                let fits = |rule: &&Value| problems(document, rule, value, at).is_empty();
                let count = rule.as_array().unwrap().iter().filter(fits).count();
                if count != 1 {
                    wrong(format!("{value} fits {count} of the alternatives"));
                }
            }
            word => panic!("{at}: the test knows no {word}"),
        }
    }
    found.extend(within);
    found
}

/// What a reference leads to.
pub fn referred<'d>(document: &'d Value, reference: &Value) -> &'d Value {
    let pointer = reference.as_str().unwrap().strip_prefix('#').unwrap();
    document.pointer(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere"))
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        kind => panic!("the test knows no {kind}"),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_str().map(|text| text.chars().count() as u64)
}
