//! The provider's word for people (S2.2, S3.1) on every page and in every mail that speaks of where they are.

use crate::harness::Reply;
use crate::rows::Form;
use crate::world::World;
use domain::person::Language;
use domain::provider::PeopleWord;
use domain::status::AccountStatus;
use texts::texts_in;

/// The setting, the heading of the page, and the entry of the left menu.
const WORDS: [(&str, PeopleWord, &str, &str); 4] = [
    ("contacts", PeopleWord::Contacts, "Contacts", "Manage Contacts"),
    ("delegate_access", PeopleWord::DelegateAccess, "Delegate access", "Delegate Access"),
    ("user_management", PeopleWord::UserManagement, "User management", "User management"),
    ("sub_accounts", PeopleWord::SubAccounts, "Sub-accounts", "Sub-accounts"),
];

async fn page(world: &mut World, path: &str) -> Reply {
    let cookie = world.cookie("owner");
    world.get(path, &cookie).await
}

/// The text between two marks.
fn between<'a>(body: &'a str, from: &str, to: &str) -> &'a str {
    let rest = body.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or("", |(text, _)| text)
}

/// The text of the first heading, without its tags.
fn heading(body: &str) -> String {
    without_tags(between(body, "<h1", "</h1>").split_once('>').map_or("", |(_, text)| text))
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// The labels of the links to the list of people within some HTML.
fn links_to(html: &str, address: &str) -> Vec<String> {
    let mark = format!("href=\"{address}\"");
    html.split("<a ")
        .filter(|link| link.split('>').next().is_some_and(|tag| tag.contains(&mark)))
        .map(|link| without_tags(link.split_once('>').map_or("", |(_, rest)| rest.split("</a>").next().unwrap_or(""))))
        .collect()
}

#[tokio::test]
async fn the_provider_s_word_for_people_stands_in_headings_menus_and_mails() {
    for (setting, word, named, entry) in WORDS {
        let mut world = World::open_with(AccountStatus::Active, &format!("people = \"{setting}\"")).await;
        let account = format!("/a/{}", world.id("demo:hosting"));
        let contacts = format!("{account}/contacts");
        let list = page(&mut world, &contacts).await;
        assert_eq!(heading(&list.body), named, "{setting}");
        assert!(between(&list.body, "<title>", "</title>").starts_with(&format!("{named} · ")), "{setting}");

        let somebody = format!("{contacts}/{}", world.id("demo:contact-technician"));
        for path in [account.clone(), contacts.clone(), somebody.clone(), format!("{account}/requests")] {
            let body = page(&mut world, &path).await.body;
            let labels = links_to(&body, &contacts);
            assert!(labels.iter().any(|label| label == entry), "{setting} in the menus of {path}: {labels:?}");
            // The other words are not there, but for the item that the contract names.
            for (_, other, _, label) in WORDS {
                let allowed = other == word || label == "User management" || label == entry;
                let extra = word == PeopleWord::UserManagement && label == "Manage Contacts";
                assert!(
                    allowed || extra || !labels.iter().any(|there| there == label),
                    "{label} with {setting} on {path}"
                );
            }
        }
        for path in [somebody, format!("{contacts}/new")] {
            let body = page(&mut world, &path).await.body;
            let labels = links_to(&body, &contacts);
            assert!(labels.iter().any(|label| label == named), "{setting}: the way back from {path}: {labels:?}");
        }

        let technician = world.cookie("technician");
        let form: Form = [
            ("acting[account]", world.id("demo:hosting")),
            ("change[right]", "billing.view".to_owned()),
            ("change[reason]", "to see".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let asked = world.call("/fn/asking/ask", &technician, &form).await;
        assert_eq!(asked.status, 200, "{}", asked.body);
        let mail = world.latest_mail_to("owner@demo.example").await;
        assert!(
            mail.contains(&format!("under {}", texts_in(Language::EN).contacts.heading(word))),
            "{setting}: {mail}"
        );
    }
}
