//! What the parts of a list's page share.

use crate::domain::facets::Tally;
use crate::domain::list_query::{List, ListQuery};
use crate::ui::callback::Callback;
use crate::ui::memo::Memo;

/// Everything a list's controls share: the question, its answer, and where a new question goes.
#[derive(Clone, Copy)]
pub struct ListControls {
    pub list: List,
    /// The question that is answered on the page.
    pub query: Memo<ListQuery>,
    /// The last question asked: it is ahead of the other while an answer is on its way, and new questions go on from it.
    pub asked: Memo<ListQuery>,
    pub tally: Memo<Tally>,
    pub on_query: Callback<ListQuery>,
}
