//! WHO at work in countries: charts drawn from the content, for all regions or one, and every figure with its date and source.

use crate::bundle::index::PartName;
use crate::components::chart::chart;
use crate::components::figure_card::{value_text, year_text};
use crate::components::loaded::loaded;
use crate::components::section::section;
use crate::components::source_note::source_line;
use crate::components::story_text::story_text;
use crate::components::title_block::{page, title_block};
use crate::components::words;
use crate::domain::chart::ChartId;
use crate::domain::figure::Figure;
use crate::domain::figure_groups::{FigureGroup, of_metric};
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::domain::route::Route;
use crate::domain::story::StoryId;
use crate::domain::terms::TermKind;
use crate::state::locale::use_locale;
use crate::state::question::Kept;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};
use crate::ui::memo::{Memo, memo};

/// The view. The region in the address is that of all charts.
pub fn at_work_view(kept: Kept) -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let parts = vec![
        PartName::Countries,
        PartName::Offices,
        PartName::Cycles,
        PartName::PublicationYears,
        PartName::Figures,
        PartName::Terms(locale.language()),
        shell.story_part(StoryId::AtWork),
    ];
    let region =
        memo(move || kept.with(|(query, _)| query.values("region").next().and_then(Region::from_code)));
    vec![
        title_block(locale.text(Msg::AtWorkTitle), locale.text(Msg::AtWorkLede)),
        loaded(parts, move || sections(region)),
    ]
}

fn sections(region: Memo<Option<Region>>) -> Vec<Element> {
    let charts =
        el("div", "").live_children(move || ChartId::ALL.map(|id| chart_section(id, region.get())).into());
    let first = [region_choice(region), charts, introduction()];
    first.into_iter().chain(FigureGroup::ALL.map(group)).collect()
}

fn introduction() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let story = content.story(StoryId::AtWork).map(story_text);
    section("reading", locale.text(Msg::AtWorkReading), "", |body| body.el_if(story))
}

/// Links to the charts of each region.
fn region_choice(region: Memo<Option<Region>>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let choice = |to: Option<Region>| {
        let name = to.map_or(Msg::ChartEverywhere, words::region);
        link(shell.href(Route::AtWork(to)))
            .attr("class", "regions__link")
            .attr("data-noscroll", "true")
            .live("aria-current", move || (region.get() == to).then(|| "true".to_owned()))
            .text(locale.text(name))
    };
    let choices = [choice(None)].into_iter().chain(Region::ALL.map(|region| choice(Some(region))));
    page(
        el("nav", "regions")
            .attr("aria-labelledby", "regions-label")
            .el(el("p", "regions__label").attr("id", "regions-label").text(locale.text(Msg::ChartChoose)))
            .each(choices),
    )
}

fn chart_section(id: ChartId, region: Option<Region>) -> Element {
    let head = words::chart(id);
    section(id.slug(), use_locale().text(head), "", |body| body.later(move || vec![chart(id, region)]))
}

/// The figures of one theme.
fn group(group: FigureGroup) -> Element {
    let locale = use_locale();
    let (id, head) = match group {
        FigureGroup::Strategies => ("strategies", Msg::AtWorkStrategies),
        FigureGroup::Presence => ("presence", Msg::AtWorkPresence),
        FigureGroup::Staff => ("staff", Msg::AtWorkStaff),
        FigureGroup::Money => ("money", Msg::AtWorkMoney),
        FigureGroup::Emergencies => ("emergencies", Msg::AtWorkEmergencies),
        FigureGroup::Partners => ("partners", Msg::AtWorkPartners),
        FigureGroup::Results => ("results", Msg::AtWorkResults),
    };
    section(id, locale.text(head), "", |body| body.later(move || vec![group_table(group, locale.text(head))]))
}

/// What is known of a theme: every metric once, but for the number of offices, which is a chart.
fn group_table(group: FigureGroup, caption: &str) -> Element {
    let content = use_shell().content();
    let mut metrics: Vec<&str> = Vec::new();
    for figure in content.figures.iter().filter(|figure| of_metric(&figure.metric) == group) {
        if !metrics.contains(&figure.metric.as_str()) && figure.metric != "country_offices" {
            metrics.push(&figure.metric);
        }
    }
    let figures: Vec<&Figure> = metrics.into_iter().flat_map(|metric| content.figures_of(metric)).collect();
    figure_table(caption, &figures)
}

/// Figures as a table: what, how much, when, who says so. Wide tables scroll in a region of their own.
fn figure_table(caption: &str, figures: &[&Figure]) -> Element {
    let locale = use_locale();
    let heads = [Msg::TableFigure, Msg::TableValue, Msg::FacetYear, Msg::SourceSummary];
    let head = |head: Msg| {
        let class = if head == Msg::TableValue { "table__head table__head--number" } else { "table__head" };
        el("th", class).attr("scope", "col").text(locale.text(head))
    };
    let table = el("table", "table")
        .el(el("caption", "visually-hidden").text(caption))
        .el(el("thead", "").el(el("tr", "").each(heads.map(head))))
        .el(el("tbody", "").each(figures.iter().map(|figure| figure_row(figure))));
    let label = locale.with(Msg::TableRegion, &[("caption", caption)]);
    el("div", "scroll").attr("role", "region").attr("tabindex", "0").attr("aria-label", label).el(table)
}

fn figure_row(figure: &Figure) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let detail = |text: &str| el("span", "table__detail").text(text);
    // Per cent and dollars are part of the value already.
    let is_written = matches!(figure.unit.as_str(), "percent" | "USD");
    let unit = (!is_written).then(|| detail(content.label(locale.language(), TermKind::Unit, &figure.unit)));
    let what = el("th", "table__cell")
        .attr("scope", "row")
        .text(content.label(locale.language(), TermKind::Metric, &figure.metric))
        .el(detail(&figure.breakdown).english());
    let value = el("td", "table__cell table__cell--number")
        .el(el("bdi", "").text(value_text(locale, figure)))
        .text(" ")
        .el_if(unit);
    el("tr", "").el(what).el(value).el(el("td", "table__cell").text(year_text(locale, figure))).el(el(
        "td",
        "table__cell",
    )
    .el(source_line(figure.source.clone())))
}
