//! Stands in for the crate of this name (`docs/decisions/0023-stand-in-for-send-wrapper.md`).
//!
//! Leptos keeps what belongs to one thread in such a wrapper, and asks at every use whether it is that thread. A page in a browser
//! has one thread only; to ask there brings the threads of the standard library along, and with them a second allocator. Here
//! the thread is compared only where there can be another: on the machine that writes the pages, and in a WebAssembly program
//! with threads.

use std::fmt;
use std::future::Future;
use std::mem::{ManuallyDrop, needs_drop};
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::task::{Context, Poll};

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod thread {
    /// The only thread there is.
    #[derive(Clone, Copy, PartialEq)]
    pub(crate) struct Id;

    pub(crate) fn here() -> Id {
        Id
    }
}

#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
mod thread {
    pub(crate) use std::thread::ThreadId as Id;

    pub(crate) fn here() -> Id {
        std::thread::current().id()
    }
}

/// A value that may be handed to another thread, but not be used or dropped there.
pub struct SendWrapper<T> {
    data: ManuallyDrop<T>,
    thread: thread::Id,
}

impl<T> SendWrapper<T> {
    /// Wraps a value of this thread.
    pub fn new(data: T) -> Self {
        Self { data: ManuallyDrop::new(data), thread: thread::here() }
    }

    /// Whether this is the thread of the value.
    pub fn valid(&self) -> bool {
        self.thread == thread::here()
    }

    /// The value itself.
    ///
    /// # Panics
    /// On another thread.
    #[track_caller]
    pub fn take(self) -> T {
        self.check();
        let mut this = ManuallyDrop::new(self);
        // SAFETY: this is the value's thread, and `this` is never looked at again nor dropped.
        unsafe { ManuallyDrop::take(&mut this.data) }
    }

    #[track_caller]
    fn check(&self) {
        assert!(self.valid(), "a value of one thread was used on another");
    }
}

// SAFETY: whoever is on another thread gets no reference to the value: `deref`, `take`, `poll` and `drop` end in a panic there.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.check();
        &self.data
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.data
    }
}

impl<T> Drop for SendWrapper<T> {
    #[track_caller]
    fn drop(&mut self) {
        if !needs_drop::<T>() || self.valid() {
            // SAFETY: the value is dropped here and nowhere else; `take` keeps this from being called.
            unsafe { ManuallyDrop::drop(&mut self.data) };
        } else {
            // A second panic while one is underway would end the program without a word.
            assert!(std::thread::panicking(), "a value of one thread was dropped on another");
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SendWrapper").field(&**self).finish()
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}

impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    #[track_caller]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: the value is a field of what is pinned, and is never moved out of it.
        unsafe { self.map_unchecked_mut(|wrapper| &mut **wrapper) }.poll(context)
    }
}

#[cfg(feature = "futures")]
impl<S: futures_core::Stream> futures_core::Stream for SendWrapper<S> {
    type Item = S::Item;

    #[track_caller]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        // SAFETY: as for `Future`.
        unsafe { self.map_unchecked_mut(|wrapper| &mut **wrapper) }.poll_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}
