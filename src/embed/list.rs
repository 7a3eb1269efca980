//! What is the same for every list in an embed: the filters stand in the flow. A sheet over the frame would lie wherever the
//! reader is not, since a frame is as high as its content.

use crate::components::filter_panel::filter_form;
use crate::components::result_head::{chips, result_sentence, sort_box};
use crate::domain::date::Year;
use crate::domain::facets::Facet;
use crate::domain::message::Msg;
use crate::state::list_controls::ListControls;
use crate::state::locale::use_locale;
use crate::state::question::Question;
use crate::ui::element::{Element, el};

/// The list: a field for words, filters, the sentence, what was chosen, what to do without where nothing fits, the order, the rows.
pub(super) fn list(
    question: Question,
    controls: ListControls,
    sentence: impl Fn() -> String + Send + Sync + 'static,
    [field, ways_out]: [Element; 2],
    (facets, years): (&[Facet], &[Year]),
    rows: Element,
) -> Element {
    let locale = use_locale();
    let chosen = move || controls.query.with(|query| query.all_values(controls.list).len());
    let label = move || locale.with(Msg::FiltersToggle, &[("count", &locale.number(chosen()))]);
    // A map has no order.
    let is_map = controls.query.with_untracked(|query| query.view(controls.list) == "map");
    let filters = el("details", "embed__filters")
        .el(el("summary", "embed__summary").live_text(label))
        .el(filter_form(controls, facets, years));
    el("div", "embed__list")
        .el(field)
        .el(filters)
        .el(result_sentence(question, sentence))
        .el(chips(controls))
        .el(ways_out)
        .el_if((!is_map).then(|| sort_box(controls)))
        .el(rows)
}
