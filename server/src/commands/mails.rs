//! What mails look like, for a provider who edits templates.

use super::{CommandResult, Preview as Options};
use crate::settings::Settings;
use portal::letters::{Preview, previews};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;

/// Prints each mail, or writes it into files.
pub fn preview(settings: &Settings, options: &Options) -> CommandResult {
    let mut mails = previews(&settings.portal)?;
    if let Some(name) = &options.name {
        let names: BTreeSet<&str> = mails.iter().map(|mail| mail.name).collect();
        if !names.contains(name.as_str()) {
            let names = names.into_iter().collect::<Vec<_>>().join(", ");
            return Err(format!("there is no email {name:?}; there are {names}").into());
        }
        mails.retain(|mail| mail.name == name);
    }
    let mails = numbered(mails);
    match &options.write {
        None => print!("{}", mails.iter().map(|(title, mail)| printed(title, mail)).collect::<String>()),
        Some(folder) => write(folder, &mails).map_err(|error| format!("{}: {error}", folder.display()))?,
    }
    Ok(())
}

/// Each mail with a title of its own: `en/contact_added`, and `en/contact_added-2` for its second form.
fn numbered(mails: Vec<Preview>) -> Vec<(String, Preview)> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let title = |mail: &Preview| format!("{}/{}", mail.language.tag(), mail.name);
    mails
        .into_iter()
        .map(|mail| {
            let count = seen.entry(title(&mail)).or_default();
            *count += 1;
            let title = if *count == 1 { title(&mail) } else { format!("{}-{count}", title(&mail)) };
            (title, mail)
        })
        .collect()
}

fn printed(title: &str, mail: &Preview) -> String {
    let mut text = String::new();
    // Writing to a string can't fail.
    let _ = writeln!(text, "==== {title}\nSubject: {}\n\n{}\n", mail.subject, mail.text.trim_end());
    text
}

fn write(folder: &Path, mails: &[(String, Preview)]) -> std::io::Result<()> {
    for (title, mail) in mails {
        std::fs::create_dir_all(folder.join(mail.language.tag()))?;
        let text = format!("Subject: {}\n\n{}", mail.subject, mail.text);
        for (end, content) in [("txt", &text), ("html", &mail.html)] {
            let path = folder.join(format!("{title}.{end}"));
            std::fs::write(&path, content)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Arguments, Sources};

    fn settings(data: &Path) -> Settings {
        let arguments = Arguments { data: Some(data.to_owned()), ..Arguments::default() };
        Settings::from_sources(Sources { arguments, ..Sources::default() }).expect("they do")
    }

    #[test]
    fn each_mail_is_written_in_each_language_with_the_provider_s_own_files() {
        let (data, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        std::fs::create_dir_all(data.path().join("templates")).expect("a folder");
        std::fs::write(data.path().join("templates/reset_password.txt"), "Our own: {{ link }}").expect("written");
        let settings = settings(data.path());
        preview(&settings, &Options { name: None, write: Some(out.path().to_owned()) }).expect("it is shown");
        let read = |name: &str| std::fs::read_to_string(out.path().join(name)).expect("it is there");
        assert!(read("en/reset_password.txt").contains("Our own: http://localhost:8080/reset/"));
        assert!(read("de/reset_password.txt").contains("Our own: http://localhost:8080/reset/"));
        assert!(read("de/reset_password.html").contains("Passwort"));
        assert!(read("en/contact_added.html").contains("Sign in"));
        assert!(!read("en/contact_added-2.html").contains("Sign in"), "the form for a contact without a login");
        assert!(!data.path().join("portico.db").exists(), "no database is made for it");
    }

    #[test]
    fn a_name_that_no_mail_has_is_refused_with_those_there_are() {
        let data = tempfile::tempdir().expect("a folder");
        let refused = preview(&settings(data.path()), &Options { name: Some("x".to_owned()), write: None });
        assert!(refused.is_err_and(|error| error.to_string().contains("reset_password")));
    }
}
