//! Puts the settings together and collects what is wrong with them.

use super::file::File;
use super::{Arguments, CookieKind, Network, PublicUrl, Settings, SettingsError, Sources};
use domain::person::Language;
use domain::text::Secret;
use portal::{Config, PasswordWork, SettingProblems};
use std::collections::BTreeMap;
use std::net::SocketAddr;
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

/// The settings file with what the environment and the command line say instead, and what was wrong so far.
pub struct Reader {
    pub(super) file: File,
    file_name: String,
    pub(super) environment: BTreeMap<String, String>,
    pub(super) arguments: Arguments,
    /// The variable or option that a key's value is from, where it is not from the file.
    places: BTreeMap<&'static str, &'static str>,
    pub(super) problems: SettingProblems,
}

impl Reader {
    pub fn new(sources: Sources) -> Result<Self, SettingsError> {
        let Sources { file, environment, arguments } = sources;
        let (file_name, text) = file.unwrap_or_else(|| ("portico.toml".to_owned(), String::new()));
        let file = toml::from_str(&text)
            .map_err(|error| SettingsError(vec![format!("{file_name}: {}", error.to_string().trim_end())]))?;
        let (places, problems) = (BTreeMap::new(), SettingProblems::default());
        let mut reader = Self { file, file_name, environment, arguments, places, problems };
        reader.replace_all();
        Ok(reader)
    }

    pub fn settings(mut self) -> Result<Settings, SettingsError> {
        let listen = self.listen();
        let public_url = self.public_url(listen);
        let cookie = self.cookie(public_url.as_ref());
        self.check_demo(listen, public_url.as_ref());
        self.check_sections();
        let trusted_proxies = self.trusted_proxies();
        let warnings = self.unknown_variables();
        let origin = public_url.clone().unwrap_or_else(|| PublicUrl::local(listen.port())).origin();
        let (provider, brand_files) = self.provider(&origin);
        self.check_templates();
        let drivers = self.drivers();
        let Self { file, problems, places, file_name, .. } = self;
        if !problems.is_empty() {
            let problems = problems.into_inner().into_iter();
            let placed = problems.map(|(key, problem)| placed(&places, &file_name, key, &problem));
            return Err(SettingsError(placed.collect()));
        }
        Ok(Settings {
            listen,
            public_url,
            trusted_proxies,
            cookie,
            limits: file.limits.connections(),
            consoles: file.limits.consoles(),
            brand_files,
            drivers,
            warnings,
            portal: Config {
                data: file.data,
                database: file.database,
                public_url: origin,
                provider,
                templates: file.templates,
                required: file.required_fields,
                password: file.password,
                password_work: PasswordWork::of_this_machine(),
                sessions: file.sessions,
                writes_per_minute: file.limits.writes_per_minute(),
                mail: file.mail,
                notifications: file.notifications,
            },
        })
    }

    /// Puts what the environment and the command line say in the place of the file's values.
    fn replace_all(&mut self) {
        let Arguments { listen, public_url, data, .. } = self.arguments.clone();
        let option = |name, text: Option<String>| text.map(|text| (name, text));
        let (listen, public_url) = (option("--listen", listen), option("--public-url", public_url));
        self.replace("listen", "PORTICO_LISTEN", listen, |file, text| file.listen = Some(text));
        self.replace("public_url", "PORTICO_PUBLIC_URL", public_url, |file, text| file.public_url = Some(text));
        self.replace("data", "PORTICO_DATA", None, |file, text| file.data = PathBuf::from(text));
        if let Some(data) = data {
            self.file.data = data;
        }
        self.replace("database_url", "DATABASE_URL", None, |file, text| file.database_url = Some(Secret::new(text)));
        self.file.database.url = self.file.database_url.take();
        self.replace("support_email", "PORTICO_SUPPORT_EMAIL", None, |file, text| file.support_email = Some(text));
        self.replace("brand.name", "PORTICO_BRAND_NAME", None, |file, text| file.brand.name = text);
        self.replace("mail.smtp_url", "PORTICO_SMTP_URL", None, |file, url| {
            file.mail.smtp_url = Some(Secret::new(url));
        });
        self.replace("mail.from", "PORTICO_MAIL_FROM", None, |file, text| file.mail.from = Some(text));
        self.replace_language();
        // Set to nothing, it takes the file's proxies away.
        if let Some(text) = self.environment.get("PORTICO_TRUSTED_PROXIES") {
            self.file.trusted_proxies = text.split(',').map(|one| one.trim().to_owned()).collect();
            self.places.insert("trusted_proxies", "PORTICO_TRUSTED_PROXIES");
        }
    }

