//! Values worked out from signals, and work that follows them: those of Leptos, with values in boxes (`held.rs`) and closures of one
//! form. What Leptos makes for each type of value and each closure, it makes once.

use std::marker::PhantomData;

use leptos::prelude::{Effect, Memo as Worked, Read, ReadUntracked};

use super::held::{Held, told};

/// A value that is worked out now and whenever a signal in it has changed.
pub struct Memo<T> {
    held: Worked<Compared>,
    of: PhantomData<fn() -> T>,
}

/// A value, and how it is compared with the one before.
struct Compared {
    held: Held,
    same: fn(&Held, &Held) -> bool,
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.held, &other.held)
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// Looks at the value, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(told(&self.held.read().held))
    }

    /// Looks at the value without following it.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(told(&self.held.read_untracked().held))
    }

    /// Follows the value without looking at it.
    pub fn track(&self) {
        drop(self.held.read());
    }
}

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// The value, which is followed.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, which is not followed.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// The same; nothing where the memo has gone with its view.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.held.try_read_untracked().map(|compared| told::<T>(&compared.held).clone())
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A value that is worked out now and whenever a signal in `make` has changed, and tells on only if it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_after(move |_| make())
}

/// The same with a look at the value before.
pub fn memo_after<T: PartialEq + Send + Sync + 'static>(
    make: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    compared(make, |one, other| told::<T>(one) == told::<T>(other))
}

/// The same for what cannot be compared: a new value is always another one.
pub fn memo_always<T: Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    compared(move |_| make(), |_, _| false)
}

fn compared<T: Send + Sync + 'static>(
    make: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
    same: fn(&Held, &Held) -> bool,
) -> Memo<T> {
    Memo { held: worked(Box::new(move |before| Box::new(make(before.map(told)))), same), of: PhantomData }
}

/// Makes a value out of the one before.
type Make = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

fn worked(make: Make, same: fn(&Held, &Held) -> bool) -> Worked<Compared> {
    Worked::new(move |before: Option<&Compared>| Compared {
        held: make(before.map(|before| &before.held)),
        same,
    })
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
