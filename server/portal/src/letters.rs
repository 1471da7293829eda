//! Every letter there is, in one list: its templates are tried at start, and a provider sees its examples.

use crate::asking;
use crate::invitations;
use crate::mail::TemplateError;
use crate::mail::letter::{Listed, Sample};
use crate::mail::templates::{Sender, Templates};
use crate::notify;
use crate::profile;
use crate::unit::core::Config;
use domain::person::Language;

/// Those of each file that has letters.
fn letters() -> Vec<Listed> {
    [
        notify::letters::LETTERS,
        notify::sign_in::LETTERS,
        notify::changes::LETTERS,
        notify::offer::LETTERS,
        invitations::letters::LETTERS,
        asking::letters::LETTERS,
        profile::letters::LETTERS,
    ]
    .concat()
}

/// The words of all letters, with the provider's own templates.
///
/// # Errors
/// When one of the provider's files can't be used.
pub(crate) fn templates(config: &Config) -> Result<Templates, TemplateError> {
    let sender = Sender::of(&config.provider, &config.public_url);
    Templates::load(&config.mail_templates(), sender, &letters())
}

/// A mail with made-up data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The name of its template's files.
    pub name: &'static str,
    /// Its language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// Every mail in every language and form, as the provider's templates write it.
///
/// # Errors
/// When one of the provider's files can't be used.
pub fn previews(config: &Config) -> Result<Vec<Preview>, TemplateError> {
    let templates = templates(config)?;
    let mut previews = Vec::new();
    for letter in letters() {
        for language in texts::languages().copied() {
            for draft in (letter.examples)(&Sample::new(&config.public_url, language)) {
                let mail = templates.try_one(&config.mail_templates(), language, &draft)?;
                let (name, subject, text, html) = (draft.letter, mail.subject, mail.text, mail.html);
                previews.push(Preview { name, language, subject, text, html });
            }
        }
    }
    Ok(previews)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::origin::Origin;
    use crate::mail::letter::{BREAK, Signature, plain};
    use crate::mail::templates::{Rendered, render};
    use crate::notify::letters::ContactAdded;
    use crate::notify::sign_in::ResetPassword;
    use domain::colour::Colour;
    use domain::provider::{Areas, Brand, Links, PeopleWord, Provider, RegisteredPeople};
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    const PORTAL: &str = "https://portal.example";

    fn load(folder: &Path) -> Result<Templates, TemplateError> {
        load_with(folder, Brand::default())
    }

    fn load_with(folder: &Path, brand: Brand) -> Result<Templates, TemplateError> {
        let provider = Provider {
            name: "Acme".to_owned(),
            brand,
            links: Links::default(),
            areas: Areas::default(),
            people: PeopleWord::Contacts,
            support_email: "help@acme.example".to_owned(),
            language: Language::EN,
            ways_to_add: Vec::new(),
            registered_people: RegisteredPeople::AtOnce,
            restore_days: 30,
            demo: false,
        };
        Templates::load(folder, Sender::of(&provider, &Origin::new(PORTAL)), &letters())
    }

    fn built_in() -> Templates {
        load(Path::new("/nonexistent")).expect("the built-in ones are sound")
    }

    /// Every example in every language.
    fn mails(templates: &Templates) -> Vec<(Language, Rendered)> {
        let (folder, origin) = (Path::new("/nonexistent"), Origin::new(PORTAL));
        let mut mails = Vec::new();
        for language in texts::languages().copied() {
            for draft in letters().iter().flat_map(|letter| (letter.examples)(&Sample::new(&origin, language))) {
                mails.push((language, templates.try_one(folder, language, &draft).expect("it renders")));
            }
        }
        mails
    }

    #[test]
    fn names_become_no_links_no_markup_and_no_headers() {
        let evil = "Win at https://evil.example\r\nBcc: all@evil.example <script>alert(1)</script>";
        let letter = ContactAdded {
            name: "Anna",
            by: Signature { name: evil, email: evil },
            account: "www.evil.example",
            sign_in: Some(Origin::new(PORTAL).to(domain::paths::SIGN_IN)),
        };
        for language in [Language::EN, Language::DE] {
            let mail = render(&built_in(), language, &letter).expect("it renders");
            for part in [&mail.subject, &mail.text, &mail.html] {
                assert!(!part.contains("evil.example") && !part.contains("https://evil"), "{part}");
            }
            assert!(!mail.subject.contains(['\r', '\n']), "{}", mail.subject);
            assert!(!mail.html.contains("<script>"), "{}", mail.html);
            assert!(mail.text.contains("https://portal.example/sign-in"), "{}", mail.text);
        }
    }

    #[test]
    fn what_was_typed_reads_as_it_was_typed_and_is_no_address() {
        let seen = |text: &str| plain(text).replace(BREAK, "");
        for typed in ["kim@agency.example", "curl/8.5.0", "https://evil.example", "Dr. No: 1.5"] {
            assert_eq!(seen(typed), typed);
        }
        assert_eq!(plain("a.b: c"), format!("a.{BREAK}b: c"));
        // Where a program makes a link of it, the browser refuses it; without the break it would not.
        let host = |typed: &str| url::Url::parse(&format!("https://{typed}/")).map(|url| url.to_string());
        assert!(host("evil.example").is_ok() && host(&plain("evil.example")).is_err());
        assert!(url::Url::parse(&plain("https://evil.example/")).is_err());
    }

    #[test]
    fn every_mail_has_the_colour_the_logo_and_the_foot_of_the_provider() {
        let letter = ResetPassword { name: "Anna", link: PORTAL.to_owned(), valid_seconds: 3600 };
        let write = |brand| {
            let templates = load_with(Path::new("/nonexistent"), brand).expect("sound");
            let mail = render(&templates, Language::EN, &letter).expect("it renders");
            (mail.text, mail.html.replace("&#x2f;", "/"))
        };
        let orange = Colour::parse("#ff5a00");
        let footer = Some("Acme <GmbH>\nSome Street 1, 12345 Town".to_owned());
        let (text, html) = write(Brand { colour: orange, mail_footer: footer, ..Brand::default() });
        assert!(html.contains("background:#ff5a00;color:#10151b"), "{html}");
        assert!(html.contains("Acme &lt;GmbH&gt;<br>Some Street 1, 12345 Town</p>"), "{html}");
        assert!(text.ends_with("\n\n-- \nAcme <GmbH>\nSome Street 1, 12345 Town\n"), "{text}");
        assert!(html.contains(">Acme</p>") && !html.contains("<img"), "{html}");

        let file = |name: &str| Some(format!("/brand/{name}"));
        let blue = Colour::parse("#0b2a6f");
        let wide = Brand { logo_wide: file("logo-wide.png"), mail_colour: blue, colour: orange, ..Brand::default() };
        let (text, html) = write(wide);
        let image = format!("<img src=\"{PORTAL}/brand/logo-wide.png\" alt=\"Acme\"");
        assert!(html.contains(&image) && html.contains("background:#0b2a6f;color:#ffffff"), "{html}");
        assert!(!html.contains(">Acme<") && !text.contains("-- "), "{html}");

        // The square one stands beside the name. A drawing that mail programs do not show is none.
        let square = Brand { logo_wide: file("logo-wide.svg"), logo: file("logo.jpg"), ..Brand::default() };
        let (_, html) = write(square);
        assert!(html.contains("/brand/logo.jpg\" alt=\"\"") && html.contains("> Acme</p>"), "{html}");
    }

    #[test]
    fn a_link_says_how_long_it_works() {
        let write = |valid_seconds| {
            let letter = ResetPassword { name: "Anna", link: PORTAL.to_owned(), valid_seconds };
            render(&built_in(), Language::EN, &letter).expect("it renders").text
        };
        assert!(write(3600).contains("for 60 minutes"));
        assert!(write(7 * 86_400).contains("for 7 days"));
    }

    #[test]
    fn the_provider_s_own_file_takes_the_place_of_a_built_in_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("reset_password.txt");
        std::fs::write(&file, "{{ say(\"reset_password.subject\", brand=brand) }}: {{ link }}").expect("written");
        let templates = load(folder.path()).expect("sound");
        let letter = ResetPassword { name: "Anna", link: PORTAL.to_owned(), valid_seconds: 3600 };
        let text = |language| render(&templates, language, &letter).expect("it renders").text;
        assert_eq!(text(Language::EN), "Set your password for Acme: https://portal.example");
        assert_eq!(text(Language::DE), "Ihr Passwort für Acme setzen: https://portal.example");

        for (name, own) in [
            ("reset_password.txt", "{{ nonsense }}"),
            ("reset_password.txt", "{{ brand"),
            ("contact_added.txt", "{% include 'nothing.txt' %}"),
            ("contact_added.txt", "{{ say(\"contact_added.nonsense\") }}"),
            ("contact_added.txt", "{{ say(\"hello\") }}"),
            ("contact_added.txt", "{{ say(\"hello\", name=name, by=by) }}"),
            ("contact_added.txt", "{{ say(\"hello\", name=1) }}"),
            ("layout.html", "{{ nonsense }}"),
            ("reset_pasword.txt", "mistyped"),
            ("footer.html", "of nothing"),
            ("en/reset_password.txt", "as it was once"),
            ("reset_password.subject", "as it was once"),
        ] {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            let before = std::fs::read(&file).ok();
            std::fs::write(&file, own).expect("written");
            let refused = load(folder.path()).map(|_| ());
            let told = refused.expect_err(own).to_string();
            assert!(told.starts_with(&file.display().to_string()), "{own}: {told}");
            match before {
                Some(before) => std::fs::write(&file, before).expect("written"),
                None => std::fs::remove_file(&file).expect("removed"),
            }
        }
        std::fs::write(folder.path().join("README"), "ours").expect("written");
        load(folder.path()).expect("what is no template is left alone");
    }

    #[test]
    fn every_template_has_an_example_and_every_letter_a_template() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let shared = ["layout.html", "button.html", "because.txt", "because.html"];
        let mut there = BTreeSet::new();
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let name = entry.expect("a file").file_name().into_string().expect("a name");
            if !shared.contains(&name.as_str()) {
                there.insert(name);
            }
        }
        let letters = letters();
        let named: Vec<&str> = letters.iter().flat_map(|letter| letter.template.files).map(|(file, _)| file).collect();
        assert_eq!(named.len(), there.len(), "a letter is in the list once");
        assert_eq!(named.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), there);

        let mails = mails(&built_in());
        for letter in letters {
            for language in texts::languages().copied() {
                let example =
                    |(of, mail): &(Language, Rendered)| *of == language && mail.letter == letter.template.name;
                assert!(mails.iter().any(example), "{}", letter.template.name);
            }
        }
    }

    #[test]
    fn every_sentence_is_said() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let entries = std::fs::read_dir(folder).expect("a folder");
        let all: String =
            entries.map(|entry| std::fs::read_to_string(entry.expect("a file").path()).expect("text")).collect();
        let subjects: BTreeSet<String> =
            letters().iter().map(|letter| format!("{}.subject", letter.template.name)).collect();
        for name in texts::mails_in(Language::EN).names() {
            assert!(subjects.contains(&name) || all.contains(&format!("say(\"{name}\"")), "{name}");
        }
    }

    /// The portal's addresses in a mail, as paths.
    fn addresses(mail: &Rendered) -> Vec<String> {
        let html = mail.html.replace("&#x2f;", "/");
        let ends = |c: char| c.is_whitespace() || c == '"' || c == '<';
        [mail.text.as_str(), html.as_str()]
            .into_iter()
            .flat_map(|part| part.split("https://").skip(1))
            .map(|rest| rest.split(ends).next().unwrap_or_default())
            .map(|address| address.strip_prefix("portal.example").expect("an address of the portal").to_owned())
            .collect()
    }

    #[test]
    fn every_address_in_a_mail_is_one_of_the_portal_s() {
        let known: BTreeSet<&str> = include_str!("../../../app/domain/src/paths_snapshot.txt").lines().collect();
        let (account, contact) = (Sample::ACTING.account.to_string(), Sample::CONTACT.to_string());
        let mut seen = BTreeSet::new();
        for (_, mail) in mails(&built_in()) {
            for address in addresses(&mail) {
                let shape =
                    address.replace(&account, "ACCOUNT").replace(&contact, "CONTACT").replace(Sample::TOKEN, "a%2Fb");
                assert!(known.contains(shape.as_str()), "{}: {address}", mail.letter);
                seen.insert(shape);
            }
        }
        assert!(seen.iter().any(|shape| shape.ends_with("CONTACT/notifications")), "{seen:?}");
    }

    /// A file for each letter and language; a letter with several examples has them one after another.
    #[test]
    fn every_letter_reads_as_reviewed() {
        let mut all: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
        for (language, mail) in mails(&built_in()) {
            let parts = [mail.subject.as_str(), mail.text.trim_end(), mail.html.trim_end()];
            all.entry((mail.letter, language.tag().to_owned())).or_default().push(parts.join("\n\n"));
        }
        for ((letter, language), mails) in all {
            insta::assert_snapshot!(format!("{letter}_{language}"), mails.join("\n\n-- another --\n\n"));
        }
    }

    #[test]
    fn the_provider_s_layout_is_around_every_mail() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("layout.html"), "<b>{{ brand }}</b>{% block content %}{% endblock %}")
            .expect("written");
        for (_, mail) in mails(&load(folder.path()).expect("sound")) {
            assert!(mail.html.starts_with("<b>Acme</b>"), "{}", mail.html);
        }
    }
}
