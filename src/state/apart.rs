//! Parts of views that few readers open. A shell may keep their code apart from that of the views, and fetch it when it is wanted.

use super::embed_choices::EmbedChoices;
use super::list_controls::ListControls;
use crate::domain::country::Iso3;
use crate::domain::list_query::List;
use crate::domain::strategy_list::StrategyList;
use crate::ui::memo::Memo;
use crate::ui::signal::StoredValue;

/// A part, with what it is drawn from.
#[derive(Clone, Copy)]
pub enum Apart {
    /// The field that finds a country, with its id. It needs the countries and the offices.
    Field(&'static str),
    /// The countries of a list on a map.
    Map(ListControls),
    /// Countries side by side.
    Comparison(Memo<Vec<Iso3>>),
    /// The strategies of a list along the years.
    Timeline(ListControls, StoredValue<StrategyList>),
    /// The filters of the list that another site is to show.
    Filters(EmbedChoices, List),
}
