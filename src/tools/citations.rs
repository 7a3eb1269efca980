//! Citations of all publications in every format: a sheet for each format, and a file for each publication and format.
//! Why they are written here and not in the browser: `docs/decisions/0009-citations-at-build-time.md`.

mod bibtex;
mod csl;
mod guarded_csv;
mod record;
mod ris;

use super::encode::File;
use super::facts::Facts;
use super::labels::Labels;
use super::messages::Messages;
use crate::domain::citation_format::CitationFormat;
use crate::domain::citation_list::{self, BETWEEN, HEAD, MEDIA_TYPE, NAME, Sheet, TAIL};
use record::Record;

/// The folder of the files for single publications. People link to them, so their names hold no hash.
const FOLDER: &str = "cite";

/// What goes around the entries of a format.
struct Frame {
    media_type: &'static str,
    head: String,
    between: &'static str,
    tail: &'static str,
}

/// The sheets, one for each format. They are in English, as the facts are. Nothing without the settings.
pub(super) fn sheets(facts: &Facts, english: &Messages) -> Option<Vec<(CitationFormat, Sheet)>> {
    let (_, site) = facts.site.as_ref()?;
    let labels = Labels { facts, messages: english };
    let date = site.content_date.to_string();
    let mut sheets: Vec<_> = CitationFormat::ALL.map(|format| (format, framed(format))).into();
    for (_, _, publication) in facts.publications.good() {
        let record = Record::new(publication, &labels, &date);
        for (format, sheet) in &mut sheets {
            let entry = match format {
                CitationFormat::Ris => ris::entry(&record),
                CitationFormat::Bibtex => bibtex::entry(&record),
                CitationFormat::Csl => csl::entry(&record)?,
                CitationFormat::Csv => guarded_csv::line(&record.cells(publication)),
            };
            sheet.push((record.id.clone(), entry));
        }
    }
    Some(sheets)
}

/// The files of the single publications, such as `cite/afro-work-2008.ris`.
pub(super) fn files(sheets: &[(CitationFormat, Sheet)]) -> Vec<File> {
    let mut files = Vec::new();
    for (format, sheet) in sheets {
        for (id, _) in sheet.iter().filter(|(key, _)| !key.starts_with('.')) {
            let name = format!("{FOLDER}/{id}.{}", format.ending());
            files.push((name, citation_list::join(sheet, [id.as_str()]).into_bytes()));
        }
    }
    files
}

/// A sheet without entries.
fn framed(format: CitationFormat) -> Sheet {
    let frame = match format {
        CitationFormat::Ris => Frame {
            media_type: "application/x-research-info-systems",
            head: String::new(),
            between: ris::END,
            tail: "",
        },
        CitationFormat::Bibtex => {
            Frame { media_type: "application/x-bibtex", head: String::new(), between: "\n", tail: "" }
        }
        CitationFormat::Csl => Frame {
            media_type: "application/vnd.citationstyles.csl+json",
            head: "[\n".to_owned(),
            between: ",\n",
            tail: "\n]\n",
        },
        // The mark at the beginning makes spreadsheets read UTF-8.
        CitationFormat::Csv => Frame {
            media_type: "text/csv",
            head: ["\u{feff}", &guarded_csv::line(&record::COLUMNS)].concat(),
            between: "",
            tail: "",
        },
    };
    let name = format!("publications.{}", format.ending());
    let pairs = [
        (HEAD, frame.head.as_str()),
        (BETWEEN, frame.between),
        (TAIL, frame.tail),
        (NAME, &name),
        (MEDIA_TYPE, frame.media_type),
    ];
    pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).into()
}
