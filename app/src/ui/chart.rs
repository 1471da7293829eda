//! A picture of amounts: columns beside each other, drawn by the server. It is stretched to the width it has, so that no words
//! stand in it; a table beside it says the same to those who do not see it.

use leptos::prelude::*;

/// How high the picture is in its own units.
const HEIGHT: i128 = 1000;
/// The least height of a part that is not nothing.
const LEAST: i128 = 25;

/// The colour of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    First,
    Second,
    Third,
}

impl Shade {
    const fn class(self) -> &'static str {
        match self {
            Self::First => "chart-first",
            Self::Second => "chart-second",
            Self::Third => "chart-third",
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is, shown where the pointer is on it.
    pub title: String,
    /// Its parts, from below.
    pub parts: Vec<(Shade, i64)>,
}

/// The picture.
#[component]
pub fn Chart(
    /// What it shows.
    #[prop(into)]
    label: String,
    columns: Vec<Column>,
    /// What stands under its first column.
    #[prop(into)]
    first: String,
    /// What stands under its last.
    #[prop(into)]
    last: String,
) -> impl IntoView {
    let whole = |column: &Column| column.parts.iter().map(|(_, amount)| height(*amount)).sum::<i128>();
    let highest = columns.iter().map(whole).max().unwrap_or(0).max(1);
    let view_box = format!("0 0 {} {HEIGHT}", columns.len() * 10);
    let columns = columns.into_iter().enumerate().map(|(number, column)| {
        let x = format!("{}.5", number * 10 + 1);
        let mut below = 0;
        let parts = column.parts.into_iter().filter(|(_, amount)| *amount > 0).map(|(shade, amount)| {
            let high = (height(amount) * HEIGHT / highest).max(LEAST);
            below += high;
            let (y, high) = ((HEIGHT - below).to_string(), high.to_string());
            view! { <rect class=shade.class() x=x.clone() y=y width="7" height=high></rect> }
        });
        let parts = parts.collect_view();
        view! { <g><title>{column.title}</title>{parts}</g> }
    });
    view! {
        <div class="chart">
            <svg viewBox=view_box preserveAspectRatio="none" role="img" aria-label=label>{columns.collect_view()}</svg>
            <p class="chart-ends" aria-hidden="true"><span>{first}</span><span>{last}</span></p>
        </div>
    }
}

/// What counts of an amount: none is drawn below the line.
fn height(amount: i64) -> i128 {
    i128::from(amount.max(0))
}

/// What the colours of a picture mean.
#[component]
pub fn ChartLegend(shades: Vec<(Shade, String)>) -> impl IntoView {
    let shades = shades.into_iter().map(|(shade, name)| {
        view! { <li><span class=format!("chart-key {}", shade.class())></span>{name}</li> }
    });
    view! { <ul class="chart-legend">{shades.collect_view()}</ul> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_column_fills_the_picture_and_nothing_has_no_height() {
        let column = |parts: &[i64]| Column {
            title: "Jan 2026".to_owned(),
            parts: parts.iter().zip([Shade::First, Shade::Second]).map(|(amount, shade)| (shade, *amount)).collect(),
        };
        let columns = vec![column(&[300, 100]), column(&[0, 200]), column(&[-5, 0])];
        let html = view! { <Chart label="Amounts" columns=columns first="Jan" last="Mar" /> }.to_html();
        assert_eq!(html.matches("<rect").count(), 3, "{html}");
        for part in ["y=\"250\" width=\"7\" height=\"750\"", "y=\"0\" width=\"7\" height=\"250\"", "y=\"500\""] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(html.contains("<title>Jan 2026<") && html.contains("aria-label=\"Amounts\""), "{html}");
    }
}
