//! The answers of the search to the question of a list.

use std::sync::Arc;

use super::question::Intent;
use super::shell::Shell;
use crate::domain::facets::Tally;
use crate::domain::fetching::LoadError;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::page::Page;
use crate::domain::query_string;
use crate::domain::search::result_page::{self, NoPage, ResultPage, ResultRow, SUMMARIES, VALUES};
use crate::domain::search::work::FacetKind;
use crate::ui::callback::Callback;
use crate::ui::signal::{RwSignal, StoredValue};

/// What the search has told. Each answer is a new one that shares what has not changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    /// The values of each facet. Empty until the search is open.
    pub values: Arc<Vec<Vec<String>>>,
    pub query: ListQuery,
    pub page: Arc<ResultPage>,
    /// For each row a number that it keeps while it stays the same, so that it is not drawn again.
    pub numbers: Vec<usize>,
    /// Whether the summaries come in a second reply, so that the rows keep room for them.
    pub is_summary_late: bool,
    /// The page that was asked for and is not there.
    pub missed_page: Option<u32>,
    /// Why the last question has no answer.
    pub fault: Option<LoadError>,
}

/// A question that is none of the [`result_page::FIRST`], and means all publications.
const ANYTHING: &str = "?";

/// Puts a reply where it belongs.
type Take = Box<dyn Fn(&str, &mut Answered) -> Result<(), NoPage> + Send + Sync>;

/// What has been answered. The newest question wins: an answer to an older one is not shown.
#[derive(Clone, Copy)]
pub struct Results {
    shell: Shell,
    answered: RwSignal<Arc<Answered>>,
    /// Whether the values are known, a first answer is there, the last one failed. Of their own, because these change
    /// seldom and much is drawn anew with them.
    pub is_open: RwSignal<bool>,
    pub is_ready: RwSignal<bool>,
    pub has_failed: RwSignal<bool>,
    /// Whether there was another answer after the first.
    pub has_changed: RwSignal<bool>,
    /// Turns over when the rows got their summaries and nothing else has changed.
    has_summaries: RwSignal<bool>,
    asked: StoredValue<usize>,
    is_awake: StoredValue<bool>,
    on_intent: Callback<Intent>,
}

impl Results {
    /// `on_intent` takes a question whose page was put right.
    pub fn new(shell: Shell, on_intent: Callback<Intent>) -> Self {
        Self {
            shell,
            answered: RwSignal::default(),
            is_open: RwSignal::new(false),
            is_ready: RwSignal::new(false),
            has_failed: RwSignal::new(false),
            has_changed: RwSignal::new(false),
            has_summaries: RwSignal::new(false),
            asked: StoredValue::new(0),
            is_awake: StoredValue::new(false),
            on_intent,
        }
    }

    /// Asks for the values of the facets.
    pub fn open(&self) {
        let results = *self;
        let take = move |reply: &str, answered: &mut Answered| {
            answered.values = Arc::new(result_page::read_values(reply)?);
            results.is_open.set(true);
            Ok(())
        };
        self.send(VALUES.to_owned(), Box::new(take), false);
    }

    /// Has the search fetched, once: somebody is about to ask. The reply is for nobody.
    pub fn wake(&self) {
        if !self.is_awake.get_value() {
            self.is_awake.update_value(|is_awake| *is_awake = true);
            self.shell.search(ANYTHING.to_owned(), Callback::new(|_| ()));
        }
    }

    /// Asks a question. Where the reply has no summaries, they are asked for when it is there.
    pub fn ask(&self, query: ListQuery) {
        let question = query_string::write(&query.pairs(List::Publications));
        self.ask_as(question, query, false);
    }

