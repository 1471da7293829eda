//! How a tab hears: one tab of the browser holds the stream and hands on what comes; whoever hears nothing for ten seconds
//! asks by itself.

use crate::live;
use crate::message::{self, Message, News};
use crate::pace::Pace;
use crate::stream::Stream;
use crate::tabs::{Tabs, elect};
use domain::paths;
use js_sys::Number;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What a tab says that has learned from the server that somebody is signed in.
const HELLO: &str = "hello";
/// In the place of a position, while nobody knows whose session it is: no change has this number, so all of them are told.
const UNKNOWN: f64 = -1.0;
/// How often a tab looks at the clock.
const TICK: i32 = 1_000;

/// Begins to listen, where somebody is signed in.
pub fn begin() {
    if !dom::get(&dom::root(), "data-person").is_empty() {
        Channel::open(Number::parse_float(&dom::get(&dom::root(), "data-heard")).max(0.0));
    }
}

struct Channel {
    tabs: Tabs,
    pace: Pace,
    /// The position up to where everything was told.
    seen: Cell<f64>,
    /// Whether this tab holds the stream.
    holds: Cell<bool>,
    stream: RefCell<Option<Stream>>,
    /// Whether the session has ended.
    over: Cell<bool>,
}

impl Channel {
    fn open(seen: f64) {
        let channel = Rc::new(Self {
            tabs: Tabs::open(),
            pace: Pace::new(),
            seen: Cell::new(seen),
            holds: Cell::new(false),
            stream: RefCell::new(None),
            over: Cell::new(false),
        });
        let (other, elected) = (Rc::clone(&channel), Rc::clone(&channel));
        channel.tabs.hear(move |text| other.take(text));
        channel.tabs.say(HELLO);
        elect(move || {
            elected.holds.set(true);
            elected.tick();
        });
        let (ticking, leaving) = (Rc::clone(&channel), Rc::clone(&channel));
        dom::every_so_often(TICK, move || ticking.tick());
        // Left open, some browsers complain of it.
        dom::listen_at(&dom::window(), "pagehide", Box::new(move |_| leaving.close()));
        dom::listen_at(&dom::document(), "visibilitychange", Box::new(move |_| channel.look()));
    }

    /// Does what is due.
    fn tick(self: &Rc<Self>) {
        if self.over.get() {
            return;
        }
        if self.pace.is_stuck() && self.stream.borrow().is_some() {
            self.failed();
        }
        if self.holds.get() && self.stream.borrow().is_none() && self.pace.may_open() {
            self.listen();
        }
        if self.pace.may_ask() {
            self.ask();
        }
    }

    /// The page is looked at again: what was missed while it slept is asked for at once.
    fn look(self: &Rc<Self>) {
        if !dom::document().hidden() && (self.over.get() || self.pace.is_silent()) {
            self.ask();
        }
    }

    fn listen(self: &Rc<Self>) {
        self.pace.open_in(0.0);
        let (hearing, failing) = (Rc::clone(self), Rc::clone(self));
        let heard = move |text: &str| {
            hearing.tabs.say(text);
            hearing.take(text);
        };
        // Its own way of coming again would not wait for a server that starts.
        let stream = Stream::open(&paths::events(&dom::digits(self.seen.get())), heard, move || failing.failed());
        self.stream.replace(stream);
    }

    fn failed(&self) {
        self.close();
        self.pace.open_later();
    }

    fn close(&self) {
        if let Some(stream) = self.stream.take() {
            stream.end();
        }
    }

    fn alive(&self) {
        self.pace.hear();
        self.begin_anew();
        live::resume();
    }

    /// Somebody is signed in again, if it was over. They may be somebody else, whose changes have numbers of their own.
    fn begin_anew(&self) -> bool {
        let was_over = self.over.replace(false);
        if was_over {
            self.pace.open_in(0.0);
            self.seen.set(0.0);
        }
        was_over
    }

    /// Takes in a message, whoever heard it.
    fn take(self: &Rc<Self>, text: &str) {
        match message::read(text) {
            Some(Message::Beat(position)) => {
                self.alive();
                if position > self.seen.get() {
                    self.ask();
                }
            }
            Some(Message::News(news)) => {
                self.alive();
                // A tab that was just loaded may have missed what the others heard before it listened.
                if news.everything || news.position <= self.seen.get() + 1.0 {
                    self.take_in(&news);
                } else {
                    live::hear(&news);
                    self.ask();
                }
            }
            // Perhaps of an earlier session than that of now: whoever signs in over a session ends it.
            Some(Message::Over) => {
                self.close();
                self.seen.set(UNKNOWN);
                // A hidden page is asked for when it is seen.
                if dom::document().hidden() {
                    live::end();
                }
                self.ask();
            }
            Some(Message::Later(wait)) => {
                self.close();
                self.pace.open_in(wait);
            }
            // A tab says hello: there may be a session that this one does not know of.
            None => {
                if self.holds.get() && self.begin_anew() {
                    self.tick();
                }
            }
        }
    }

    fn take_in(&self, news: &News) {
        // Also a smaller one: the server's word counts, when its database was put back say. Hearing twice does no harm.
        self.seen.set(news.position);
        live::hear(news);
    }

    /// Asks once what was missed.
    fn ask(self: &Rc<Self>) {
        self.pace.ask();
        let channel = Rc::clone(self);
        dom::spawn(async move {
            let said = dom::answer::text(&paths::events_since(&dom::digits(channel.seen.get()))).await;
            let is_known = channel.seen.get() > UNKNOWN;
            match said.as_deref().and_then(message::read) {
                Some(Message::News(news)) => {
                    // The channel is as cut as it was: only a message of the stream says otherwise.
                    channel.begin_anew();
                    live::resume();
                    channel.take_in(&news);
                    // Whoever holds the stream may believe that it is over.
                    channel.tabs.say(HELLO);
                }
                Some(Message::Beat(_) | Message::Later(_)) | None if is_known => channel.pace.fail(),
                Some(Message::Over | Message::Beat(_) | Message::Later(_)) | None => {
                    channel.close();
                    channel.over.set(true);
                    live::end();
                }
            }
        });
    }
}
