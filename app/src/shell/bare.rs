//! The document of a page that has nothing around it but its own program: the console.

use super::AccountContext;
use super::brand::{self, Favicon};
use super::document::{whole_title, without_needless};
use crate::request::{Assets, PageNonce, language, provider, theme};
use leptos::prelude::*;

/// The document with a page in it. The program of other pages is not in it: it would take keys and links.
pub fn bare_document(title: String, content: AnyView) -> String {
    let assets: Assets = use_context().unwrap_or_default();
    let nonce = use_context::<PageNonce>().unwrap_or_default().0;
    let provider = provider();
    let style = brand::style(&provider.brand);
    let account = use_context::<AccountContext>().map(|account| account.view);
    let title = whole_title(title, account, provider.name);
    let own = assets.console.map(|console| {
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
