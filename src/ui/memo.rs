//! Values worked out from signals, and work that follows them. What Leptos makes for each closure, some 800 bytes, is made
//! once for each type of value here.

use leptos::prelude::{Effect, Memo};

/// A value that is worked out now and whenever a signal in `make` has changed, and tells on only if it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    erased(Box::new(make))
}

#[inline(never)]
fn erased<T: PartialEq + Send + Sync + 'static>(make: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| make())
}

/// Work that is done soon, and again whenever a signal in it has changed.
pub fn effect(work: impl FnMut() + 'static) {
    started(Box::new(work));
}

#[inline(never)]
fn started(mut work: Box<dyn FnMut()>) {
    // Where pages are written as files nothing changes any more: what is to be done is done once.
    if crate::IS_FOR_FILES {
        return work();
    }
    Effect::new(move |_| work());
}
