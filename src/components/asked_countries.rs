//! A question to the list of countries, with its answer: the same in the explorer, in an embed and where code for embeds is made.

use std::sync::Arc;

use super::country_sentence::country_sentence;
use super::nearest::nearest_countries;
use super::search_field::search_field;
use super::ways_out::ways_out_box;
use crate::domain::country_list::CountryList;
use crate::domain::facets::{Facet, Tally};
use crate::domain::list_query::{List, ListQuery};
use crate::domain::message::Msg;
use crate::domain::narrowing::ways_out;
use crate::state::finder::{Finder, use_finder};
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::{Intent, Kept, Question};
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::Element;
use crate::ui::memo::{Memo, memo};
use crate::ui::signal::StoredValue;

/// The question, its answer, and the countries that it is put to.
#[derive(Clone, Copy)]
pub struct AskedCountries {
    pub question: Question,
    pub controls: ListControls,
    pub countries: StoredValue<CountryList>,
    finder: Finder,
}

impl AskedCountries {
    /// The parts of countries, offices and strategies must have arrived.
    pub fn new(kept: Kept, on_intent: Callback<Intent>) -> Self {
        let (shell, locale, finder) = (use_shell(), use_locale(), use_finder());
        let collate = |a: &str, b: &str| locale.collate(a, b);
        let countries = CountryList::new(&shell.content(), locale.language(), shell.content_year(), &collate);
        let countries = StoredValue::new(countries);
        let known = move |query: &ListQuery| countries.with_value(|countries| countries.known(query));
        let question = Question::new(List::Countries, kept, known, on_intent);
        let query = question.shown;
        if query.with_untracked(|query| !query.text.is_empty()) {
            finder.request();
        }
        let tally = memo(move || query.with(|query| find(countries, finder, query)));
        let on_query = question.on_query();
        let controls = ListControls { list: List::Countries, query, asked: query, tally, on_query };
        Self { question, controls, countries, finder }
    }

    pub fn facets(self) -> Vec<Facet> {
        self.countries.with_value(|countries| countries.facets.clone())
    }

    /// The field for words. The other names of countries are fetched when somebody is about to type.
    pub fn field(self) -> Element {
        let field = search_field("q", Msg::CountriesSearch, self.question);
        field.on("focusin", move |_| self.finder.request())
    }

    /// What is shown, in one sentence.
    pub fn sentence(self) -> Memo<String> {
        let (shell, locale) = (use_shell(), use_locale());
        let ListControls { query, tally, .. } = self.controls;
        memo(move || {
            let content = shell.content();
            query.with(|query| tally.with(|tally| country_sentence(locale, &content, query, tally)))
        })
    }

    /// What to do without where nothing fits; and of words that no country is called by, the nearest names. If other filters
    /// empty the list, the words are not to blame.
    pub fn ways_out(self) -> Element {
        let finder = self.finder;
        let ListControls { query, tally, on_query, .. } = self.controls;
        let count = move |query: &ListQuery| find(self.countries, finder, query).hits.len();
        let ways = move || {
            let is_empty = tally.with(|tally| tally.hits.is_empty());
            is_empty.then(|| query.with(|query| ways_out(query, List::Countries, count)))
        };
        let nearest = move || {
            let text = query.with(|query| query.text.clone());
            let is_unknown = !text.is_empty() && finder.find(&text).is_empty();
            is_unknown.then(|| nearest_countries(&text)).flatten()
        };
        ways_out_box(Arc::new(ways), Arc::new(nearest), on_query)
    }
}

fn find(countries: StoredValue<CountryList>, finder: Finder, query: &ListQuery) -> Tally {
    let by_text = finder.find_set(&query.text);
    countries.with_value(|countries| countries.find(query, &by_text))
}
