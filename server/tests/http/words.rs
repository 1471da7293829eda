//! A provider's own words: said on the pages, checked on the command line.

use crate::harness;
use crate::killed::Running;
use crate::starting::{portico, said};
use std::fs;
use std::path::Path;

fn write(data: &Path, name: &str, text: &str) {
    let path = data.join("texts").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn the_words_of_a_provider_are_on_the_pages_and_what_is_wrong_with_them_is_said() {
    let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
    write(data.path(), "contacts/list/en.ftl", "no-match = Nobody-here\n");
    let fine = portico(data.path(), &["texts", "check"], &[]);
    assert_eq!((fine.status.code(), fine.stdout.len()), (Some(0), 0), "{}", said(&fine));

    write(data.path(), "contacts/en.ftl", "total = { $number } people\n");
    let wrong = portico(data.path(), &["texts", "check"], &[]);
    assert_eq!(wrong.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&wrong.stdout).into_owned();
    assert_eq!(
        printed,
        "contacts/en.ftl: line 1: total: { $number } is not one of its arguments\ncontacts/en.ftl: line 1: total: { $count } is missing\n"
    );
    assert_eq!(said(&wrong), "portico: these texts are ignored, the portal uses its own\n");

    let portal = Running::start(data.path(), dist.path());
    assert!(portal.owner.has("Nobody-here"));
}

#[test]
fn the_languages_of_the_portal_lack_nothing_and_others_are_not_spoken() {
    let data = tempfile::tempdir().unwrap();
    let german = portico(data.path(), &["texts", "missing", "de"], &[]);
    assert_eq!((german.status.code(), german.stdout.len()), (Some(0), 0), "{}", said(&german));
    let klingon = portico(data.path(), &["texts", "missing", "tlh"], &[]);
    assert_eq!(klingon.status.code(), Some(1));
    assert_eq!(said(&klingon), "portico: the portal has no language \"tlh\"\n");
}
