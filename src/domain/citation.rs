//! A publication as a line to cite it by.

use super::publication::{Publication, YearBasis};

/// Title, year, reference, address. The facts name no authors, so none is claimed. Only a printed or adopted year is given as the year; the address only
/// where it is an official one.
pub fn plain(publication: &Publication) -> String {
    let title = match &publication.subtitle {
        Some(subtitle) => [publication.title.as_str(), ": ", subtitle].concat(),
        None => publication.title.clone(),
    };
    let is_printed = matches!(publication.year_basis, Some(YearBasis::Printed | YearBasis::Adopted));
    let year =
        publication.year.filter(|_| is_printed).map_or_else(|| "n.d.".to_owned(), |year| year.to_string());
    let parts =
        [Some(title), Some(year), publication.reference.clone(), publication.link().map(ToString::to_string)];
    let parts: Vec<String> =
        parts.into_iter().flatten().map(|part| part.trim_end_matches('.').to_owned()).collect();
    let mut line = parts.join(". ");
    if publication.link().is_none() {
        line.push('.');
    }
    line
}
