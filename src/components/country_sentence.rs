//! What a list of countries shows, in one sentence: "28 Member States of the Western Pacific Region without a strategy
//! found". It is the heading of the results, the title of the page, and what is said when it changes.

use crate::domain::content::Content;
use crate::domain::country::Membership;
use crate::domain::facets::Tally;
use crate::domain::list_query::ListQuery;
use crate::domain::message::{Msg, Plural};
use crate::state::locale::Locale;

/// The sentence. Only the kinds of membership that occur are named.
pub fn country_sentence(locale: Locale, content: &Content, query: &ListQuery, tally: &Tally) -> String {
    let clauses = clauses(locale, query);
    let total = tally.hits.len();
    if total == 0 {
        return locale.with(Msg::CountriesCountNone, &[("clauses", &clauses)]);
    }
    let of = |membership: Membership| {
        let is_kind =
            |at: &&usize| content.countries.get(**at).is_some_and(|country| country.membership == membership);
        tally.hits.iter().filter(is_kind).count()
    };
    let kinds = [
        (of(Membership::MemberState), Plural::CountMemberStates),
        (of(Membership::AssociateMember), Plural::CountAssociateMembers),
        (of(Membership::Territory), Plural::CountTerritories),
    ];
    let named = kinds.into_iter().filter(|(count, _)| *count > 0);
    let named: Vec<String> = named.map(|(count, message)| locale.count(message, count)).collect();
    let kinds = locale.list(&named);
    let values = [("kinds", kinds.as_str()), ("clauses", &clauses)];
    if named.len() == 1 {
        locale.with(Msg::CountriesOfKind, &values)
    } else {
        locale.count_with(Plural::CountriesCount, total, &values)
    }
}

/// What narrows the list, as clauses in the order of its filters. Membership is told by the kinds that are counted.
fn clauses(locale: Locale, query: &ListQuery) -> String {
    let text = query.text.trim();
    let words = (!text.is_empty()).then(|| locale.with(Msg::ClauseWords, &[("text", text)]));
    let of_facet = |facet: &str| {
        let clauses = query.values(facet).filter_map(|value| clause(facet, value));
        let clauses: Vec<String> = clauses.map(|clause| locale.text(clause).to_owned()).collect();
        (!clauses.is_empty()).then(|| locale.any_of(&clauses))
    };
    let facets = ["region", "office", "strategy", "income"].map(of_facet);
    let all = facets.into_iter().chain([words]).flatten();
    let joined =
        all.reduce(|first, second| locale.with(Msg::ClauseAnd, &[("first", &first), ("second", &second)]));
    joined.map(|clauses| locale.with(Msg::ClauseAll, &[("clauses", &clauses)])).unwrap_or_default()
}

/// What a chosen value says of the countries.
fn clause(facet: &str, value: &str) -> Option<Msg> {
    Some(match (facet, value) {
        ("region", "AFR") => Msg::ClauseRegionAfr,
        ("region", "AMR") => Msg::ClauseRegionAmr,
        ("region", "SEAR") => Msg::ClauseRegionSear,
        ("region", "EUR") => Msg::ClauseRegionEur,
        ("region", "EMR") => Msg::ClauseRegionEmr,
        ("region", "WPR") => Msg::ClauseRegionWpr,
        ("office", "in_country") => Msg::ClauseOfficeInCountry,
        ("office", "served_from_elsewhere") => Msg::ClauseOfficeElsewhere,
        ("office", "none_found") => Msg::ClauseOfficeNone,
        ("strategy", "current") => Msg::ClauseStrategyCurrent,
        ("strategy", "in_development") => Msg::ClauseStrategyInDevelopment,
        ("strategy", "undated") => Msg::ClauseStrategyUndated,
        ("strategy", "expired") => Msg::ClauseStrategyExpired,
        ("strategy", "none_found") => Msg::ClauseStrategyNone,
        ("income", "low") => Msg::ClauseIncomeLow,
        ("income", "lower_middle") => Msg::ClauseIncomeLowerMiddle,
        ("income", "upper_middle") => Msg::ClauseIncomeUpperMiddle,
        ("income", "high") => Msg::ClauseIncomeHigh,
        ("income", "not_classified") => Msg::ClauseIncomeNotClassified,
        _ => return None,
    })
}
