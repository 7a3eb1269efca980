//! A publication as a line to cite it by.

use super::publication::Publication;

/// Title, year, reference, address. The facts name no authors, so none is claimed. Only a printed or adopted year is given
/// as the year; the address only where it is an official one.
pub fn plain(publication: &Publication) -> String {
    let mut line = publication.title.clone();
    if let Some(subtitle) = &publication.subtitle {
        line.push_str(": ");
        line.push_str(subtitle);
    }
    let year = publication.issued().map_or_else(|| "n.d.".to_owned(), |date| date.year().to_string());
    let address = publication.link().map(ToString::to_string);
    for part in [Some(year), publication.reference.clone(), address].into_iter().flatten() {
        end_sentence(&mut line);
        line.push(' ');
        line.push_str(&part);
    }
    // A full stop behind an address would be taken for a part of it.
    if publication.link().is_none() {
        end_sentence(&mut line);
    }
    line
}

/// Ends a sentence that does not end already.
fn end_sentence(line: &mut String) {
    if !line.ends_with(['.', '?', '!']) {
        line.push('.');
    }
}

#[cfg(test)]
mod tests {
    use super::super::publication::{Copy, YearBasis, example};
    use super::super::web_address::WebAddress;
    use super::*;

    fn publication(title: &str) -> Publication {
        example::publication("a", title)
    }

    #[test]
    fn parts_are_sentences() {
        let mut record = publication("Work in countries");
        assert_eq!(plain(&record), "Work in countries. 2015.");
        record.subtitle = Some("What is next?".to_owned());
        record.reference = Some("A/1 Rev.".to_owned());
        assert_eq!(plain(&record), "Work in countries: What is next? 2015. A/1 Rev.");
        record.copy = WebAddress::parse("https://www.who.int/a").map(|address| (address, Copy::Official));
        assert_eq!(plain(&record), "Work in countries: What is next? 2015. A/1 Rev. https://www.who.int/a");
    }

    #[test]
    fn nothing_is_claimed_that_is_not_known() {
        let mut record = publication("Work");
        record.copy = WebAddress::parse("https://docs.example/a").map(|address| (address, Copy::ThirdParty));
        for basis in [Some(YearBasis::PeriodStart), Some(YearBasis::PeriodEnd), None] {
            record.year_basis = basis;
            assert_eq!(plain(&record), "Work. n.d.");
        }
        record.year_basis = Some(YearBasis::Adopted);
        assert_eq!(plain(&record), "Work. 2015.");
    }
}
