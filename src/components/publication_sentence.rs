//! What a list of publications shows, in one sentence: "12 publications: Evaluation or Annual report · Kenya · 2015–2020,
//! page 1 of 2". It is the heading of the results, the title of the page, and what is said when it changes.

use super::words;
use crate::domain::content::Content;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::{Msg, Plural};
use crate::domain::page::Page;
use crate::state::locale::Locale;

/// The sentence.
pub fn publication_sentence(
    locale: Locale,
    content: &Content,
    query: &ListQuery,
    total: usize,
    page: Page,
) -> String {
    if total == 0 {
        return locale.text(Msg::PublicationsNone).to_owned();
    }
    let filters = filters(locale, content, query);
    let mut publications = locale.count(Plural::PublicationsCount, total);
    if !filters.is_empty() {
        let values = [("publications", publications.as_str()), ("filters", &filters)];
        publications = locale.with(Msg::PublicationsNarrowed, &values);
    }
    if page.last == 1 {
        return publications;
    }
    let (number, last) = (locale.number(page.number as usize), locale.number(page.last as usize));
    locale
        .with(Msg::PublicationsPage, &[("publications", &publications), ("page", &number), ("pages", &last)])
}

/// What narrows the list, in the order of its filters.
fn filters(locale: Locale, content: &Content, query: &ListQuery) -> String {
    let text = query.text.trim();
    let words = (!text.is_empty()).then(|| locale.with(Msg::ClauseWords, &[("text", text)]));
    let of_facet = |facet: &'static str| {
        let values: Vec<String> =
            query.values(facet).map(|value| words::facet_value(locale, content, facet, value)).collect();
        (!values.is_empty()).then(|| locale.any_of(&values))
    };
    let facets = List::Publications.facets().iter().filter_map(|facet| of_facet(facet.key));
    let years = match (query.from, query.to) {
        (None, None) => None,
        (Some(from), Some(to)) if from == to => Some(from.to_string()),
        (from, to) => Some(words::period(locale, from, to)),
    };
    facets.chain(years).chain(words).collect::<Vec<_>>().join(" · ")
}
