//! The HTML document.
//!
//! Its own script and style carry the nonce of the content security policy; the framework puts the same nonce on what it
//! adds while streaming.

use crate::App;
use crate::request::{Assets, form_echo, language, nonce, page_address, provider};
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document with the application in it, for the server's router.
pub fn shell() -> impl IntoView {
    let assets = use_context::<Assets>().unwrap_or_default();
    // A page that answers a posted form stands under the form's address; the script puts its own one in place.
    let page = form_echo().and_then(|_| page_address());
    let colour = provider().colour.as_deref().and_then(brand_style);
    let (css, js, wasm) = (assets.css, assets.js, assets.wasm);
    let script = (!js.is_empty()).then(|| {
        view! {
            <link rel="modulepreload" href=js.clone() nonce=nonce() />
            <link rel="preload" href=wasm.clone() r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
            <script type="module" nonce=nonce()>
                {start_script(&js, &wasm)}
            </script>
        }
    });
    view! {
        <!DOCTYPE html>
        <html lang=language().tag() data-page=page>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml" />
                {(!css.is_empty()).then(|| view! { <link rel="stylesheet" href=css /> })}
                {colour.map(|rules| view! { <style nonce=nonce()>{rules}</style> })}
                {script}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// What wakes the page up. The content of a script is not escaped: only our own file names go into it.
fn start_script(js: &str, wasm: &str) -> String {
    let plain = |path: &str| path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    if !plain(js) || !plain(wasm) {
        return String::new();
    }
    format!(
        "const page = document.documentElement.dataset.page; if (page) history.replaceState(null, '', page);\n\
         import('{js}').then(m => m.default({{ module_or_path: '{wasm}' }}).then(() => m.hydrate()));"
    )
}

/// The brand colour as custom properties; anything but `#rrggbb` is left out. In the dark it is lightened.
fn brand_style(colour: &str) -> Option<String> {
    let digits = colour.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).and_then(|part| u32::from_str_radix(part, 16).ok());
    let (red, green, blue) = (part(0)?, part(2)?, part(4)?);
    // Rec. 709 luma in thousandths, good enough to choose between black and white.
    let ink = if red * 213 + green * 715 + blue * 72 > 150_000 { "#10151b" } else { "#ffffff" };
    Some(format!(
        ":root {{ --brand: light-dark({colour}, color-mix(in oklab, {colour} 55%, white)); --brand-ink: light-dark({ink}, #10151b); }}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_colour_becomes_a_style() {
        assert!(brand_style("#0b6070").is_some_and(|style| style.contains("light-dark(#ffffff, ")));
        assert!(brand_style("#ffee00").is_some_and(|style| style.contains("light-dark(#10151b, ")));
        for other in ["red", "#fff", "#0b607", "#0b60700", "#0b60g0", "#</sty"] {
            assert_eq!(brand_style(other), None, "{other}");
        }
    }

    #[test]
    fn only_file_names_become_a_script() {
        assert!(start_script("/assets/portico.0a1b.js", "/assets/portico.0a1b.wasm").contains("portico.0a1b.wasm"));
        assert_eq!(start_script("/a.js'); alert(1); ('", "/a.wasm"), "");
    }
}
