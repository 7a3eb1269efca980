//! The shapes that stand in the files: rows of the tables, which the compiler reads from CSV and the app from JSON,
//! and the other parts. Nothing here is checked; `check` makes domain values of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::pairs::Pairs;
use super::story_block::Block;

/// The name of a field in the files; a second word gives it where Rust could not use it as a name.
macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}

/// A record as it stands in the JSON: column and cell.
pub type Cells = Pairs<String>;

/// A row, of which each cell can be had by the name of its column. The app looks into the cells as they have come, because a struct
/// for each table would weigh five times as much; the compiler, which must refuse unknown columns, has structs.
pub trait Row {
    /// The text of a cell; empty if there is none.
    fn cell(&self, column: &str) -> &str;
}

impl Row for Cells {
    /// Of a column that is there twice, the first cell counts.
    fn cell(&self, column: &str) -> &str {
        self.0.iter().find(|(name, _)| name == column).map_or("", |(_, text)| text)
    }
}

/// A struct per table. Every cell is text, a blank one is left out of the JSON, and the columns after `unpublished`
/// are for editors only. An unknown column is an error.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident {
        $($field:ident $(= $column:literal)?),+; unpublished $($hidden:ident),*
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $(#[serde(skip_serializing_if = "String::is_empty" $(, rename = $column)?)] pub $field: String,)+
            $(#[serde(skip_serializing)] pub $hidden: String,)*
        }

        impl $name {
            /// The columns of the table.
            pub const COLUMNS: &[&str] = &[$(column!($field $($column)?),)+ $(stringify!($hidden)),*];
        }

        impl Row for $name {
            fn cell(&self, column: &str) -> &str {
                $(if column == column!($field $($column)?) {
                    return &self.$field;
                })+
                $(if column == stringify!($hidden) {
                    return &self.$hidden;
                })*
                ""
            }
        }
    )+};
}

tables! {
    /// A row of `countries.csv`. The names are published by language, as a reader needs those of one.
    CountryRow {
        iso3, iso2, m49, who_region, membership, aliases, un_subregion, world_bank_income, income_year, lat, lon,
        sovereign_iso3, note, source;
        unpublished name_en, name_fr, name_es, name_ar, name_zh, name_ru, un_intermediate_region, income_fy2027_change, coord_source
    }

    /// A row of `spellings.csv`.
    SpellingRow { iso3, spelling, language, kind; unpublished source }

    /// A row of `offices.csv`.
    OfficeRow {
        iso3, who_region, city, office_type, name, website_path, established, serves, confidence, evidence_note,
        source; unpublished
    }

    /// A row of `strategies.csv`.
    StrategyRow {
        iso3, who_region, period_start, period_end, status, status_basis, scope, title, title_kind, year_published,
        reference_number, iris_handle, isbn, strategic_priorities, url, note, source; unpublished
    }

    /// A row of `publications.csv`.
    PublicationRow {
        id, title, subtitle, year, year_basis, date, kind = "type", countries, who_region, languages, topics, who_ref,
        isbn, iris_handle, url, copy, pages, summary, source, confidence, note, added; unpublished url_basis
    }

    /// What a list shows of a publication.
    ListedPublicationRow {
        id, title, year, year_basis, kind = "type", countries, who_region, languages, summary; unpublished
    }

    /// What the charts count of a publication; `issued` is the year of publication.
    CountedPublicationRow { kind = "type", who_region, year, issued; unpublished }

    /// The period of a strategy.
    CycleRow { iso3, status, period_start, period_end; unpublished }

    /// A row of `figures.csv`.
    FigureRow { metric, value, unit, year, breakdown, source, url; unpublished }

    /// A row of `timeline.csv`.
    MilestoneRow { track, year, date, title, detail, source, url; unpublished }

    /// A row of `links.csv`.
    ResourceRow { topic, label, url, status; unpublished seen_via }

    /// One thing on the map. The first three say what it is, and at most one of them is filled: the code of a country,
    /// the id of a disputed area, or the style of lines; none for land without a row of its own.
    MapRow { area, disputed, lines, path, bounds, point; unpublished }

    /// The settings as the index has them; a list is joined by `|`.
    SiteRow {
        content_date, publisher_name, publisher_clearance, publisher_mail, department_mail, map_cleared, key_metrics;
        unpublished
    }

    /// How many records there are: whole numbers.
    CountsRow {
        countries, member_states, associate_members, territories, presences, strategies, publications, figures,
        milestones, states_current, states_in_development, states_undated, states_expired; unpublished
    }

    /// Where a part lies, its length in bytes and its hash; its key is the key in the index.
    PartRow { file, bytes, sha256; unpublished }
}

