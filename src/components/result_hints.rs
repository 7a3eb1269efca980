//! What the search has to say about the words that were typed: those it took for others, those it passed over, and the
//! countries among them.

use super::result_head::SENTENCE_ID;
use super::words;
use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::search::places::Named;
use crate::domain::search::query_text::MOST_WORDS;
use crate::domain::search::work::FacetKind;
use crate::state::finder::use_finder;
use crate::state::locale::use_locale;
use crate::state::question::Question;
use crate::state::results::{Answered, Results};
use crate::state::shell::use_shell;
use crate::ui::element::{Element, button, el, pressed_value};

/// The value of the button that asks the search again.
const AGAIN: &str = "again";

/// The hints: each a sentence, most with a button that does what it says.
pub fn result_hints(question: Question, answers: Results) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let finder = use_finder();
    let line = |text: String| el("p", "results__hint").text(text);
    // A word in quotation marks is meant as it stands, so this puts them round it.
    let replaced = move |(typed, used): &(String, String)| {
        let told = locale.with(Msg::PublicationsReplaced, &[("typed", typed), ("used", used)]);
        let exact = button("copy").attr("value", ["=", typed].concat());
        line(told).text(" ").el(exact.text(locale.with(Msg::PublicationsExact, &[("typed", typed)])))
    };
    let cut = move || line(locale.with(Msg::PublicationsCut, &[("count", &locale.number(MOST_WORDS))]));
    let missed = move |(asked, last): (u32, u32)| {
        let values = [("asked", locale.number(asked as usize)), ("last", locale.number(last as usize))];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        line(locale.with(Msg::PublicationsMissed, &values))
    };
    let plain = move || {
        let again = button("copy").attr("value", AGAIN).text(locale.text(Msg::FaultRetry));
        line(locale.text(Msg::PublicationsPlain).to_owned()).text(" ").el(again)
    };
    let place = move |named: &Named| {
        let name = words::country_name(locale, &shell.content(), named.country);
        let only = button("copy").attr("value", named.country.as_str());
        line(String::new()).el(only.text(locale.with(Msg::PublicationsAbout, &[("country", &name)])))
    };
    let on_query = question.on_query();
    let on_press = move |event| {
        let query = question.shown.get_untracked();
        if pressed_value(&event).as_deref() == Some(AGAIN) {
            answers.ask(query);
        } else if let Some(asked) =
            pressed_value(&event).and_then(|value| asked(&query, &value, &finder.named(&query.text)))
        {
            on_query.run(asked);
            shell.focus(SENTENCE_ID);
        }
    };
    el("div", "results__hints").on("click", on_press).live_children(move || {
        let answered = answers.get();
        let mut hints: Vec<Element> = replaced_words(&answered).iter().map(replaced).collect();
        hints.extend(answered.page.is_cut.then(cut));
        hints.extend(answered.page.is_plain.then(plain));
        hints.extend(answered.missed_page.map(|asked| missed((asked, answered.page.page))));
        // While somebody types, nothing is offered that the next letter may take away.
        if question.is_kept() && !answered.query.text.is_empty() {
            let gives_hits = |named: &&Named| answered.offers(FacetKind::Country, named.country.as_str());
            hints.extend(finder.named(&answered.query.text).iter().filter(gives_hits).map(place));
        }
        hints
    })
}

/// What pressing a button asks for: `=` and a word to take it as it stands, or the code of a country.
fn asked(query: &ListQuery, value: &str, named: &[Named]) -> Option<ListQuery> {
    if let Some(word) = value.strip_prefix('=') {
        return Some(query.with_exact(word));
    }
    let named = named.iter().find(|named| named.country.as_str() == value)?;
    Some(query.with_text(&named.rest).toggled("country", value))
}

/// Words that were replaced; none if the others have no results either.
fn replaced_words(answered: &Answered) -> &[(String, String)] {
    if answered.page.total > 0 { &answered.page.replaced } else { &[] }
}
