//! Which documents there are.

use std::collections::BTreeSet;

use crate::domain::chart::ChartId;
use crate::domain::content::Content;
use crate::domain::embed::{Embed, EmbedView};
use crate::domain::language::Language;
use crate::domain::list_query::ListQuery;
use crate::domain::region::Region;

/// Every view that is a document of its own: each country, the whole lists, the lists narrowed by one region, the publications also
/// by their type, the map, the figures, the charts of the world and of each region.
pub(super) fn all(content: &Content) -> Vec<EmbedView> {
    let whole = ListQuery::default;
    let mut views = vec![
        EmbedView::Countries(whole()),
        EmbedView::Map(whole()),
        EmbedView::Strategies(whole()),
        EmbedView::Publications(whole()),
        EmbedView::Figures,
    ];
    views.extend(content.countries.iter().map(|country| EmbedView::Country(country.iso3)));
    for region in Region::ALL {
        let narrowed = whole().toggled("region", region.code());
        views.extend([EmbedView::Countries(narrowed.clone()), EmbedView::Strategies(narrowed)]);
    }
    for id in ChartId::ALL {
        let regions: &[Region] = if id.is_worldwide() { &[] } else { &Region::ALL };
        views.push(EmbedView::Chart(id, None));
        views.extend(regions.iter().map(|region| EmbedView::Chart(id, Some(*region))));
    }
    let of_publications = content.publications.iter().flat_map(|publication| {
        [("region", publication.coverage.slug()), ("type", publication.kind.as_str())]
    });
    let of_publications: BTreeSet<_> = of_publications.collect();
    let of_publications = of_publications.into_iter().filter(|(_, value)| !value.is_empty());
    views
        .extend(of_publications.map(|(facet, value)| EmbedView::Publications(whole().toggled(facet, value))));
    views
}

/// The path of a document below the site's folder, without an ending.
pub(super) fn path(language: Language, view: &EmbedView) -> String {
    Embed { view: view.clone(), language, ..Embed::default() }.document()
}
