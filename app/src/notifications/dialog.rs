//! The dialog in which a choice is made, one for the whole page.

use domain::id::ContactId;
use domain::notification::NotificationChoice;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::api;
use super::choice_form::ChoiceForm;
use crate::request::FunctionError;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Banner, Dialog, SkeletonRows, Tone};

/// Whose choice the dialog shows, and what the server said about it.
#[derive(Clone, Copy)]
pub struct Choosing {
    acting: domain::acting::Acting,
    who: RwSignal<Option<(ContactId, String)>>,
    open: RwSignal<bool>,
    loaded: RwSignal<Option<Result<NotificationChoice, FunctionError>>>,
}

/// Makes the dialog available to the links below this component, which must show a [`ChoosingDialog`].
pub fn provide_choosing() -> Choosing {
    let choosing = Choosing {
        acting: use_account().acting,
        who: RwSignal::new(None),
        open: RwSignal::new(false),
        loaded: RwSignal::new(None),
    };
    provide_context(choosing);
    choosing
}

/// The dialog of the page, where it has one.
pub fn use_choosing() -> Option<Choosing> {
    use_context()
}

impl Choosing {
    /// Opens the dialog for a contact.
    pub fn open(self, contact: ContactId, name: String) {
        self.loaded.set(None);
        self.who.set(Some((contact, name)));
        self.open.set(true);
        let answer = api::read(self.acting, contact);
        spawn_local(async move {
            let answer = answer.await;
            // Another one may have been opened meanwhile, or the page left.
            let still = self.who.try_with_untracked(|who| who.as_ref().is_some_and(|(id, _)| *id == contact));
            if still == Some(true) {
                self.loaded.set(Some(answer));
            }
        });
    }

    fn title(self) -> String {
        let name = self.who.with(|who| who.as_ref().map(|(_, name)| name.clone()).unwrap_or_default());
        (texts().notifications.title)(&name)
    }
}

#[component]
pub fn ChoosingDialog(
    /// What it shows.
    choosing: Choosing,
) -> impl IntoView {
    let text = texts();
    let title = Signal::derive(move || choosing.title());
    let close = Callback::new(move |()| choosing.open.set(false));
    view! {
        <Dialog id="notifications" title=title open=choosing.open close_label=text.contacts.close>
            {move || match choosing.loaded.get() {
                None => EitherOf3::A(view! { <SkeletonRows rows=6 columns=1 label=text.shell.loading /> }),
                Some(Ok(choice)) => EitherOf3::B(view! { <ChoiceForm choice=choice on_saved=close /> }),
                Some(Err(FunctionError(error))) => {
                    EitherOf3::C(view! { <Banner tone=Tone::Bad>{text.problems.failure(&error)}</Banner> })
                }
            }}
        </Dialog>
    }
}
