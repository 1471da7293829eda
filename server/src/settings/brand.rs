//! `[brand]`, `[links]` and `[areas]`: how the provider looks, and where else it is.

use super::reader::Reader;
use crate::assets::BrandFile;
use domain::colour::Colour;
use domain::email::EmailAddress;
use domain::provider::{Areas, Brand, Links};
use domain::text;
use http::Uri;
use portal::SettingProblems;
use std::path::Path;

/// What images may be, by the ends of their names.
const IMAGES: &[&str] = &["svg", "png", "webp", "jpg"];
const ICONS: &[&str] = &["svg", "png", "ico"];
const FONTS: &[&str] = &["woff2"];

impl Reader {
    /// What is shown of the brand, and the files of it.
    pub(super) fn brand(&mut self) -> (Brand, Vec<BrandFile>) {
        let mut files = Files { found: Vec::new(), problems: &mut self.problems };
        let set = &self.file.brand;
        let brand = Brand {
            logo: files.take("brand.logo", "logo", set.logo.as_deref(), IMAGES),
            logo_wide: files.take("brand.logo_wide", "logo-wide", set.logo_wide.as_deref(), IMAGES),
            logo_dark: files.take("brand.logo_dark", "logo-dark", set.logo_dark.as_deref(), IMAGES),
            favicon: files.take("brand.favicon", "favicon", set.favicon.as_deref(), ICONS),
            font: files.take("brand.font", "font", set.font.as_deref(), FONTS),
            colour: colour(files.problems, "brand.colour", set.colour.as_deref()),
            mail_colour: colour(files.problems, "brand.mail_colour", set.mail_colour.as_deref()),
            mail_footer: mail_footer(files.problems, set.mail_footer.as_deref()),
        };
        let found = files.found;
        if brand.logo_dark.is_some() && brand.logo.is_none() && brand.logo_wide.is_none() {
            self.problems
                .add("brand.logo_dark", "it is for the dark theme only: set brand.logo or brand.logo_wide too");
        }
        (brand, found)
    }

    pub(super) fn links(&mut self) -> Links {
        let Links { imprint, privacy, terms } = self.file.links.clone();
        Links {
            imprint: address(&mut self.problems, "links.imprint", imprint),
            privacy: address(&mut self.problems, "links.privacy", privacy),
            terms: address(&mut self.problems, "links.terms", terms),
        }
    }

    pub(super) fn areas(&mut self) -> Areas {
        let Areas { tickets, data_center, orders } = self.file.areas.clone();
        Areas {
            tickets: address(&mut self.problems, "areas.tickets", tickets),
            data_center: address(&mut self.problems, "areas.data_center", data_center),
            orders: address(&mut self.problems, "areas.orders", orders),
        }
    }
}

/// The files of the brand, as they are found.
struct Files<'a> {
    found: Vec<BrandFile>,
    problems: &'a mut SettingProblems,
}

impl Files<'_> {
    /// The address at which the file is served; nothing where none is set, or its name does not say what it is.
    fn take(&mut self, key: &'static str, name: &str, file: Option<&Path>, ends: &[&str]) -> Option<String> {
        let file = file?;
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
        if !ends.contains(&end.as_str()) {
            let ends: Vec<String> = ends.iter().map(|end| format!(".{end}")).collect();
            let named = match ends.split_last() {
                Some((last, [])) => last.clone(),
                Some((last, others)) => format!("{} or {last}", others.join(", ")),
                None => String::new(),
            };
            self.problems.add(key, format_args!("it must be a file named {named}"));
            return None;
        }
        let address = format!("/brand/{name}.{end}");
        self.found.push(BrandFile { key, file: file.to_owned(), address: address.clone() });
        Some(address)
    }
}

fn colour(problems: &mut SettingProblems, key: &'static str, text: Option<&str>) -> Option<Colour> {
    let text = text?;
    let colour = Colour::parse(text);
    if colour.is_none() {
        problems.add(key, format_args!("{text:?} is invalid: it must be # and six hexadecimal digits"));
    }
    colour
}

fn mail_footer(problems: &mut SettingProblems, set: Option<&str>) -> Option<String> {
    match text::lines(set?, 600) {
        Ok(lines) if !lines.is_empty() => Some(lines),
        Ok(_) | Err(_) => {
            problems.add("brand.mail_footer", "it must have 1 to 600 characters and no hidden ones");
            None
        }
    }
}

/// An address of the web, or one that mails go to: what a link may lead to.
fn address(problems: &mut SettingProblems, key: &'static str, text: Option<String>) -> Option<String> {
    let text = text?.trim().to_owned();
    if is_web(&text) || text.strip_prefix("mailto:").is_some_and(|to| EmailAddress::parse(to).is_ok()) {
        return Some(text);
    }
    let rule = "it must begin with https://, http:// or mailto:, and be the address of a page or a mailbox";
    problems.add(key, format_args!("{text:?} is invalid: {rule}"));
    None
}

fn is_web(text: &str) -> bool {
    let schemed = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    // A name before the host would make one host look like another.
    let names_a_host =
        |uri: Uri| uri.authority().is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'));
    schemed && text.len() <= 2_000 && text.parse::<Uri>().is_ok_and(names_a_host)
}
