//! Clicks on links that stay on the site.
//!
//! `leptos_router` follows such links too, but completes a change of view only through its table of routes, which this
//! site does not have (`docs/decisions/0001-one-route.md`). So they are taken here, before the router sees them.

use leptos::ev::MouseEvent;

use super::address_bar::AddressBar;
use crate::platform::page::{self, FollowedLink};
use crate::state::shell::Step;

/// Answers a click: goes to the address of a link on this site, and leaves everything else to the browser. `note` is
/// told which link it is, before the address changes.
pub fn follow_links(
    base: String,
    bar: AddressBar,
    note: impl Fn(String) + 'static,
) -> impl Fn(MouseEvent) + 'static {
    move |event| {
        // The router listens at the window and looks for a link in all that lies under a click, at every click.
        event.stop_propagation();
        let Some(link) = page::followed_link(&event).filter(|link| stays(link, &base)) else { return };
        let is_plain = event.button() == 0
            && !(event.meta_key()
                || event.ctrl_key()
                || event.shift_key()
                || event.alt_key()
                || event.default_prevented());
        if is_plain {
            event.prevent_default();
            bar.catch_up();
            note(link.href);
            bar.go(&link.address, Step::Push, !link.keeps_scroll);
        }
    }
}

/// Whether a link leads to a view of this site in this window.
fn stays(link: &FollowedLink, base: &str) -> bool {
    link.is_same_origin && !link.is_marked_external && link.address.starts_with(base)
}
