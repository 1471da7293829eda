//! Bad settings stop the start, with the reason and its place.

use super::*;
use domain::colour::Colour;
use domain::person::Language;
use portal::SessionSettings;

fn read(text: &str) -> Result<Settings, SettingsError> {
    let file = Some(("portico.toml".to_owned(), text.to_owned()));
    Settings::from_sources(Sources { file, ..Sources::default() })
}

fn with(environment: &[(&str, &str)], arguments: Arguments) -> Result<Settings, SettingsError> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Settings::from_sources(Sources { file: None, environment, arguments })
}

/// The one problem that the settings have.
fn problem(outcome: Result<Settings, SettingsError>) -> String {
    let SettingsError(problems) = outcome.expect_err("the settings are invalid");
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.concat()
}

#[test]
fn nothing_set_is_a_portal_for_this_machine() {
    let settings = read("").expect("the defaults do");
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.public_url(settings.listen).to_string(), "http://localhost:8080");
    assert_eq!(settings.portal.provider.restore_days, 30);
    assert_eq!(settings.portal.password.min_length, 15);
    assert_eq!(settings.portal.sessions, SessionSettings { idle_hours: 12, absolute_days: 14 });
    assert_eq!(settings.cookie, CookieKind::HostPrefixed);
    assert_eq!(settings.portal.provider.support_email, "support@portal.example");
    assert!(!settings.portal.provider.demo && settings.warnings.is_empty());
}

#[test]
fn the_documented_sample_is_read() {
    let text = include_str!("../../../docs/settings.md");
    let sample = text.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let settings = read(sample.expect("docs/settings.md has a sample")).expect("the sample does");
    assert_eq!(settings.portal.provider.name, "Example Hosting");
    assert_eq!(settings.portal.provider.language, Language::DE);
    let provider = &settings.portal.provider;
    assert_eq!(provider.brand.logo.as_deref(), Some("/brand/logo.svg"));
    assert_eq!(provider.brand.logo_wide.as_deref(), Some("/brand/logo-wide.png"));
    assert_eq!(provider.brand.colour, Colour::parse("#0b5fff"));
    assert!(provider.brand.mail_footer.as_deref().is_some_and(|footer| footer.lines().count() == 2));
    assert_eq!(provider.links.imprint.as_deref(), Some("https://hosting.example/imprint"));
    assert_eq!(provider.areas.orders.as_deref(), Some("https://hosting.example/shop"));
    assert_eq!(settings.portal.templates.len(), 1);
    assert_eq!(settings.trusted_proxies.len(), 1);
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let file =
        Some(("portico.toml".to_owned(), "listen = '127.0.0.1:1'\npublic_url = 'http://127.0.0.1:1'".to_owned()));
    let environment = BTreeMap::from([("PORTICO_LISTEN".to_owned(), "127.0.0.1:2".to_owned())]);
    let arguments = Arguments { public_url: Some("http://localhost:3".to_owned()), ..Arguments::default() };
    let settings = Settings::from_sources(Sources { file, environment, arguments }).expect("they do");
    assert_eq!(settings.listen.port(), 2);
    assert_eq!(settings.public_url.map(|url| url.to_string()).as_deref(), Some("http://localhost:3"));
}

#[test]
fn an_unknown_key_is_named_with_its_file() {
    for (text, key) in [
        ("brand_name = 'x'", "brand_name"),
        ("[brand]\ncolor = '#ffffff'", "color"),
        ("[links]\nhelp = 'https://help.example'", "help"),
        ("[areas]\nshop = 'https://shop.example'", "shop"),
        ("[password]\nmin_length_second_factor = 8", "min_length_second_factor"),
        ("[[templates]]\nkey = 'a'\nname = 'A'\nroles = []", "roles"),
    ] {
        let problem = problem(read(text));
        assert!(problem.starts_with("portico.toml: ") && problem.contains(key), "{problem}");
        assert!(problem.contains("unknown field"), "{problem}");
    }
}

