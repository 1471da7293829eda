//! The driver `webhook`: the provider's own automation, in any language, over HTTP. docs/webhook-driver.yaml is the
//! contract.
//!
//! Every request is signed, and safe to repeat: an order carries its id as a key, and the rest only looks. So a request
//! that failed is repeated as long as there is time. What comes of an order is asked for, and may be called back: a
//! callback with an end is kept ([`Reports`]), and counts even when the other side is gone by then.

mod callback;
mod retry;
mod wire;

pub use callback::{CallbackReader, CallbackRefused, Incoming, TOLERANCE};
pub use retry::Retries;

use crate::Clock;
use crate::client::{Answer, Asked, Client, Fault, part};
use crate::signing::{KEY, Keys, Message, NONCE, SIGNATURE, TIMESTAMP, Way, nonce};
use async_trait::async_trait;
use domain::provisioning::callbacks::Reports;
use domain::provisioning::{
    Abilities, Backup, ConsoleAddress, DriverError, FailureReason, Image, Machine, MachineCredentials, Observed, Order,
    PanelVisit, Progress, Provisioner, Sample,
};
use domain::text::Secret;
use domain::time::Timestamp;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use wire::{
    BackupsBody, Body, ConsoleBody, CredentialsBody, ImagesBody, MachineStateBody, OrderBody, ProgressBody,
    RefusalBody, SamplesBody,
};

/// The largest answer.
pub const ANSWER_MAX: usize = 256 * 1024;

/// What the driver is made of.
pub struct Parts {
    /// Its name in the settings.
    pub name: String,
    /// Where the other side is; made with [`ANSWER_MAX`].
    pub client: Client,
    /// What signs requests, and what callbacks may be signed with.
    pub keys: Keys,
    /// What the other side can do.
    pub abilities: Abilities,
    /// For how long one thing is asked, with all that is repeated of it.
    pub timeout: Duration,
    /// How what failed is repeated.
    pub retries: Retries,
    /// The address that callbacks come to.
    pub callback: String,
    /// What was called back.
    pub reports: Arc<dyn Reports>,
    /// The time.
    pub clock: Clock,
}

/// The driver.
pub struct Webhook(Parts);

impl Webhook {
    /// The driver of these parts.
    pub const fn new(parts: Parts) -> Self {
        Self(parts)
    }

    /// Asks, again where that failed, and reads the answer.
    async fn ask<B: Body>(&self, question: &Question) -> Result<B::Meaning, DriverError> {
        let until = Instant::now() + self.0.timeout;
        let mut was_reached = false;
        let mut tried = 0;
        loop {
            let fault = match self.0.client.ask(self.signed(question), until).await {
                Ok(answer) if is_passing(answer.status) => {
                    was_reached = true;
                    Fault::NoAnswer(format!("it answered {}", answer.status))
                }
                Ok(answer) => return understood::<B>(&answer, was_reached),
                Err(fault) => fault,
            };
            was_reached |= matches!(fault, Fault::NoAnswer(_));
            let wait = self.0.retries.wait(tried);
            let next = wait.filter(|wait| !matches!(fault, Fault::Nonsense(_)) && Instant::now() + *wait < until);
            let Some(wait) = next else { return Err(error(fault, was_reached)) };
            tokio::time::sleep(wait).await;
            tried += 1;
        }
    }

    /// The request, signed now: each try is a message of its own.
    fn signed(&self, question: &Question) -> Asked {
        let (seconds, nonce) = ((self.0.clock)().0.div_euclid(1_000), nonce());
        let target = self.0.client.target().path(&question.path);
        let message = Message {
            way: Way::Request,
            timestamp: seconds,
            nonce: &nonce,
            method: question.method.as_str(),
            target: &target,
            body: &question.body,
        };
        let signature = message.sign(&self.0.keys);
        let header = |name: &'static str, text: &str| {
            // INVARIANT: numbers, ids of keys and hexadecimal digits are what a header may hold.
            (HeaderName::from_static(name), HeaderValue::from_str(text).expect("it is ASCII"))
        };
        let mut headers = vec![
            header(TIMESTAMP, &seconds.to_string()),
            header(KEY, self.0.keys.signing().id()),
            header(NONCE, &nonce),
            header(SIGNATURE, &signature),
        ];
        headers.extend(question.idempotency.as_ref().map(|key| header("idempotency-key", key)));
        Asked { method: question.method.clone(), target, headers, body: question.body.clone() }
    }

    /// Asks about a machine what the other side can do at all.
    async fn of_machine<B: Body>(&self, can: bool, machine: &Machine, rest: &str) -> Result<B::Meaning, DriverError> {
        supported(can)?;
        let Some(handle) = part(&machine.handle) else {
            return Err(DriverError::Refused(FailureReason::MachineGone, "its handle is no name".to_owned()));
        };
        self.ask::<B>(&Question::get(format!("/machines/{handle}{rest}"))).await
    }

    async fn of_order(&self, order: &Order, question: &Question) -> Result<Progress, DriverError> {
        let (answered, progress) = self.ask::<ProgressBody>(question).await?;
        if answered == order.id {
            Ok(progress)
        } else {
            Err(DriverError::Nonsense("the answer is about another order".to_owned()))
        }
    }
}

