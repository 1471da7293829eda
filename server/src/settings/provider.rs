//! What the provider shows to people: name, words, ways to add, templates.

use super::reader::Reader;
use crate::assets::BrandFile;
use domain::email::EmailAddress;
use domain::provider::{Provider, WayToAdd};
use domain::template;
use domain::text;
use portal::Origin;
use std::collections::BTreeSet;

/// The most templates a provider may add: the picker is a list, not a search.
const TEMPLATES_MAX: usize = 50;

impl Reader {
    /// What is shown of the provider, and the files of its brand.
    pub(super) fn provider(&mut self, origin: &Origin) -> (Provider, Vec<BrandFile>) {
        let name = self.brand_name();
        let (brand, files) = self.brand();
        let provider = Provider {
            name,
            brand,
            links: self.links(),
            areas: self.areas(),
            people: self.file.people,
            support_email: self.support_email(origin),
            language: self.file.language,
            ways_to_add: self.ways_to_add(),
            registered_people: self.file.registered_people,
            restore_days: self.restore_days(),
            demo: self.arguments.demo,
        };
        (provider, files)
    }

    fn brand_name(&mut self) -> String {
        match text::line(&self.file.brand.name, 60) {
            Ok(name) if !name.is_empty() => name,
            Ok(_) | Err(_) => {
                self.problems.add("brand.name", "it must have 1 to 60 characters and no hidden ones");
                String::new()
            }
        }
    }

    fn support_email(&mut self, origin: &Origin) -> String {
        let Some(text) = &self.file.support_email else { return format!("support@{}", origin.mail_host()) };
        if EmailAddress::parse(text).is_err() {
            self.problems.add("support_email", format_args!("{text:?} is not an email address"));
        }
        text.trim().to_owned()
    }

    fn restore_days(&mut self) -> u32 {
        self.problems.number("restore_days", self.file.restore_days, 0..=365);
        u32::try_from(self.file.restore_days).unwrap_or_default()
    }

    fn ways_to_add(&mut self) -> Vec<WayToAdd> {
        let ways = self.file.ways_to_add.clone();
        if ways.is_empty() {
            self.problems.add("ways_to_add", "there must be at least one: nobody could be added");
        }
        if ways.iter().enumerate().any(|(i, way)| ways[..i].contains(way)) {
            self.problems.add("ways_to_add", "a way is named twice");
        }
        ways
    }

    pub(super) fn check_templates(&mut self) {
        let templates = &self.file.templates;
        if templates.len() > TEMPLATES_MAX {
            self.problems.add("templates", format_args!("there can be at most {TEMPLATES_MAX}"));
        }
        let mut taken: BTreeSet<String> = template::built_in().into_iter().map(|template| template.key).collect();
        for template in templates {
            let key = &template.key;
            let well_formed = (1..=40).contains(&key.len())
                && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            if !well_formed {
                self.problems.add("templates", format_args!("the key {key:?} must be 1 to 40 of a-z, 0-9 and _"));
            }
            if !taken.insert(key.clone()) {
                self.problems
                    .add("templates", format_args!("the key {key:?} is taken, by a built-in template or twice here"));
            }
            let name = template.name.as_deref().map(|name| text::line(name, 60));
            if !matches!(name, Some(Ok(name)) if !name.is_empty()) {
                self.problems
                    .add("templates", format_args!("{key:?} needs a name of 1 to 60 characters, no hidden ones"));
            }
        }
    }
}
