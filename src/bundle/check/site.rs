//! The settings in `site.json`.

use super::reader::Reader;
use crate::bundle::problem::{Fault, Problem};
use crate::bundle::wire;
use crate::domain::date::PartialDate;
use crate::domain::site::{Publisher, Site};

/// Reads the settings.
///
/// # Errors
/// Everything that is wrong with them.
pub fn site(site: &wire::Site) -> Result<Site, Vec<Problem>> {
    let mut reader = Reader::of_texts();
    // "Current" on the site means "on this day", so the day must be known.
    let content_date =
        reader.required_of("content_date", &site.content_date, PartialDate::parse_day, Fault::NotDay);
    let department_mail = reader.required_of("department_mail", &site.department_mail, mail, Fault::NotMail);
    let publisher = site.publisher.as_ref().and_then(|publisher| self::publisher(&mut reader, publisher));
    if site.key_metrics.is_empty() {
        reader.fault("key_metrics", Fault::Blank);
    }
    let checked = || {
        Some(Site {
            content_date: content_date?,
            publisher,
            department_mail: department_mail?,
            map_cleared: site.map_cleared,
            key_metrics: site.key_metrics.clone(),
        })
    };
    let checked = checked();
    reader.finish(checked)
}

fn publisher(reader: &mut Reader<'_>, publisher: &wire::Publisher) -> Option<Publisher> {
    let name = reader.text_of("publisher.name", &publisher.name);
    let clearance = reader.text_of("publisher.clearance", &publisher.clearance);
    let mail = reader.required_of("publisher.mail", &publisher.mail, mail, Fault::NotMail);
    Some(Publisher { name: name?, clearance: clearance?, mail: mail? })
}

/// A plain mail address: no names, no comments, a host with a dot.
pub(super) fn mail(text: &str) -> Option<String> {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte))
    };
    let (name, host) = text.split_once('@')?;
    (plain(name) && plain(host) && host.contains('.')).then(|| text.to_owned())
}
