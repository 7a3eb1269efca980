//! The head of every page: provenance first, then name, navigation, language and theme.

use leptos::prelude::*;

use super::site::Place;
use crate::bundle::index::PartName;
use crate::components::loaded::loaded;
use crate::components::words;
use crate::domain::language::Language;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::platform::memory::{self, Key};
use crate::platform::page;
use crate::state::apart::Apart;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, Event, button, data_of, decoration, el, field_value, link, pressed_key};
use crate::ui::icon::{Icon, icon_mark};
use crate::ui::memo::Memo;
use crate::ui::signal::RwSignal;

const PAGES: [PageName; 8] = [
    PageName::Countries,
    PageName::Strategies,
    PageName::Publications,
    PageName::AtWork,
    PageName::Support,
    PageName::Reform,
    PageName::UnCollaboration,
    PageName::Contact,
];

const FINDER: &str = "masthead-find";
const FINDER_PANEL: &str = "masthead-finder";

/// The first thing the Tab key reaches. The browser follows it, so that the focus moves with the view.
pub fn skip_link() -> Element {
    el("a", "skip-link")
        .attr("href", "#main")
        .attr("rel", "external")
        .text(use_locale().text(Msg::SkipToContent))
}

/// Name, navigation, language and theme.
pub fn masthead(place: Memo<Option<Place>>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let is_open = RwSignal::new(false);
    let brand = link(shell.href(Route::Overview)).attr("class", "masthead__brand");
    let menu = button("masthead__menu")
        .attr("aria-label", locale.text(Msg::NavMenu))
        .attr("aria-controls", "masthead-nav")
        .live_bool("aria-expanded", move || is_open.get())
        .on("click", move |_| is_open.update(|open| *open = !*open))
        .el(icon_mark(Icon::Menu));
    // The finder is open for the view at which it was opened: whoever goes on has found what they wanted. Whoever asks a list
    // another question has not gone on.
    let opened_at = RwSignal::new(None::<Place>);
    let is_finding = move || {
        let view = |place: &Option<Place>| place.as_ref().map(Place::view);
        let (shown, opened) = (place.with(view), opened_at.with(view));
        shown.is_some() && shown == opened
    };
    let tools = move || {
        let tools = el("div", "masthead__tools")
            .el(finder_button(place, opened_at, is_finding))
            .el(language_menu(place))
            .el(theme_button());
        vec![tools]
    };
    let bar = el("div", "masthead__bar page")
        .el(brand.el(mark()).text(locale.text(Msg::SiteName)))
        .el(menu)
        .later(move || vec![navigation(place, is_open)])
        .later(tools);
    let finder = move || vec![finder_panel(opened_at, is_finding)];
    // The first date that is written, which takes a browser some time.
    el("header", "masthead").later(|| vec![provenance()]).el(bar).later(finder)
}

