//! Nothing stands at an address: what was asked for, a search, and ways back.

use leptos::prelude::*;

use crate::bundle::index::PartName;
use crate::components::country_box::CountryBox;
use crate::components::loaded::Loaded;
use crate::components::section::section;
use crate::components::title_block::title_block;
use crate::components::words;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::story::PageName;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};

/// The view; `wanted` is the code or id that nothing has.
#[component]
pub fn NotFoundView(#[prop(into, optional)] wanted: String) -> impl IntoView {
    let (shell, locale) = (use_shell(), use_locale());
    let lede = if wanted.is_empty() {
        locale.text(Msg::NotFoundLede).to_owned()
    } else {
        locale.with(Msg::NotFoundWanted, &[("wanted", &wanted)])
    };
    let finder = view! {
        <Loaded parts=vec![PartName::Countries, PartName::Offices]><CountryBox id="finder" /></Loaded>
    };
    let item =
        |page| el("li", "").el(link(shell.href(Route::of_page(page))).text(locale.text(words::page(page))));
    let find = section("find", locale.text(Msg::ContactFind), "", |body| body.view(finder.into_any()));
    let ways = section("ways", locale.text(Msg::OverviewWays), "", |body| {
        body.el(el("ul", "links").each(PageName::ALL.map(item)))
    });
    [title_block(locale.text(Msg::NotFoundTitle), &lede), find, ways]
        .map(Element::into_any)
        .into_iter()
        .collect::<Vec<_>>()
}
