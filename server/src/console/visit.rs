//! One console, from the moment that its viewer is connected to its end.

use super::relay::{Used, hand, show};
use super::rfb::client::Filter;
use super::rfb::handshake::{SHARED, with_machine};
use super::slots::ConsoleSlot;
use super::viewer::{Sends, Takes, farewell, greet};
use crate::serve::Place;
use crate::site::Site;
use axum::extract::ws::WebSocket;
use domain::caller::{Caller, SignedIn};
use domain::console::{Console, ConsoleEnd};
use domain::error::PortalError;
use domain::id::{AccountId, ServiceId};
use domain::live::Listening;
use domain::provisioning::ConsoleAddress;
use domain::text::Secret;
use futures_util::StreamExt as _;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

/// How long a machine may take to answer, and to begin, and its viewer to begin.
const CONNECTING: Duration = Duration::from_secs(5);
const BEGINNING: Duration = Duration::from_secs(10);
/// How much of a picture the system may hold for a viewer that is slow.
const SOCKET_BYTES: u32 = 256 * 1024;
/// How often typing is noted as use of the session.
const NOTED: Duration = Duration::from_mins(1);
/// After so many checks without an answer a console is closed.
const UNSURE: u32 = 5;
/// How long a check may take. A database that says nothing at all keeps no console open.
const CHECKING: Duration = Duration::from_secs(2);

/// Somebody who has come with a ticket.
pub struct Visit {
    pub site: Arc<Site>,
    pub caller: Caller,
    pub signed_in: SignedIn,
    /// The token of the session.
    pub token: String,
    pub account: AccountId,
    pub service: ServiceId,
    pub ticket: Secret,
    /// `None` where there are as many consoles as there may be.
    pub slot: Option<ConsoleSlot>,
    /// The place of the connection, kept for as long as it lasts.
    pub place: Option<Place>,
}

impl Visit {
    /// Spends the ticket, and relays until one side goes or it may not stay open.
    pub async fn run(mut self, socket: WebSocket) {
        let (mut to, mut from) = socket.split();
        let Some(mut slot) = self.slot.take() else { return farewell(&mut to, &mut from, ConsoleEnd::TooMany).await };
        // INVARIANT: first listening, then asking for the right: what changes it in between is heard.
        let listening = self.listen().await;
        let console = match self.open().await {
            Ok(console) => console,
            Err(why) => {
                drop(slot);
                return farewell(&mut to, &mut from, why).await;
            }
        };
        let used = Used::default();
        let end = if slot.join(self.account) {
            tokio::select! {
                biased;
                end = self.watch(&*console, listening, &slot, &used) => end,
                end = carry(&*console, &mut to, &mut from, &used) => end,
            }
        } else {
            ConsoleEnd::TooMany
        };
        tokio::join!(farewell(&mut to, &mut from, end), console.close((self.site.clock)(), end));
        // Given back once all of it is written down: a server that stops waits for that.
        drop((slot, self.place));
    }

    async fn open(&self) -> Result<Box<dyn Console>, ConsoleEnd> {
        let consoles = &self.site.portal.ports.consoles;
        match consoles.open(&self.caller, self.account, self.service, self.ticket.clone()).await {
            Ok(Some(console)) => Ok(console),
            // INVARIANT: whatever is wrong with a ticket, the answer is the same.
            Ok(None)
            | Err(
                PortalError::NotFound
                | PortalError::Denied { .. }
                | PortalError::SignInRequired
                | PortalError::PasswordChangeRequired,
            ) => Err(ConsoleEnd::NoTicket),
            Err(PortalError::TooMany { .. }) => Err(ConsoleEnd::TooMany),
            Err(_) => Err(ConsoleEnd::Unsure),
        }
    }

    /// What wakes the next check; without it the clock does.
    async fn listen(&self) -> Option<Box<dyn Listening>> {
        let live = &self.site.portal.ports.live;
        let position = live.position(self.signed_in.person).await.ok()?;
        live.listen(self.signed_in, position).await.ok()
    }

