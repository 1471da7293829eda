//! What is wrong with a driver's section is named with its key, and no secret shows.

use crate::settings::{Settings, SettingsError, Sources};
use std::collections::BTreeMap;

/// The one problem that the settings have.
fn problem(outcome: Result<Settings, SettingsError>) -> String {
    let SettingsError(problems) = outcome.expect_err("the settings are invalid");
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.concat()
}

/// A section of the kind `webhook` with more in it.
fn webhook(more: &str) -> String {
    let keys = if more.contains("keys") { "" } else { "keys = [{ id = 'a', secret_env = 'WEBHOOK_SECRET' }]" };
    let url = if more.starts_with("url") || more.contains("\nurl") { "" } else { "url = 'https://automation.example'" };
    format!("[[driver]]\nname = 'own'\nkind = 'webhook'\n{url}\n{keys}\n{more}\n")
}

fn read_webhook(more: &str) -> Result<Settings, SettingsError> {
    let file = Some(("portico.toml".to_owned(), webhook(more)));
    let environment = BTreeMap::from([("WEBHOOK_SECRET".to_owned(), "s".repeat(32))]);
    Settings::from_sources(Sources { file, environment, ..Sources::default() })
}

#[test]
fn a_webhook_is_where_and_as_the_settings_say() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("key");
    std::fs::write(&file, format!("{}\n", "f".repeat(40))).expect("a file");
    let key = format!("{{ id = 'f', secret_file = '{}' }}", file.display());
    for more in [
        String::new(),
        "url = 'http://127.0.0.1:9000/x'".to_owned(),
        "allow_private = true\nurl = 'https://10.0.0.1'\ntimeout_seconds = 1\nabilities = ['power']".to_owned(),
        format!("keys = [{key}, {{ id = 'b', secret = '{}' }}]", "b".repeat(32)),
        format!("panel = {{ url = 'https://panel.example/sso', key = {key} }}"),
    ] {
        let settings = read_webhook(&more).expect(&more);
        let driver = settings.drivers.first().expect("there is one");
        assert!(driver.name() == "own" && driver.callbacks().is_some() && settings.warnings.is_empty(), "{more}");
        assert!(!format!("{settings:?}").contains("ssss"), "{more}");
    }
    // A variable that a section names is no mistyped one.
    let file = Some(("portico.toml".to_owned(), webhook("").replace("WEBHOOK_SECRET", "PORTICO_WEBHOOK")));
    let environment = BTreeMap::from([("PORTICO_WEBHOOK".to_owned(), "s".repeat(32))]);
    let settings = Settings::from_sources(Sources { file, environment, ..Sources::default() }).expect("it is set");
    assert_eq!(settings.warnings, Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_webhook_is_named_with_its_key() {
    let panel = |url: &str, key: &str| format!("panel = {{ url = '{url}', key = {key} }}");
    let key = "{ id = 'p', secret_env = 'WEBHOOK_SECRET' }";
    for (more, place, reason) in [
        ("url = 'http://automation.example'".to_owned(), "driver.url", "https://"),
        ("url = 'https://me:hunter2@automation.example'".to_owned(), "driver.url", "nothing else"),
        ("url = 'https://10.0.0.1'".to_owned(), "driver.url", "allow_private"),
        ("allow_private = true\nurl = 'https://169.254.169.254'".to_owned(), "driver.url", "no server"),
        ("keys = []".to_owned(), "driver.keys", "at least one"),
        ("keys = [{ id = 'a' }]".to_owned(), "driver.keys", "secret_file"),
        ("keys = [{ id = 'a', secret = 'hunter2', secret_env = 'A' }]".to_owned(), "driver.keys", "one of"),
        ("keys = [{ id = 'a', secret = 'hunter2' }]".to_owned(), "driver.keys", "at least 32"),
        ("keys = [{ id = 'a', secret_env = 'NOT_SET' }]".to_owned(), "driver.keys", "NOT_SET is not set"),
        ("keys = [{ id = 'a', secret_file = '/nonexistent/key' }]".to_owned(), "driver.keys", "/nonexistent/key"),
        ("ca_file = '/nonexistent/ca.pem'".to_owned(), "driver.ca_file", "/nonexistent/ca.pem"),
        ("timeout_seconds = 10".to_owned(), "driver.timeout_seconds", "1 to 9"),
        (panel("http://panel.example", key), "driver.panel.url", "https://"),
        (panel("https://panel.example", "{ id = 'a b', secret_env = 'WEBHOOK_SECRET' }"), "driver.panel.key", "the id"),
    ] {
        let problem = problem(read_webhook(&more));
        assert!(
            problem.starts_with(&format!("portico.toml: {place}: own: ")) || place == "driver.timeout_seconds",
            "{problem}"
        );
        assert!(problem.contains(place) && problem.contains(reason), "{problem}");
        assert!(!problem.contains("hunter2"), "{problem}");
    }
    for unknown in ["colour = 'red'", "abilities = ['fly']", "keys = [{ id = 'a', secert = 'x' }]"] {
        assert!(problem(read_webhook(unknown)).contains("unknown"), "{unknown}");
    }
}

fn powerdns(more: &str) -> Result<Settings, SettingsError> {
    let url = if more.contains("url") { "" } else { "url = 'http://127.0.0.1:8081'" };
    let file = format!("[[driver]]\nname = 'pdns'\nkind = 'powerdns'\n{url}\n{more}\n");
    let (file, environment) =
        (Some(("portico.toml".to_owned(), file)), BTreeMap::from([("KEY".to_owned(), "k".to_owned())]));
    Settings::from_sources(Sources { file, environment, ..Sources::default() })
}

#[test]
fn a_powerdns_is_where_the_settings_say_with_a_key_from_one_place() {
    for more in
        ["api_key = 'hunter2'", "api_key_env = 'KEY'", "api_key = 'k'\nurl = 'https://10.0.0.1'\nallow_private = true"]
    {
        let settings = powerdns(more).expect(more);
        assert!(settings.drivers.iter().any(|driver| driver.name() == "pdns"), "{more}");
        assert!(!format!("{settings:?}").contains("hunter2"), "{more}");
    }
    for (more, place) in [
        ("", "driver.api_key"),
        ("api_key = 'hunter2'\napi_key_env = 'KEY'", "driver.api_key"),
        ("api_key_env = 'NOT_SET'", "driver.api_key"),
        ("api_key_file = '/nonexistent/key'", "driver.api_key"),
        ("api_key = 'hunter2'\nca_file = '/nonexistent/ca.pem'", "driver.ca_file"),
        ("api_key = 'hunter2'\nurl = 'http://10.0.0.1'", "driver"),
        ("api_key = 'hunter2'\nserver = '..'", "driver"),
    ] {
        let problem = problem(powerdns(more));
        assert!(problem.starts_with(&format!("portico.toml: {place}: pdns: ")), "{problem}");
        assert!(!problem.contains("hunter2"), "{problem}");
    }
}
