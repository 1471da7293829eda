//! A mail server that does with each mail what it was told to.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};

/// What the server does with one mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conduct {
    Take,
    /// 451 instead of taking it.
    PutOff,
    /// 421 at the first command, and the connection is closed.
    TooBusy,
    /// 550 for the recipient.
    RefuseRecipient,
    /// The connection breaks in the middle.
    BreakBeforeTheEnd,
    /// It is taken, and the connection breaks before the server says so.
    BreakAfterTheEnd,
    /// Nothing is answered until the test says so.
    Hang,
}

/// A mail as the server got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Got {
    pub(super) message_id: String,
    pub(super) to: String,
    /// Whether the portal was told that it was taken.
    pub(super) acknowledged: bool,
}

pub(super) struct Server {
    pub(super) url: String,
    pub(super) got: Receiver<Got>,
    /// Hears of every mail that hangs.
    pub(super) hanging: Receiver<()>,
    pub(super) release: Sender<()>,
}

impl Server {
    pub(super) fn start(conducts: &[Conduct]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let plan = Arc::new(Mutex::new(conducts.iter().copied().collect::<VecDeque<_>>()));
        let ((report, got), (hangs, hanging), (release, released)) =
            (mpsc::channel(), mpsc::channel(), mpsc::channel());
        let released = Arc::new(Mutex::new(released));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                let talk = Talk {
                    stream,
                    plan: Arc::clone(&plan),
                    report: report.clone(),
                    hangs: hangs.clone(),
                    released: Arc::clone(&released),
                };
                // A portal that hangs up is no fault of the server's.
                std::thread::spawn(move || talk.run().unwrap_or_default());
            }
        });
        Self { url, got, hanging, release }
    }

    /// What came so far.
    pub(super) fn got(&self) -> Vec<Got> {
        self.got.try_iter().collect()
    }
}

struct Talk {
    stream: TcpStream,
    plan: Arc<Mutex<VecDeque<Conduct>>>,
    report: Sender<Got>,
    hangs: Sender<()>,
    released: Arc<Mutex<Receiver<()>>>,
}

impl Talk {
    fn say(&self, text: &str) -> std::io::Result<()> {
        (&self.stream).write_all(format!("{text}\r\n").as_bytes())
    }

    fn run(&self) -> std::io::Result<()> {
        let mut lines = BufReader::new(self.stream.try_clone()?).lines();
        self.say("220 test")?;
        let (mut conduct, mut to) = (Conduct::Take, String::new());
        while let Some(line) = lines.next().transpose()? {
            let command = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            match command.as_str() {
                "MAIL" => {
                    conduct = self.plan.lock().expect("the plan").pop_front().unwrap_or(Conduct::Take);
                    if conduct == Conduct::TooBusy {
                        return self.say("421 too busy");
                    }
                    if conduct == Conduct::Hang {
                        self.hangs.send(()).unwrap_or_default();
                        self.released.lock().expect("the only one").recv().unwrap_or_default();
                    }
                    self.say("250 ok")?;
                }
                "RCPT" if conduct == Conduct::RefuseRecipient => self.say("550 no such mailbox")?,
                "RCPT" => {
                    line.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                    self.say("250 ok")?;
                }
                "DATA" => {
                    self.say("354 go on")?;
                    let mut message_id = String::new();
                    loop {
                        let Some(line) = lines.next().transpose()? else { return Ok(()) };
                        if conduct == Conduct::BreakBeforeTheEnd && line.is_empty() {
                            return Ok(());
                        }
                        if let Some(id) = line.strip_prefix("Message-ID: ") {
                            id.clone_into(&mut message_id);
                        }
                        if line == "." {
                            break;
                        }
                    }
                    let got = |acknowledged| Got { message_id: message_id.clone(), to: to.clone(), acknowledged };
                    if conduct == Conduct::PutOff {
                        self.say("451 later")?;
                    } else if conduct == Conduct::BreakAfterTheEnd {
                        self.report.send(got(false)).unwrap_or_default();
                        return Ok(());
                    } else {
                        self.report.send(got(true)).unwrap_or_default();
                        self.say("250 taken")?;
                    }
                }
                "QUIT" => return self.say("221 bye"),
                _ => self.say("250 ok")?,
            }
        }
        Ok(())
    }
}
