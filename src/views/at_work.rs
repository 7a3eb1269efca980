//! WHO at work in countries: every figure with its date and source, grouped by what it counts.

use crate::bundle::index::PartName;
use crate::components::figure_card::{figure_card, value_text, year_text};
use crate::components::loaded::loaded;
use crate::components::section::section;
use crate::components::source_note::source_line;
use crate::components::story_text::story_text;
use crate::components::title_block::title_block;
use crate::components::words;
use crate::domain::content::{Content, TermKind};
use crate::domain::figure::Figure;
use crate::domain::figure_groups::{FigureGroup, of_metric};
use crate::domain::message::Msg;
use crate::domain::office::OfficeKind;
use crate::domain::order::sorted_by_key;
use crate::domain::region::Region;
use crate::domain::story::StoryId;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, decoration, el};

/// The view.
pub fn at_work_view() -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let parts = vec![
        PartName::Countries,
        PartName::Offices,
        PartName::Figures,
        PartName::Terms(locale.language()),
        shell.story_part(StoryId::AtWork),
    ];
    vec![title_block(locale.text(Msg::AtWorkTitle), locale.text(Msg::AtWorkLede)), loaded(parts, sections)]
}

fn sections() -> Vec<Element> {
    let first = [introduction(), offices_stated(), offices_by_region()];
    first.into_iter().chain(FigureGroup::ALL.map(group)).collect()
}

fn introduction() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let story = content.story(StoryId::AtWork).map(story_text);
    section("reading", locale.text(Msg::AtWorkReading), "", |body| body.el_if(story))
}

/// The number of country offices: sources disagree, so all are shown and one dated figure is stated.
fn offices_stated() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let stated = content.stated_figure("country_offices").map(figure_card);
    let table = figure_table(locale.text(Msg::AtWorkOfficesCaption), &content.figures_of("country_offices"));
    section("offices", locale.text(Msg::AtWorkOffices), locale.text(Msg::AtWorkOfficesNote), |body| {
        body.el_if(stated).el(table)
    })
}

/// Presences in the compiled list, by region.
fn offices_by_region() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let rows = Region::ALL.map(|region| (region, presences(&content, region)));
    let rows = sorted_by_key(rows.to_vec(), |(_, count)| std::cmp::Reverse(*count));
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let total: usize = rows.iter().map(|(_, count)| *count).sum();
    let bar = |(region, count): (Region, usize)| {
        // Four fifths of the track for the longest, the rest for its number. An attribute, because a strict security policy
        // lets no style into a page that was written as a file.
        let share = [&(count * 80 / most).to_string(), "%"].concat();
        let bar = decoration("bars__bar", "0 0 1 1").attr("width", share);
        el("tr", "bars__row")
            .el(el("th", "bars__label").attr("scope", "row").text(locale.text(words::region(region))))
            .el(el("td", "bars__track").el(bar).el(el("span", "bars__value").text(locale.number(count))))
    };
    let date = locale.date(shell.index().site.content_date);
    let caption =
        locale.with(Msg::AtWorkRegionsCaption, &[("total", &locale.number(total)), ("date", &date)]);
    let heads = [Msg::FacetRegion, Msg::AtWorkPresences];
    let heads = heads.map(|head| el("th", "").attr("scope", "col").text(locale.text(head)));
    let table = el("table", "bars")
        .el(el("caption", "table__caption").text(caption))
        .el(el("thead", "visually-hidden").el(el("tr", "").each(heads)))
        .el(el("tbody", "").each(rows.into_iter().map(bar)));
    section("regions", locale.text(Msg::AtWorkRegions), "", |body| body.el(table))
}

fn presences(content: &Content, region: Region) -> usize {
    let is_presence = |kind: OfficeKind| kind.is_country_presence();
    content.offices.iter().filter(|office| office.region == region && is_presence(office.kind)).count()
}

/// The figures of one theme.
fn group(group: FigureGroup) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let mut metrics: Vec<&str> = Vec::new();
    for figure in content.figures.iter().filter(|figure| of_metric(&figure.metric) == group) {
        if !metrics.contains(&figure.metric.as_str()) && figure.metric != "country_offices" {
            metrics.push(&figure.metric);
        }
    }
    let figures: Vec<&Figure> = metrics.into_iter().flat_map(|metric| content.figures_of(metric)).collect();
    let (id, head) = match group {
        FigureGroup::Strategies => ("strategies", Msg::AtWorkStrategies),
        FigureGroup::Presence => ("presence", Msg::AtWorkPresence),
        FigureGroup::Staff => ("staff", Msg::AtWorkStaff),
        FigureGroup::Money => ("money", Msg::AtWorkMoney),
        FigureGroup::Emergencies => ("emergencies", Msg::AtWorkEmergencies),
        FigureGroup::Partners => ("partners", Msg::AtWorkPartners),
        FigureGroup::Results => ("results", Msg::AtWorkResults),
    };
    section(id, locale.text(head), "", |body| body.el(figure_table(locale.text(head), &figures)))
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
    let unit = (!is_written).then(|| detail(content.terms.label(TermKind::Unit, &figure.unit)));
    let what = el("th", "table__cell")
        .attr("scope", "row")
        .text(content.terms.label(TermKind::Metric, &figure.metric))
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
