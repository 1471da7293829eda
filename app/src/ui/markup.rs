//! Text as markup, for an element whose text the framework writes as it is.

/// Makes text safe between the tags of a `<textarea>`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_element() {
        assert_eq!(escape("</title><b> &lt;\n\""), "&lt;/title&gt;&lt;b&gt; &amp;lt;\n\"");
    }
}