    fn ask_as(&self, question: String, query: ListQuery, is_second: bool) {
        let results = *self;
        let asked = question.clone();
        let take = move |reply: &str, answered: &mut Answered| {
            let page = result_page::read(reply)?;
            let has_summaries = page.rows.iter().any(|row| !row.summary.is_empty());
            answered.is_summary_late = is_second || !has_summaries;
            if !is_second && !has_summaries && page.total > 0 {
                let second = ["?", asked.trim_start_matches('?'), SUMMARIES].concat();
                results.ask_as(second, query.clone(), true);
            }
            let mut query = query.clone();
            if page.is_plain {
                query = query.with_text("").at_page(page.page);
            }
            let missed = (page.page != query.page()).then(|| query.page());
            if missed.is_some() {
                query = query.at_page(page.page);
            }
            // The address is cleaned, which asks again: the note stays with what it is about.
            answered.missed_page = missed.or(answered.missed_page.filter(|_| answered.query == query));
            if missed.is_some() {
                results.on_intent.run(Intent::Type(query.clone()));
            }
            answered.numbers = numbered(&page.rows, &answered.page.rows, &answered.numbers);
            (answered.page, answered.query) = (Arc::new(page), query);
            if results.is_ready.get_untracked() {
                set(results.has_changed, !is_second || results.has_changed.get_untracked());
            } else {
                results.is_ready.set(true);
                results.shell.library.arrived();
            }
            Ok(())
        };
        self.send(question, Box::new(take), is_second);
    }

    /// Sends a question and takes the reply, unless a newer question was asked meanwhile.
    ///
    /// A second reply is told to the rows alone: a link that is drawn anew between press and release is not followed.
    fn send(&self, question: String, take: Take, is_second: bool) {
        let results = *self;
        self.asked.update_value(|asked| *asked += 1);
        let number = self.asked.get_value();
        let done = Callback::new(move |reply: String| {
            if results.asked.try_get_value() != Some(number) {
                return;
            }
            let mut answered = Answered::clone(&results.answered.get_untracked());
            answered.fault = take(&reply, &mut answered).err().map(load_error);
            set(results.has_failed, answered.fault.is_some());
            if is_second {
                results.answered.set_untracked(Arc::new(answered));
                results.has_summaries.update(|has| *has = !*has);
            } else {
                results.answered.set(Arc::new(answered));
            }
        });
        self.shell.search(question, done);
    }

    /// The last answer.
    pub fn get(&self) -> Arc<Answered> {
        self.answered.get()
    }

    /// The numbers of the rows.
    pub fn numbers(&self) -> Vec<usize> {
        self.has_summaries.track();
        self.get().numbers.clone()
    }

    /// The counts, as lists have them that count for themselves.
    pub fn tally(&self) -> Tally {
        let page = self.get().page.clone();
        Tally { hits: Vec::new(), total: page.total as usize, counts: page.counts.clone() }
    }
}

impl Answered {
    /// The page that is shown.
    pub fn shown_page(&self) -> Page {
        Page::of(self.page.total, self.page.page)
    }

    /// Whether choosing a value of a facet that is not chosen gives results.
    pub fn offers(&self, facet: FacetKind, value: &str) -> bool {
        let place = |values: &Vec<String>| values.iter().position(|known| known == value);
        let place = self.values.get(facet.index()).and_then(place);
        let counts = self.page.counts.get(facet.index());
        let count = place.and_then(|place| counts?.get(place).copied()).unwrap_or(0);
        count > 0 && !self.query.has(facet.key(), value)
    }

    /// The row with a number.
    pub fn row(&self, number: usize) -> Option<&ResultRow> {
        let at = self.numbers.iter().position(|known| *known == number)?;
        self.page.rows.get(at)
    }
}

fn set(signal: RwSignal<bool>, value: bool) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}

/// What a reader is told of a fault of the search.
fn load_error(error: NoPage) -> LoadError {
    match error {
        NoPage::Connection => LoadError::Connection,
        NoPage::Damaged => LoadError::Damaged,
    }
}

/// The numbers of rows: those that were there before keep theirs.
fn numbered(rows: &[ResultRow], before: &[ResultRow], numbers: &[usize]) -> Vec<usize> {
    let mut next = numbers.iter().max().map_or(0, |last| last + 1);
    let mut number = |row: &ResultRow| {
        let known = before.iter().position(|known| known == row).and_then(|at| numbers.get(at));
        known.copied().unwrap_or_else(|| {
            next += 1;
            next - 1
        })
    };
    rows.iter().map(&mut number).collect()
}
