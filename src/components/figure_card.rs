//! A figure with what it counts, its date and its source. It never travels without them.

use super::copy_button::copy_button;
use super::source_note::source_line;
use crate::domain::figure::Figure;
use crate::domain::message::Msg;
use crate::domain::terms::TermKind;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};

/// The figure's value with its unit: "62 %", "153".
pub fn value_text(locale: Locale, figure: &Figure) -> String {
    let value = locale.value(figure.value);
    match figure.unit.as_str() {
        "percent" => locale.with(Msg::FigurePercent, &[("number", &value)]),
        "USD" => locale.with(Msg::FigureDollars, &[("number", &value)]),
        _ => value,
    }
}

/// The year, or "undated".
pub fn year_text(locale: Locale, figure: &Figure) -> String {
    figure.year.map_or_else(|| locale.text(Msg::YearUndated).to_owned(), |year| year.to_string())
}

/// Draws the figure large, with its source.
pub fn plain_figure(figure: &Figure) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let source = el("p", "figure__source")
        .text([&year_text(locale, figure), " · "].concat())
        .el(source_line(figure.source.clone()));
    el("div", "figure")
        .el(el("p", "figure__value").text(value_text(locale, figure)))
        .el(el("p", "figure__label").text(content.label(locale.language(), TermKind::Metric, &figure.metric)))
        .el(source)
}

/// The same with a button that copies the figure with its source.
pub fn figure_card(figure: &Figure) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let label = content.label(locale.language(), TermKind::Metric, &figure.metric);
    let (value, year) = (value_text(locale, figure), year_text(locale, figure));
    let address = figure.source.address.as_ref().map(ToString::to_string).unwrap_or_default();
    let parts = [
        value.as_str(),
        " ",
        label,
        " (",
        &figure.breakdown,
        "), ",
        &year,
        ". ",
        &figure.source.name,
        ". ",
        &address,
    ];
    let copied = parts.concat();
    plain_figure(figure).el(copy_button(copied, locale.text(Msg::FigureCopy)))
}
