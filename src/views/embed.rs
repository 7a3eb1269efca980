//! The page for web editors: choose what another site is to show, see it, copy the code for it.

mod choices;
mod code;
pub mod filters;
mod preview;

use self::choices::choices;
use self::code::{allowances, code};
use self::preview::preview;
use crate::bundle::index::PartName;
use crate::components::loaded::loaded;
use crate::components::notice::ignored_notice;
use crate::components::section::section;
use crate::components::title_block::title_block;
use crate::components::words;
use crate::domain::embed::{Embed, EmbedView};
use crate::domain::message::Msg;
use crate::state::embed_choices::EmbedChoices;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el};
use crate::ui::signal::RwSignal;

/// The view.
pub fn embed_view(given: EmbedChoices) -> Vec<Element> {
    let locale = use_locale();
    let parts = vec![PartName::Countries, PartName::Offices, PartName::Terms(locale.language())];
    vec![
        el("div", "page").el(ignored_notice(given.ignored)),
        title_block(locale.text(Msg::BuilderTitle), locale.text(Msg::BuilderLede)),
        loaded(parts, move || parts_of(given)),
    ]
}

fn parts_of(given: EmbedChoices) -> Vec<Element> {
    let locale = use_locale();
    let framed = RwSignal::new(String::new());
    let scriptless = crate::IS_FOR_FILES
        .then(|| el("noscript", "").el(el("p", "notice").text(locale.text(Msg::BuilderScriptless))));
    let chooser = el("div", "page builder")
        .el_if(scriptless)
        .el(el("div", "builder__grid").el(choices(given)).el(preview(given, framed)));
    let promise = section("promise", locale.text(Msg::BuilderPromise), "", |body| {
        body.el(el("p", "").text(locale.text(Msg::BuilderPromiseText)))
    });
    vec![chooser, code(given, framed), allowances(), promise]
}

/// The address of the page that has arrived in the frame, a space, and its title. Only it knows its title in another language
/// than that of this page.
type Framed = RwSignal<String>;

/// What the frame is called: the title of the page in it, or what this page calls it until that is there.
fn title(embed: &Embed, framed: Framed) -> String {
    let (locale, content) = (use_locale(), use_shell().content());
    if embed.language != locale.language() {
        let source = use_shell().file(&embed.source()) + " ";
        let arrived = framed.with(|framed| framed.strip_prefix(&source).map(str::to_owned));
        if let Some(title) = arrived {
            return title;
        }
    }
    let own = match &embed.view {
        EmbedView::Country(iso3) => {
            content.country(*iso3).map(|country| country.names.get(embed.language).to_owned())
        }
        EmbedView::Chart(_, region) => region.map(|region| locale.text(words::region(region)).to_owned()),
        view => {
            let place = view.place().into_iter().next();
            place.map(|(facet, value)| words::facet_value(locale, &content, facet, &value))
        }
    };
    let view = match &embed.view {
        EmbedView::Country(_) => None,
        EmbedView::Countries(_) | EmbedView::Map(_) => Some(Msg::CountriesTitle),
        EmbedView::Strategies(_) => Some(Msg::StrategiesTitle),
        EmbedView::Publications(_) => Some(Msg::PublicationsTitle),
        EmbedView::Figures => Some(Msg::AtWorkTitle),
        EmbedView::Chart(id, _) => Some(words::chart(*id)),
    };
    let view = view.map(|view| locale.text(view).to_owned());
    let site = locale.text(Msg::SiteName).to_owned();
    let parts: Vec<String> = own.into_iter().chain(view).chain([site]).collect();
    parts.join(" – ")
}

/// The reader's word for what is shown.
fn view_name(slug: &str) -> Msg {
    match slug {
        "country" => Msg::BuilderViewCountry,
        "map" => Msg::BuilderViewMap,
        "strategies" => Msg::NavStrategies,
        "publications" => Msg::NavPublications,
        "figures" => Msg::NavAtWork,
        "chart" => Msg::BuilderViewChart,
        _ => Msg::NavCountries,
    }
}
