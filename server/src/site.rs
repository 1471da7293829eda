//! What answering a request needs: made once at the start, shared by all of them.

use crate::assets::Files;
use crate::callbacks::Callbacks;
use crate::clock::Clock;
use crate::console::{self, slots::ConsoleSlots};
use crate::events::Pace;
use crate::events::slots::StreamSlots;
use crate::settings::{CookieKind, Network, PublicUrl, Settings};
use crate::underway::Underway;
use app::request::SessionCookie;
use domain::provider::Provider;
use portal::Opened;
use std::sync::Arc;

/// The portal as it is served.
pub struct Site {
    /// Everything behind the pages.
    pub portal: Arc<Opened>,
    /// The address people reach it under.
    pub public_url: PublicUrl,
    /// What the provider has set.
    pub provider: Provider,
    pub cookie: SessionCookie,
    /// The proxies that are believed.
    pub trusted_proxies: Vec<Network>,
    /// The streams to open tabs.
    pub slots: Arc<StreamSlots>,
    /// How often they speak, and for how long.
    pub pace: Pace,
    /// The consoles that are open.
    pub consoles: Arc<ConsoleSlots>,
    /// How often it is asked whether they may be, and for how long.
    pub console_pace: console::Pace,
    /// What is served as files.
    pub files: Files,
    pub clock: Clock,
    /// What drivers' other sides say by themselves.
    pub callbacks: Callbacks,
    /// What is being changed.
    pub underway: Underway,
}

impl Site {
    /// Puts it together.
    pub fn new(settings: &Settings, public_url: PublicUrl, portal: Arc<Opened>, files: Files, clock: Clock) -> Self {
        let cookie = match settings.cookie {
            CookieKind::HostPrefixed => SessionCookie { name: "__Host-portico".to_owned(), secure: true },
            CookieKind::Plain => SessionCookie { name: "portico".to_owned(), secure: false },
        };
        Self {
            portal,
            public_url,
            provider: settings.portal.provider.clone(),
            cookie,
            trusted_proxies: settings.trusted_proxies.clone(),
            slots: StreamSlots::new(settings.limits),
            pace: Pace::default(),
            consoles: ConsoleSlots::new(settings.consoles),
            console_pace: console::Pace::default(),
            files,
            clock,
            callbacks: Callbacks::of(&settings.drivers),
            underway: Underway::default(),
        }
    }
}
