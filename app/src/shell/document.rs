//! The HTML document.
//!
//! Its own script and style carry the nonce of the content security policy. What is said of the document to the browser's
//! program stands in attributes of `html`: the address to show, marks of session and build, and up to where it knows
//! everything that changed.

use super::AccountContext;
use super::brand::{self, Favicon};
use crate::request::{
    Assets, PageNonce, SessionMark, address, caller, is_step, language, live_position, provider, theme,
};
use crate::text::texts;
use crate::ui::ToastStack;
use domain::account::AccountView;
use leptos::prelude::*;
use std::hash::{DefaultHasher, Hash, Hasher as _};

/// The document with a page in it.
pub fn document(title: String, content: AnyView) -> String {
    let assets: Assets = use_context().unwrap_or_default();
    let nonce = use_context::<PageNonce>().unwrap_or_default().0;
    let provider = provider();
    // A style in an answer that is only read would be refused, and told of.
    let style = if is_step() { None } else { brand::style(&provider.brand) };
    let own_font = provider.brand.font.is_some();
    let account = use_context::<AccountContext>().map(|account| account.view);
    let title = whole_title(title, account, provider.name);
    let signed_in = caller().ok().and_then(|caller| caller.signed_in());
    let SessionMark(session) = use_context().unwrap_or_default();
    let person = signed_in.map(|signed_in| signed_in.person.to_string());
    let text = &texts().shell;
    // Found in the style sheet, it would come after the first drawing.
    let font = assets.font.clone().filter(|_| !own_font).map(|font| {
        view! { <link rel="preload" href=font r#as="font" r#type="font/woff2" crossorigin="anonymous" /> }
    });
    let html = view! {
        <!DOCTYPE html>
        <html
            lang=language().tag()
            data-theme=theme().attribute()
            data-page=address()
            data-session=session
            data-build=assets.build.clone()
            data-person=person.unwrap_or_default()
            data-heard=live_position().0.to_string()
        >
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content=theme().schemes() />
                <title>{title}</title>
                <Favicon />
                {font}
                {(!assets.css.is_empty()).then(|| view! { <link rel="stylesheet" href=assets.css.clone() /> })}
                {style.map(|rules| view! { <style nonce=nonce.clone()>{rules}</style> })}
                {programs(&assets, &nonce)}
            </head>
            <body>
                {content}
                <ToastStack label=text.messages dismiss_label=text.dismiss />
                <div id="announce" class="visually-hidden" aria-live="polite" data-keep></div>
                <div id="progress" class="progress" hidden data-keep></div>
                <Templates />
            </body>
        </html>
    };
    without_needless(&html.to_html())
}

/// Says that a page of its own document has its program on it. A context value of the page: what stands there instead,
/// because something is missing or refused, has none.
#[derive(Debug, Clone, Copy)]
pub struct WithProgram;

/// The document of a page that has nothing around it but its own program: the console. That of other pages is not in it: it
/// would take keys and links.
pub fn bare_document(title: String, content: AnyView) -> String {
    let assets: Assets = use_context().unwrap_or_default();
    let nonce = use_context::<PageNonce>().unwrap_or_default().0;
    let provider = provider();
    let style = brand::style(&provider.brand);
    let account = use_context::<AccountContext>().map(|account| account.view);
    let title = whole_title(title, account, provider.name);
    let own = assets.console.filter(|_| use_context::<WithProgram>().is_some()).map(|console| {
        view! {
            <link rel="stylesheet" href=console.css />
            <script type="module" nonce=nonce.clone() src=console.js></script>
        }
    });
    let html = view! {
        <!DOCTYPE html>
        <html lang=language().tag() data-theme=theme().attribute()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content=theme().schemes() />
                <title>{title}</title>
                <Favicon />
                {(!assets.css.is_empty()).then(|| view! { <link rel="stylesheet" href=assets.css.clone() /> })}
                {style.map(|rules| view! { <style nonce=nonce>{rules}</style> })}
                {own}
            </head>
            <body>{content}</body>
        </html>
    };
    without_needless(&html.to_html())
}

/// What the program says on any page.
#[component]
fn Templates() -> impl IntoView {
    let text = &texts().shell;
    view! {
        <template data-template="offline">
            <p>{text.offline}</p>
        </template>
        <template data-template="unreachable">
            <p>{text.unreachable}</p>
        </template>
        <template data-template="leave">
            <div>
                <h2>{text.leave}</h2>
                <p>{text.leave_text}</p>
                <div class="form-actions">
                    <button type="button" class="button" data-stay>{text.leave_no}</button>
                    <button type="button" class="button button-danger" data-go>{text.leave_yes}</button>
                </div>
            </div>
        </template>
    }
}

/// What may be left out, each without its `<`: the framework's marks of where text and branches meet, those of nothing at
/// all in a build that is not optimised (`<!--<() />-->`, two pieces), and ends of tags that every browser sees by itself.
const NEEDLESS: [&str; 7] = ["!>", "!--", "() />-->", "/td>", "/th>", "/tr>", "/option>"];

/// The document without them: a list has hundreds. Text and attributes never hold them: there `<` is escaped.
fn without_needless(html: &str) -> String {
    let mut lean = String::with_capacity(html.len());
    let (text, tags) = html.split_once('<').unwrap_or((html, ""));
    lean.push_str(text);
    for tag in tags.split('<') {
        if let Some(rest) = NEEDLESS.iter().find_map(|needless| tag.strip_prefix(needless)) {
            lean.push_str(rest);
        } else {
            lean.push('<');
            lean.push_str(tag);
        }
    }
    lean
}

/// The title of the document: `Contacts · Acme · Portico`; in Management Mode the account stands first, where a narrow tab
/// still shows it: `Acme · Contacts · Portico`.
fn whole_title(page: String, account: Option<AccountView>, brand: String) -> String {
    match account {
        None => format!("{page} · {brand}"),
        Some(AccountView { name, management_mode: true, .. }) => format!("{name} · {page} · {brand}"),
        Some(AccountView { name, .. }) => format!("{page} · {name} · {brand}"),
    }
}

/// A short mark that tells whether something is still the same. Anybody who knows what it is made of can make it: to keep
/// it from others, put in the id of the session, which nobody else knows.
pub fn mark_of(thing: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// What loads the programs, where there are any.
fn programs(assets: &Assets, nonce: &str) -> Option<impl IntoView + use<>> {
    let Assets { js, wasm, rights, palette, .. } = assets.clone();
    let script = start_script(&js, &wasm)?;
    let nonce = nonce.to_owned();
    Some(view! {
        <meta name="program-rights" content=rights />
        <meta name="program-palette" content=palette />
        <link rel="modulepreload" href=js nonce=nonce.clone() />
        <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
        <script type="module" nonce=nonce>{script}</script>
    })
}

/// What starts the program, and loads others for it. The content of a script is not escaped: only our own file names go
/// into it.
fn start_script(js: &str, wasm: &str) -> Option<String> {
    let plain = |path: &str| !path.is_empty() && path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    (plain(js) && plain(wasm)).then(|| {
        format!(
            "window.portico = {{ load: path => import(path) }};\n\
             import('{js}').then(program => program.default({{ module_or_path: '{wasm}' }}))\n\
             .catch(() => document.documentElement.classList.add('dead'));"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_file_names_become_a_script() {
        let script = start_script("/pkg/client.0a1b.js", "/pkg/client.0a1b.wasm");
        assert!(script.is_some_and(|script| script.contains("client.0a1b.wasm")));
        assert_eq!(start_script("/a.js'); alert(1); ('", "/a.wasm"), None);
        assert_eq!(start_script("", ""), None);
    }

    #[test]
    fn ends_that_browsers_see_by_themselves_are_left_out() {
        let html =
            "a<table><tr><th>b</th><td><p>c</p></td></tr></table><!--<() />--><select><option>d</option></select>";
        assert_eq!(without_needless(html), "a<table><tr><th>b<td><p>c</p></table><select><option>d</select>");
    }

    #[test]
    fn no_text_is_taken_for_a_marker() {
        let name = "<!> & \"<!>\"";
        let html = view! { <p title=name>{name} "x" {None::<&str>}</p> }.to_html();
        assert_eq!(
            without_needless(&html),
            "<p title=\"&lt;!&gt; &amp; &quot;&lt;!&gt;&quot;\">&lt;!&gt; &amp; \"&lt;!&gt;\"x</p>"
        );
    }
}
