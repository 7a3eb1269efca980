//! The country finder: type a name or code in any language, read who serves the country, go to its profile.

use leptos::prelude::*;

use super::presence_mark::{PresenceSign, presence_mark};
use super::words;
use crate::domain::country::{CountryCode, Iso3};
use crate::domain::country_finder::{CountryFinder, Found, NameKind, OtherName, Reason, matched};
use crate::domain::list_query::ListQuery;
use crate::domain::message::{Msg, Plural};
use crate::domain::route::Route;
use crate::domain::spelling::SpellingKind;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::{Step, use_shell};
use crate::ui::combobox::{Combobox, ComboboxActions, ComboboxText, Suggestion};

/// Suggestions shown at most: more than a phone's screen holds beside its keyboard help nobody.
const SUGGESTIONS: usize = 6;

/// The finder. Needs the countries and the offices. It asks for the spellings itself and does not wait for them.
#[component]
pub fn CountryBox(id: &'static str) -> impl IntoView {
    let shell = use_shell();
    let locale = use_locale();
    let finder = shell.with_spellings(move |content| CountryFinder::new(content, locale.language()));
    let suggest = Callback::new(move |typed: String| {
        let found = finder.with(|finder| finder.find(&typed));
        found.into_iter().take(SUGGESTIONS).filter_map(|found| suggestion(&found, &typed)).collect::<Vec<_>>()
    });
    let suggestion_count = Callback::new(move |count: usize| {
        if count == 0 {
            locale.text(Msg::FinderNone).to_owned()
        } else {
            locale.count(Plural::FinderStatus, count)
        }
    });
    let is_certain =
        Callback::new(move |typed: String| finder.with_untracked(|finder| finder.is_certain(&typed)));
    let go = move |route| shell.navigate(locale.language(), route, Step::Push);
    let on_choose = Callback::new(move |key: String| {
        if let Some(iso3) = Iso3::parse(&key) {
            go(Route::Country(CountryCode::Iso3(iso3)));
        }
    });
    let on_submit =
        Callback::new(move |typed: String| go(Route::Countries(ListQuery::default().with_text(&typed))));
    let text = ComboboxText {
        label: locale.text(Msg::FinderLabel),
        suggestions: locale.text(Msg::FinderSuggestions),
        status: suggestion_count,
    };
    view! { <Combobox id text actions=ComboboxActions { suggest, is_certain, on_choose, on_submit } /> }
}

/// One suggestion: name with the match marked; why it was found, kind and presence in words.
fn suggestion(found: &Found, typed: &str) -> Option<Suggestion> {
    let (shell, locale) = (use_shell(), use_locale());
    let content = shell.content();
    let country = content.country(found.iso3)?;
    let name = country.names.get(locale.language());
    let presence = content.presence(found.iso3);
    let sign = PresenceSign::from(&presence);
    let mut hint = reason(locale, &found.reason).map_or_else(String::new, |reason| reason + " · ");
    hint.push_str(locale.text(words::membership(country.membership)));
    hint.push_str(" · ");
    hint.push_str(&words::presence(locale, &content, &presence));
    Some(Suggestion {
        key: found.iso3.to_string(),
        name: split(name, typed),
        hint,
        lead: ViewFn::from(move || presence_mark(sign).into_any()),
    })
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
