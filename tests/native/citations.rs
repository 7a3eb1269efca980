//! The sheets of citations and the files made of them. What other programs read in them is tested in `tests/formats/`.

use std::path::Path;

use country_cooperation::bundle::decode;
use country_cooperation::bundle::index::PartName;
use country_cooperation::domain::citation_format::CitationFormat;
use country_cooperation::domain::citation_list::{self, BETWEEN, HEAD, MEDIA_TYPE, NAME, Sheet, TAIL};
use country_cooperation::tools::compile::{Compiled, compile};

use super::bundle;
use super::project::ROOT;

fn sheet(compiled: &Compiled, format: CitationFormat) -> Sheet {
    let index = bundle::index(&compiled.files);
    let part = index.part(PartName::Citations(format)).unwrap();
    decode::sheet(bundle::file(&compiled.files, &part.file)).unwrap()
}

#[test]
fn every_publication_has_an_entry_and_a_file_in_every_format() {
    let compiled = compile(Path::new(ROOT));
    let content = bundle::content(&compiled.files);
    assert!(content.publications.len() > 300);
    for format in CitationFormat::ALL {
        let sheet = sheet(&compiled, format);
        for publication in content.publications.iter() {
            let id = publication.id.as_str();
            assert!(citation_list::text(&sheet, id).contains(id), "{id}");
            let name = format!("cite/{id}.{}", format.ending());
            let file = citation_list::join(&sheet, [id]);
            assert_eq!(bundle::file(&compiled.beside, &name), file.as_bytes(), "{name}");
        }
        let frame = [HEAD, BETWEEN, TAIL, NAME, MEDIA_TYPE];
        assert_eq!(sheet.len(), content.publications.len() + frame.len());
        assert!(frame.iter().all(|key| sheet.iter().any(|(known, _)| known == key)));
        let name = citation_list::text(&sheet, NAME);
        assert!(Path::new(name).extension().is_some_and(|ending| ending == format.ending()), "{name}");
    }
}

#[test]
fn several_entries_make_one_file() {
    let compiled = compile(Path::new(ROOT));
    let ids = ["ccs-ken-2014-2019", "afro-work-2008"];
    let file = |format| citation_list::join(&sheet(&compiled, format), ids);
    let ris = file(CitationFormat::Ris);
    assert_eq!(ris.matches("\r\nER  - \r\n").count(), 2);
    assert!(!ris.replace("\r\n", "").contains(['\r', '\n']), "a line ends in CR LF");
    assert_eq!(file(CitationFormat::Bibtex).matches("\n@").count(), 1);
    let csl: serde_json::Value = serde_json::from_str(&file(CitationFormat::Csl)).unwrap();
    let found: Vec<_> = csl.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(found, ids);
    assert_eq!(file(CitationFormat::Csv).lines().count(), 3);
}

/// Content that a spreadsheet would calculate, that ends a line or that is an instruction to TeX.
#[test]
fn no_text_breaks_out_of_its_place() {
    let project = super::project::Project::copy("hard-citation");
    let table = std::fs::read_to_string(project.path("content/publications.csv")).unwrap();
    let title = "The Work of WHO in the African Region 2008: annual report of the Regional Director";
    assert!(table.contains(title));
    let hard = "=2+3 }{ \\input{x} $ % @misc{a, ER  - ]}";
    std::fs::write(project.path("content/publications.csv"), table.replace(title, &format!("\"{hard}\"")))
        .unwrap();
    let compiled = compile(&project.root);
    let findings: Vec<_> = compiled.findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{findings:?}");
    let of = |format| citation_list::text(&sheet(&compiled, format), "afro-work-2008").to_owned();
    assert!(of(CitationFormat::Csv).starts_with("afro-work-2008,\"'=2+3 }{ "), "{}", of(CitationFormat::Csv));
    assert!(
        of(CitationFormat::Bibtex)
            .contains("= {{=2+3 \\textbraceright{}\\textbraceleft{} \\textbackslash{}input")
    );
    assert!(of(CitationFormat::Ris).contains("TI  - =2+3 }{ \\input{x} $ % @misc{a, ER - ]}\r\n"));
    let csl: serde_json::Value = serde_json::from_str(&of(CitationFormat::Csl)).unwrap();
    assert_eq!(csl["title"], hard.replace("  ", " "));
}
