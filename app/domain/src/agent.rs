//! Browsers as people call them, from what they say of themselves.

/// Marks and names; the first mark found counts, for browsers name those they descend from too.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

fn find(agent: &str, marks: &[(&str, &'static str)]) -> Option<&'static str> {
    marks.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
}

/// What is known of a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Browser<'a> {
    /// Its name; `None` for another program.
    pub name: Option<&'static str>,
    /// What it runs on.
    pub system: Option<&'static str>,
    /// What it says of itself.
    pub agent: &'a str,
}

impl<'a> Browser<'a> {
    /// The browser that says this of itself.
    pub fn of(agent: &'a str) -> Self {
        Self { name: find(agent, &BROWSERS), system: find(agent, &SYSTEMS), agent }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_from_those_they_descend_from() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
        for (agent, name, system) in [(edge, "Edge", "Windows"), (safari, "Safari", "iPhone")] {
            assert_eq!(Browser::of(agent), Browser { name: Some(name), system: Some(system), agent });
        }
        assert_eq!(Browser::of("curl/8.5.0").name, None);
    }
}
