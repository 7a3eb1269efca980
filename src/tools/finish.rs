//! What is known only when the site has been built: Trunk calls this when its files lie in the staging folder.
//! `boot.js` and the folder of the search get a hash into their names, and the page learns them and the hashes of the two
//! files that `boot.js` downloads.

mod boot;
mod chunks;
mod embed;
mod glue;
mod script;
mod shell;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use script::{Shrink, minified, without_comments};

use super::hash::{sha256_hex, sha384_base64};

/// The script that starts the site.
const BOOT: &str = "boot.js";

/// The service worker, which keeps its name.
const WORKER: &str = "worker.js";

/// Its lines that are written when the pages are (`pages/hosting.rs`), and are found there by how they begin.
const FILLED_LATER: [&str; 2] = ["const RELEASE = ", "const FILES = "];

/// The folder that `scripts/search` fills, and the file in it that `boot.js` imports.
const SEARCH: &str = "search-modules";
const SEARCH_HOST: &str = "search-host.js";

/// Why the page could not be finished, in a sentence.
#[derive(Debug)]
pub struct Unfinished(pub String);

/// Finishes the page in Trunk's staging folder. `root` is the folder of the project; `shrink` makes scripts small.
///
/// # Errors
/// A file is missing, or the page does not hold the element that Trunk's pattern makes.
pub fn finish(root: &Path, staging: &Path, shrink: Shrink) -> Result<(), Unfinished> {
    let page_file = staging.join("index.html");
    let page = merge_modules(staging, text(&page_file)?, shrink)?;
    boot::join(staging)?;
    let app = attribute(script_tag(&page)?.1, "data-wasm").unwrap_or_default();
    chunks::take(&root.join(chunks::BUILT), staging, file_name(app))?;
    let is_script = |file: &PathBuf| file.extension().is_some_and(|end| end == "js");
    text(&staging.join(SEARCH).join(SEARCH_HOST))?;
    let of_search = files(&staging.join(SEARCH))?.into_iter().filter(is_script);
    for file in of_search.chain([staging.join(BOOT)]) {
        fs::write(&file, shrink(&text(&file)?)?).map_err(|error| fault(&file, &error))?;
    }
    let worker = staging.join(WORKER);
    let small = script::around(&text(&worker)?, &FILLED_LATER, shrink)?;
    fs::write(&worker, small).map_err(|error| fault(&worker, &error))?;
    embed::finish(staging)?;
    shell::finish(staging, shrink)?;
    let boot = read(&staging.join(BOOT))?;
    let hashed = format!("boot-{}.js", sha256_hex(&boot, 8));
    let search = format!("search-{}", sha256_hex(&contents(&staging.join(SEARCH))?, 8));
    let boot_hash = ["sha384-", &sha384_base64(&boot)].concat();
    let names = Names { boot: &hashed, boot_hash: &boot_hash, search: &search };
    let page = finished(&page, &names, |name| read(&staging.join(name)))?;
    let written = fs::rename(staging.join(BOOT), staging.join(&hashed))
        .and_then(|()| fs::rename(staging.join(SEARCH), staging.join(&search)))
        .and_then(|()| fs::write(&page_file, page));
    written.map_err(|error| fault(&page_file, &error))
}

/// Where wasm-bindgen puts the modules that the glue imports.
const MODULES: &str = "snippets";

/// Puts the modules that the glue imports into the glue. It gets another name then, because Trunk made the hash in its
/// name without them. Gives the page with that name.
fn merge_modules(staging: &Path, mut page: String, shrink: Shrink) -> Result<String, Unfinished> {
    let folder = staging.join(MODULES);
    if !folder.is_dir() {
        return Ok(page);
    }
    for file in files(staging)?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "js")) {
        let (glue, paths) = glue::merged(&text(&file)?, |path| text(&staging.join(path)))?;
        if paths.is_empty() {
            continue;
        }
        let glue = shrink(&glue)?;
        let hashed = format!("app-{}.js", sha256_hex(glue.as_bytes(), 8));
        let written = fs::write(staging.join(&hashed), glue).and_then(|()| fs::remove_file(&file));
        written.map_err(|error| fault(&file, &error))?;
        if let Some(name) = file.file_name().and_then(|name| name.to_str()) {
            page = page.replace(name, &hashed);
        }
    }
    fs::remove_dir_all(&folder).map_err(|error| fault(&folder, &error))?;
    Ok(page)
}

/// What has a hash in its name.
struct Names<'a> {
    boot: &'a str,
    /// What browsers compare the starter with.
    boot_hash: &'a str,
    search: &'a str,
}

/// All files of a folder, one after the other in the order of their names.
fn contents(folder: &Path) -> Result<Vec<u8>, Unfinished> {
    let mut bytes = Vec::new();
    for file in files(folder)? {
        bytes.extend(read(&file)?);
    }
    Ok(bytes)
}

