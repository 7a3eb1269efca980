//! All tables and the settings, read and checked record by record.

use std::path::Path;

use super::explain::explain;
use super::finding::{Finding, Place};
use super::json;
use super::table::{self, Table, read_text};
use crate::bundle::check;
use crate::bundle::wire::{
    self, CountryRow, FigureRow, MilestoneRow, OfficeRow, PublicationRow, ResourceRow, SpellingRow,
    StrategyRow,
};
use crate::domain::country::Country;
use crate::domain::figure::Figure;
use crate::domain::milestone::Milestone;
use crate::domain::office::Office;
use crate::domain::publication::Publication;
use crate::domain::resource::Resource;
use crate::domain::site::Site;
use crate::domain::spelling::Spelling;
use crate::domain::strategy::Strategy;
use crate::domain::web_address::WebAddress;

pub(super) const SITE: &str = "content/site.json";

/// What stands in the tables and in `site.json`.
pub(super) struct Facts {
    pub site: Option<(wire::Site, Site)>,
    pub countries: Table<CountryRow, Country>,
    pub spellings: Table<SpellingRow, Spelling>,
    pub offices: Table<OfficeRow, Office>,
    pub strategies: Table<StrategyRow, Strategy>,
    pub publications: Table<PublicationRow, Publication>,
    pub figures: Table<FigureRow, Figure>,
    pub milestones: Table<MilestoneRow, Milestone>,
    pub resources: Table<ResourceRow, Resource>,
}

/// Reads everything. What is wrong with single records goes to the findings.
pub(super) fn read(root: &Path, findings: &mut Vec<Finding>) -> Facts {
    macro_rules! table {
        ($file:literal, $row:ty, $check:path) => {
            table::read(root, concat!("content/", $file), <$row>::COLUMNS, $check, findings)
        };
    }
    Facts {
        countries: table!("countries.csv", CountryRow, check::named_country),
        spellings: table!("spellings.csv", SpellingRow, check::spelling),
        offices: table!("offices.csv", OfficeRow, check::office),
        strategies: table!("strategies.csv", StrategyRow, check::strategy),
        publications: table!("publications.csv", PublicationRow, check::publication),
        figures: table!("figures.csv", FigureRow, check::figure),
        milestones: table!("timeline.csv", MilestoneRow, check::milestone),
        resources: table!("links.csv", ResourceRow, check::resource),
        site: site(root, findings),
    }
}

fn site(root: &Path, findings: &mut Vec<Finding>) -> Option<(wire::Site, Site)> {
    let text = read_text(root, SITE, findings)?;
    let site: wire::Site = match serde_json::from_str(&text) {
        Ok(site) => site,
        Err(error) => {
            let keys = "The keys are content_date, address, publisher, department_mail, map_cleared and key_metrics.";
            findings.push(json::fault(SITE, &error, keys));
            return None;
        }
    };
    if let Some(address) = site.address.as_deref().filter(|address| !is_site_address(address)) {
        let (line, _) = line_and_value(&text, "address");
        let wrong = format!("\"{address}\" is not the address of a site.");
        let right =
            "Write https:// with host and folder, for example https://www.who.int/countries, or null.";
        findings.push(Finding::error(Place::line(SITE, line).field("address"), wrong, right));
    }
    match check::site(&site) {
        Ok(checked) => Some((site, checked)),
        Err(problems) => {
            for problem in problems {
                let key = problem.field.rsplit('.').next().unwrap_or(problem.field);
                let (line, value) = line_and_value(&text, key);
                let (wrong, right) = explain(problem.fault, problem.field, &value);
                findings.push(Finding::error(Place::line(SITE, line).field(problem.field), wrong, right));
            }
            None
        }
    }
}

/// Whether addresses of the site can be made by writing a path behind this one.
fn is_site_address(text: &str) -> bool {
    WebAddress::parse(text).is_some_and(|address| address.is_secure()) && !text.contains(['?', '#'])
}

/// The line a key of the settings stands in, and its value if that is text.
fn line_and_value(text: &str, key: &str) -> (usize, String) {
    let quoted = ["\"", key, "\""].concat();
    let found = text.lines().enumerate().find_map(|(index, line)| {
        let (_, after) = line.split_once(&quoted)?;
        Some((index + 1, after.split('"').nth(1).unwrap_or("").to_owned()))
    });
    found.unwrap_or((1, String::new()))
}
