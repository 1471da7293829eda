//! An email address where it is shown: it breaks after the `@` and after dots, not within a word.

use leptos::prelude::*;

/// An address, or the name of somebody who is called by theirs so far. A name without an `@` is left as it is.
#[component]
pub fn AddressText(
    /// The address.
    #[prop(into)]
    address: String,
) -> impl IntoView {
    let piece = |(place, piece): (usize, &str)| {
        let break_before = (place > 0).then(|| view! { <wbr /> });
        let piece = piece.to_owned();
        view! {
            {break_before}
            {piece}
        }
    };
    pieces(&address).into_iter().enumerate().map(piece).collect_view()
}

/// What stays together on a line.
fn pieces(address: &str) -> Vec<&str> {
    if address.contains('@') { address.split_inclusive(['@', '.']).collect() } else { vec![address] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_breaks_after_the_at_sign_and_dots() {
        assert_eq!(pieces("a.b@demo.example"), ["a.", "b@", "demo.", "example"]);
        assert_eq!(pieces("J. R. Hartley"), ["J. R. Hartley"]);
        let html = view! { <td><AddressText address="a.b@demo.example" /></td> }.to_html();
        assert!(html.contains("b@") && html.matches("<wbr>").count() == 3, "{html}");
    }
}