/// The index, in two steps: whoever cannot read the rest can still tell that it is of another version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Schema {
    pub schema: String,
}

/// `index.json` as it is read: rows of cells, as in the tables.
#[derive(Clone, Debug, Deserialize)]
pub struct Index {
    pub site: Cells,
    pub counts: Cells,
    pub parts: Pairs<Cells>,
}

/// `index.json` as it is written.
#[derive(Clone, Debug, Serialize)]
pub struct WrittenIndex {
    pub schema: String,
    pub site: SiteRow,
    pub counts: CountsRow,
    pub parts: BTreeMap<String, PartRow>,
}

/// `site.json`, as editors write it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub content_date: String,
    /// Where the site can be found, for the feeds; the app never needs it.
    #[serde(default)]
    pub address: Option<String>,
    pub publisher: Option<Publisher>,
    pub department_mail: String,
    pub map_cleared: bool,
    pub key_metrics: Vec<String>,
}

/// Who publishes the site.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    pub name: String,
    pub clearance: String,
    pub mail: String,
}

impl From<&Site> for SiteRow {
    fn from(site: &Site) -> Self {
        let publisher =
            |of: fn(&Publisher) -> &String| site.publisher.as_ref().map(of).cloned().unwrap_or_default();
        Self {
            content_date: site.content_date.clone(),
            publisher_name: publisher(|publisher| &publisher.name),
            publisher_clearance: publisher(|publisher| &publisher.clearance),
            publisher_mail: publisher(|publisher| &publisher.mail),
            department_mail: site.department_mail.clone(),
            map_cleared: if site.map_cleared { "yes".to_owned() } else { String::new() },
            key_metrics: site.key_metrics.join("|"),
        }
    }
}

impl From<&Cells> for Site {
    fn from(row: &Cells) -> Self {
        let text = |column| row.cell(column).to_owned();
        let publisher = Publisher {
            name: text("publisher_name"),
            clearance: text("publisher_clearance"),
            mail: text("publisher_mail"),
        };
        Self {
            content_date: text("content_date"),
            address: None,
            publisher: Some(publisher).filter(|publisher| !publisher.name.is_empty()),
            department_mail: text("department_mail"),
            map_cleared: row.cell("map_cleared") == "yes",
            key_metrics: row
                .cell("key_metrics")
                .split('|')
                .filter(|metric| !metric.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }
}

/// A story. Its id and language are the part's.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Story {
    pub title: String,
    pub summary: String,
    pub as_of: String,
    pub blocks: Vec<Block>,
    /// The publications that the text leads to, by their ids: year, language and title with spaces between them, each of the
    /// first two empty if it is not known.
    #[serde(default)]
    pub works: Cells,
}

/// The messages of a language, in the order of the generated enums.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Messages {
    pub fingerprint: String,
    pub texts: Vec<String>,
    /// Of each message that depends on a number its forms, by plural category.
    pub plurals: Vec<Cells>,
}

/// The spellings as they are published: for each country its spellings joined by `|`, each as language, kind and text
/// with a space between. This way they weigh a sixth less than as rows.
pub type Spellings = Pairs<String>;

/// For each country its names in the six languages, in the order of the address contract, joined by `|`.
pub type CountryNames = Pairs<String>;

/// What stands before the code of a country where its name is a term.
pub const COUNTRY: &str = "country.";

/// Labels of slugs, such as `metric.country_offices`, and names of countries, such as `country.KEN`.
pub type Terms = Pairs<String>;
