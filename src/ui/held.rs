//! Values whose type is not told, so that Leptos makes what it makes for each type of value, some two kilobytes, once for all.

use std::any::Any;

/// A value of a type that only whoever has put it there knows.
pub(super) type Held = Box<dyn Any + Send + Sync>;

/// The value. Nothing but a `T` is ever put where a `T` is asked for: [`super::signal`] and [`super::memo`] see to that,
/// because each box is private to a handle that names its type.
pub(super) fn told<T: 'static>(held: &Held) -> &T {
    match (**held).downcast_ref() {
        Some(value) => value,
        None => unreachable!(),
    }
}

/// The same, to be changed.
pub(super) fn told_mut<T: 'static>(held: &mut Held) -> &mut T {
    match (**held).downcast_mut() {
        Some(value) => value,
        None => unreachable!(),
    }
}
