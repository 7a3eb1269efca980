//! A drawing as a list of marks, before anybody knows what an SVG element is.
//!
//! Places across are in thousandths of the width, counted in the direction of reading, because only the width of a drawing
//! follows the page; places down are in pixels, so that text keeps its size.

use super::table::{Cell, Label};

/// The width of the drawing in thousandths.
pub const WIDE: usize = 1000;

/// Who has the words of the reader's language.
pub trait Writer {
    fn label(&self, label: &Label) -> String;
    fn cell(&self, cell: &Cell) -> String;
    /// "None found: 77".
    fn told(&self, label: &Label, count: usize) -> String;
}

/// What a mark looks like. Kinds that stand beside each other differ in more than colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Grid,
    Axis,
    /// What is counted: filled.
    Solid,
    /// Other kinds of it: outlined, dark, dashed.
    Open,
    Dark,
    Dashed,
    /// Years that are still to come.
    Ahead,
    /// A dated number.
    Point,
    /// A number that the source gives as a bound or roughly.
    Rough,
    /// A number without a date.
    Undated,
    /// The number that the site states.
    Stated,
    /// How far a bound or a range goes.
    Reach,
    Thread,
    /// A place served from elsewhere.
    Ring,
    Name,
    Number,
    Quiet,
}

/// The end of a text that stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
}

/// The form of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    Line,
    Bar,
    Dot,
    /// Columns beside each other, of these heights in pixels.
    Columns(Vec<usize>),
    Text(String, Anchor),
}

/// One mark: from the first to the second place in both directions; a dot and a text stand at the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub form: Form,
    pub ink: Ink,
    pub x: [usize; 2],
    pub y: [usize; 2],
    /// Pixels by which the mark is moved on in the direction of reading.
    pub nudge: usize,
}

/// Everything that is drawn, in the order of drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    pub height: usize,
    pub marks: Vec<Mark>,
}

impl Drawing {
    /// Adds a line, a bar or columns.
    pub fn put(&mut self, form: Form, ink: Ink, x: [usize; 2], y: [usize; 2]) {
        self.marks.push(Mark { form, ink, x, y, nudge: 0 });
    }

    /// Adds a dot, moved on by some pixels.
    pub fn dot(&mut self, ink: Ink, x: usize, y: usize, nudge: usize) {
        self.marks.push(Mark { form: Form::Dot, ink, x: [x; 2], y: [y; 2], nudge });
    }

    /// Adds a text on the line `y`, moved on by some pixels.
    pub fn text(&mut self, text: String, ink: Ink, x: usize, y: usize, nudge: usize) {
        let form = Form::Text(text, Anchor::Start);
        self.marks.push(Mark { form, ink, x: [x; 2], y: [y; 2], nudge });
    }

    /// Adds a text around `x`.
    pub fn middle(&mut self, text: String, ink: Ink, x: usize, y: usize) {
        let form = Form::Text(text, Anchor::Middle);
        self.marks.push(Mark { form, ink, x: [x; 2], y: [y; 2], nudge: 0 });
    }

    /// The marks of one ink.
    pub fn of(&self, ink: Ink) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.ink == ink)
    }
}

/// The path of columns that grow from the lower edge of a box which is `heights.len()` wide and `height` high. For
/// readers from right to left the first stands at the right.
pub fn columns_path(heights: &[usize], height: usize, is_mirrored: bool) -> String {
    let mut path = String::new();
    for (at, column) in heights.iter().enumerate().filter(|(_, column)| **column > 0) {
        let at = if is_mirrored { heights.len() - 1 - at } else { at };
        let column = column.to_string();
        path.push_str(
            &["M", &at.to_string(), ".1 ", &height.to_string(), "v-", &column, "h.8v", &column, "z"].concat(),
        );
    }
    path
}

#[cfg(test)]
pub(super) mod test_words {
    use super::*;

    /// Words for tests: slugs and numbers.
    pub(in crate::domain::chart) struct Slugs;

    impl Writer for Slugs {
        fn label(&self, label: &Label) -> String {
            label.year().map_or_else(|| label.slug().to_owned(), |year| year.to_string())
        }

        fn cell(&self, cell: &Cell) -> String {
            super::super::export::cell_text(cell)
        }

        fn told(&self, label: &Label, count: usize) -> String {
            [label.slug(), ": ", &count.to_string()].concat()
        }
    }

    impl Drawing {
        /// The texts of an ink.
        pub(in crate::domain::chart) fn texts(&self, ink: Ink) -> Vec<&str> {
            self.of(ink)
                .filter_map(
                    |mark| if let Form::Text(text, _) = &mark.form { Some(text.as_str()) } else { None },
                )
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_run_with_the_reading_direction() {
        assert_eq!(columns_path(&[5, 0, 2], 10, false), "M0.1 10v-5h.8v5zM2.1 10v-2h.8v2z");
        assert_eq!(columns_path(&[5, 0, 2], 10, true), "M2.1 10v-5h.8v5zM0.1 10v-2h.8v2z");
        assert_eq!(columns_path(&[], 10, true), "");
    }
}
