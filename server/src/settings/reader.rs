//! Puts the settings together and collects what is wrong with them.

use super::file::File;
use super::{
    Arguments, ConnectionLimits, CookieKind, Network, PublicUrl, SessionLengths, Settings, SettingsError, Sources,
};
use domain::email::EmailAddress;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// The variables of the environment that mean something; some of them to the build and the tests only.
const VARIABLES: [&str; 15] = [
    "PORTICO_ASSETS",
    "PORTICO_BIN",
    "PORTICO_BRAND_NAME",
    "PORTICO_CONFIG",
    "PORTICO_DATA",
    "PORTICO_LANGUAGE",
    "PORTICO_LISTEN",
    "PORTICO_LIVE_RELOAD",
    "PORTICO_LOG",
    "PORTICO_LOG_FORMAT",
    "PORTICO_MAIL_FROM",
    "PORTICO_PUBLIC_URL",
    "PORTICO_SMTP_URL",
    "PORTICO_SUPPORT_EMAIL",
    "PORTICO_TRUSTED_PROXIES",
];

/// A value and where it stood.
pub struct Given {
    pub(super) text: String,
    pub(super) from: String,
}

/// The sources and what was wrong with them so far.
pub struct Reader {
    pub(super) file: File,
    file_name: String,
    environment: BTreeMap<String, String>,
    pub(super) arguments: Arguments,
    problems: Vec<String>,
}

impl Reader {
    pub fn new(sources: Sources) -> Result<Self, SettingsError> {
        let (file_name, file) = match sources.file {
            None => ("portico.toml".to_owned(), File::default()),
            Some((name, text)) => match toml::from_str(&text) {
                Ok(file) => (name, file),
                Err(error) => return Err(SettingsError(vec![format!("{name}: {}", error.to_string().trim_end())])),
            },
        };
        let Sources { environment, arguments, .. } = sources;
        Ok(Self { file, file_name, environment, arguments, problems: Vec::new() })
    }

    pub fn settings(mut self) -> Result<Settings, SettingsError> {
        let listen = self.listen();
        let public_url = self.public_url(listen);
        let cookie = self.cookie(public_url.as_ref());
        self.check_demo(listen, public_url.as_ref());
        let settings = Settings {
            listen,
            data: self.data(),
            database_url: self.database_url(),
            smtp_url: self.smtp_url(),
            mail_from: self.mail_from(public_url.as_ref()),
            mail_timeout: self.number("mail.timeout_seconds", self.file.mail.timeout_seconds, 20, 1..=25),
            mail_templates: self.mail_templates(),
            digest_seconds: self.number(
                "notifications.digest_seconds",
                self.file.notifications.digest_seconds,
                120,
                0..=3_600,
            ),
            provider: self.provider(public_url.as_ref()),
            logo: self.file.brand.logo.clone(),
            required_fields: self.file.required_fields.take().unwrap_or_default(),
            templates: self.templates(),
            password_min: self.number("password.min_length", self.file.password.min_length, 15, 8..=128),
            sessions: self.sessions(),
            trusted_proxies: self.trusted_proxies(),
            cookie,
            limits: self.limits(),
            writes_per_minute: self.number(
                "limits.writes_per_minute",
                self.file.limits.writes_per_minute,
                120,
                10..=1_000_000,
            ),
            warnings: self.unknown_variables(),
            public_url,
        };
        if self.problems.is_empty() { Ok(settings) } else { Err(SettingsError(self.problems)) }
    }

    fn listen(&mut self) -> SocketAddr {
        let default = SocketAddr::from(([127, 0, 0, 1], 8080));
        let given = self.given(
            self.arguments.listen.clone().map(|text| ("--listen", text)),
            "PORTICO_LISTEN",
            self.file.listen.clone().map(|text| ("listen", text)),
        );
        self.parsed(given, "it must be an IP address and a port such as 127.0.0.1:8080").unwrap_or(default)
    }

    fn public_url(&mut self, listen: SocketAddr) -> Option<PublicUrl> {
        let given = self.given(
            self.arguments.public_url.clone().map(|text| ("--public-url", text)),
            "PORTICO_PUBLIC_URL",
            self.file.public_url.clone().map(|text| ("public_url", text)),
        );
        let Some(Given { text, from }) = given else {
            if !listen.ip().is_loopback() {
                self.problem("public_url", "it is missing, and the portal would listen beyond this machine");
            }
            return None;
        };
        match PublicUrl::parse(&text) {
            Ok(url) if !url.is_https() && !url.is_loopback() => {
                self.problem(&from, format!("{text} must begin with https://: browsers keep no session without"));
                None
            }
            Ok(url) => Some(url),
            Err(problem) => {
                self.problem(&from, format!("{text:?} does not do: {problem}"));
                None
            }
        }
    }

    fn cookie(&mut self, public_url: Option<&PublicUrl>) -> CookieKind {
        if !self.arguments.insecure_cookie {
            return CookieKind::HostPrefixed;
        }
        if public_url.is_some_and(|url| !url.is_loopback()) {
            self.problem("--insecure-cookie", "it is only for a loopback public_url");
        }
        CookieKind::Plain
    }

    /// Demo people have a password that everybody knows.
    fn check_demo(&mut self, listen: SocketAddr, public_url: Option<&PublicUrl>) {
        if !self.arguments.demo {
            return;
        }
        if !listen.ip().is_loopback() {
            self.problem("--demo", format!("it is only for a loopback listener, not {listen}"));
        }
        if let Some(url) = public_url.filter(|url| !url.is_loopback()) {
            self.problem("--demo", format!("it is only for a loopback public_url, not {url}"));
        }
    }

