//! The themes that figures are shown under.

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureGroup {
    Presence,
    Strategies,
    Staff,
    Money,
    Emergencies,
    Partners,
    Results,
}

impl FigureGroup {
    /// All themes, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Presence,
        Self::Strategies,
        Self::Staff,
        Self::Money,
        Self::Emergencies,
        Self::Partners,
        Self::Results,
    ];
}

/// The theme of a metric, told from the words in its slug. A metric that fits no theme is a result, so that no figure
/// is ever left out.
pub fn of_metric(metric: &str) -> FigureGroup {
    let has = |words: &[&str]| words.iter().any(|word| metric.contains(word));
    if has(&["ccs", "strategy"]) {
        FigureGroup::Strategies
    } else if has(&["emergenc", "attacks", "people_in_need", "supplies", "facilities_supplied", "kits"]) {
        FigureGroup::Emergencies
    } else if has(&["budget", "contribution", "salary", "funding"]) {
        FigureGroup::Money
    } else if has(&["partnership", "collaborati", "agencies", "hosted"]) {
        FigureGroup::Partners
    } else if has(&[
        "staff",
        "headcount",
        "experts",
        "officers",
        "deputy",
        "executive",
        "employees",
        "departments",
    ]) {
        FigureGroup::Staff
    } else if has(&["office", "premises", "teams", "member_states", "state_level"])
        && metric != "offices_reporting_results"
    {
        FigureGroup::Presence
    } else {
        FigureGroup::Results
    }
}
