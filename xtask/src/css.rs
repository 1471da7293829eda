//! One style sheet out of `style/`: the font, tokens, base, components, features.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fingerprint::files_under;
use crate::font;
use crate::workspace::Outcome;

/// The sheets in the order of the cascade, comments and indentation taken out. `names` has the files of the font with the
/// names that they are served under; without one its sheet is left out.
pub fn bundle(style: &Path, names: Option<&[(String, String)]>) -> Outcome<String> {
    let mut sheets = files_under(style)?;
    sheets.retain(|sheet| sheet.extension().is_some_and(|ending| ending == "css"));
    sheets.retain(|sheet| names.is_some() || !sheet.ends_with(font::SHEET));
    sheets.sort_by_key(|sheet| place(style, sheet));
    let mut css = String::new();
    for sheet in sheets {
        let text = fs::read_to_string(&sheet)?;
        css.push_str(&lean(&text).map_err(|problem| format!("{}: {problem}", sheet.display()))?);
    }
    Ok(font::naming(&css, names.unwrap_or_default()))
}

/// A sheet without comments and indentation.
pub fn lean(css: &str) -> Result<String, &'static str> {
    Ok(without_indentation(&without_comments(css)?))
}

/// tokens.css, base.css, ui/*.css, then the rest; by name within each.
fn place(style: &Path, sheet: &Path) -> (u8, PathBuf) {
    let name = sheet.strip_prefix(style).unwrap_or(sheet).to_owned();
    let group = if name == Path::new("tokens.css") {
        0
    } else if name == Path::new("base.css") {
        1
    } else if name.starts_with("ui") {
        2
    } else {
        3
    };
    (group, name)
}

fn without_comments(css: &str) -> Result<String, &'static str> {
    let mut kept = String::with_capacity(css.len());
    let mut quote = None;
    let mut characters = css.chars().peekable();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (None, '/') if characters.peek() == Some(&'*') => {
                characters.next();
                skip_comment(&mut characters)?;
                // A comment separates words: `a/**/b` are two.
                kept.push(' ');
            }
            (None, '"' | '\'') => {
                quote = Some(character);
                kept.push(character);
            }
            (Some(_), '\\') => {
                kept.push(character);
                kept.extend(characters.next());
            }
            (Some(open), _) if open == character => {
                quote = None;
                kept.push(character);
            }
            (Some(_) | None, _) => kept.push(character),
        }
    }
    if quote.is_some() {
        return Err("a string does not end");
    }
    Ok(kept)
}

fn skip_comment(characters: &mut impl Iterator<Item = char>) -> Result<(), &'static str> {
    let mut before = ' ';
    for character in characters {
        if before == '*' && character == '/' {
            return Ok(());
        }
        before = character;
    }
    Err("a comment does not end")
}

fn without_indentation(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    for line in css.lines().map(str::trim).filter(|line| !line.is_empty()) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cascade_has_its_order() {
        let style = Path::new("/s");
        let mut names =
            ["contacts.css", "ui/button.css", "base.css", "accounts.css", "tokens.css"].map(|name| style.join(name));
        names.sort_by_key(|name| place(style, name));
        assert_eq!(
            names,
            ["tokens.css", "base.css", "ui/button.css", "accounts.css", "contacts.css"].map(|name| style.join(name))
        );
    }

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(
            without_comments("a{content:\"/* \\\" no */\"}/* yes * / */b{}").expect("it ends"),
            "a{content:\"/* \\\" no */\"} b{}"
        );
        assert!(without_comments("a{} /* open").is_err());
        assert!(without_comments("a{content:'}").is_err());
    }

    #[test]
    fn indentation_goes() {
        assert_eq!(without_indentation("a {\n\n    b: c;\n}\n"), "a {\nb: c;\n}\n");
    }
}
