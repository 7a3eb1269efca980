//! The form: what, of which country or with which filters, in which language and colours, how high.

use leptos::prelude::*;

use super::filters::filters;
use super::view_name;
use crate::components::country_box::country_field;
use crate::components::words;
use crate::domain::chart::ChartId;
use crate::domain::country::Iso3;
use crate::domain::embed::EmbedView;
use crate::domain::embed::colour::Colour;
use crate::domain::embed::look::{Look, Scheme, Theme};
use crate::domain::embed_builder::HEIGHTS;
use crate::domain::language::Language;
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::state::embed_choices::EmbedChoices;
use crate::state::finder::use_finder;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::callback::Callback;
use crate::ui::element::{Element, el, field_value};
use crate::ui::signal::RwSignal;

/// Value and words of something to choose.
type Options = Vec<(String, String)>;

/// The form. Each choice takes effect at once and is an entry of the history.
pub(super) fn choices(given: EmbedChoices) -> Element {
    let locale = use_locale();
    let text = |value: &str, message| (value.to_owned(), locale.text(message).to_owned());
    let views = EmbedView::SLUGS.map(|slug| text(slug, view_name(slug)));
    let all = [text("", Msg::BuilderAll)].into_iter();
    let regions = Region::ALL.map(|region| text(region.code(), words::region(region)));
    let charts = ChartId::ALL.map(|id| text(id.slug(), words::chart(id)));
    let languages = Language::ALL.map(|language| {
        // The language of this page needs no word in the address.
        let is_own = language == locale.language();
        let code = if is_own { "" } else { language.code() };
        (code.to_owned(), language.own_name().to_owned())
    });
    let themes = Theme::ALL.map(|theme| match theme {
        Theme::Auto => text("", Msg::BuilderThemeAuto),
        Theme::Light => text(theme.slug(), Msg::BuilderThemeLight),
        Theme::Dark => text(theme.slug(), Msg::BuilderThemeDark),
    });
    let is_of = move |view: &str| given.shown.get().view() == view;
    let has_region = move || {
        let chart = ChartId::from_slug(&given.shown.get().value("chart"));
        chart.is_some_and(|id| !id.is_worldwide())
    };
    el("div", "builder__choices")
        .attr("role", "group")
        .attr("aria-labelledby", "embed-choices")
        .el(el("h2", "builder__head").attr("id", "embed-choices").text(locale.text(Msg::BuilderChoose)))
        .el(form()
            .el(choice(given, "view", Msg::BuilderView, views.into()))
            .el(country(given).live_flag("hidden", move || !is_of("country")))
            .el(choice(given, "chart", Msg::BuilderChart, charts.into())
                .live_flag("hidden", move || !is_of("chart")))
            .el(choice(given, "region", Msg::FacetRegion, all.chain(regions).collect())
                .live_flag("hidden", move || !has_region())))
        .el(filters(given))
        .el(form()
            .el(choice(given, "lang", Msg::LanguageLabel, languages.into()))
            .el(choice(given, "theme", Msg::BuilderTheme, themes.into()))
            .el(accent(given))
            .el(height(given)))
}

/// Fields that belong together. The filters between two of these bring forms of their own.
fn form() -> Element {
    el("form", "builder__form").attr("autocomplete", "off").on("submit", |event| event.prevent_default())
}

/// A label and a field, with an id made of the key.
fn field(key: &'static str, label: Msg, input: Element) -> Element {
    let id = ["embed-", key].concat();
    let label = el("label", "builder__label").attr("for", &id).text(use_locale().text(label));
    el("div", "builder__field").el(label).el(input.attr("id", id))
}

/// One value out of several.
fn choice(given: EmbedChoices, key: &'static str, label: Msg, options: Options) -> Element {
    let value = move || given.shown.get().value(key);
    let chosen = untrack(value);
    // Each language calls itself by its own name.
    let option = |(value, words): (String, String)| {
        el("option", "")
            .attr("value", &value)
            .attr_if(key == "lang", "lang", &value)
            .attr_if(value == chosen, "selected", "")
            .text(words)
    };
    let select = el("select", "builder__input")
        .each(options.into_iter().map(option))
        .live_property("value", value)
        .on("change", move |event| given.choose(key, &field_value(&event)));
    field(key, label, select)
}

