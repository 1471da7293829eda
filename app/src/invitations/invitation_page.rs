//! The page of an invitation's link: who invites, to what, for which address. Opening it changes nothing; its buttons do.

use super::api::{AcceptInvitationFn, DeclineInvitationFn, MailInvitationFn};
use super::joining::{JoinForm, Joining};
use crate::contacts::RightsInWords;
use crate::forms::{Form, PostForm, any_echo, form_field};
use crate::people::SignOutFn;
use crate::request::path_id;
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{
    AddressText, Banner, Button, ButtonKind, Definition, Definitions, Field, Icon, LinkButton, Moment, Tone,
};
use domain::invitation::{InvitationAnswer, InvitationPage as Invitation, REASON_MAX};
use domain::paths;
use domain::text::Secret;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

pub async fn invitation_page() -> Result<Page, Instead> {
    let text = &texts().invitations;
    let token: String = path_id("token")?;
    Ok(match token.as_str() {
        paths::DECLINED => page(view! { <Said title=text.declined text=text.declined_text /> }),
        paths::MAILED => page(view! { <Said title=text.mailed text=text.mailed_text /> }),
        _ => match ask!(invitations.open(Secret::new(token.clone()))) {
            Ok(open) => page(view! { <Open page=open token=token /> }),
            Err(_) => page(view! { <Dead /> }).not_found(),
        },
    })
}

fn page(content: impl IntoView + 'static) -> Page {
    Page::new(texts().invitations.title, view! { <div class="auth-card invitation">{content}</div> })
}

/// What was done, and what comes next.
#[component]
fn Said(title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <h1>{title}</h1>
        <p>{text}</p>
    }
}

#[component]
fn Dead() -> impl IntoView {
    let text = &texts().invitations;
    view! {
        <h1>{text.dead}</h1>
        <p>{text.dead_text}</p>
        <p class="auth-links"><a href=paths::SIGN_IN>{texts().people.back_to_sign_in}</a></p>
    }
}

#[component]
fn Open(page: Invitation, token: String) -> impl IntoView {
    let (text, rights) = (&texts().invitations, &texts().rights);
    let given = page.answer == InvitationAnswer::Refuse;
    let by = texts().accounts.activity.by(&page.by);
    let heading = if given { text.heading_given(&by, &page.account) } else { text.heading(&by, &page.account) };
    let summary = rights.access(&page.access);
    let ends = page.ends.clone().map(|ends| {
        view! { <Definition term=text.ends><Moment instant=ends.iso text=ends.text /></Definition> }
    });
    let (until, email) = (page.until.clone(), page.email.clone());
    view! {
        <h1>{heading}</h1>
        <Definitions>
            <Definition term=text.invited><AddressText address=email /></Definition>
            {ends}
            <Definition term=text.until><Moment instant=until.iso text=until.text /></Definition>
        </Definitions>
        <h2>{text.gives}</h2>
        <RightsInWords
            rights=page.rights.clone()
            services=page.services.clone()
            domains=page.domains.clone()
            summary=summary
        />
        <Answer page=page token=token />
    }
}

#[component]
fn Answer(page: Invitation, token: String) -> impl IntoView {
    let text = &texts().invitations;
    match page.answer {
        InvitationAnswer::Accept => view! {
            <AcceptForm token=token.clone() />
            <DeclineForm token=token />
        }
        .into_any(),
        InvitationAnswer::SignIn => view! {
            <p>{text.sign_in_first}</p>
            <LinkButton href=paths::sign_in(&paths::invitation(&token)) kind=ButtonKind::Primary>
                {text.sign_in}
            </LinkButton>
            <DeclineForm token=token />
        }
        .into_any(),
        InvitationAnswer::Join { password_min } => view! {
            <JoinForm token=token.clone() how=Joining::New password_min=password_min />
            <DeclineForm token=token />
        }
        .into_any(),
        InvitationAnswer::Prove { password_min } => view! {
            <JoinForm token=token.clone() how=Joining::Known password_min=password_min />
            <DeclineForm token=token />
        }
        .into_any(),
        InvitationAnswer::ByMail => view! {
            <p>{text.by_hand}</p>
            <MailForm token=token.clone() />
            <p class="auth-links">
                <a href=paths::sign_in(&paths::invitation(&token))>{text.sign_in}</a>
            </p>
            <DeclineForm token=token />
        }
        .into_any(),
        InvitationAnswer::SomebodyElse { signed_in_as } => {
            view! { <SomebodyElse invited=page.email signed_in_as=signed_in_as token=token /> }.into_any()
        }
        InvitationAnswer::Refuse => view! { <RefuseForm token=token /> }.into_any(),
    }
}

#[component]
fn AcceptForm(token: String) -> impl IntoView {
    let text = &texts().invitations;
    view! {
        <Form path=AcceptInvitationFn::PATH>
            <input type="hidden" name="change[token]" value=token />
            <Button kind=ButtonKind::Primary icon=Icon::Check>{text.accept}</Button>
        </Form>
    }
}

/// A link passed on by hand proves no mailbox: the one that is mailed does.
#[component]
fn MailForm(token: String) -> impl IntoView {
    let text = &texts().invitations;
    view! {
        <Form path=MailInvitationFn::PATH>
            <input type="hidden" name="change[token]" value=token />
            <Button kind=ButtonKind::Primary icon=Icon::Mail>{text.mail_me}</Button>
        </Form>
    }
}

#[component]
fn DeclineForm(token: String) -> impl IntoView {
    let text = &texts().invitations;
    // A form that came back stands open, with what is wrong.
    let open = any_echo().is_some_and(|echo| echo.form == DeclineInvitationFn::PATH);
    view! {
        <details class="invitation-decline" open=open>
            <summary>{text.decline}</summary>
            <Form path=DeclineInvitationFn::PATH>
                <input type="hidden" name="change[token]" value=token />
                <Reason />
                <Button kind=ButtonKind::Danger>{text.decline}</Button>
            </Form>
        </details>
    }
}

#[component]
fn Reason() -> impl IntoView {
    let text = &texts().invitations;
    let reason = form_field("change[reason]");
    view! {
        <Field
            label=text.reason
            name="change[reason]"
            value=reason.or("")
            problem=reason.problem
            help=text.reason_help
            mark=texts().contacts.optional
            maxlength=crate::contacts::units(REASON_MAX)
            autocomplete="off"
        />
    }
}

#[component]
fn RefuseForm(token: String) -> impl IntoView {
    let text = &texts().invitations;
    view! {
        <p>{text.refuse_text}</p>
        <Form path=DeclineInvitationFn::PATH>
            <input type="hidden" name="change[token]" value=token />
            <Button kind=ButtonKind::Danger>{text.refuse}</Button>
        </Form>
    }
}

/// Nothing is linked for whoever happens to be signed in (PRODUCT D11).
#[component]
fn SomebodyElse(invited: String, signed_in_as: String, token: String) -> impl IntoView {
    let text = &texts().invitations;
    view! {
        <Banner tone=Tone::Warn>{text.somebody_else(&invited, &signed_in_as)}</Banner>
        <p>{text.somebody_else_text}</p>
        <PostForm path=SignOutFn::PATH load=true>
            <input type="hidden" name="next" value=paths::invitation(&token) />
            <Button kind=ButtonKind::Primary>{text.sign_out}</Button>
        </PostForm>
    }
}
