//! Tables as files for spreadsheets.

/// What a spreadsheet would take for a formula (SECURITY T55), in the wide letters of East Asia too.
const FORMULA: [char; 12] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];

/// What ends a cell for a spreadsheet that expects another separator, and does not know the quotes then.
const ENDS: [char; 5] = [';', ',', '\t', '\r', '\n'];

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

/// INVARIANT: what somebody typed is text in a spreadsheet, never a formula, wherever the spreadsheet sees a cell begin.
fn cell(text: &mut String, value: &str) {
    text.push('"');
    let mut begins = true;
    for letter in value.chars() {
        if begins && FORMULA.contains(&letter) {
            text.push('\'');
        }
        begins = ENDS.contains(&letter) || (begins && letter == ' ');
        if letter == '"' {
            text.push('"');
            // Whoever does not know the quotes may see a cell begin behind one.
            begins = true;
        }
        text.push(letter);
    }
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
        for value in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert!(one(value).starts_with("\"'"), "{value:?}: {}", one(value));
        }
        for value in ["Ann = Lee", "ann@example.com", "", "'=1"] {
            assert_eq!(one(value), format!("\"{value}\""));
        }
        // German spreadsheets expect semicolons, and know quotes at the beginning of a cell only.
        assert_eq!(one("Ann;=1+1;x"), "\"Ann;'=1+1;x\"");
        assert_eq!(one("  =1"), "\"  '=1\"");
        assert_eq!(one("a\n @b"), "\"a\n '@b\"");
        assert_eq!(one("\u{FF1D}1"), "\"'\u{FF1D}1\"");
    }
}
