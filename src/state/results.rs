//! The answers of the search to the question of a list.

use leptos::prelude::*;

use super::shell::Shell;
use crate::domain::facets::Tally;
use crate::domain::fetching::LoadError;
use crate::domain::list_query::{List, ListQuery};
use crate::domain::query_string;
use crate::domain::search::result_page::{self, NoPage, ResultPage, ResultRow};

/// A question and its page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    pub query: ListQuery,
    pub page: ResultPage,
    /// For each row a number that it keeps while it stays the same, so that it is not drawn again.
    pub numbers: Vec<usize>,
}

/// What has been answered. The newest question wins: an answer to an older one is not shown.
#[derive(Clone, Copy)]
pub struct Results {
    shell: Shell,
    answered: RwSignal<Option<Answered>>,
    fault: RwSignal<Option<LoadError>>,
    asked: StoredValue<usize>,
}

impl Results {
    pub fn new(shell: Shell) -> Self {
        Self { shell, answered: RwSignal::new(None), fault: RwSignal::new(None), asked: StoredValue::new(0) }
    }

    /// Asks a question.
    pub fn ask(&self, query: ListQuery) {
        let Self { answered, fault, asked, .. } = *self;
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let question = query_string::write(&query.pairs(List::Publications));
        let done = Callback::new(move |reply: String| {
            if asked.try_get_value() != Some(number) {
                return;
            }
            match result_page::read(&reply) {
                Ok(page) => {
                    fault.set(None);
                    let before = answered.with_untracked(|answered| {
                        answered.as_ref().map(|before| (before.page.rows.clone(), before.numbers.clone()))
                    });
                    let numbers = numbered(&page.rows, &before.unwrap_or_default());
                    answered.set(Some(Answered { query: query.clone(), page, numbers }));
                }
                Err(error) => fault.set(Some(load_error(error))),
            }
        });
        self.shell.search(question, done);
    }

    /// Whether a first answer is there.
    pub fn is_ready(&self) -> bool {
        self.answered.with(Option::is_some)
    }

    /// Why the last question has no answer.
    pub fn fault(&self) -> Option<LoadError> {
        self.fault.get()
    }

    /// Something of the last answer.
    pub fn with<T: Default>(&self, read: impl Fn(&Answered) -> T) -> T {
        self.answered.with(|answered| answered.as_ref().map(read).unwrap_or_default())
    }

    /// The counts, as lists have them that count for themselves.
    pub fn tally(&self) -> Tally {
        self.with(|answered| Tally { hits: Vec::new(), counts: answered.page.counts.clone() })
    }
}

/// What a reader is told of a fault of the search.
pub fn load_error(error: NoPage) -> LoadError {
    match error {
        NoPage::Connection => LoadError::Connection,
        NoPage::Damaged => LoadError::Damaged,
    }
}

/// The numbers of rows: those that were there before keep theirs.
fn numbered(rows: &[ResultRow], before: &(Vec<ResultRow>, Vec<usize>)) -> Vec<usize> {
    let mut next = before.1.iter().max().map_or(0, |last| last + 1);
    let mut number = |row: &ResultRow| {
        let known = before.0.iter().position(|known| known == row).and_then(|at| before.1.get(at));
        known.copied().unwrap_or_else(|| {
            next += 1;
            next - 1
        })
    };
    rows.iter().map(&mut number).collect()
}