    fn data(&mut self) -> PathBuf {
        let flag = self.arguments.data.clone();
        let variable = self.environment.get("PORTICO_DATA").map(PathBuf::from);
        flag.or(variable).or_else(|| self.file.data.clone()).unwrap_or_else(|| PathBuf::from("data"))
    }

    fn mail_from(&mut self, public_url: Option<&PublicUrl>) -> String {
        let in_file = self.file.mail.from.clone().map(|text| ("mail.from", text));
        let given = self.given(None, "PORTICO_MAIL_FROM", in_file);
        self.email(given).unwrap_or_else(|| format!("portal@{}", mail_host(public_url)))
    }

    fn mail_templates(&mut self) -> PathBuf {
        match self.file.mail.templates.clone() {
            None => self.data().join("templates"),
            Some(folder) => {
                if !folder.is_dir() {
                    self.problem("mail.templates", format!("{} is no directory", folder.display()));
                }
                folder
            }
        }
    }

    fn sessions(&mut self) -> SessionLengths {
        let lengths = SessionLengths {
            idle_hours: self.number("sessions.idle_hours", self.file.sessions.idle_hours, 12, 1..=720),
            absolute_days: self.number("sessions.absolute_days", self.file.sessions.absolute_days, 14, 1..=90),
        };
        if lengths.idle_hours > lengths.absolute_days * 24 {
            self.problem("sessions.idle_hours", "it must not be more than sessions.absolute_days");
        }
        lengths
    }

    fn trusted_proxies(&mut self) -> Vec<Network> {
        let (list, from) = match self.environment.get("PORTICO_TRUSTED_PROXIES") {
            Some(text) => (text.split(',').map(|one| one.trim().to_owned()).collect(), "PORTICO_TRUSTED_PROXIES"),
            None => (self.file.trusted_proxies.take().unwrap_or_default(), "trusted_proxies"),
        };
        let list: Vec<String> = list;
        let mut networks = Vec::new();
        for text in list.iter().filter(|text| !text.is_empty()) {
            match text.parse() {
                Ok(network) => networks.push(network),
                Err(problem) => self.problem(from, format!("{text:?} does not do: {problem}")),
            }
        }
        networks
    }

    fn limits(&mut self) -> ConnectionLimits {
        let file = &self.file.limits;
        let (all, per_address) = (file.connections, file.connections_per_address);
        let all = self.number("limits.connections", all, 4096, 16..=1_000_000);
        let per_address = self.number("limits.connections_per_address", per_address, 256, 1..=1_000_000);
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        ConnectionLimits { connections: size(all), connections_per_address: size(per_address) }
    }

    /// A mistyped variable; not refused, because container platforms set variables after a service's name.
    fn unknown_variables(&self) -> Vec<String> {
        let known = |name: &str| VARIABLES.contains(&name) || name.starts_with("PORTICO_TEST_");
        self.environment
            .keys()
            .filter(|name| name.starts_with("PORTICO_") && !known(name))
            .map(|name| format!("the environment has {name}, which means nothing here"))
            .collect()
    }

    pub(super) fn given(
        &self,
        flag: Option<(&str, String)>,
        variable: &str,
        in_file: Option<(&str, String)>,
    ) -> Option<Given> {
        let flag = flag.map(|(name, text)| Given { text, from: name.to_owned() });
        let variable = || {
            let text = self.environment.get(variable).filter(|text| !text.is_empty())?;
            Some(Given { text: text.clone(), from: variable.to_owned() })
        };
        let in_file = || in_file.map(|(key, text)| Given { text, from: key.to_owned() });
        flag.or_else(variable).or_else(in_file)
    }

    fn parsed<T: std::str::FromStr>(&mut self, given: Option<Given>, rule: &str) -> Option<T> {
        let Given { text, from } = given?;
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.problem(&from, format!("{text:?} does not do: {rule}"));
        }
        parsed
    }

    pub(super) fn email(&mut self, given: Option<Given>) -> Option<String> {
        let Given { text, from } = given?;
        if EmailAddress::parse(&text).is_err() {
            self.problem(&from, format!("{text:?} is not an e-mail address"));
        }
        Some(text.trim().to_owned())
    }

    pub(super) fn number(&mut self, key: &str, given: Option<i64>, default: u32, range: RangeInclusive<u32>) -> u32 {
        let Some(given) = given else { return default };
        let number = u32::try_from(given).ok().filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            self.problem(key, format!("{given} must be {} to {}", range.start(), range.end()));
            default
        })
    }

    /// A place without a dash or in capitals is a key of the file.
    pub(super) fn problem(&mut self, place: &str, what: impl Display) {
        let elsewhere = place.starts_with("--") || place.starts_with("PORTICO_") || place == "DATABASE_URL";
        let file = if elsewhere { String::new() } else { format!("{}: ", self.file_name) };
        self.problems.push(format!("{file}{place}: {what}"));
    }
}

/// The host that addresses are made up for when none is set; a reserved one where there is no real one.
pub(super) fn mail_host(public_url: Option<&PublicUrl>) -> String {
    match public_url {
        Some(url) if !url.is_loopback() && url.host().contains('.') && !url.host().contains(':') => {
            url.host().to_owned()
        }
        Some(_) | None => "portal.example".to_owned(),
    }
}
