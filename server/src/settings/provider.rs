//! What the provider shows to people: brand, words, ways to add, templates.

use super::PublicUrl;
use super::reader::{Given, Reader, mail_host};
use domain::person::Language;
use domain::provider::{Provider, WayToAdd};
use domain::template::{self, Template};
use domain::text;
use std::collections::BTreeSet;

/// The most templates a provider may add: the picker is a list, not a search.
const TEMPLATES_MAX: usize = 50;

impl Reader {
    pub(super) fn provider(&mut self, public_url: Option<&PublicUrl>) -> Provider {
        let in_file = self.file.support_email.clone().map(|text| ("support_email", text));
        let given = self.given(None, "PORTICO_SUPPORT_EMAIL", in_file);
        let support_email = self.email(given).unwrap_or_else(|| format!("support@{}", mail_host(public_url)));
        Provider {
            name: self.brand_name(),
            logo: self.logo_address(),
            colour: self.colour(),
            people: self.file.people.unwrap_or_default(),
            support_email,
            language: self.language(),
            ways_to_add: self.ways_to_add(),
            registered_people: self.file.registered_people.unwrap_or_default(),
            restore_days: self.number("restore_days", self.file.restore_days, 30, 0..=365),
            demo: self.arguments.demo,
        }
    }

    fn brand_name(&mut self) -> String {
        let in_file = self.file.brand.name.clone().map(|text| ("brand.name", text));
        let Some(Given { text, from }) = self.given(None, "PORTICO_BRAND_NAME", in_file) else {
            return "Portico".to_owned();
        };
        match text::line(&text, 60) {
            Ok(name) if !name.is_empty() => name,
            Ok(_) | Err(_) => {
                self.problem(&from, "it must have 1 to 60 characters and no hidden ones");
                String::new()
            }
        }
    }

    fn logo_address(&mut self) -> Option<String> {
        let logo = self.file.brand.logo.clone()?;
        let ending = logo.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        if ["svg", "png", "webp", "jpg"].contains(&ending.as_str()) {
            return Some(format!("/brand/logo.{ending}"));
        }
        self.problem("brand.logo", "it must be a file named .svg, .png, .webp or .jpg");
        None
    }

    fn colour(&mut self) -> Option<String> {
        let colour = self.file.brand.colour.clone()?;
        let digits = colour.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Some(colour.to_ascii_lowercase());
        }
        self.problem("brand.colour", format!("{colour:?} must be # and six hexadecimal digits"));
        None
    }

    fn language(&mut self) -> Language {
        let given = self.given(None, "PORTICO_LANGUAGE", None);
        match given {
            None => self.file.language.unwrap_or_default(),
            Some(Given { text, from }) => Language::from_tag(&text).unwrap_or_else(|| {
                self.problem(&from, format!("{text:?} must be en or de"));
                Language::default()
            }),
        }
    }

    fn ways_to_add(&mut self) -> Vec<WayToAdd> {
        let ways = self.file.ways_to_add.take().unwrap_or_else(|| vec![WayToAdd::AddContact, WayToAdd::InviteUser]);
        if ways.is_empty() {
            self.problem("ways_to_add", "there must be at least one: nobody could be added");
        }
        if ways.iter().enumerate().any(|(i, way)| ways[..i].contains(way)) {
            self.problem("ways_to_add", "a way is named twice");
        }
        ways
    }

    pub(super) fn templates(&mut self) -> Vec<Template> {
        let templates = std::mem::take(&mut self.file.templates);
        if templates.len() > TEMPLATES_MAX {
            self.problem("templates", format!("there may be at most {TEMPLATES_MAX}"));
        }
        let mut taken: BTreeSet<String> = template::built_in().into_iter().map(|template| template.key).collect();
        for template in &templates {
            let key = &template.key;
            let well_formed = (1..=40).contains(&key.len())
                && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            if !well_formed {
                self.problem("templates", format!("the key {key:?} must be 1 to 40 of a-z, 0-9 and _"));
            }
            if !taken.insert(key.clone()) {
                self.problem("templates", format!("the key {key:?} is taken, by a built-in template or twice here"));
            }
            let name = template.name.as_deref().map(|name| text::line(name, 60));
            if !matches!(name, Some(Ok(name)) if !name.is_empty()) {
                self.problem("templates", format!("{key:?} needs a name of 1 to 60 characters, no hidden ones"));
            }
        }
        templates
    }
}