#[test]
fn each_bad_value_is_refused_with_its_reason() {
    for (text, place, reason) in [
        ("listen = 'localhost'", "listen", "IP address and a port"),
        ("public_url = 'portal.example'", "public_url", "http:// or https://"),
        ("public_url = 'https://portal.example/portal'", "public_url", "nothing else"),
        ("public_url = 'http://portal.example'", "public_url", "https://"),
        ("listen = '0.0.0.0:80'", "public_url", "missing"),
        ("database_url = 'mysql://x'", "database_url", "postgres://"),
        ("support_email = 'support'", "support_email", "not an email address"),
        ("database_url = 'postgres://db.example/x?sslmode=require'", "database_url", "database.allow_plaintext"),
        ("[mail]\nsmtp_url = 'mail.example'", "mail.smtp_url", "smtp://"),
        ("[mail]\nsmtp_url = 'smtp://mail.example?tls=opportunistic'", "mail.smtp_url", "mail.allow_plaintext"),
        ("[mail]\nsmtp_url = 'smtp://'", "mail.smtp_url", "not a valid URL"),
        ("[mail]\nfrom = 'a b@c.de'", "mail.from", "not an email address"),
        ("[mail]\ntimeout_seconds = 60", "mail.timeout_seconds", "1 to 25"),
        ("[notifications]\ndigest_seconds = 3601", "notifications.digest_seconds", "0 to 3600"),
        ("[mail]\ntemplates = '/nonexistent/mails'", "mail.templates", "/nonexistent/mails is not a directory"),
        ("[brand]\nname = ''", "brand.name", "1 to 60"),
        ("[brand]\nname = \"a\\u202Eb\"", "brand.name", "hidden"),
        ("[brand]\nlogo = 'logo.gif'", "brand.logo", ".svg"),
        ("[brand]\ncolour = 'red'", "brand.colour", "six hexadecimal"),
        ("[brand]\ncolour = '#ff00ff;}'", "brand.colour", "six hexadecimal"),
        ("[brand]\nmail_colour = '#12345'", "brand.mail_colour", "six hexadecimal"),
        ("[brand]\nmail_footer = ''", "brand.mail_footer", "1 to 600"),
        ("[brand]\nmail_footer = \"a\\u202Eb\"", "brand.mail_footer", "hidden"),
        ("[brand]\nlogo_wide = 'logo.pdf'", "brand.logo_wide", ".svg, .png, .webp or .jpg"),
        ("[brand]\nlogo_dark = 'logo'", "brand.logo_dark", ".svg"),
        ("[brand]\nlogo_dark = 'dark.svg'", "brand.logo_dark", "brand.logo_wide too"),
        ("[brand]\nfavicon = 'icon.gif'", "brand.favicon", ".svg, .png or .ico"),
        ("[brand]\nfont = 'font.ttf'", "brand.font", "named .woff2"),
        ("[links]\nimprint = 'hosting.example/imprint'", "links.imprint", "https://, http:// or mailto:"),
        ("[links]\nprivacy = 'javascript:alert(1)'", "links.privacy", "https://"),
        ("[links]\nterms = 'https://'", "links.terms", "https://"),
        ("[links]\nterms = 'https://portal.example@evil.example/'", "links.terms", "https://"),
        ("[links]\nterms = 'https://hosting.example/a b'", "links.terms", "https://"),
        ("[areas]\ntickets = 'mailto:nobody'", "areas.tickets", "mailto:"),
        ("[areas]\ndata_center = ''", "areas.data_center", "https://"),
        ("[areas]\norders = '//shop.example'", "areas.orders", "https://"),
        ("ways_to_add = []", "ways_to_add", "at least one"),
        ("ways_to_add = ['add_contact', 'add_contact']", "ways_to_add", "twice"),
        ("restore_days = 366", "restore_days", "0 to 365"),
        ("restore_days = -1", "restore_days", "0 to 365"),
        ("[password]\nmin_length = 7", "password.min_length", "8 to 128"),
        ("[sessions]\nidle_hours = 0", "sessions.idle_hours", "1 to 720"),
        ("[sessions]\nidle_hours = 25\nabsolute_days = 1", "sessions.idle_hours", "more than"),
        ("[sessions]\nabsolute_days = 91", "sessions.absolute_days", "1 to 90"),
        ("trusted_proxies = ['proxy']", "trusted_proxies", "IP address"),
        ("[limits]\nconnections = 1", "limits.connections", "16 to"),
        ("[limits]\nwrites_per_minute = 0", "limits.writes_per_minute", "10 to"),
        ("[[templates]]\nkey = 'accounting'\nname = 'A'", "templates", "taken"),
        ("[[templates]]\nkey = 'a'\nname = 'A'\n[[templates]]\nkey = 'a'\nname = 'B'", "templates", "taken"),
        ("[[templates]]\nkey = 'A b'\nname = 'A'", "templates", "a-z"),
        ("[[templates]]\nkey = 'a'", "templates", "needs a name"),
    ] {
        let problem = problem(read(text));
        assert!(problem.starts_with(&format!("portico.toml: {place}: ")), "{problem}");
        assert!(problem.contains(reason), "{problem}");
    }
}

