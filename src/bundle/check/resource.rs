//! Rows of `links.csv`.

use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::ResourceRow;
use crate::domain::resource::{Resource, ResourceStatus};
use crate::domain::web_address::WebAddress;

/// Reads an address that a source page leads to.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn resource(row: &ResourceRow) -> Result<Resource, Vec<Problem>> {
    let mut reader = Reader::default();
    let topic = reader.text("topic", &row.topic);
    let label = reader.text("label", &row.label);
    let address = reader.optional("url", &row.url, WebAddress::parse, Fault::NotAddress);
    let status = reader.required("status", &row.status, ResourceStatus::from_fact, Fault::NotResourceStatus);
    let resource = || Some(Resource { topic: topic?, label: label?, address, status: status? });
    let resource = resource();
    reader.finish(resource)
}
