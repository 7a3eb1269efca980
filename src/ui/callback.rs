//! What a control calls.

use std::sync::Arc;

use super::signal::StoredValue;

/// A handle to a function, to be copied into every closure.
pub struct Callback<T, R = ()>(StoredValue<Call<T, R>>);

type Call<T, R> = Arc<dyn Fn(T) -> R + Send + Sync>;

impl<T: 'static, R: 'static> Callback<T, R> {
    pub fn new(call: impl Fn(T) -> R + Send + Sync + 'static) -> Self {
        Self(StoredValue::new(Arc::new(call)))
    }

    /// Calls the function.
    pub fn run(&self, given: T) -> R {
        // It may make the view go that keeps it, so nothing is held while it runs.
        let call = self.0.get_value();
        call(given)
    }

    /// The same for an answer that may come when the view has gone: then nobody wants it any more.
    pub fn try_run(&self, given: T) {
        if let Some(call) = self.0.try_get_value() {
            call(given);
        }
    }
}

impl<T, R> Clone for Callback<T, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, R> Copy for Callback<T, R> {}
