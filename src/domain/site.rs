//! What is true of the whole site: the content's date, who publishes it, whom to write to.

use super::date::PartialDate;

/// The editors' settings, from `content/site.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The day up to which the sources were read. Every "current" on the site means "on this day".
    pub content_date: PartialDate,
    /// Who publishes this copy of the site; none until somebody fills it in.
    pub publisher: Option<Publisher>,
    /// Mail address of WHO's department for country strategy and support.
    pub department_mail: String,
    /// Whether WHO has cleared the maps shown.
    pub map_cleared: bool,
    /// Metrics of the figures that open the overview, in order.
    pub key_metrics: Vec<String>,
}

/// The publisher's own name and clearance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    pub name: String,
    pub clearance: String,
    pub mail: String,
}
