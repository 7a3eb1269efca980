//! Clicks on links that stay on the site.
//!
//! `leptos_router` follows such links too, but completes a change of view only through its table of routes, which this
//! site does not have (`docs/decisions/0001-one-route.md`). So they are taken here, before the router sees them.

use leptos::ev::MouseEvent;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::platform::page::{self, FollowedLink};

/// Answers a click: goes to the address of a link on this site, and leaves everything else to the browser.
pub fn follow_links(base: &str) -> impl Fn(MouseEvent) + 'static {
    let navigate = use_navigate();
    let base = base.to_owned();
    move |event| {
        let is_plain = event.button() == 0
            && !(event.meta_key()
                || event.ctrl_key()
                || event.shift_key()
                || event.alt_key()
                || event.default_prevented());
        let Some(link) = page::followed_link(&event).filter(|link| is_plain && stays(link, &base)) else {
            return;
        };
        event.prevent_default();
        let options =
            NavigateOptions { resolve: false, scroll: !link.keeps_scroll, ..NavigateOptions::default() };
        navigate(&link.address, options);
    }
}

/// Whether a link leads to a view of this site in this window.
fn stays(link: &FollowedLink, base: &str) -> bool {
    link.is_same_origin && !link.is_marked_external && link.address.starts_with(base)
}
