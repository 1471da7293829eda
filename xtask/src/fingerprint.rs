//! Whether files changed, told by their names, sizes and times without reading them.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::workspace::Outcome;

/// Every file under these paths, one a line with size and time; a path that is not there is skipped.
pub fn of(paths: &[PathBuf]) -> Outcome<String> {
    let mut text = String::new();
    for path in paths {
        for file in files_under(path)? {
            let Ok(metadata) = fs::metadata(&file) else {
                // Deleted since it was listed: the next look will see that.
                continue;
            };
            let changed = metadata.modified()?.duration_since(UNIX_EPOCH)?.as_nanos();
            writeln!(text, "{} {} {changed}", file.display(), metadata.len())?;
        }
    }
    Ok(text)
}

/// The files under a directory (or the file itself), in the order of their names, without hidden ones.
pub fn files_under(path: &Path) -> Outcome<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    if path.is_dir() {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        entries.sort();
        for entry in entries.iter().filter(|entry| !is_hidden(entry)) {
            files.extend(files_under(entry)?);
        }
    }
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}
