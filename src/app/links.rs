//! Clicks on links that stay on the site.
//!
//! `leptos_router` follows such links too, but completes a change of view only through its table of routes, which this
//! site does not have (`docs/decisions/0001-one-route.md`). So they are taken here, before the router sees them.

use leptos::ev::MouseEvent;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::platform::page::{self, FollowedLink};

/// Answers a click: goes to the address of a link on this site, and leaves everything else to the browser. `note` is
/// told which link it is, before the address changes.
pub fn follow_links(base: &str, note: impl Fn(String) + 'static) -> impl Fn(MouseEvent) + 'static {
    let navigate = use_navigate();
    let base = base.to_owned();
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
            note(link.href);
            let options =
                NavigateOptions { resolve: false, scroll: !link.keeps_scroll, ..NavigateOptions::default() };
            navigate(&link.address, options);
        }
    }
}

/// Whether a link leads to a view of this site in this window.
fn stays(link: &FollowedLink, base: &str) -> bool {
    link.is_same_origin && !link.is_marked_external && link.address.starts_with(base)
}
