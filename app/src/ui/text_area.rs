//! Several lines of text: the only place of the project with a raw `<textarea>`.
//!
//! Leptos 0.8 does not escape the children of a textarea: a `</textarea>` in the text would end the element (stored
//! cross-site scripting). So the text is escaped here by hand.

use leptos::prelude::*;

use super::OptionalText;
use super::control::{ControlFrame, described_by, field_id};
use super::markup::escape;

/// The text between `<textarea>` and `</textarea>`.
///
/// The newline in front is the one that the HTML parser drops; without it a text's own first newline would be lost.
fn child(text: &str) -> String {
    format!("\n{}", escape(text))
}

/// Several lines of text with label, help and problem.
#[component]
pub fn TextArea(
    /// The label, which is the accessible name.
    #[prop(into)]
    label: String,
    /// The name under which it is posted.
    #[prop(into)]
    name: String,
    /// Its id; without one, made from the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What it holds at first.
    #[prop(optional, into)]
    value: OptionalText,
    /// What is wrong with the value.
    #[prop(optional, into)]
    problem: OptionalText,
    /// What belongs into it.
    #[prop(optional, into)]
    help: OptionalText,
    /// A word at the right of the label, such as "Optional".
    #[prop(optional, into)]
    mark: Option<String>,
    /// It must be filled in.
    #[prop(optional)]
    required: bool,
    /// The page opens with the focus here.
    #[prop(optional)]
    autofocus: bool,
    /// Its height in lines.
    #[prop(default = 4)]
    rows: u32,
    /// The longest text, in UTF-16 units.
    #[prop(optional, into)]
    maxlength: Option<u32>,
    /// An example, never the label.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    // A textarea turns every line break into a line feed.
    let text = value.0.unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
    let (problem, help) = (problem.0, help.0);
    let wrong = problem.is_some();
    let described = described_by(&id, [("problem", wrong), ("help", help.is_some())]);
    view! {
        <ControlFrame id=id.clone() label=label mark=mark problem=problem help=help>
            <textarea
                class="input text-area"
                id=id
                name=name
                rows=rows.to_string()
                autofocus=autofocus || wrong
                maxlength=maxlength.map(|length| length.to_string())
                placeholder=placeholder
                form=form
                aria-required=required.then_some("true")
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            >
                {child(&text)}
            </textarea>
        </ControlFrame>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &'static str) -> String {
        Owner::new().with(|| view! { <TextArea label="Note" name="note" value=text /> }.to_html())
    }

    #[test]
    fn text_cannot_leave_the_textarea() {
        let html = html("</textarea><script>alert(1)</script>&lt;");
        assert!(html.contains("\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;</textarea>"), "{html}");
        assert_eq!(html.matches("</textarea").count(), 1, "{html}");
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn an_empty_text_stays_empty() {
        assert!(html("").contains(">\n</textarea>"));
    }

    #[test]
    fn a_first_newline_survives_the_parser() {
        assert!(html("\nsecond line").contains(">\n\nsecond line</textarea>"));
    }

    #[test]
    fn line_breaks_are_line_feeds() {
        assert!(html("a\r\nb\rc").contains(">\na\nb\nc</textarea>"));
    }
}
