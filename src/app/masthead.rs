//! The head of every page: provenance first, then name, navigation, language and theme.

use leptos::ev::KeyboardEvent;
use leptos::html::Details;
use leptos::prelude::*;

use super::site::Place;
use crate::components::words;
use crate::domain::language::Language;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::platform::memory::{self, Key};
use crate::platform::page;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, decoration, el};
use crate::ui::icon::{Icon, IconMark};

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

/// The first thing the Tab key reaches. The browser follows it, so that the focus moves with the view.
pub fn skip_link() -> Element {
    el("a", "skip-link")
        .attr("href", "#main")
        .attr("rel", "external")
        .text(use_locale().text(Msg::SkipToContent))
}

/// Name, navigation, language and theme.
#[component]
pub fn Masthead(place: Memo<Option<Place>>) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let is_open = RwSignal::new(false);
    let section = Memo::new(move |_| {
        place.with(|place| place.as_ref().and_then(|place| place.address.route.section()))
    });
    let links = PAGES.map(|page| {
        view! {
            <a
                class="masthead__link"
                href=shell.href(Route::of_page(page))
                aria-current=move || (section.get() == Some(page)).then_some("true")
                on:click=move |_| is_open.set(false)
            >
                {locale.text(words::page(page))}
            </a>
        }
    });
    view! {
        <header class="masthead">
            {provenance().into_any()}
            <div class="masthead__bar page">
                <a class="masthead__brand" href=shell.href(Route::Overview)>
                    {mark().into_any()}
                    {locale.text(Msg::SiteName)}
                </a>
                <button
                    class="masthead__menu"
                    type="button"
                    aria-label=locale.text(Msg::NavMenu)
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls="masthead-nav"
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    <IconMark icon=Icon::Menu />
                </button>
                <nav
                    class="masthead__nav"
                    id="masthead-nav"
                    aria-label=locale.text(Msg::NavLabel)
                    data-open=move || is_open.get().to_string()
                >
                    {links.collect_view()}
                </nav>
                <div class="masthead__tools">
                    <LanguageMenu place />
                    <ThemeButton />
                </div>
            </div>
        </header>
    }
}

/// The six languages, each in its own name. A link keeps page and query.
#[component]
fn LanguageMenu(place: Memo<Option<Place>>) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let route = Memo::new(move |_| {
        place.with(|place| place.as_ref().map_or(Route::Overview, |place| place.address.route.clone()))
    });
    let links = Language::ALL.map(|language| {
        view! {
            <a
                class="language__link"
                href=move || shell.href_in(language, route.get())
                lang=language.code()
                hreflang=language.code()
                dir=language.direction().code()
                aria-current=(language == locale.language()).then_some("true")
                data-noscroll="true"
                on:click=move |_| memory::remember(Key::Language, language.code())
            >
                {language.own_name()}
            </a>
        }
    });
    let menu = NodeRef::<Details>::new();
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(menu) = menu.get_untracked()
        {
            menu.set_open(false);
            page::focus(".language__button");
        }
    };
    view! {
        <details class="language" node_ref=menu on:keydown=on_key>
            <summary class="language__button">
                <IconMark icon=Icon::Globe />
                <span class="visually-hidden">{locale.text(Msg::LanguageLabel)} ": "</span>
                <span>{locale.language().own_name()}</span>
            </summary>
            <nav class="language__list" aria-label=locale.text(Msg::LanguageLabel)>{links.collect_view()}</nav>
        </details>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

/// Goes round: as the system, light, dark. Its name says which one holds.
#[component]
fn ThemeButton() -> impl IntoView {
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
    let next = move |_| {
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
    view! {
        <button class="theme__button" type="button" title=label on:click=next>
            <IconMark icon=Icon::Theme />
            <span class="theme__label">{label}</span>
        </button>
    }
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