    fn replace(
        &mut self,
        key: &'static str,
        variable: &'static str,
        option: Option<(&'static str, String)>,
        set: impl FnOnce(&mut File, String),
    ) {
        if let Some((place, text)) = option.or_else(|| self.variable(variable).map(|text| (variable, text))) {
            self.places.insert(key, place);
            set(&mut self.file, text);
        }
    }

    fn replace_language(&mut self) {
        let Some(text) = self.variable("PORTICO_LANGUAGE") else { return };
        self.places.insert("language", "PORTICO_LANGUAGE");
        match Language::from_tag(&text) {
            Some(language) => self.file.language = language,
            None => self.problems.add("language", format_args!("{text:?} must be the tag of a language, en or de say")),
        }
    }

    /// A variable that is set to something.
    fn variable(&self, name: &str) -> Option<String> {
        self.environment.get(name).filter(|text| !text.is_empty()).cloned()
    }

    fn check_sections(&mut self) {
        let (file, problems) = (&mut self.file, &mut self.problems);
        file.database.check(problems);
        file.mail.check(problems);
        file.notifications.check(problems);
        file.password.check(problems);
        file.sessions.check(problems);
        file.limits.check(problems);
    }

    fn listen(&mut self) -> SocketAddr {
        let default = SocketAddr::from(([127, 0, 0, 1], 8080));
        let Some(text) = &self.file.listen else { return default };
        text.parse().unwrap_or_else(|_| {
            let rule = "it must be an IP address and a port such as 127.0.0.1:8080";
            self.problems.add("listen", format_args!("{text:?} is invalid: {rule}"));
            default
        })
    }

    fn public_url(&mut self, listen: SocketAddr) -> Option<PublicUrl> {
        let problem = match &self.file.public_url {
            None if listen.ip().is_loopback() => return None,
            None => "it is missing, and the portal would listen beyond this machine".to_owned(),
            Some(text) => match PublicUrl::parse(text) {
                Ok(url) if url.is_https() || url.is_loopback() => return Some(url),
                Ok(_) => format!("{text} must begin with https://: browsers keep no session without"),
                Err(problem) => format!("{text:?} is invalid: {problem}"),
            },
        };
        self.problems.add("public_url", problem);
        None
    }

    fn cookie(&mut self, public_url: Option<&PublicUrl>) -> CookieKind {
        if !self.arguments.insecure_cookie {
            return CookieKind::HostPrefixed;
        }
        if public_url.is_some_and(|url| !url.is_loopback()) {
            self.problems.add("--insecure-cookie", "it is only for a loopback public_url");
        }
        CookieKind::Plain
    }

    /// Demo people have a password that everybody knows.
    fn check_demo(&mut self, listen: SocketAddr, public_url: Option<&PublicUrl>) {
        if !self.arguments.demo {
            return;
        }
        if !listen.ip().is_loopback() {
            self.problems.add("--demo", format_args!("it is only for a loopback listener, not {listen}"));
        }
        if let Some(url) = public_url.filter(|url| !url.is_loopback()) {
            self.problems.add("--demo", format_args!("it is only for a loopback public_url, not {url}"));
        }
    }

    fn trusted_proxies(&mut self) -> Vec<Network> {
        let mut networks = Vec::new();
        for text in self.file.trusted_proxies.iter().filter(|text| !text.is_empty()) {
            match text.parse::<Network>() {
                Ok(network) => networks.push(network),
                Err(problem) => self.problems.add("trusted_proxies", format_args!("{text:?} is invalid: {problem}")),
            }
        }
        networks
    }

    /// A mistyped variable; not refused, because container platforms set variables after a service's name.
    fn unknown_variables(&self) -> Vec<String> {
        let of_driver = |name: &str| self.file.driver.iter().any(|driver| driver.names_variable(name));
        let known = |name: &str| VARIABLES.contains(&name) || name.starts_with("PORTICO_TEST_") || of_driver(name);
        self.environment
            .keys()
            .filter(|name| name.starts_with("PORTICO_") && !known(name))
            .map(|name| format!("the environment variable {name} is unknown and ignored"))
            .collect()
    }
}

/// A problem with the place it came from: an option, a variable, or a key of the file.
fn placed(places: &BTreeMap<&'static str, &'static str>, file_name: &str, key: &str, problem: &str) -> String {
    match places.get(key) {
        Some(place) => format!("{place}: {problem}"),
        None if key.starts_with("--") => format!("{key}: {problem}"),
        None => format!("{file_name}: {key}: {problem}"),
    }
}
