//! `portico serve`.

use super::CommandResult;
use super::open::open;
use crate::assets::{Files, FilesError};
use crate::clock;
use crate::command_socket::{Desk, Socket};
use crate::connections::Connections;
use crate::router;
use crate::serve::{Patience, listen, serve as accept, stop_signal};
use crate::settings::Settings;
use crate::site::Site;
use import::{DEMO_PASSWORD, DEMO_PEOPLE, ImportError, load_demo};
use portal::Opened;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Serves until told to stop.
pub async fn serve(settings: Settings) -> CommandResult {
    let files = files(&settings)?;
    // First of all: the port may be any free one, and links in mails name it.
    let listener = listen(settings.listen).map_err(|error| format!("{}: {error}", settings.listen))?;
    let public_url = settings.public_url(listener.local_addr()?);
    let stop = stop_signal()?;
    let portal = open(&settings, &public_url).await?;
    if settings.portal.provider.demo {
        fill_with_demo_data(&portal).await?;
    }
    let connections = Connections::new(settings.limits, settings.trusted_proxies.clone());
    let site = Site::new(&settings, public_url, Arc::clone(&portal), files, clock::system());
    // A database server is shared: commands open it themselves.
    let socket = settings.portal.database.url.is_none().then(|| Socket::bind(&settings.portal.data)).transpose();
    let socket = socket.unwrap_or_else(|error| {
        tracing::warn!(%error, "failed to create the command socket: stop the server before you run other commands");
        None
    });
    let desk = Arc::new(Desk { portal: Arc::clone(&portal), settings, public_url: site.public_url.clone() });
    announce(&site, &listener)?;

    let (end, ended) = tokio::sync::watch::channel(());
    // The other end is dropped when serving ended: then it is time to stop.
    let over = |mut ended: tokio::sync::watch::Receiver<()>| async move { while ended.changed().await.is_ok() {} };
    let (commands_over, jobs_over, feed_over) = (over(ended.clone()), over(ended.clone()), over(ended));
    let commands = tokio::spawn(async move {
        if let Some(socket) = socket {
            socket.serve(desk, commands_over).await;
        }
    });
    let (jobs, time) = (portal.jobs.clone(), clock::system());
    let jobs = tokio::spawn(async move { jobs.run(move || time(), jobs_over).await });
    let feed = portal.feed.clone();
    let feed = tokio::spawn(async move { feed.run(feed_over).await });
    let (slots, consoles, patience) = (Arc::clone(&site.slots), Arc::clone(&site.consoles), Patience::default());
    let closing = Arc::clone(&consoles);
    let stop = async move {
        stop.await;
        // Streams and consoles would not end by themselves, and the server waits for what is under way.
        slots.end();
        closing.end();
    };
    accept(listener, router::router(Arc::new(site)), connections, patience, stop).await;
    if tokio::time::timeout(patience.stop, consoles.closed()).await.is_err() {
        tracing::warn!("consoles dropped: they did not close in time");
    }
    drop(end);
    commands.await?;
    jobs.await?;
    feed.await?;
    portal.close().await;
    Ok(())
}

/// Demo data comes into an empty database only; what somebody made of it since stays.
async fn fill_with_demo_data(portal: &Opened) -> CommandResult {
    match load_demo(portal, clock::system()()).await {
        Ok(_) | Err(ImportError::NotEmpty) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn files(settings: &Settings) -> Result<Files, FilesError> {
    Files::find()?.with_brand(&settings.brand_files)
}

/// Says where the portal is, and with demo data who is in it.
fn announce(site: &Site, listener: &TcpListener) -> CommandResult {
    println!("Portico listens on {}: {}", listener.local_addr()?, site.public_url);
    if site.provider.demo {
        println!("Demo people, all with the password {DEMO_PASSWORD}:");
        for person in DEMO_PEOPLE {
            println!("  {person}@demo.example");
        }
        println!("Emails are shown at {}/dev/outbox", site.public_url);
    }
    Ok(())
}
