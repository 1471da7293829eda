//! How a tab hears: one tab of the browser holds the stream and hands on what comes; whoever hears nothing for ten seconds
//! asks by itself.

use super::{Live, browser};
use domain::live::{LiveMessage, News, Position};
use domain::paths;
use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use web_sys::{BroadcastChannel, EventSource, MessageEvent};

/// The name of the lock and of what the tabs share.
const NAME: &str = "portico-live";
/// What a tab says when it is new.
const HELLO: &str = "hello";
/// How often a tab looks at the clock.
const TICK: Duration = Duration::from_secs(1);
/// After how many milliseconds without a word the channel counts as cut.
const SILENCE: f64 = 10_000.0;
/// How long to wait between tries while it is, at least and at most.
const WAIT: f64 = 5_000.0;
const WAIT_MOST: f64 = 60_000.0;

thread_local! {
    static CHANNEL: RefCell<Option<Rc<Channel>>> = const { RefCell::new(None) };
}

/// Begins to listen, or to listen again after signing in anew.
pub fn begin(live: Live) {
    let known = CHANNEL.with_borrow(Clone::clone);
    match known {
        Some(channel) => channel.again(),
        None => Channel::open(live),
    }
}

struct Channel {
    live: Live,
    others: Option<BroadcastChannel>,
    seen: Cell<Position>,
    /// Whether this tab holds the stream.
    holds: Cell<bool>,
    over: Cell<bool>,
    source: RefCell<Option<Source>>,
    /// When something was last heard, and when the stream and the question are next tried.
    heard: Cell<f64>,
    open_at: Cell<f64>,
    ask_at: Cell<f64>,
    failures: Cell<u32>,
}

/// An open stream, closed when it is dropped.
struct Source {
    events: EventSource,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut()>,
}

impl Drop for Source {
    fn drop(&mut self) {
        self.events.set_onmessage(None);
        self.events.set_onerror(None);
        self.events.close();
    }
}

/// Milliseconds since the page was loaded.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

impl Channel {
    fn open(live: Live) {
        let others = BroadcastChannel::new(NAME).ok();
        let channel = Rc::new(Self {
            live,
            others,
            seen: Cell::new(live.begin),
            holds: Cell::new(false),
            over: Cell::new(false),
            source: RefCell::new(None),
            heard: Cell::new(now()),
            open_at: Cell::new(0.0),
            ask_at: Cell::new(0.0),
            failures: Cell::new(0),
        });
        CHANNEL.set(Some(Rc::clone(&channel)));
        channel.hear_others();
        channel.say(HELLO);
        let elected = Rc::clone(&channel);
        browser::elect(NAME, move || {
            elected.holds.set(true);
            elected.tick();
        });
        let ticking = Rc::clone(&channel);
        set_interval(move || ticking.tick(), TICK);
        let leaving = Rc::clone(&channel);
        // Left open, some browsers complain of it.
        let _ = window_event_listener_untyped("pagehide", move |_| leaving.close());
        let looking = channel;
        let _ = window_event_listener_untyped("visibilitychange", move |_| looking.look());
    }

    /// Somebody signed in on this page.
    fn again(self: &Rc<Self>) {
        if self.over.get() {
            self.alive();
            self.say(HELLO);
            self.tick();
        }
    }

    fn say(&self, text: &str) {
        if let Some(others) = &self.others {
            // Nobody hears: nobody needs it.
            let _ = others.post_message(&text.into());
        }
    }

