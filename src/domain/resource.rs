//! Addresses that WHO's own pages about country work lead to, and how they were seen.

use super::web_address::WebAddress;

/// How far an address can be trusted to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResourceStatus {
    /// Seen itself, or through a mirror of the same address.
    Current,
    Archived,
    Legacy,
    ThirdParty,
    /// Named by a source, but no address was seen.
    NotSeen,
}

impl ResourceStatus {
    /// The wording of the facts; "(mirror seen)" tells how the page was checked, not what it is.
    pub fn from_fact(text: &str) -> Option<Self> {
        match text {
            "current" | "current (mirror seen)" => Some(Self::Current),
            "archived" => Some(Self::Archived),
            "legacy" | "legacy (mirror seen)" => Some(Self::Legacy),
            "third party" => Some(Self::ThirdParty),
            "not seen" | "no contact URL seen" => Some(Self::NotSeen),
            _ => None,
        }
    }
}

/// One address with its label in English.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Slug of the topic.
    pub topic: String,
    pub label: String,
    pub address: Option<WebAddress>,
    pub status: ResourceStatus,
}