#[test]
fn links_lead_to_pages_and_mailboxes() {
    for link in ["https://hosting.example", "http://hosting.example:8080/a?b=c#d", "mailto:dpo@hosting.example"] {
        let settings = read(&format!("[links]\nprivacy = '{link}'\n[areas]\ntickets = ' {link} '")).expect(link);
        let provider = settings.portal.provider;
        assert_eq!([provider.links.privacy.as_deref(), provider.areas.tickets.as_deref()], [Some(link), Some(link)]);
        assert_eq!((provider.links.imprint, provider.areas.orders), (None, None));
    }
}

#[test]
fn each_file_of_the_brand_has_an_address_of_its_own() {
    let settings =
        read("[brand]\nlogo = 'a.SVG'\nlogo_wide = 'b.png'\nlogo_dark = 'c.webp'\nfavicon = 'd.ico'\nfont = 'e.woff2'");
    let settings = settings.expect("all are what they should be");
    let addresses: Vec<&str> = settings.brand_files.iter().map(|file| file.address.as_str()).collect();
    let expected = ["logo.svg", "logo-wide.png", "logo-dark.webp", "favicon.ico", "font.woff2"];
    assert_eq!(addresses, expected.map(|name| format!("/brand/{name}")));
}

#[test]
fn unknown_words_are_refused() {
    for text in [
        "language = 'french'",
        "people = 'friends'",
        "required_fields = ['fax']",
        "ways_to_add = ['telepathy']",
        "[[templates]]\nkey = 'a'\nname = 'A'\nprivileges = ['everything']",
        "[[templates]]\nkey = 'a'\nname = 'A'\noperations = ['explode']",
        "restore_days = '30'",
        "listen = ",
    ] {
        assert!(problem(read(text)).starts_with("portico.toml: "), "{text}");
    }
}

#[test]
fn demo_stays_on_this_machine() {
    let demo = || Arguments { demo: true, ..Arguments::default() };
    assert!(with(&[], demo()).is_ok_and(|settings| settings.portal.provider.demo));
    let beyond = Arguments {
        listen: Some("0.0.0.0:8080".to_owned()),
        public_url: Some("http://localhost:8080".to_owned()),
        ..demo()
    };
    assert!(problem(with(&[], beyond)).starts_with("--demo: it is only for a loopback listener"));
    let beyond = Arguments { public_url: Some("https://portal.example".to_owned()), ..demo() };
    assert!(problem(with(&[], beyond)).starts_with("--demo: it is only for a loopback public_url"));
}

#[test]
fn the_plain_cookie_stays_on_this_machine() {
    let plain = || Arguments { insecure_cookie: true, ..Arguments::default() };
    assert_eq!(with(&[], plain()).expect("the default address is a loopback one").cookie, CookieKind::Plain);
    let beyond = Arguments { public_url: Some("https://portal.example".to_owned()), ..plain() };
    assert!(problem(with(&[], beyond)).starts_with("--insecure-cookie: "));
}

#[test]
fn bad_variables_are_named() {
    for (name, value) in [
        ("PORTICO_LISTEN", "8080"),
        ("PORTICO_PUBLIC_URL", "localhost"),
        ("DATABASE_URL", "sqlite://x"),
        ("DATABASE_URL", "postgres://db.example/x?sslmode=disable"),
        ("PORTICO_SMTP_URL", "mail"),
        ("PORTICO_SMTP_URL", "smtp://mail.example?tls=none"),
        ("PORTICO_LANGUAGE", "french"),
        ("PORTICO_SUPPORT_EMAIL", "nobody"),
        ("PORTICO_TRUSTED_PROXIES", "10.0.0.0/8,proxy"),
    ] {
        let problem = problem(with(&[(name, value)], Arguments::default()));
        assert!(problem.starts_with(&format!("{name}: ")), "{problem}");
    }
}

