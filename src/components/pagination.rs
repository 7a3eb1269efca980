//! The pages of a long list, as real links.

use crate::domain::list_query::ListQuery;
use crate::domain::message::Msg;
use crate::domain::page::Page;
use crate::domain::route::Route;
use crate::state::locale::use_locale;
use crate::state::shell::use_shell;
use crate::ui::element::{Element, el, link};
use crate::ui::icon::{Icon, icon_mark};

/// Pages near the present one that are named.
const NEAR: u32 = 2;

/// Links to the first, the last and the near pages, and to the one before and after; nothing if there is one page.
pub fn pagination(page: Page, query: &ListQuery) -> Option<Element> {
    let (shell, locale) = (use_shell(), use_locale());
    let href = |number: u32| shell.href(Route::Publications(query.at_page(number)));
    let is_named =
        |number: &u32| *number == 1 || *number == page.last || number.abs_diff(page.number) <= NEAR;
    let numbers = (1..=page.last).filter(is_named).map(|number| {
        let shown = locale.number(number as usize);
        let label = locale.with(Msg::PagesPage, &[("page", &shown)]);
        let numbered =
            link(href(number)).attr("class", "pagination__link").attr("aria-label", label).text(shown);
        if number == page.number { numbered.attr("aria-current", "page") } else { numbered }
    });
    let before = (page.number > 1).then(|| {
        let class = "pagination__link pagination__link--previous";
        let before = link(href(page.number - 1)).attr("class", class).attr("rel", "prev");
        before.el(icon_mark(Icon::Back)).text(locale.text(Msg::PagesPrevious))
    });
    let after = (page.number < page.last).then(|| {
        let class = "pagination__link pagination__link--next";
        let after = link(href(page.number + 1)).attr("class", class).attr("rel", "next");
        after.text(locale.text(Msg::PagesNext)).el(icon_mark(Icon::Onward))
    });
    let nav = el("nav", "pagination").attr("aria-label", locale.text(Msg::PagesLabel));
    (page.last > 1).then(|| nav.el_if(before).each(numbers).el_if(after))
}
