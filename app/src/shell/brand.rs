//! The provider's brand: the logo or the name, its icon, font and colour in the document, its pages elsewhere.

use crate::request::provider;
use crate::text::texts;
use domain::colour::{Colour, Shades, Theme};
use domain::provider::{Brand, Links, Provider};
use leptos::prelude::*;
use std::fmt::Write as _;

/// The portal's own icon.
const FAVICON: &str = "/favicon.svg";

/// The wide logo; else the logo beside the name.
#[component]
pub fn BrandMark() -> impl IntoView {
    let Provider { name, brand: Brand { logo, logo_wide, logo_dark, .. }, .. } = provider();
    match logo_wide {
        Some(wide) => pictures("shell-logo-wide", wide, logo_dark, name).into_any(),
        None => {
            // The name says it.
            let logo = logo.map(|logo| pictures("shell-logo", logo, logo_dark, String::new()));
            view! {
                {logo}
                <span>{name}</span>
            }
            .into_any()
        }
    }
}

/// A logo. With one for the dark there are two, of which the style sheet shows one: the theme may be another one than
/// that of the system, which is all that a `<picture>` knows.
fn pictures(class: &'static str, logo: String, dark: Option<String>, alt: String) -> impl IntoView {
    let Some(dark) = dark else { return view! { <img class=class src=logo alt=alt height="24" /> }.into_any() };
    view! {
        <img class=format!("{class} in-light") src=logo alt=alt.clone() height="24" />
        <img class=format!("{class} in-dark") src=dark alt=alt height="24" />
    }
    .into_any()
}

/// Imprint, privacy and terms, as far as the provider has set them.
#[component]
pub fn LegalLinks() -> impl IntoView {
    let text = &texts().shell.links;
    let Links { imprint, privacy, terms } = provider().links;
    [(imprint, text.imprint), (privacy, text.privacy), (terms, text.terms)]
        .into_iter()
        .filter_map(|(href, label)| href.map(|href| view! { <a href=href>{label}</a> }))
        .collect_view()
}

/// The icon of the browser's tab.
#[component]
pub fn Favicon() -> impl IntoView {
    let href = provider().brand.favicon.unwrap_or_else(|| FAVICON.to_owned());
    let kind = match href.rsplit('.').next() {
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "image/svg+xml",
    };
    view! { <link rel="icon" href=href r#type=kind /> }
}

/// The style that the brand adds to the style sheet; nothing where it adds nothing.
pub fn style(brand: &Brand) -> Option<String> {
    let mut style = String::new();
    // Without quotes, which the content of an element may lose. Writing to a string can't fail.
    if let Some(font) = &brand.font {
        let _ = write!(
            style,
            "@font-face {{ font-family: Brand; src: url({font}); font-weight: 100 900; \
             font-display: swap; }} :root {{ --font-brand: Brand; }} "
        );
    }
    if let Some(colour) = brand.colour {
        let _ = write!(style, ":root {{ {}}}", shades(colour));
    }
    (!style.is_empty()).then_some(style)
}

/// The colour as custom properties, each a pair of light and dark.
fn shades(colour: Colour) -> String {
    let [light, dark] = [Theme::LIGHT, Theme::DARK].map(|theme| Shades::of(colour, theme));
    let pairs = [
        ("brand", light.fill, dark.fill),
        ("brand-ink", light.ink, dark.ink),
        ("brand-strong", light.strong, dark.strong),
        ("brand-soft", light.soft, dark.soft),
        ("brand-line", light.line, dark.line),
        ("brand-text", light.text, dark.text),
        ("focus", light.text, dark.text),
    ];
    let mut style = String::new();
    for (name, light, dark) in pairs {
        let _ = write!(style, "--{name}: light-dark({light}, {dark}); ");
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_brand_adds_its_colour_in_light_and_dark_and_its_font() {
        assert_eq!(style(&Brand::default()), None);
        let orange = Brand { colour: Colour::parse("#ff5a00"), ..Brand::default() };
        let rules = style(&orange).expect("a style");
        assert!(rules.starts_with(":root { --brand: light-dark(#ff5a00, #ff5a00); --brand-ink: light-dark(#10151b, "));
        assert!(rules.contains("--focus: light-dark(") && !rules.contains("font"), "{rules}");
        let font = Brand { font: Some("/brand/font.woff2".to_owned()), ..Brand::default() };
        let rules = style(&font).expect("a style");
        assert!(rules.contains("url(/brand/font.woff2)") && rules.contains("--font-brand: Brand;"), "{rules}");
        assert!(!rules.contains("--brand:"), "{rules}");
    }

    /// The declarations of a style sheet: the name of the property, and its value.
    fn declarations(css: &str) -> impl Iterator<Item = (&str, &str)> {
        css.split(['{', '}', ';']).filter_map(|part| part.trim().split_once(':'))
    }

    fn check_folder(folder: &Path) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                check_folder(&path);
                continue;
            }
            let css = std::fs::read_to_string(&path).unwrap_or_default();
            for (property, value) in declarations(&css) {
                let is_fill = value.contains("var(--brand)") || value.contains("var(--brand-strong)");
                let may_fill = property.starts_with("background") || property.starts_with("--brand");
                assert!(!is_fill || may_fill, "{}: {property}: {value}", path.display());
            }
        }
    }

    /// The colour that a provider chose need not stand out from the page: what is read on the page has `--brand-text`, and
    /// lines have `--brand-line`.
    #[test]
    fn no_text_and_no_line_has_the_colour_of_buttons() {
        check_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../style"));
    }
}