#[test]
fn secrets_do_not_show() {
    let shown = problem(with(&[("DATABASE_URL", "mysql://user:hunter2@host")], Arguments::default()));
    assert!(!shown.contains("hunter2"), "{shown}");
    let weak = "postgres://user:hunter2@db.example/x?sslmode=disable";
    let shown = problem(with(&[("DATABASE_URL", weak)], Arguments::default()));
    assert!(!shown.contains("hunter2"), "{shown}");
    let settings = with(&[("DATABASE_URL", "postgres://user:hunter2@host/x")], Arguments::default());
    assert!(!format!("{settings:?}").contains("hunter2"));
}

#[test]
fn other_machines_are_spoken_to_with_verified_tls_unless_a_setting_says_otherwise() {
    let urls = |allow: &str| {
        let text = format!(
            "database_url = 'postgres://db.example/x'\n[database]\n{allow}\n[mail]\n{allow}\n\
             smtp_url = 'smtp://mail.example'"
        );
        let settings = read(&text).expect("both addresses are used");
        [settings.portal.database.url, settings.portal.mail.smtp_url]
            .map(|url| url.expect("it is set").expose().to_owned())
    };
    let verified = ["postgres://db.example/x?sslmode=verify-full", "smtp://mail.example?tls=required"];
    assert_eq!(urls(""), verified);
    assert_eq!(urls("allow_plaintext = false"), verified);
    assert_eq!(urls("allow_plaintext = true"), ["postgres://db.example/x", "smtp://mail.example"]);
}

#[test]
fn a_mistyped_variable_warns() {
    let settings = with(&[("PORTICO_SMPT_URL", "smtp://x")], Arguments::default()).expect("it only warns");
    assert_eq!(settings.warnings.len(), 1);
    assert!(settings.warnings.concat().contains("PORTICO_SMPT_URL"));
}

#[test]
fn a_driver_has_a_name_of_its_own_and_a_kind_that_there_is() {
    assert!(read("").expect("the defaults do").drivers.is_empty());
    let section = |name: &str, rest: &str| format!("[[driver]]\nname = '{name}'\n{rest}\n");
    let one = read(&section("hv-1", "kind = 'demo'")).expect("it does").drivers;
    assert_eq!(one.iter().map(Driver::name).collect::<Vec<_>>(), ["hv-1"]);
    let twice = section("hv-1", "kind = 'demo'").repeat(2);
    assert!(problem(read(&twice)).contains("\"hv-1\" is taken twice"));
    assert!(problem(read(&section("HV 1", "kind = 'demo'"))).contains("1 to 40 of a-z"));
    for rest in ["", "kind = 'magic'", "kind = 'demo'\nspeed = 3"] {
        assert!(read(&section("hv-1", rest)).is_err(), "{rest}");
    }
    let demo = with(&[], Arguments { demo: true, ..Arguments::default() }).expect("it does").drivers;
    assert_eq!(demo.iter().map(Driver::name).collect::<Vec<_>>(), [DEMO]);
}

#[test]
fn a_libvirt_host_says_what_is_wrong_with_it() {
    let section = |more: &str| format!("[[driver]]\nname = 'host'\nkind = 'libvirt'\n{more}");
    let good = read(&section("folder = '/srv/machines'\nprefix = 'vm-'"));
    if cfg!(feature = "libvirt") {
        assert_eq!(good.expect("it is complete").drivers.len(), 1);
        for (bad, why) in [
            ("folder = 'machines'\nprefix = 'vm-'", "absolute"),
            ("folder = '/m'\nprefix = ''", "prefix"),
            ("folder = '/m'\nprefix = '../'", "prefix"),
            ("folder = '/m'\nprefix = 'vm-'\nuri = ''", "address"),
            ("folder = '/m'\nprefix = 'vm-'\nshutdown_seconds = 0", "10 to 3600"),
            ("folder = '/m'\nprefix = 'vm-'\nshutdown = 5", "unknown field"),
        ] {
            let problem = problem(read(&section(bad)));
            assert!(problem.contains(why), "{problem}");
        }
    } else {
        assert!(problem(good).contains("built without"));
    }
}
