//! The country finder: type a name or code in any language, read who serves the country, go to its profile.

use leptos::prelude::*;

use super::presence_mark::{PresenceSign, presence_mark};
use super::words;
use crate::domain::country::{CountryCode, Iso3};
use crate::domain::country_finder::{Found, NameKind, OtherName, Reason, matched};
use crate::domain::list_query::ListQuery;
use crate::domain::message::{Msg, Plural};
use crate::domain::route::Route;
use crate::domain::spelling::SpellingKind;
use crate::state::finder::use_finder;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::{Step, use_shell};
use crate::ui::callback::Callback;
use crate::ui::combobox::{ComboboxActions, ComboboxText, Suggestion, combobox};
use crate::ui::element::Element;

/// Suggestions shown at most: more than a phone's screen holds beside its keyboard help nobody.
const SUGGESTIONS: usize = 6;

/// The finder. Needs the countries and the offices. It asks for the spellings when somebody begins, and does not wait
/// for them.
pub fn country_box(id: &'static str) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let go = move |route| shell.navigate(locale.language(), route, Step::Push);
    let on_choose = Callback::new(move |iso3| go(Route::Country(CountryCode::Iso3(iso3))));
    let on_submit =
        Callback::new(move |typed: String| go(Route::Countries(ListQuery::default().with_text(&typed))));
    country_field(id, on_choose, on_submit)
}

/// The same field for another end than to open a profile. `on_submit` gets what was typed where that is not certain to mean
/// the first country found.
pub fn country_field(id: &'static str, on_choose: Callback<Iso3>, on_submit: Callback<String>) -> Element {
    let locale = use_locale();
    let finder = use_finder();
    let suggest = Callback::new(move |typed: String| {
        let found = finder.find(&typed);
        found.into_iter().take(SUGGESTIONS).filter_map(|found| suggestion(&found, &typed)).collect::<Vec<_>>()
    });
    let suggestion_count = Callback::new(move |count: usize| {
        if count == 0 {
            if finder.is_ready() { locale.text(Msg::FinderNone).to_owned() } else { String::new() }
        } else {
            locale.count(Plural::FinderStatus, count)
        }
    });
    let is_certain = Callback::new(move |typed: String| untrack(|| finder.is_certain(&typed)));
    let on_choose = Callback::new(move |key: String| {
        if let Some(iso3) = Iso3::parse(&key) {
            on_choose.run(iso3);
        }
    });
    let text = ComboboxText {
        label: locale.text(Msg::FinderLabel),
        suggestions: locale.text(Msg::FinderSuggestions),
        status: suggestion_count,
    };
    let actions = ComboboxActions { suggest, lead: Callback::new(sign), is_certain, on_choose, on_submit };
    combobox(id, text, actions).on("focusin", move |_| finder.request())
}

/// One suggestion: name with the match marked; why it was found, kind and presence in words.
fn suggestion(found: &Found, typed: &str) -> Option<Suggestion> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let country = content.country(found.iso3)?;
    let name = country.names.get(locale.language());
    let presence = content.presence(found.iso3);
    let reason = reason(locale, &found.reason).map(|reason| reason + " · ").unwrap_or_default();
    let hint = [
        reason.as_str(),
        locale.text(words::membership(country.membership)),
        " · ",
        &words::presence(locale, &content, &presence),
    ]
    .concat();
    Some(Suggestion { key: found.iso3.to_string(), name: split(name, typed), hint })
}

/// The sign of a country's presence.
fn sign(key: String) -> Element {
    let content = use_shell().content();
    let sign = Iso3::parse(&key).map(|iso3| PresenceSign::from(&content.presence(iso3)));
    presence_mark(sign.unwrap_or(PresenceSign::NotFound))
}

/// Why a country was found, if its name does not show it.
fn reason(locale: Locale, reason: &Reason) -> Option<String> {
    let with = |message, other: &OtherName| Some(locale.with(message, &[("name", &other.text)]));
    match reason {
        Reason::Name | Reason::Code => None,
        Reason::Other(other) if other.kind == NameKind::Listed(SpellingKind::Former) => {
            with(Msg::FinderFormer, other)
        }
        Reason::Other(other) => with(Msg::FinderOther, other),
        Reason::SlipInName => Some(locale.text(Msg::FinderSimilar).to_owned()),
        Reason::SlipInOther(other) => with(Msg::FinderClose, other),
    }
}

/// The name before, in and after the part that matches what was typed.
fn split(name: &str, typed: &str) -> [String; 3] {
    let span = matched(name, typed).unwrap_or(0..0);
    [name.get(..span.start), name.get(span.clone()), name.get(span.end..)]
        .map(|part| part.unwrap_or("").to_owned())
}
