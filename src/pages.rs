//! The site as files: every address in every language, drawn by the same components as in the browser, so that a page can
//! be read without a script, found by search engines and shown by those who link to it.

mod addresses;
mod document;
mod draw;
mod embed;
mod formats;
mod hosting;
mod linked;
mod services;
mod sitemap;
mod template;

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use self::draw::Drawer;
use self::template::Template;
use crate::domain::language::Language;

pub use self::formats::CldrFormats;

/// Why the pages could not be written, in a sentence.
#[derive(Debug)]
pub struct Unwritten(pub String);

impl Unwritten {
    fn at(path: &Path, error: &dyn std::fmt::Display) -> Self {
        Self(format!("{}: {error}.", path.display()))
    }
}

/// How many files were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub pages: usize,
    /// Documents for frames on other sites.
    pub embeds: usize,
    /// None if the site's own address is not known: a map of the site has whole addresses only.
    pub sitemaps: usize,
}

/// Writes all pages into the folder of a finished site. `address` is where the site will stand, such as
/// `https://cooperation.example/`; without it what needs a whole address is left out.
///
/// # Errors
/// A file of the site is missing or damaged, or a file cannot be written.
pub fn write(site: &Path, address: Option<&str>) -> Result<Written, Unwritten> {
    let template = Template::read(site)?;
    let drawer = Drawer::open(site, template.base(), address)?;
    let mut written = Written::default();
    for language in Language::ALL {
        let language = drawer.language(language)?;
        let (file, manifest) = language.manifest(template.base());
        put(&site.join(file), &manifest)?;
        let content = drawer.content();
        for route in addresses::known(&content).into_iter().chain(addresses::narrowed(&content)) {
            let page = language.page(&template, &route);
            put(&site.join(addresses::file(&page.address)), &page.html)?;
            written.pages += 1;
        }
    }
    written.embeds = embed::write(site, &drawer, &template, address)?;
    // Hosts send this file, with the status 404, for whatever is not there.
    let lost = drawer.language(Language::En)?.lost(&template);
    put(&site.join("404.html"), &lost)?;
    put(&site.join("index.html"), &drawer.entrance(&template))?;
    hosting::finish_worker(site, template.release())?;
    let headers =
        hosting::headers(site, template.base(), address).map_err(|error| Unwritten::at(site, &error))?;
    put(&site.join("_headers"), &headers)?;
    for (file, text) in sitemap::files(&drawer, address) {
        put(&site.join(file), &text)?;
        written.sitemaps += 1;
    }
    Ok(written)
}

/// The command line: `pages FOLDER [ADDRESS]`.
pub fn command(arguments: &[String]) -> ExitCode {
    let (site, address) = match arguments {
        [site] => (site, None),
        [site, address] => (site, Some(address.as_str())),
        _ => return tell(&mut io::stderr(), "pages FOLDER [ADDRESS]", ExitCode::FAILURE),
    };
    match write(Path::new(site), address) {
        Ok(written) if written.sitemaps > 0 => {
            let told =
                format!("{} pages and {} maps of the site were written.", written.pages, written.sitemaps);
            tell(&mut io::stdout(), &told, ExitCode::SUCCESS)
        }
        Ok(written) => {
            let told = format!(
                "{} pages were written; no map of the site, because its address is not known.",
                written.pages
            );
            tell(&mut io::stdout(), &told, ExitCode::SUCCESS)
        }
        Err(Unwritten(why)) => tell(&mut io::stderr(), &why, ExitCode::FAILURE),
    }
}

fn tell(out: &mut dyn Write, line: &str, code: ExitCode) -> ExitCode {
    // A reader that has gone away changes nothing in what was done.
    _ = writeln!(out, "{line}");
    code
}

fn put(file: &Path, text: &str) -> Result<(), Unwritten> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| Unwritten::at(folder, &error))?;
    }
    fs::write(file, text).map_err(|error| Unwritten::at(file, &error))
}
