//! The overview: the finder first, then key figures, the ways in, the latest publications.

use crate::bundle::index::{Counts, PartName};
use crate::components::figure_card::{figure_card, value_text};
use crate::components::finder_field::finder_field;
use crate::components::loaded::loaded;
use crate::components::point_map::point_map;
use crate::components::publication_row::publication_rows;
use crate::components::section::section;
use crate::components::source_note::content_date;
use crate::components::timeline::timeline;
use crate::components::title_block::heading;
use crate::components::words;
use crate::domain::list_query::ListQuery;
use crate::domain::message::{Msg, Plural};
use crate::domain::milestone::Track;
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::domain::strategy::Status;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, decoration, el, link};

/// How many of the new publications are named.
const NEW: usize = 3;

/// The view.
pub fn overview_view() -> Vec<Element> {
    let terms = PartName::Terms(use_locale().language());
    let first = vec![PartName::Countries, PartName::Offices, PartName::Figures, terms];
    let news = vec![PartName::Added, PartName::Latest, PartName::Countries, terms];
    vec![
        loaded(first, || vec![hero(), key_figures()]),
        states(),
        ways_in(),
        loaded(vec![PartName::LastSteps], || vec![story()]),
        loaded(news, || vec![new_in_content(), latest()]),
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
        .el(finder_field("finder"));
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

/// For how many Member States a strategy was found: bars that lead to the countries behind them.
fn states() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let counts = shell.index().counts;
    let total = counts.member_states;
    let without = total.saturating_sub(counts.states.iter().sum());
    let row = |(count, slug, name): (u32, &'static str, Msg)| {
        let query = ListQuery::default().toggled("membership", "member_state").toggled("strategy", slug);
        let label = link(shell.href(Route::Countries(query))).text(locale.text(name));
        // Four fifths of the track for all, the rest for the number.
        let share = [&(count * 80 / total.max(1)).to_string(), "%"].concat();
        let bar = decoration("bars__bar", "0 0 1 1").attr("width", share);
        let value = el("span", "bars__value").text(locale.number(count as usize));
        el("tr", "bars__row").el(el("th", "bars__label").attr("scope", "row").el(label)).el(el(
            "td",
            "bars__track",
        )
        .el(bar)
        .el(value))
    };
    let found = Status::ALL.into_iter().zip(counts.states);
    let found = found.map(|(status, count)| (count, status.slug(), words::status(status)));
    let rows = found.chain([(without, "none_found", Msg::StatusNotFound)]).map(row);
    let current = counts.states.first().copied().unwrap_or(0) as usize;
    let finding =
        locale.count_with(Plural::OverviewStates, current, &[("total", &locale.number(total as usize))]);
    let heads = [Msg::FacetStrategy, Msg::NavCountries];
    let heads = heads.map(|head| el("th", "").attr("scope", "col").text(locale.text(head)));
    let table = el("table", "bars")
        .el(el("caption", "table__caption").text(locale.text(Msg::OverviewStatesNote)))
        .el(el("thead", "visually-hidden").el(el("tr", "").each(heads)))
        .el(el("tbody", "").each(rows));
    section("states", finding, content_date(), |body| body.el(table))
}

/// The last step of the reform in the sources, and the way to its story.
fn story() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let last = content.last_steps.iter().find(|milestone| milestone.track == Track::Reform);
    let last = last.map(|milestone| timeline(&[milestone]));
    let read = link(shell.href(Route::Reform)).text(locale.text(Msg::OverviewStoryRead));
    section("story", locale.text(Msg::OverviewStory), locale.text(Msg::OverviewStoryNote), |body| {
        body.el_if(last).el(el("p", "section__more").el(read))
    })
}

/// What came into the content on its last day of arrivals.
fn new_in_content() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let last = content.added.first().and_then(|publication| publication.added);
    let added = || content.added.iter().filter(|publication| publication.added == last);
    section("new", locale.text(Msg::OverviewNew), content_date(), |body| match last {
        None => body.el(el("p", "").text(locale.text(Msg::OverviewNewNone))),
        Some(day) => {
            let told =
                locale.count_with(Plural::OverviewNewSince, added().count(), &[("date", &locale.date(day))]);
            body.el(el("p", "").text(told)).el(publication_rows(added().take(NEW)))
        }
    })
}

/// The newest publications that can be read on an official site.
fn latest() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    section("latest", locale.text(Msg::OverviewLatest), locale.text(Msg::OverviewLatestNote), |body| {
        body.el(publication_rows(content.latest.iter()))
    })
}
