//! What can be wrong with one record. The app only counts these; the compiler finds words for them (`tools::explain`),
//! so that sentences for editors are not part of what visitors download.

/// A fault, and the field it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the column, or of the key.
    pub field: &'static str,
    pub fault: Fault,
}

/// A kind of fault. Where it says "not", the value does not have the shape or is not one of the known words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands where something must.
    Blank,
    /// A space at the beginning or the end.
    OuterSpace,
    /// The sign `<`, or a character that cannot be seen.
    Markup,
    NotIso3,
    NotIso2,
    NotM49,
    NotRegion,
    NotMembership,
    NotIncome,
    NotLatitude,
    NotLongitude,
    NotOfficeKind,
    NotConfidence,
    NotAddress,
    NotOfficial,
    NotLinkable,
    NotTarget,
    NotMail,
    NotYear,
    NotDate,
    NotDay,
    NotInYear,
    NotYearBasis,
    NotStage,
    NotScope,
    NotTitleKind,
    NotId,
    NotCoverage,
    NotCopy,
    NotPages,
    NotValue,
    NotTrack,
    NotResourceStatus,
    NotLineStyle,
    NotMapId,
    NotPath,
    NotBounds,
    NotPoint,
    NotSpellingKind,
    /// Several values where only one may stand: `a|b`.
    Several,
    /// A list with an empty place: `a||b`.
    Gap,
    /// A list with one entry twice.
    Twice,
    /// The end of a period lies before its start.
    PeriodBackwards,
    /// A period of more than fifteen years.
    PeriodLong,
    /// Another field of the record is filled, so this one must be as well.
    Missing,
    /// Another field of the record is blank, so this one must be as well.
    Unasked,
}