    /// Waits for the reason that the console may not stay open.
    async fn watch(
        &self,
        console: &dyn Console,
        mut listening: Option<Box<dyn Listening>>,
        slot: &ConsoleSlot,
        used: &Used,
    ) -> ConsoleEnd {
        let (pace, begun) = (self.site.console_pace, Instant::now());
        let (mut used_at, mut noted_at, mut unsure) = (begun, begun, 0);
        let mut clock = interval(pace.check);
        clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = clock.tick() => {}
                () = heard(&mut listening) => {}
                () = slot.ending() => return ConsoleEnd::Stopping,
            }
            let typed = used.typed();
            if used.shown() || typed {
                used_at = Instant::now();
            }
            if used_at.elapsed() >= pace.idle {
                return ConsoleEnd::Idle;
            }
            if begun.elapsed() >= pace.life {
                return ConsoleEnd::TooLong;
            }
            let now = (self.site.clock)();
            if typed && noted_at.elapsed() >= NOTED {
                noted_at = Instant::now();
                // Whoever types uses their session. Whether it lives is asked below.
                let _ = timeout(CHECKING, self.site.portal.sessions.resolve(&self.token, now)).await;
            }
            match timeout(CHECKING, console.ended(now)).await {
                Ok(Ok(None)) => unsure = 0,
                Ok(Ok(Some(end))) => return end,
                Ok(Err(_)) | Err(_) if unsure < UNSURE => unsure += 1,
                Ok(Err(_)) | Err(_) => return ConsoleEnd::Unsure,
            }
        }
    }
}

/// Waits for news.
async fn heard(listening: &mut Option<Box<dyn Listening>>) {
    match listening {
        Some(listening) => {
            listening.next().await;
        }
        None => std::future::pending().await,
    }
}

/// Connects to the machine, begins with both sides, and carries what passes.
async fn carry(console: &dyn Console, to: &mut impl Takes, from: &mut impl Sends, used: &Used) -> ConsoleEnd {
    let (mut machine, sent) = match begin(console, to, from).await {
        Ok(begun) => begun,
        Err(end) => return end,
    };
    let (mut read, mut write) = machine.split();
    tokio::select! {
        end = show(&mut read, to, used) => end,
        end = hand(from, sent, Filter::new(console.mode()), &mut write, used) => end,
    }
}

/// A connection with the machine on which both sides have begun, and what the viewer sent beyond that.
async fn begin(
    console: &dyn Console,
    to: &mut impl Takes,
    from: &mut impl Sends,
) -> Result<(TcpStream, Vec<u8>), ConsoleEnd> {
    let address = console.address().await?;
    let mut machine = match timeout(CONNECTING, connect(&address)).await {
        Ok(Ok(machine)) => machine,
        Ok(Err(error)) => return Err(unreachable(&error)),
        Err(late) => return Err(unreachable(&late)),
    };
    match timeout(BEGINNING, with_machine(&mut machine, address.password.as_ref())).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::warn!(%error, "a console is no screen that is understood");
            return Err(ConsoleEnd::NoScreen);
        }
        Err(late) => return Err(unreachable(&late)),
    }
    let sent = timeout(BEGINNING, greet(to, from)).await.unwrap_or(Err(ConsoleEnd::Left))?;
    machine.write_u8(SHARED).await.map_err(|_| ConsoleEnd::Machine)?;
    Ok((machine, sent))
}

async fn connect(address: &ConsoleAddress) -> io::Result<TcpStream> {
    let address = SocketAddr::new(address.host, address.port);
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_recv_buffer_size(SOCKET_BYTES)?;
    let machine = socket.connect(address).await?;
    machine.set_nodelay(true)?;
    Ok(machine)
}

fn unreachable(error: &dyn std::fmt::Display) -> ConsoleEnd {
    tracing::warn!(%error, "failed to reach a console");
    ConsoleEnd::Unreachable
}
