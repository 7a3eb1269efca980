//! Addresses on the web: what may be offered as a link, and what is only told as provenance.

use std::fmt;

/// A checked `https:` or `http:` address with a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

/// Hosts whose own pages the site links to. A host below one of these counts as well.
/// Everything else is provenance: the place where a fact was seen, never a link to follow or a file to download.
const OFFICIAL_HOSTS: [&str; 6] =
    ["who.int", "paho.org", "un.org", "uhcpartnership.net", "europa.eu", "unsdg.org"];

/// Hosts below an official one that are test systems or bare archives and must not be linked.
const UNOFFICIAL_HOSTS: [&str; 3] = ["test-cms.who.int", "joomla.emro.who.int", "origin.who.int"];

impl WebAddress {
    /// Reads an absolute address: `https://` or `http://`, a host of letters, digits, dots and hyphens, no spaces,
    /// quotes, angle brackets or user names. The rule of RFC 3986, cut down to what the facts need.
    pub fn parse(text: &str) -> Option<Self> {
        let address = Self(text.to_owned());
        let host = address.host();
        let host_is_plain = host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
        let text_is_plain = !text.chars().any(|char| {
            char.is_whitespace() || char.is_control() || matches!(char, '"' | '<' | '>' | '\\' | '`')
        });
        let has_scheme = text.starts_with("https://") || text.starts_with("http://");
        (has_scheme && host_is_plain && text_is_plain).then_some(address)
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, without a port.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        host.split(':').next().unwrap_or("")
    }

    /// Whether the address uses `https:`.
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Whether the host belongs to WHO, PAHO or an official partner.
    pub fn is_official(&self) -> bool {
        let host = self.host().strip_prefix("www.").unwrap_or(self.host());
        let belongs = |official: &str| {
            host == official || host.strip_suffix(official).is_some_and(|below| below.ends_with('.'))
        };
        OFFICIAL_HOSTS.into_iter().any(belongs) && !UNOFFICIAL_HOSTS.contains(&host)
    }

    /// Whether the site may offer this address as a link: official and secure.
    pub fn is_linkable(&self) -> bool {
        self.is_secure() && self.is_official()
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_only_plain_web_addresses() {
        for good in ["https://www.who.int", "http://a.b/c?d=e#f", "https://iris.who.int:443/handle/1"] {
            assert!(WebAddress::parse(good).is_some(), "{good}");
        }
        let bad = [
            "",
            "who.int",
            "ftp://who.int",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://user@who.int/",
            "https://who.int/a b",
            "https://who.int/\"x",
            "https://.who.int",
            "mailto:a@b.c",
        ];
        for text in bad {
            assert!(WebAddress::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn only_official_secure_hosts_are_linked() {
        let linkable = |text: &str| WebAddress::parse(text).is_some_and(|address| address.is_linkable());
        assert!(linkable("https://www.who.int/europe"));
        assert!(linkable("https://www.afro.who.int/countries/guinea"));
        assert!(linkable("https://paho.org/en"));
        assert!(!linkable("http://www.who.int/europe"));
        assert!(!linkable("https://docslib.org/doc/1"));
        assert!(!linkable("https://notwho.int/"));
        assert!(!linkable("https://test-cms.who.int/about"));
        assert!(!linkable("https://who.int.evil.example/"));
    }
}
