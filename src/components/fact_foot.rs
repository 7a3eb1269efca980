//! What goes with every fact of a profile: who says so, a button that copies the fact together with that, and a way to
//! say that it is wrong.

use super::copy_button::copy_button;
use super::source_note::{content_date, source_line, source_note_of};
use super::words;
use crate::domain::country::{Country, CountryCode, Source};
use crate::domain::mailto::mailto;
use crate::domain::message::Msg;
use crate::domain::quotation::{lines, quotation, source_words};
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// A source, as words to copy and as a line to read; no words if there is none.
pub type Cited = (String, Element);

/// A source of the content.
pub fn cited(name: &str) -> Cited {
    cited_source(Source { name: name.to_owned(), address: None })
}

/// The same with the address at which it was seen.
pub fn cited_source(source: Source) -> Cited {
    (source_words(&source), source_line(source))
}

/// The foot of the fact `told`, which stands in the field called `field`.
pub fn fact_foot(country: &Country, field: &str, told: &str, source: Cited) -> Element {
    fill(el("div", "cluster fact-foot"), country, field, told, source)
}

/// The same with the field's name before it, where no heading says it.
pub fn named_fact_foot(country: &Country, field: &str, told: &str, source: Cited) -> Element {
    let name = el("p", "fact-foot__field").text(field);
    fill(el("div", "cluster fact-foot").el(name), country, field, told, source)
}

fn fill(foot: Element, country: &Country, field: &str, told: &str, (source, line): Cited) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let address = shell.absolute(locale.language(), Route::Country(CountryCode::Iso3(country.iso3)));
    let dated = content_date();
    let copied = quotation(told, locale.text(Msg::SourceLabel), &source, &dated, &address);
    let copy = copy_button(copied, locale.text(Msg::FigureCopy));
    // Several feet of a page say the same; a screen reader hears which is which.
    let of_field = |control: Element| control.el(el("span", "visually-hidden").text([" ", field].concat()));
    foot.el_if((!source.is_empty()).then(|| source_note_of(line)))
        .el(of_field(copy))
        .el(of_field(report(country, field, &address, &dated)))
}

/// A letter to the publisher with country and field filled in. While nobody is named as publisher, the same text to
/// copy: an address is never made up.
fn report(country: &Country, field: &str, address: &str, dated: &str) -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let name = [country.names.get(locale.language()), " (", country.iso3.as_str(), ")"].concat();
    let body = lines(&[
        &words::fact_line(locale, locale.text(Msg::FacetCountry), &name),
        &words::fact_line(locale, locale.text(Msg::ReportField), field),
        address,
        dated,
        locale.text(Msg::ReportPrompt),
    ]);
    let subject = [locale.text(Msg::ReportMistake), " · ", &name, " · ", field].concat();
    match &shell.index().site.publisher {
        Some(publisher) => link(mailto(&publisher.mail, &subject, &body))
            .attr("class", "copy")
            .el(el("span", "").text(locale.text(Msg::ReportMistake))),
        None => copy_button(body, locale.text(Msg::ReportCopy)),
    }
}
