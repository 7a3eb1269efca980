//! The functions at which the code is cut: each, with what only it needs, is a chunk.
#![cfg_attr(
    feature = "chunks",
    allow(unsafe_code, reason = "the macro declares functions that lie in another module")
)]

#[cfg(feature = "chunks")]
use wasm_split_helpers::wasm_split;

use super::arrival::{Answered, Drawn, Made, Read};
use crate::app::page::{Asked, asks, embed_choices};
use crate::bundle::decode;
use crate::bundle::index::PartName;
use crate::components::comparison::compared;
use crate::components::country_box::country_box;
use crate::domain::content::Content;
use crate::domain::country::Iso3;
use crate::domain::language::Language;
use crate::domain::list_query::List;
use crate::domain::milestone::Track;
use crate::domain::route::Route;
use crate::domain::search::plain;
use crate::domain::story::StoryId;
use crate::domain::strategy_list::StrategyList;
use crate::state::embed_choices::EmbedChoices;
use crate::state::library::Library;
use crate::state::list_controls::ListControls;
use crate::state::matcher::matcher;
use crate::ui::memo::Memo;
use crate::ui::signal::StoredValue;
use crate::views::about::{about_view, text_view};
use crate::views::apart;
use crate::views::at_work::at_work_view;
use crate::views::contact::contact_view;
use crate::views::countries::countries_view;
use crate::views::country::country_view;
use crate::views::embed::embed_view;
use crate::views::embed::filters::filter_fields;
use crate::views::not_found::{nearest_view, not_found_view};
use crate::views::overview::overview_view;
use crate::views::publication::publication_view;
use crate::views::publications::publications_view;
use crate::views::story::story_view;
use crate::views::strategies::{self, strategies_view};

#[cfg_attr(feature = "chunks", wasm_split(overview, fallible, preload(fetch_overview)))]
pub(super) fn overview(_asked: Asked) -> Drawn {
    Ok(overview_view())
}

#[cfg_attr(feature = "chunks", wasm_split(countries, fallible, preload(fetch_countries)))]
pub(super) fn countries(asked: Asked) -> Drawn {
    Ok(countries_view(asked.kept, asks(Route::Countries)))
}

#[cfg_attr(feature = "chunks", wasm_split(country, fallible, preload(fetch_country)))]
pub(super) fn country(asked: Asked) -> Drawn {
    Ok(match asked.route {
        Route::Country(code) => country_view(code),
        Route::NoCountry(text) => nearest_view(text),
        _ => Vec::new(),
    })
}

#[cfg_attr(feature = "chunks", wasm_split(publications, fallible, preload(fetch_publications)))]
pub(super) fn publications(asked: Asked) -> Drawn {
    Ok(publications_view(asked.kept, asks(Route::Publications)))
}

#[cfg_attr(feature = "chunks", wasm_split(publication, fallible, preload(fetch_publication)))]
pub(super) fn publication(asked: Asked) -> Drawn {
    Ok(if let Route::Publication(id) = asked.route { publication_view(id) } else { Vec::new() })
}

#[cfg_attr(feature = "chunks", wasm_split(strategies, fallible, preload(fetch_strategies)))]
pub(super) fn strategies(asked: Asked) -> Drawn {
    Ok(strategies_view(asked.kept, asks(Route::Strategies)))
}

#[cfg_attr(feature = "chunks", wasm_split(charts, fallible, preload(fetch_charts)))]
pub(super) fn charts(asked: Asked) -> Drawn {
    Ok(at_work_view(asked.kept))
}

#[cfg_attr(feature = "chunks", wasm_split(builder, fallible, preload(fetch_builder)))]
pub(super) fn builder(asked: Asked) -> Drawn {
    Ok(embed_view(embed_choices(asked.place)))
}

#[cfg_attr(feature = "chunks", wasm_split(stories, fallible, preload(fetch_stories)))]
pub(super) fn stories(asked: Asked) -> Drawn {
    Ok(match asked.route {
        Route::Support => {
            let topics = &["ccs", "department", "hub", "presence"];
            story_view(StoryId::Support, Track::CountryCooperation, topics)
        }
        Route::Reform => story_view(StoryId::Reform, Track::Reform, &["reform", "evaluation", "results"]),
        Route::UnCollaboration => {
            let topics = &["un", "non_state_actors", "cooperation"];
            story_view(StoryId::UnCollaboration, Track::UnCollaboration, topics)
        }
        Route::Contact => contact_view(),
        Route::Accessibility => text_view(StoryId::Accessibility),
        Route::NotFound => not_found_view(""),
        _ => about_view(),
    })
}

#[cfg_attr(feature = "chunks", wasm_split(map, fallible, preload(fetch_map)))]
pub(super) fn map(controls: ListControls) -> Drawn {
    Ok(vec![apart::map(controls)])
}

#[cfg_attr(feature = "chunks", wasm_split(comparison, fallible, preload(fetch_comparison)))]
pub(super) fn comparison(countries: Memo<Vec<Iso3>>) -> Drawn {
    Ok(compared(countries))
}

#[cfg_attr(feature = "chunks", wasm_split(timeline, fallible, preload(fetch_timeline)))]
pub(super) fn timeline(controls: ListControls, strategies: StoredValue<StrategyList>) -> Drawn {
    Ok(vec![strategies::timeline::timeline(controls, strategies)])
}

#[cfg_attr(feature = "chunks", wasm_split(filters, fallible, preload(fetch_filters)))]
pub(super) fn filters(given: EmbedChoices, list: List) -> Drawn {
    Ok(vec![filter_fields(given, list)])
}

#[cfg_attr(feature = "chunks", wasm_split(field, fallible, preload(fetch_field)))]
pub(super) fn field(id: &'static str) -> Drawn {
    Ok(vec![country_box(id)])
}

#[cfg_attr(feature = "chunks", wasm_split(finder, fallible, preload(fetch_finder)))]
pub(super) fn finder(content: &Content, language: Language) -> Made {
    Ok(matcher(content, language))
}

#[cfg_attr(feature = "chunks", wasm_split(records, fallible, preload(fetch_records)))]
pub(super) fn read_part(library: Library, part: PartName, bytes: &[u8]) -> Read {
    library.receive(part, bytes);
    Ok(())
}

#[cfg_attr(feature = "chunks", wasm_split(plain, fallible, preload(fetch_plain)))]
pub(super) fn answer(publications: &[u8], question: &str) -> Answered {
    let mut content = Content::default();
    let read = decode::part(PartName::Publications, publications, &mut content);
    Ok(read.ok().map(|_| plain::reply(&content.publications, question)))
}
