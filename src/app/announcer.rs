//! Focus and scroll on navigation.
//!
//! A new view moves the focus to its heading, which makes a screen reader say it; so no live region repeats it. The
//! first view keeps the focus where the browser put it, and a new query in the same list moves nothing. Back and
//! Forward bring the reader to where they were: the same place on the page, the same link in focus.
//! (Route changes in the sense of <https://bbc.github.io/gel/foundations/routing/>.)

use leptos::ev;
use leptos::prelude::*;

use super::chunks::Chunks;
use super::site::Place;
use crate::platform::page;
use crate::state::library::Library;
use crate::ui::memo::{Memo, effect, memo};
use crate::ui::signal::StoredValue;

/// What stands where something is still on its way: until it is there, the place of before is not.
const WAITING: &str = "main .status:not(.status--failed)";

/// Where a reader was on an address.
#[derive(Clone, Debug, Default)]
struct Spot {
    scroll: f64,
    /// The link last followed from there.
    link: Option<String>,
}

/// What is still to be done for the view that is opening.
#[derive(Clone, Debug)]
enum Pending {
    Heading,
    Return(Spot),
}

/// Watches the address and acts when the view is there. The answer is to be given every link that is followed, before
/// the address changes.
pub fn announce_views(
    place: Memo<Option<Place>>,
    library: Library,
    chunks: Chunks,
) -> impl Fn(String) + 'static {
    let spots = StoredValue::new(Vec::<(String, Spot)>::new());
    let pending = StoredValue::new(None::<Pending>);
    page::take_over_scrolling();
    remember_spots(spots, pending);
    let view = memo(move || place.with(|place| place.as_ref().map(Place::view)));
    let mut before = None;
    effect(move || {
        let now = view.get();
        let is_new = before.is_some() && before != now;
        let is_language_only = matches!((&before, &now), (Some((_, old)), Some((_, new))) if old == new);
        if is_new && !is_language_only {
            page::lay_out_all();
        }
        let is_returning = pending.with_value(|pending| matches!(pending, Some(Pending::Return(_))));
        if is_new && !is_language_only && !is_returning {
            pending.set_value(Some(Pending::Heading));
            page::after_drawing(move || settle(pending));
        }
        before = now;
    });
    // Views whose content is still on its way have no heading yet, so every arrival is a new chance.
    effect(move || {
        place.track();
        _ = library.content_tracked();
        chunks.track();
        if pending.with_value(Option::is_some) {
            page::after_drawing(move || settle(pending));
        }
    });
    effect(move || {
        _ = library.content_tracked();
        chunks.track();
        // A shared address may point into a page whose content was not there when the browser looked for it.
        page::after_drawing(move || {
            if pending.try_with_value(Option::is_none) == Some(true) {
                page::show_anchor_once();
            }
        });
    });
    move |link| spots.update_value(|spots| spot_here(spots).link = Some(link))
}

/// Does what is pending, if the view has its heading.
fn settle(pending: StoredValue<Option<Pending>>) {
    match pending.try_get_value().flatten() {
        Some(Pending::Heading) if page::focus("main h1") => pending.set_value(None),
        Some(Pending::Return(spot)) if page::exists("main h1") && !page::exists(WAITING) => {
            pending.set_value(None);
            page::scroll_to(spot.scroll);
            let link = spot
                .link
                .as_deref()
                .map(|link| ["main a[href=\"", &link.replace(['"', '\\'], ""), "\"]"].concat());
            let is_back_on_link = link.is_some_and(|selector| page::focus(&selector));
            if !is_back_on_link {
                page::focus("main h1");
            }
        }
        _ => {}
    }
}

/// Notes where the reader is while they scroll, and finds it again on Back and Forward.
fn remember_spots(spots: StoredValue<Vec<(String, Spot)>>, pending: StoredValue<Option<Pending>>) {
    let scrolled = window_event_listener(ev::scroll, move |_| {
        if pending.with_value(Option::is_none) {
            let scroll = page::scroll_position();
            spots.update_value(|spots| spot_here(spots).scroll = scroll);
        }
    });
    let returned = window_event_listener(ev::popstate, move |_| {
        let taken = spots.try_update_value(|spots| {
            let spot = spot_here(spots);
            Spot { scroll: spot.scroll, link: spot.link.take() }
        });
        let spot = taken.unwrap_or_default();
        pending.set_value(Some(Pending::Return(spot)));
    });
    on_cleanup(move || {
        scrolled.remove();
        returned.remove();
    });
}

/// The spot of the present address.
fn spot_here(spots: &mut Vec<(String, Spot)>) -> &mut Spot {
    let address = page::address();
    let at = spots.iter().position(|(known, _)| *known == address).unwrap_or_else(|| {
        spots.push((address, Spot::default()));
        spots.len() - 1
    });
    &mut spots[at].1
}