/// The finder of countries, and which one is shown.
fn country(given: EmbedChoices) -> Element {
    let (shell, locale, finder) = (use_shell(), use_locale(), use_finder());
    let on_choose = Callback::new(move |iso3: Iso3| given.choose("country", iso3.as_str()));
    // Enter takes the one country that is left, and nothing where several are.
    let on_submit = Callback::new(move |typed: String| {
        if let [found] = untrack(|| finder.find(&typed)).as_slice() {
            on_choose.run(found.iso3);
        }
    });
    let shown = move || match given.embed().map(|embed| embed.view) {
        Some(EmbedView::Country(iso3)) => {
            let name = words::country_name(locale, &shell.content(), iso3);
            locale.with(Msg::BuilderCountryShown, &[("country", &name)])
        }
        _ => String::new(),
    };
    el("div", "builder__field").el(country_field("embed-country", on_choose, on_submit)).el(el(
        "p",
        "builder__shown",
    )
    .attr("role", "status")
    .live_text(shown))
}

/// A colour in figures or from the browser's palette. One that cannot be read is kept, and not used.
fn accent(given: EmbedChoices) -> Element {
    let locale = use_locale();
    let unread = RwSignal::new(String::new());
    let chosen = move || given.shown.get().value("accent");
    let written = move || {
        let chosen = chosen();
        let unread = unread.get();
        if !unread.is_empty() {
            unread
        } else if chosen.is_empty() {
            chosen
        } else {
            ["#", &chosen].concat()
        }
    };
    let type_colour = move |text: String| {
        let text = text.trim().to_owned();
        let is_read = text.is_empty() || Colour::parse(&text).is_some();
        unread.set(if is_read { String::new() } else { text.clone() });
        if is_read {
            given.choose("accent", text.trim_start_matches('#'));
        }
    };
    let told = move || {
        let unread = unread.get();
        let tell = |message, text: &str| locale.with(message, &[("text", text)]);
        if !unread.is_empty() {
            return tell(Msg::BuilderAccentUnread, &unread);
        }
        refusal(given.shown.get().look()).map(|message| tell(message, &written())).unwrap_or_default()
    };
    let own = || ["#", &Scheme::Light.own().accent.to_string()].concat();
    let hint = locale.with(Msg::BuilderAccentHint, &[("example", &own())]);
    let palette = el("input", "builder__palette")
        .attr("type", "color")
        .attr("aria-label", locale.text(Msg::BuilderAccentPick))
        .live_property("value", move || {
            let chosen = chosen();
            if chosen.is_empty() { own() } else { ["#", &chosen].concat() }
        })
        .on("change", move |event| type_colour(field_value(&event)));
    let input = el("input", "builder__input code")
        .attr("type", "text")
        .attr("id", "embed-accent")
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("maxlength", "7")
        .attr("aria-describedby", "embed-accent-hint embed-accent-told")
        .live("aria-invalid", move || (!told().is_empty()).then(|| "true".to_owned()))
        .live_property("value", written)
        .on("change", move |event| type_colour(field_value(&event)));
    let label =
        el("label", "builder__label").attr("for", "embed-accent").text(locale.text(Msg::BuilderAccent));
    el("div", "builder__field")
        .el(label)
        .el(el("div", "builder__pair").el(input).el(palette))
        .el(el("p", "builder__hint").attr("id", "embed-accent-hint").text(hint))
        .el(el("p", "builder__told").attr("id", "embed-accent-told").attr("role", "status").live_text(told))
}

/// What is to be said of the accent, if some readers do not get it.
fn refusal(look: &Look) -> Option<Msg> {
    let accent = look.accent?;
    let used: Vec<Scheme> = [Scheme::Light, Scheme::Dark]
        .into_iter()
        .filter(|scheme| look.palette(*scheme).accent == accent)
        .collect();
    let asked = look.theme.schemes();
    match used.iter().filter(|scheme| asked.contains(scheme)).collect::<Vec<_>>().as_slice() {
        [] => Some(Msg::BuilderAccentPale),
        [Scheme::Light] if asked.len() > 1 => Some(Msg::BuilderAccentLightOnly),
        [Scheme::Dark] if asked.len() > 1 => Some(Msg::BuilderAccentDarkOnly),
        _ => None,
    }
}

/// A number of pixels.
fn height(given: EmbedChoices) -> Element {
    let input = el("input", "builder__input")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", HEIGHTS.start().to_string())
        .attr("max", HEIGHTS.end().to_string())
        .live_property("value", move || given.shown.get().height().to_string())
        .on("change", move |event| given.choose("height", &field_value(&event)));
    field("height", Msg::BuilderHeight, input)
}
