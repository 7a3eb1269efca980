//! What the compiler has to say to an editor: where, what is wrong, and what would be right.

use std::fmt;

/// Whether something must be put right before anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Path from the project's folder.
    pub file: String,
    pub line: Option<usize>,
    /// A column of a table, or a key.
    pub field: Option<String>,
}

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    pub place: Place,
    /// A sentence that quotes the value.
    pub wrong: String,
    /// A sentence that tells what to write instead.
    pub right: String,
}

impl Place {
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), line: None, field: None }
    }

    pub fn line(file: &str, line: usize) -> Self {
        Self { line: Some(line), ..Self::file(file) }
    }

    #[must_use]
    pub fn field(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }
}

impl Finding {
    pub fn error(place: Place, wrong: impl Into<String>, right: impl Into<String>) -> Self {
        Self { severity: Severity::Error, place, wrong: wrong.into(), right: right.into() }
    }

    pub fn warning(place: Place, wrong: impl Into<String>, right: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(place, wrong, right) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.severity == Severity::Warning {
            f.write_str("Warning: ")?;
        }
        f.write_str(&self.place.file)?;
        if let Some(line) = self.place.line {
            write!(f, ", line {line}")?;
        }
        if let Some(field) = &self.place.field {
            write!(f, ", {field}")?;
        }
        write!(f, ": {} {}", self.wrong, self.right)
    }
}

/// How many findings must be put right.
pub fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

/// File by file and from top to bottom, as an editor works through them.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
}