/// Opens the finder below the bar, on every page.
fn finder_button(
    place: Memo<Option<Place>>,
    opened_at: RwSignal<Option<Place>>,
    is_finding: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> Element {
    let toggle = move |_: Event| {
        let is_open = untrack(is_finding);
        opened_at.set(place.get_untracked().filter(|_| !is_open));
    };
    button("masthead__find")
        .attr("aria-controls", FINDER_PANEL)
        .live_bool("aria-expanded", is_finding)
        .on("click", toggle)
        .el(icon_mark(Icon::Search))
        .el(el("span", "masthead__find-label").text(use_locale().text(Msg::FinderOpen)))
}

/// The finder, once it is wanted; its parts of the content are fetched then.
fn finder_panel(
    opened_at: RwSignal<Option<Place>>,
    is_finding: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> Element {
    let shell = use_shell();
    let finder = move || {
        shell.focus(FINDER);
        shell.draw(Apart::Field(FINDER))
    };
    let panel = move || {
        let parts = vec![PartName::Countries, PartName::Offices];
        if is_finding() { vec![loaded(parts, finder)] } else { Vec::new() }
    };
    el("div", "masthead__finder")
        .attr("id", FINDER_PANEL)
        .live_flag("hidden", move || !is_finding())
        .on("keydown", move |event| {
            // The field takes the first Escape to close its list; the next empties it and closes the panel.
            if pressed_key(&event) == "Escape" && field_value(&event).is_empty() {
                opened_at.set(None);
                page::after_drawing(|| _ = page::focus(".masthead__find"));
            }
        })
        .el(el("div", "page").live_children(panel))
}

/// The pages; on a phone they open by the menu button.
fn navigation(place: Memo<Option<Place>>, is_open: RwSignal<bool>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let section = move || place.with(|place| place.as_ref().and_then(|place| place.address.route.section()));
    let item = |page: PageName| {
        link(shell.href(Route::of_page(page)))
            .attr("class", "masthead__link")
            .live("aria-current", move || (section() == Some(page)).then(|| "true".to_owned()))
            .text(locale.text(words::page(page)))
    };
    el("nav", "masthead__nav")
        .attr("id", "masthead-nav")
        .attr("aria-label", locale.text(Msg::NavLabel))
        .live_bool("data-open", move || is_open.get())
        .on("click", move |_| is_open.set(false))
        .each(PAGES.map(item))
}

/// The six languages, each in its own name. A link keeps page and query.
fn language_menu(place: Memo<Option<Place>>) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let is_open = RwSignal::new(false);
    let here = move || {
        place.with(|place| place.as_ref().map_or(Route::Overview, |place| place.address.route.clone()))
    };
    // While the menu is closed nobody sees where its links lead; to follow each key and click would be work for nothing.
    let route = move || if is_open.get() { here() } else { untrack(here) };
    let item = |language: Language| {
        el("a", "language__link")
            .attr("lang", language.code())
            .attr("hreflang", language.code())
            .attr("dir", language.direction().code())
            .attr_if(language == locale.language(), "aria-current", "true")
            .attr("data-noscroll", "true")
            .live("href", move || Some(shell.href_in(language, route())))
            .on("click", move |_| memory::remember(Key::Language, language.code()))
            .text(language.own_name())
    };
    let label = [locale.text(Msg::LanguageLabel), ": "].concat();
    let summary = el("summary", "language__button")
        .el(icon_mark(Icon::Globe))
        .el(el("span", "visually-hidden").text(label))
        .el(el("span", "language__own").text(locale.language().own_name()));
    let list = el("nav", "language__list").attr("aria-label", locale.text(Msg::LanguageLabel));
    el("details", "language")
        .on("toggle", move |event| is_open.set(data_of(&event, "open").is_some()))
        .on("keydown", |event| {
            if pressed_key(&event) == "Escape" {
                page::close_details(&event);
                page::focus(".language__button");
            }
        })
        .el(summary)
        .el(list.each(Language::ALL.map(item)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

/// Goes round: as the system, light, dark. Its name says which one holds.
fn theme_button() -> Element {
    let locale = use_locale();
    let theme = RwSignal::new(match memory::recall(Key::Theme).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    });
    let label = move || {
        locale.text(match theme.get() {
            Theme::System => Msg::ThemeSystem,
            Theme::Light => Msg::ThemeLight,
            Theme::Dark => Msg::ThemeDark,
        })
    };
    let next = move |_: Event| {
        let (next, word) = match theme.get_untracked() {
            Theme::System => (Theme::Light, Some("light")),
            Theme::Light => (Theme::Dark, Some("dark")),
            Theme::Dark => (Theme::System, None),
        };
        theme.set(next);
        page::set_theme(word);
        match word {
            Some(word) => memory::remember(Key::Theme, word),
            None => memory::forget(Key::Theme),
        }
    };
    button("theme__button")
        .live("title", move || Some(label().to_owned()))
        .on("click", next)
        .el(icon_mark(Icon::Theme))
        .el(el("span", "theme__label").live_text(move || label().to_owned()))
}

/// Says on every page whose site this is not, and of which day the content is.
fn provenance() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let index = shell.index();
    let date = locale.date(index.site.content_date);
    let publisher = index.site.publisher.as_ref().map(|publisher| [" ", &publisher.name, "."].concat());
    let line = el("p", "provenance__line page")
        .text(locale.with(Msg::SiteProvenance, &[("date", &date)]))
        .text_if(publisher);
    el("div", "provenance").el(line)
}

/// The sign of the site beside its name.
fn mark() -> Element {
    let circle = |x: &str, radius: &str| el("circle", "").attr("cx", x).attr("cy", "9").attr("r", radius);
    decoration("masthead__mark", "0 0 40 18")
        .el(el("path", "").attr("d", "M9 9h18").attr("stroke", "currentColor").attr("stroke-width", "2"))
        .el(circle("6.5", "5").attr("fill", "currentColor"))
        .el(circle("32", "6").attr("fill", "none").attr("stroke", "currentColor").attr("stroke-width", "3"))
}
