//! Signals and stored values: those of Leptos, with values in boxes (`held.rs`).

use std::fmt;
use std::marker::PhantomData;

use leptos::prelude::{
    Read, ReadUntracked, ReadValue, RwSignal as Signal, StoredValue as Stored, Write, WriteValue,
};

use super::held::{Held, told, told_mut};

/// A value that views follow.
pub struct RwSignal<T> {
    held: Signal<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self { held: Signal::new(Box::new(value)), of: PhantomData }
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(told(&self.held.read()))
    }

    /// Looks at the value without following it.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(told(&self.held.read_untracked()))
    }

    /// Follows the value without looking at it.
    pub fn track(&self) {
        drop(self.held.read());
    }

    /// Another value. Nothing happens where the signal has gone with its view.
    pub fn set(&self, value: T) {
        if let Some(mut held) = self.held.try_write() {
            *held = Box::new(value);
        }
    }

    /// The same without a word to those who follow it.
    pub fn set_untracked(&self, value: T) {
        if let Some(mut held) = self.held.try_write_untracked() {
            *held = Box::new(value);
        }
    }

    /// Changes the value. Nothing happens where the signal has gone with its view.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        if let Some(mut held) = self.held.try_write() {
            change(told_mut(&mut held));
        }
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value, which is followed.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, which is not followed.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> fmt::Debug for RwSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.held.fmt(f)
    }
}

/// A value that nothing follows, for handles that are copied into every closure.
pub struct StoredValue<T> {
    held: Stored<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> StoredValue<T> {
    pub fn new(value: T) -> Self {
        Self { held: Stored::new(Box::new(value)), of: PhantomData }
    }

    pub fn with_value<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(told(&self.held.read_value()))
    }

    /// The same; nothing where the value has gone with its view.
    pub fn try_with_value<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.held.try_read_value().map(|held| look(told(&held)))
    }

    /// Another value. Nothing happens where it has gone with its view.
    pub fn set_value(&self, value: T) {
        self.update_value(|held| *held = value);
    }

    /// Changes the value. Nothing happens where it has gone with its view.
    pub fn update_value(&self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// The same, with an answer; none where the value has gone with its view.
    pub fn try_update_value<R>(&self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.held.try_write_value().map(|mut held| change(told_mut(&mut held)))
    }
}

impl<T: Clone + Send + Sync + 'static> StoredValue<T> {
    pub fn get_value(&self) -> T {
        self.with_value(T::clone)
    }

    /// The same; nothing where the value has gone with its view.
    pub fn try_get_value(&self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}
