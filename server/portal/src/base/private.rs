//! What is kept on disk is its owner's alone: folders 0700, files 0600, and what was there before is tightened to that.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io::{Error, ErrorKind, Result};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Makes a folder, unless it is there.
pub(crate) fn folder(path: &Path) -> Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    tighten(path)
}

/// Opens a file for writing, made if it is not there, with what is in it.
pub(crate) fn file(path: &Path) -> Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(path)?;
    tighten(path)?;
    Ok(file)
}

/// Tightens a folder and the files in it, if it is there.
pub(crate) fn tighten_folder(path: &Path) -> Result<()> {
    tighten(path)?;
    let entries = match path.read_dir() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            tighten(&entry.path())?;
        }
    }
    Ok(())
}

/// What everybody but the owner of a file may do with it.
const OTHERS: u32 = 0o077;

/// Takes from everybody else what they may do with a path, if it is there.
pub(crate) fn tighten(path: &Path) -> Result<()> {
    let mode = match path.metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        metadata => metadata?.permissions().mode(),
    };
    if mode & OTHERS == 0 {
        return Ok(());
    }
    // The sticky bit, as of /tmp: others need the directory as it is.
    if mode & 0o1000 != 0 {
        return Err(Error::other("others use this directory too; name one that only Portico uses"));
    }
    match std::fs::set_permissions(path, Permissions::from_mode(mode & 0o700)) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(Error::new(ErrorKind::PermissionDenied, "others may read it, and it belongs to another user"))
        }
        outcome => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(path: &Path, mode: u32) {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("they are set");
    }

    fn mode(path: &Path) -> u32 {
        path.metadata().expect("it is there").permissions().mode() & 0o7777
    }

    #[test]
    fn what_was_there_before_is_tightened() {
        let data = tempfile::tempdir().expect("a folder");
        let (folder, mail) = (data.path(), data.path().join("old.eml"));
        std::fs::write(&mail, "a link").expect("written");
        set(&mail, 0o666);
        set(folder, 0o777);
        tighten_folder(folder).expect("it is ours");
        assert_eq!((mode(folder), mode(&mail)), (0o700, 0o600));
        tighten_folder(&folder.join("nothing")).expect("nothing is there");
    }

    #[test]
    fn a_directory_that_others_need_stays_as_it_is() {
        let shared = tempfile::tempdir().expect("a folder");
        set(shared.path(), 0o1777);
        let problem = folder(shared.path()).expect_err("it is refused").to_string();
        assert!(problem.contains("name one that only Portico uses"), "{problem}");
        assert_eq!(mode(shared.path()), 0o1777);
    }
}
