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
fn a_provider_adds_a_language() {
    let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
    write(data.path(), "profile/fr.ftl", "language-name = français\nsave = Enregistrer\n");
    write(data.path(), "dates/fr.ftl", "month = { $month }\ndate = le { $day }/{ $month }/{ $year }\n");
    write(data.path(), "mails/reset_password/fr.ftl", "subject = Votre mot de passe pour { $brand }\n");
    let missing = portico(data.path(), &["texts", "missing", "fr"], &[]);
    let printed = String::from_utf8_lossy(&missing.stdout).into_owned();
    assert!(missing.status.success() && printed.contains("## profile/fr.ftl\n\n"), "{printed}");
    assert!(printed.contains("\ntime-zone = ") && !printed.contains("\nlanguage-name = "), "{printed}");
    let mails = portico(data.path(), &["mail", "preview", "reset_password"], &[]);
    let printed = String::from_utf8_lossy(&mails.stdout).into_owned();
    assert!(printed.contains("Votre mot de passe pour "), "{printed}");

    let portal = Running::start(data.path(), dist.path());
    let page = portal.owner.page_in("/me", "fr-CA,fr;q=0.9,en;q=0.5");
    assert!(page.contains("lang=\"fr\"") && page.contains("Enregistrer") && page.contains("Time zone"), "{page}");
    let page = portal.owner.page_in("/me", "it,en;q=0.5");
    assert!(page.contains("lang=\"en\"") && page.contains("français") && !page.contains("Enregistrer"), "{page}");
}

#[test]
fn settings_in_a_language_without_texts_are_refused() {
    let data = tempfile::tempdir().unwrap();
    let refused = portico(data.path(), &["mail", "preview"], &[("PORTICO_LANGUAGE", "fr")]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(said(&refused), "portico: language: the portal has no texts in \"fr\"; it has en, de\n");
}

#[test]
fn the_languages_of_the_portal_lack_nothing_and_others_everything() {
    let data = tempfile::tempdir().unwrap();
    let german = portico(data.path(), &["texts", "missing", "de"], &[]);
    assert_eq!((german.status.code(), german.stdout.len()), (Some(0), 0), "{}", said(&german));
    let klingon = portico(data.path(), &["texts", "missing", "tlh"], &[]);
    assert!(klingon.status.success() && klingon.stdout.len() > 10_000, "{}", said(&klingon));
    let unknown = portico(data.path(), &["texts", "missing", "klingon"], &[]);
    assert_eq!(unknown.status.code(), Some(1));
    assert_eq!(said(&unknown), "portico: \"klingon\" is not the tag of a language, such as fr or pt-BR\n");
}
