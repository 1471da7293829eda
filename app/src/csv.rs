//! Tables as files for spreadsheets.

/// What a spreadsheet would take for a formula, or skip in front of one (SECURITY T55).
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0'];

/// Says that the text is UTF-8: some programs take it for something else without.
const MARK: char = '\u{feff}';

/// What such a file is, as in the header.
pub const TYPE: &str = "text/csv; charset=utf-8";

/// Rows as comma-separated values (RFC 4180).
pub fn table<R: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut text = String::from(MARK);
    for row in rows {
        for (place, value) in row.into_iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            cell(&mut text, &value);
        }
        text.push_str("\r\n");
    }
    text
}

/// INVARIANT: what somebody typed is text in a spreadsheet, never a formula.
fn cell(text: &mut String, value: &str) {
    text.push('"');
    if value.trim_start_matches(' ').starts_with(FORMULA) {
        text.push('\'');
    }
    text.push_str(&value.replace('"', "\"\""));
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(value: &str) -> String {
        let text = table([[value.to_owned()]]);
        text.trim_start_matches(MARK).trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn a_table_is_quoted_line_by_line() {
        let rows = [["Name", "Email"], ["Ann \"A\" Lee, jr.", "ann@example.com"]].map(|row| row.map(str::to_owned));
        let written = "\u{feff}\"Name\",\"Email\"\r\n\"Ann \"\"A\"\" Lee, jr.\",\"ann@example.com\"\r\n";
        assert_eq!(table(rows), written);
    }

    #[test]
    fn nothing_that_somebody_typed_is_a_formula() {
        for value in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1"] {
            assert!(one(value).starts_with("\"'"), "{value:?}: {}", one(value));
        }
        for value in ["Ann = Lee", "ann@example.com", "", "'=1"] {
            assert_eq!(one(value), format!("\"{value}\""));
        }
    }
}
