//! The overview: the finder first, then key figures, the ways in, the latest publications.

use crate::bundle::index::{Counts, PartName};
use crate::components::country_box::country_box;
use crate::components::figure_card::{figure_card, value_text};
use crate::components::loaded::loaded;
use crate::components::point_map::point_map;
use crate::components::publication_row::publication_rows;
use crate::components::section::section;
use crate::components::title_block::heading;
use crate::components::words;
use crate::domain::message::{Msg, Plural};
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The view.
pub fn overview_view() -> Vec<Element> {
    let terms = PartName::Terms(use_locale().language());
    let first = vec![PartName::Countries, PartName::Offices, PartName::Figures, terms];
    vec![
        loaded(first, || vec![hero(), key_figures()]),
        ways_in(),
        loaded(vec![PartName::Latest, PartName::Countries, terms], || vec![latest()]),
    ]
}

/// The answer in one line, and the finder.
fn hero() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let states = locale.count(Plural::HeroMemberStates, shell.index().counts.member_states as usize);
    // The number of offices is a figure with a year and a source, which stand below; sources disagree about it.
    let offices = shell
        .content()
        .stated_figure("country_offices")
        .map(|figure| locale.with(Msg::HeroOffices, &[("number", &value_text(locale, figure))]));
    let phrase = |text: String| el("span", "hero__phrase").text(text);
    let title = heading("")
        .attr("class", "hero__heading")
        .el(phrase(states))
        .text(locale.space())
        .el_if(offices.map(phrase));
    let main = el("div", "hero__main")
        .el(el("p", "hero__lede").text(locale.text(Msg::HeroLede)))
        .el(country_box("finder"));
    el("div", "hero page").el(title).el(main).el(point_map())
}

/// The dated figures that the editors chose.
fn key_figures() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let (index, content) = (shell.index(), shell.content());
    let figures = index.site.key_metrics.iter().filter_map(|metric| content.stated_figure(metric));
    let all = link(shell.href(Route::AtWork(None))).text(locale.text(Msg::OverviewAllFigures));
    section("figures", locale.text(Msg::OverviewFigures), locale.text(Msg::OverviewFiguresNote), |body| {
        body.el(el("div", "figures").each(figures.map(figure_card))).el(el("p", "section__more").el(all))
    })
}

/// The parts of the site with the number of their records.
fn ways_in() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let counts = shell.index().counts;
    let pages = [
        PageName::Countries,
        PageName::Strategies,
        PageName::Publications,
        PageName::AtWork,
        PageName::Support,
        PageName::Reform,
        PageName::UnCollaboration,
    ];
    let item = |page| {
        let (count, text) = way(locale, counts, page);
        let count = count.map(|count| el("span", "ways__count").text(locale.number(count as usize)));
        let way = link(shell.href(Route::of_page(page)))
            .attr("class", "ways__link")
            .el(el("span", "ways__name").text(locale.text(words::page(page))))
            .el_if(count)
            .el(el("span", "ways__text").text(text));
        el("li", "ways__item").el(way)
    };
    section("ways", locale.text(Msg::OverviewWays), "", |body| {
        body.el(el("ul", "ways").each(pages.map(item)))
    })
}

fn way(locale: Locale, counts: Counts, page: PageName) -> (Option<u32>, String) {
    let text = |message| locale.text(message).to_owned();
    match page {
        PageName::Countries => {
            let number = |count: u32| locale.number(count as usize);
            let values =
                [number(counts.member_states), number(counts.associate_members), number(counts.territories)];
            let [states, associates, territories] = &values;
            let values =
                [("states", states.as_str()), ("associates", associates), ("territories", territories)];
            (Some(counts.countries), locale.with(Msg::WayCountries, &values))
        }
        PageName::Strategies => (Some(counts.strategies), text(Msg::WayStrategies)),
        PageName::Publications => (Some(counts.publications), text(Msg::WayPublications)),
        PageName::AtWork => (Some(counts.figures), text(Msg::WayAtWork)),
        PageName::Support => (None, text(Msg::WaySupport)),
        PageName::Reform => (None, text(Msg::WayReform)),
        _ => (None, text(Msg::WayUnCollaboration)),
    }
}

/// The newest publications that can be read on an official site.
fn latest() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    section("latest", locale.text(Msg::OverviewLatest), locale.text(Msg::OverviewLatestNote), |body| {
        body.el(publication_rows(content.latest.iter()))
    })
}