/// What lies in a folder, in the order of the names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Unfinished> {
    let entries = fs::read_dir(folder).map_err(|error| fault(folder, &error))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

/// The page with the names and hashes in it. `read` gives the bytes of a file beside the page.
fn finished(
    page: &str,
    names: &Names<'_>,
    read: impl Fn(&str) -> Result<Vec<u8>, Unfinished>,
) -> Result<String, Unfinished> {
    let (start, tag) = script_tag(page)?;
    let (Some(src), Some(glue), Some(wasm)) =
        (attribute(tag, "src"), attribute(tag, "data-glue"), attribute(tag, "data-wasm"))
    else {
        return Err(no_script_tag());
    };
    let base = src.strip_suffix(BOOT).ok_or_else(no_script_tag)?;
    let glue_hash = ["sha384-", &sha384_base64(&read(file_name(glue))?)].concat();
    let script = format!(
        "<script type=\"module\" src=\"{base}{}\" integrity=\"{}\" data-base=\"{base}\" data-search=\"{base}{}/{SEARCH_HOST}\" data-glue=\"{glue}\" data-wasm=\"{wasm}\" \
         data-glue-integrity=\"{glue_hash}\">",
        names.boot, names.boot_hash, names.search,
    );
    let preload =
        format!("<link rel=\"modulepreload\" href=\"{glue}\" integrity=\"{glue_hash}\" crossorigin>");
    let page =
        [page.get(..start).unwrap_or(""), &script, page.get(start + tag.len()..).unwrap_or("")].concat();
    // A minified page may do without the end tag; then the body marks the place.
    let head_end = page.find("</head>").or_else(|| page.find("<body"));
    let head_end =
        head_end.ok_or_else(|| Unfinished("index.html has neither </head> nor <body.".to_owned()))?;
    let (head, body) = page.split_at(head_end);
    Ok([head, &preload, body].concat())
}

/// Where the element begins that Trunk's pattern makes, and its tag.
fn script_tag(page: &str) -> Result<(usize, &str), Unfinished> {
    let start = page.match_indices("<script").map(|(index, _)| index);
    let mut scripts = start.filter_map(|start| {
        let rest = page.get(start..)?;
        let tag = rest.get(..=rest.find('>')?)?;
        attribute(tag, "data-wasm").is_some().then_some((start, tag))
    });
    scripts.next().ok_or_else(no_script_tag)
}

fn no_script_tag() -> Unfinished {
    Unfinished("index.html holds no <script src=\"…boot.js\" data-glue data-wasm>; see pattern_script in Trunk.toml.".to_owned())
}

/// The value of an attribute, quoted or, as a minifier leaves it, bare.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&[" ", name, "="].concat())?;
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([' ', '>']).next(),
    }
}

fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

fn text(file: &Path) -> Result<String, Unfinished> {
    String::from_utf8(read(file)?).map_err(|_| Unfinished(format!("{} is not UTF-8.", file.display())))
}

fn read(file: &Path) -> Result<Vec<u8>, Unfinished> {
    fs::read(file).map_err(|error| fault(file, &error))
}

fn fault(file: &Path, error: &io::Error) -> Unfinished {
    Unfinished(format!("{}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>x</title></head><body><script>1</script><script type=\"module\" src=\"/boot.js\" data-glue=\"/app-1.js\" data-wasm=\"/app-1_bg.wasm\"></script></body>";
    const BARE: &str = "<head><title>x</title><body><script type=module src=/a/boot.js data-glue=/a/app-1.js data-wasm=/a/app-1_bg.wasm></script>";

    fn finish(page: &str) -> Result<String, Unfinished> {
        finished(page, &Names { boot: "boot-0.js", boot_hash: "sha384-0", search: "search-0" }, |name| {
            Ok(name.as_bytes().to_vec())
        })
    }

    #[test]
    fn the_page_learns_names_and_hashes() {
        let page = finish(PAGE).unwrap();
        assert!(
            page.contains(
                "<script type=\"module\" src=\"/boot-0.js\" integrity=\"sha384-0\" data-base=\"/\" data-search=\"/search-0/search-host.js\" data-glue=\"/app-1.js\""
            ),
            "{page}"
        );
        assert!(page.contains("data-glue-integrity=\"sha384-"), "{page}");
        assert!(
            page.contains("<link rel=\"modulepreload\" href=\"/app-1.js\" integrity=\"sha384-"),
            "{page}"
        );
        assert!(
            finish(BARE)
                .unwrap()
                .contains("src=\"/a/boot-0.js\" integrity=\"sha384-0\" data-base=\"/a/\" data-search=\"/a/search-0/search-host.js\" data-glue=\"/a/app-1.js\"")
        );
    }

    #[test]
    fn a_page_without_the_element_is_refused() {
        for page in [
            "",
            "<head></head>",
            "<script src=\"/boot.js\"></script>",
            "<script data-wasm=x src=y data-glue=z>",
        ] {
            assert!(finish(page).is_err(), "{page}");
        }
    }
}
