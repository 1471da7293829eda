//! A table has one file that writes it.

use std::collections::{BTreeMap, BTreeSet};

use super::is_rust;

/// A complaint for each table of the migrations that more than one file of the server writes: what its rows promise is kept
/// in one place, or drifts.
pub fn second_writers(files: &[(String, String)]) -> Vec<String> {
    let schema = files.iter().filter(|(path, _)| path.starts_with("server/portal/migrations/"));
    let tables: BTreeSet<&str> = schema.flat_map(|(_, text)| named_after("CREATE TABLE ", text)).collect();
    let mut writers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (path, text) in files.iter().filter(|(path, _)| is_server_source(path)) {
        let code = unbroken(text);
        let written = WRITES.into_iter().flat_map(|verb| named_after(verb, &code));
        for table in written.filter(|table| tables.contains(table)) {
            writers.entry(table.to_owned()).or_default().insert(path);
        }
    }
    let several = writers.into_iter().filter(|(_, files)| files.len() > 1);
    several
        .map(|(table, files)| {
            let files: Vec<&str> = files.into_iter().collect();
            format!("{}: the table {table} has one writer, and is written in each of these", files.join(", "))
        })
        .collect()
}

const WRITES: [&str; 3] = ["INSERT INTO ", "UPDATE ", "DELETE FROM "];

fn is_server_source(path: &str) -> bool {
    path.starts_with("server/") && path.contains("/src/") && is_rust(path)
}

/// The names that follow a word.
fn named_after<'t>(word: &'t str, text: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(word).filter_map(move |(start, found)| {
        let rest = &text[start + found.len()..];
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    })
}

/// The code of a file, with each literal that goes on in the next line as one line.
fn unbroken(text: &str) -> String {
    let code = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    code.flat_map(|line| line.strip_suffix('\\').map_or([line, "\n"], |line| [line, ""])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_two_files_write_is_found_with_both() {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let schema = file("server/portal/migrations/common/0001.sql", "CREATE TABLE pets (\nCREATE TABLE pet_tags (");
        let found = |files: &[(&str, &str)]| {
            let files = files.iter().map(|(path, text)| file(path, text));
            second_writers(&std::iter::once(schema.clone()).chain(files).collect::<Vec<_>>())
        };
        let (one, other) = ("server/portal/src/records/pets.rs", "server/import/src/load.rs");
        let insert = "\"INSERT INTO pets (id) VALUES ($1)\"";
        for second in ["\"UPDATE pets SET a = 1\"", "\"DELETE FROM pets\"", "\"UPDATE \\\n    pets SET a = 1\""] {
            let complaints = found(&[(one, insert), (other, second)]);
            assert!(complaints.len() == 1 && complaints[0].contains(one) && complaints[0].contains(other), "{second}");
            assert!(complaints[0].contains("table pets "), "{complaints:?}");
            assert!(found(&[(one, insert), (one, second)]).is_empty(), "one file may: {second}");
        }
        for harmless in ["\"UPDATE pet_tags SET a = 1\"", "// UPDATE pets SET", "\"SELECT id FROM pets FOR UPDATE\""] {
            assert!(found(&[(one, insert), (other, harmless)]).is_empty(), "{harmless}");
        }
        assert!(found(&[(one, insert), ("server/portal/tests/portal/pets.rs", insert)]).is_empty(), "tests may");
    }
}
