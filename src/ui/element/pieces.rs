//! Draws what is not on the page yet in pieces, each in a task of the browser's own: an old phone can do something else between
//! them, such as scroll the page that is still shown.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{Owner, set_timeout};
use leptos::web_sys::{self, js_sys};

/// A piece takes at most so long, and the work that it ends with. With the processor slowed down four times this is still
/// less than what people notice as a wait.
const PIECE_MS: f64 = 12.0;

/// Says on the stage that something is still to be drawn (WAI-ARIA 1.2); `boot/take-over.js` waits for its end.
const BUSY: &str = "aria-busy";

type Job = Box<dyn FnOnce()>;

/// Something that is there once its turn has come.
pub(super) type Later<T> = Rc<RefCell<Option<T>>>;

#[derive(Default)]
struct Work {
    /// What will be put on the page when all is drawn.
    stage: Option<web_sys::Element>,
    jobs: VecDeque<Job>,
    is_going_on: bool,
}

thread_local! {
    static WORK: RefCell<Work> = RefCell::default();
}

/// From now on, until this element is on the page, what changes is drawn in pieces.
pub fn draw_in_pieces(stage: web_sys::Element) {
    WORK.with_borrow_mut(|work| work.stage = Some(stage));
}

/// Whether a part is to be made later.
pub(super) fn is_off_stage() -> bool {
    WORK.with_borrow(|work| work.stage.as_ref().is_some_and(|stage| !stage.is_connected()))
}

/// Has something made when its turn comes, unless whoever waits for it has gone by then.
pub(super) fn later<T: 'static>(make: Box<dyn FnOnce() -> T>) -> Later<T> {
    let place: Later<T> = Rc::default();
    let waiting = Rc::downgrade(&place);
    let owner = Owner::current();
    push(Box::new(move || {
        if let Some(place) = waiting.upgrade() {
            let part = match owner {
                Some(owner) => owner.with(make),
                None => make(),
            };
            place.replace(Some(part));
        }
    }));
    place
}

fn push(job: Job) {
    let must_begin = WORK.with_borrow_mut(|work| {
        work.jobs.push_back(job);
        let must_begin = !std::mem::replace(&mut work.is_going_on, true);
        if let (true, Some(stage)) = (must_begin, &work.stage) {
            drop(stage.set_attribute(BUSY, "true"));
        }
        must_begin
    });
    if must_begin {
        set_timeout(draw_piece, Duration::ZERO);
    }
}

fn draw_piece() {
    let end = js_sys::Date::now() + PIECE_MS;
    while js_sys::Date::now() < end {
        // What a job asks for comes before all that waits: so all is made in the same order as if it were made at once, and what looks
        // at its children finds them.
        let mut waiting = WORK.with_borrow_mut(|work| std::mem::take(&mut work.jobs));
        let Some(job) = waiting.pop_front() else { return end_of_work() };
        job();
        WORK.with_borrow_mut(|work| work.jobs.append(&mut waiting));
    }
    set_timeout(draw_piece, Duration::ZERO);
}

fn end_of_work() {
    WORK.with_borrow_mut(|work| {
        work.is_going_on = false;
        if let Some(stage) = &work.stage {
            drop(stage.remove_attribute(BUSY));
        }
    });
}
