//! Nothing stands at an address: what was asked for, a search, and ways back.

use crate::bundle::index::PartName;
use crate::components::finder_field::finder_field;
use crate::components::loaded::loaded;
use crate::components::nearest::{nearest_countries, nearest_publications};
use crate::components::section::section;
use crate::components::title_block::title_block;
use crate::components::words;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The view of a code that no country has, with the countries that come nearest to it.
fn no_country_view(code: &str) -> Vec<Element> {
    view(code, None, nearest_countries(code))
}

/// The view of an id that no publication has, with those that come nearest to it.
pub fn no_publication_view(id: &str) -> Vec<Element> {
    view(id, nearest_publications(id), None)
}

/// The view of a text where a code should stand. The other names of countries are worth waiting for here.
pub fn nearest_view(text: String) -> Vec<Element> {
    let parts = vec![PartName::Countries, PartName::Offices, PartName::Names, PartName::Spellings];
    vec![loaded(parts, move || no_country_view(&text))]
}

/// The view; `wanted` is the id that nothing has, if one was asked for.
pub fn not_found_view(wanted: &str) -> Vec<Element> {
    view(wanted, None, None)
}

/// `first` is a section of its own, `nearest` a part of the search for countries.
fn view(wanted: &str, first: Option<Element>, nearest: Option<Element>) -> Vec<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let lede = if wanted.is_empty() {
        locale.text(Msg::NotFoundLede).to_owned()
    } else {
        locale.with(Msg::NotFoundWanted, &[("wanted", wanted)])
    };
    let finder = loaded(vec![PartName::Countries, PartName::Offices], || vec![finder_field("finder")]);
    let item =
        |page| el("li", "").el(link(shell.href(Route::of_page(page))).text(locale.text(words::page(page))));
    let find = section("find", locale.text(Msg::ContactFind), "", |body| body.el_if(nearest).el(finder));
    let ways = section("ways", locale.text(Msg::OverviewWays), "", |body| {
        body.el(el("ul", "links").each(PageName::ALL.map(item)))
    });
    let title = title_block(locale.text(Msg::NotFoundTitle), &lede);
    let mut view = vec![title];
    view.extend(first);
    view.extend([find, ways]);
    view
}