    fn hear_others(self: &Rc<Self>) {
        let Some(others) = &self.others else { return };
        let channel = Rc::clone(self);
        let hears = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().as_string().as_deref() {
                // A tab that was just loaded may know of a session that this one does not.
                Some(HELLO) => {
                    if channel.holds.get() && channel.begin_anew() {
                        channel.tick();
                    }
                }
                None => {}
                Some(text) => channel.take(text),
            }
        });
        others.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        hears.forget();
    }

    /// Does what is due.
    fn tick(self: &Rc<Self>) {
        if self.over.get() {
            return;
        }
        let now = now();
        let silent = now - self.heard.get() > SILENCE;
        if silent && self.source.borrow().is_some() && now > self.open_at.get() + SILENCE {
            self.failed();
        }
        if self.holds.get() && self.source.borrow().is_none() && now >= self.open_at.get() {
            self.listen();
        }
        if silent && now >= self.ask_at.get() {
            self.ask();
        }
    }

    /// The page is looked at again: what was missed while it slept is asked for at once.
    fn look(self: &Rc<Self>) {
        if document().hidden() {
            return;
        }
        if self.over.get() || now() - self.heard.get() > SILENCE {
            self.ask();
        }
    }

    fn listen(self: &Rc<Self>) {
        self.open_at.set(now());
        let Ok(source) = EventSource::new(&paths::events(self.seen.get())) else { return };
        let channel = Rc::clone(self);
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                channel.say(&text);
                channel.take(&text);
            }
        });
        let channel = Rc::clone(self);
        // Its own way of coming again would not wait for a server that starts.
        let failed = Closure::<dyn FnMut()>::new(move || channel.failed());
        source.set_onmessage(Some(message.as_ref().unchecked_ref()));
        source.set_onerror(Some(failed.as_ref().unchecked_ref()));
        self.source.replace(Some(Source { events: source, _message: message, _failed: failed }));
    }

    fn failed(self: &Rc<Self>) {
        self.close();
        let failures = self.failures.get();
        self.failures.set(failures.saturating_add(1));
        let wait = (WAIT * f64::from(1_u32 << failures.min(8))).min(WAIT_MOST);
        self.open_at.set(now() + wait);
    }

    /// Ends the stream. Not within its own event: what runs then must not be dropped.
    fn close(&self) {
        if let Some(source) = self.source.take() {
            source.events.close();
            set_timeout(move || drop(source), Duration::ZERO);
        }
    }

    fn alive(&self) {
        self.heard.set(now());
        self.failures.set(0);
        self.begin_anew();
        self.live.resume();
    }

    /// Somebody is signed in again, if it was over. They may be somebody else, whose changes have numbers of their own.
    fn begin_anew(&self) -> bool {
        let was_over = self.over.replace(false);
        if was_over {
            self.open_at.set(0.0);
            self.seen.set(Position::default());
        }
        was_over
    }

    /// Takes in a message, whoever heard it.
    fn take(self: &Rc<Self>, text: &str) {
        match serde_json::from_str(text) {
            Ok(LiveMessage::Beat(position)) => {
                self.alive();
                if position > self.seen.get() {
                    self.ask();
                }
            }
            Ok(LiveMessage::News(news)) => {
                self.alive();
                // A tab that was just loaded may have missed what the others heard before it listened.
                if news.everything || news.position.0 <= self.seen.get().0 + 1 {
                    self.take_in(news);
                } else {
                    self.live.hear(news);
                    self.ask();
                }
            }
            Ok(LiveMessage::Over) => {
                self.close();
                self.over.set(true);
                self.live.end();
            }
            Ok(LiveMessage::Later { wait }) => {
                self.close();
                self.open_at.set(now() + f64::from(wait));
            }
            Err(_) => {}
        }
    }

    fn take_in(&self, news: News) {
        // Also a smaller one: the server's word counts, when its database was put back say. Hearing twice does no harm.
        self.seen.set(news.position);
        self.live.hear(news);
    }

    /// Asks once what was missed.
    fn ask(self: &Rc<Self>) {
        let wait = (WAIT * f64::from(1_u32 << self.failures.get().min(8))).min(WAIT_MOST);
        self.ask_at.set(now() + wait);
        let channel = Rc::clone(self);
        spawn_local(async move {
            let answer = Request::get(&paths::events_since(channel.seen.get())).send().await;
            let text = match answer {
                Ok(answer) if answer.ok() => answer.text().await.ok(),
                Ok(_) | Err(_) => None,
            };
            match text.as_deref().map(serde_json::from_str) {
                Some(Ok(LiveMessage::News(news))) => {
                    // The channel is as cut as it was: only a message of the stream says otherwise.
                    if channel.begin_anew() {
                        channel.live.resume();
                    }
                    channel.take_in(news);
                }
                Some(Ok(LiveMessage::Over)) => {
                    channel.over.set(true);
                    channel.live.end();
                }
                Some(Ok(LiveMessage::Beat(_) | LiveMessage::Later { .. }) | Err(_)) | None => {
                    channel.failures.set(channel.failures.get().saturating_add(1));
                }
            }
        });
    }
}
