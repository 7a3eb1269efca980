//! The foot of every page: the content's date, the rule about sources, the publisher, the disclaimer.

use crate::domain::language::Language;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The footer.
pub fn footer() -> Element {
    el("footer", "footer").later(|| vec![columns()])
}

fn columns() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let index = shell.index();
    let date = locale.date(index.site.content_date);
    let first = el("div", "")
        .el(el("p", "footer__date").text(locale.with(Msg::FooterDate, &[("date", &date)])))
        .el(el("p", "").text(locale.text(Msg::FooterRule)))
        .el(publisher());
    let translation =
        (locale.language() != Language::En).then(|| el("p", "").text(locale.text(Msg::FooterTranslation)));
    let last = el("div", "")
        .el(el("h2", "footer__title").text(locale.text(Msg::FooterDisclaimerTitle)))
        .el(el("p", "").text(locale.text(Msg::FooterDisclaimer)))
        .el_if(translation);
    el("div", "footer__grid page").el(first).el(links()).el(last)
}

/// Who publishes this copy of the site, or the place where that is to be said.
fn publisher() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let index = shell.index();
    let Some(publisher) = &index.site.publisher else {
        return el("p", "footer__slot footer__slot--empty").text(locale.text(Msg::FooterPublisher));
    };
    let mail = link(["mailto:", &publisher.mail].concat()).attr("dir", "ltr").text(&publisher.mail);
    el("p", "footer__slot")
        .text([publisher.name.as_str(), " · ", &publisher.clearance, " · "].concat())
        .el(mail)
}

fn links() -> Element {
    let (shell, locale) = (use_shell(), use_locale());
    let about = shell.href(Route::About);
    let anchors = [
        (Msg::FooterSources, "sources-and-method"),
        (Msg::FooterPrivacy, "privacy"),
        (Msg::FooterLanguages, "languages"),
    ];
    let item = |href: String, text: Msg| el("li", "").el(link(href).text(locale.text(text)));
    let anchors = anchors.map(|(text, anchor)| item([&about, "#", anchor].concat(), text));
    let list = el("ul", "footer__list")
        .el(item(about.clone(), Msg::NavAbout))
        .el(item(shell.href(Route::Accessibility), Msg::NavAccessibility))
        .el(item(shell.href(Route::of_page(PageName::Embed)), Msg::NavEmbed))
        .each(anchors);
    el("div", "footer__site").el(el("h2", "footer__title").text(locale.text(Msg::FooterSite))).el(list)
}
