//! The answers of the search to the question of a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::shell::Shell;
use crate::domain::facets::Tally;
use crate::domain::fetching::LoadError;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::page::Page;
use crate::domain::query_string;
use crate::domain::search::result_page::{self, NoPage, ResultPage, ResultRow, VALUES};

/// What the search has told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    /// The values of each facet. Empty until the search is open.
    pub values: Vec<Vec<String>>,
    pub query: ListQuery,
    pub page: ResultPage,
    /// For each row a number that it keeps while it stays the same, so that it is not drawn again.
    pub numbers: Vec<usize>,
    /// Why the last question has no answer.
    pub fault: Option<LoadError>,
}

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
    asked: StoredValue<usize>,
}

impl Results {
    pub fn new(shell: Shell) -> Self {
        Self {
            shell,
            answered: RwSignal::default(),
            is_open: RwSignal::new(false),
            is_ready: RwSignal::new(false),
            has_failed: RwSignal::new(false),
            asked: StoredValue::new(0),
        }
    }

    /// Asks for the values of the facets.
    pub fn open(&self) {
        let results = *self;
        self.send(VALUES.to_owned(), move |reply, answered| {
            answered.values = result_page::read_values(reply)?;
            results.is_open.set(true);
            Ok(())
        });
    }

    /// Asks a question.
    pub fn ask(&self, query: ListQuery) {
        let results = *self;
        let question = query_string::write(&query.pairs(List::Publications));
        self.send(question, move |reply, answered| {
            let page = result_page::read(reply)?;
            answered.numbers = numbered(&page.rows, &answered.page.rows, &answered.numbers);
            (answered.page, answered.query) = (page, query.clone());
            if !results.is_ready.get_untracked() {
                results.is_ready.set(true);
                results.shell.library.arrived();
            }
            Ok(())
        });
    }

    /// Sends a question and takes the reply, unless a newer question was asked meanwhile.
    fn send(
        &self,
        question: String,
        take: impl Fn(&str, &mut Answered) -> Result<(), NoPage> + Send + Sync + 'static,
    ) {
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
            results.answered.set(Arc::new(answered));
        });
        self.shell.search(question, done);
    }

    /// The last answer.
    pub fn get(&self) -> Arc<Answered> {
        self.answered.get()
    }

    /// The counts, as lists have them that count for themselves.
    pub fn tally(&self) -> Tally {
        Tally { hits: Vec::new(), counts: self.get().page.counts.clone() }
    }
}

impl Answered {
    /// The page that is shown.
    pub fn shown_page(&self) -> Page {
        Page::of(self.page.total, self.page.page)
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