/// What the settings say that the other side cannot do, it is not asked for.
fn supported(can: bool) -> Result<(), DriverError> {
    if can {
        return Ok(());
    }
    Err(DriverError::Refused(FailureReason::Unsupported, "the settings say that it cannot".to_owned()))
}

/// What is asked, before it is signed.
struct Question {
    method: Method,
    path: String,
    body: Vec<u8>,
    idempotency: Option<String>,
}

impl Question {
    const fn get(path: String) -> Self {
        Self { method: Method::GET, path, body: Vec::new(), idempotency: None }
    }
}

/// Whether the same may be answered otherwise in a moment.
fn is_passing(status: StatusCode) -> bool {
    status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS
}

/// Reads an answer that is none of a passing fault.
fn understood<B: Body>(answer: &Answer, was_reached: bool) -> Result<B::Meaning, DriverError> {
    match answer.status {
        StatusCode::OK | StatusCode::ACCEPTED => json::<B>(answer),
        StatusCode::UNPROCESSABLE_ENTITY => {
            let (reason, cause) = json::<RefusalBody>(answer)?;
            Err(DriverError::Refused(reason, cause))
        }
        // It looked no further than at the signature. An earlier try may have got further.
        status @ (StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) if !was_reached => {
            let cause = format!("it does not take the signature ({status})");
            Err(DriverError::Refused(FailureReason::Unreachable, cause))
        }
        status if status.is_redirection() => {
            Err(DriverError::Nonsense(format!("it redirects ({status}), and no redirect is followed")))
        }
        status => Err(DriverError::Nonsense(format!("it answered {status}"))),
    }
}

fn json<B: Body>(answer: &Answer) -> Result<B::Meaning, DriverError> {
    if !answer.is_json {
        return Err(DriverError::Nonsense("the answer is not application/json".to_owned()));
    }
    wire::read::<B>(&answer.body).map_err(DriverError::Nonsense)
}

/// What the last try failed with, with regard to those before it.
fn error(fault: Fault, was_reached: bool) -> DriverError {
    match fault {
        Fault::Nonsense(cause) => DriverError::Nonsense(cause),
        Fault::NotReached(cause) if !was_reached => DriverError::NotReached(cause),
        Fault::NotReached(cause) | Fault::NoAnswer(cause) => DriverError::NoAnswer(cause),
    }
}

#[async_trait]
impl Provisioner for Webhook {
    fn abilities(&self) -> Abilities {
        self.0.abilities
    }

    async fn carry_out(&self, order: &Order) -> Result<Progress, DriverError> {
        supported(self.0.abilities.can(&order.task))?;
        let body = serde_json::to_vec(&OrderBody::of(order, &self.0.callback))
            .map_err(|error| DriverError::NotReached(format!("the order can't be written down: {error}")))?;
        let path = "/orders".to_owned();
        let question = Question { method: Method::POST, path, body, idempotency: Some(order.id.to_string()) };
        self.of_order(order, &question).await
    }

    async fn inquire(&self, order: &Order) -> Result<Progress, DriverError> {
        // What was called back counts: of an end, the other side need know nothing any more.
        if let Some(progress) = self.0.reports.reported(&self.0.name, order.id).await? {
            return Ok(progress);
        }
        match self.of_order(order, &Question::get(format!("/orders/{}", order.id))).await {
            // What is refused is the question, which says nothing of the order.
            Err(DriverError::Refused(_, cause)) => Err(DriverError::Nonsense(cause)),
            answer => answer,
        }
    }

    async fn observe(&self, machine: &Machine) -> Result<Observed, DriverError> {
        self.of_machine::<MachineStateBody>(true, machine, "").await
    }

    async fn images(&self, machine: &Machine) -> Result<Vec<Image>, DriverError> {
        self.of_machine::<ImagesBody>(self.0.abilities.rebuild, machine, "/images").await
    }

    async fn backups(&self, machine: &Machine) -> Result<Vec<Backup>, DriverError> {
        self.of_machine::<BackupsBody>(self.0.abilities.backups, machine, "/backups").await
    }

    async fn measurements(&self, machine: &Machine, from: Timestamp) -> Result<Vec<Sample>, DriverError> {
        let seconds = from.0.div_euclid(1_000);
        let rest = format!("/measurements?from={seconds}");
        let mut samples = self.of_machine::<SamplesBody>(self.0.abilities.measurements, machine, &rest).await?;
        samples.retain(|sample| sample.at >= from);
        Ok(samples)
    }

    async fn credentials(&self, machine: &Machine) -> Result<MachineCredentials, DriverError> {
        self.of_machine::<CredentialsBody>(self.0.abilities.credentials, machine, "/credentials").await
    }

    async fn console(&self, machine: &Machine) -> Result<ConsoleAddress, DriverError> {
        let console = self.of_machine::<ConsoleBody>(self.0.abilities.console, machine, "/console").await?;
        // What the other side names is connected to: the settings say in which networks that may be.
        if self.0.client.target().networks().allow(console.host) {
            Ok(console)
        } else {
            let cause = "the console is in a network that may not be connected to: see allow_private";
            Err(DriverError::Nonsense(cause.to_owned()))
        }
    }

    async fn panel(&self, _: &Machine, _: &PanelVisit) -> Result<Secret, DriverError> {
        // With a panel in the settings it is another driver's: `WithPanel`.
        Err(DriverError::Refused(FailureReason::Unsupported, "the settings name no panel".to_owned()))
    }
}
