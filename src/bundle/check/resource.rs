//! Rows of `links.csv`.

use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire::Row;
use crate::domain::resource::{Resource, ResourceStatus};
use crate::domain::web_address::WebAddress;

/// Reads an address that a source page leads to.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn resource(row: &dyn Row) -> Result<Resource, Vec<Problem>> {
    let mut reader = Reader::new(row);
    let topic = reader.text("topic");
    let label = reader.text("label");
    let address = reader.optional("url", WebAddress::parse, Fault::NotAddress);
    let status = reader.required("status", ResourceStatus::from_fact, Fault::NotResourceStatus);
    let resource = || Some(Resource { topic: topic?, label: label?, address, status: status? });
    let resource = resource();
    reader.finish(resource)
}
