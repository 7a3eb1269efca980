//! What hosts and browsers need beside the pages: the service worker's list of files, and the file `_headers`, which Netlify and Cloudflare read (<https://docs.netlify.com/manage/routing/headers/>): what a host
//! is to send with each file. The other hosts' settings in `docs/hosting/` say the same, and `scripts/check-site` compares.

use std::fmt::{Display, Write};
use std::fs;
use std::io;
use std::path::Path;

use super::Unwritten;
use crate::domain::embed::FOLDER;

/// Sent with every file.
const ALWAYS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Sent with the site's own files. The policy allows what the site uses and nothing else: its own scripts, styles and data, and
/// that WebAssembly is compiled. Texts never become scripts: the one policy of Trusted Types makes the addresses of the two
/// workers (`boot.js`, `search-host.js`).
const OF_SITE: [(&str, &str); 3] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types own-scripts",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// Sent with what is made for frames on other sites. Nothing is said of who may frame it: even `*` would lock out pages without an
/// origin, such as those in a sandbox. There an embed has no origin either, and its own files are those of a stranger: all may
/// read them. WebKit does not take `'self'` for their host there, so that is named too where it is known. A page that is isolated from other origins takes frames only from hosts that say the same of their own.
const OF_EMBEDS: [(&str, &str); 4] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The folder of all that is made for other sites.
const EMBEDS: &str = "embed";

/// What never changes, because its name holds a piece of its hash.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Signs of a hash that are enough to tell one: shorter ones may be words or numbers.
const HASH_SIGNS: usize = 8;

/// The service worker, as Trunk copies it and as the host serves it.
pub(super) const WORKER: &str = "worker.js";

/// The beginnings of its lines that are written here.
const RELEASE_LINE: &str = "const RELEASE = ";
const FILES_LINE: &str = "const FILES = ";

/// Tells the service worker which release it belongs to, with which files the site starts, and which it fetches
/// later.
///
/// # Errors
/// A file cannot be read or written, or the worker does not have the lines that are filled in.
pub(super) fn finish_worker(site: &Path, release: &str) -> Result<(), Unwritten> {
    let file = site.join(WORKER);
    let fault = |error: &dyn Display| Unwritten::at(&file, error);
    let text = fs::read_to_string(&file).map_err(|error| fault(&error))?;
    let (start, later) = start_and_later(site).map_err(|error| fault(&error))?;
    let files = serde_json::json!({ "start": start, "later": later });
    let filled = with_line(&text, RELEASE_LINE, &format!("\"{release}\";"))
        .and_then(|text| with_line(&text, FILES_LINE, &format!("{files};")));
    let filled = filled.ok_or_else(|| fault(&"it lacks the lines that name the release and its files"))?;
    fs::write(&file, filled).map_err(|error| fault(&error))
}

/// The text with another end of the line that begins so; nothing if there is no such line.
fn with_line(text: &str, beginning: &str, end: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(beginning))?;
    Some(text.replacen(line, &[beginning, end].concat(), 1))
}

/// A path below the site's folder, and a number of bytes.
type FileSize = (String, u64);

/// The files that the site starts with, which have a hash in their names; and what it fetches when it is wanted: the search, and
/// code of views.
fn start_and_later(site: &Path) -> io::Result<(Vec<FileSize>, Vec<FileSize>)> {
    let (mut start, mut later) = (Vec::new(), Vec::new());
    for (path, bytes) in files(site, "")? {
        if is_hashed(&path) {
            start.push((path, bytes));
        }
    }
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && is_hashed(&name) {
            later.extend(files(site, &[&name, "/"].concat())?);
        }
    }
    for entry in fs::read_dir(site.join(SEARCH_DATA))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        later.extend(files(site, &[SEARCH_DATA, &name, "/"].concat())?);
    }
    Ok((start, later))
}

/// The folder of the search's data.
const SEARCH_DATA: &str = "data/search/";

/// The folder of what the shell of an embed reads. All in it has a hash in its name.
const EMBED_DATA: &str = "embed/v1/data/";

/// The files that lie in a folder, without those in folders of it.
fn files(site: &Path, folder: &str) -> io::Result<Vec<FileSize>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(site.join(folder))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let path = [folder, &entry.file_name().to_string_lossy()].concat();
            found.push((path, entry.metadata()?.len()));
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// The text of `_headers` for the site in a folder that lies at `base` on its host. `origin` is the host with its scheme, if it is known.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn headers(site: &Path, base: &str, origin: Option<&str>) -> io::Result<String> {
    let mut text = String::new();
    push_rule(&mut text, &[base, "*"].concat(), &ALWAYS);
    // Where two rules fit, these hosts send both values. So no rule of the site may fit what is made for other sites: the folders
    // are named one by one, and `:page` is whatever lies in none.
    for path in ["", ":page"].map(str::to_owned).into_iter().chain(folders(site)?) {
        let mut headers = OF_SITE.to_vec();
        // In the same rule: of two for one path, Cloudflare reads the last. It comes first, where docs/hosting/s3.sh looks.
        if path.strip_suffix("/*").is_some_and(is_hashed) {
            headers.insert(0, ("Cache-Control", IMMUTABLE));
        }
        push_rule(&mut text, &[base, &path].concat(), &headers);
    }
    let host = origin.map(|origin| ["'self' ", origin.trim_end_matches('/')].concat());
    let of_embeds =
        OF_EMBEDS.map(|(name, value)| (name, value.replace("'self'", host.as_deref().unwrap_or("'self'"))));
    push_rule(&mut text, &[base, EMBEDS, "/*"].concat(), &of_embeds);
    let mut paths = Vec::new();
    // Citations and feeds are named after publications, whose ids may look like hashes.
    for folder in ["", "data/", SEARCH_DATA, FOLDER] {
        for entry in fs::read_dir(site.join(folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_folder = entry.file_type()?.is_dir();
            let has_rule = folder.is_empty() && is_folder;
            if !has_rule && (is_hashed(&name) || folder == SEARCH_DATA) {
                let end = if is_folder { "/*" } else { "" };
                paths.push([folder, &name, end].concat());
            }
        }
    }
    // One rule for all of them: Cloudflare takes a hundred at most.
    paths.push([EMBED_DATA, "*"].concat());
    paths.sort_unstable();
    for path in paths {
        _ = write!(text, "{base}{path}\n  Cache-Control: {IMMUTABLE}\n");
    }
    Ok(text)
}

/// What lies in each folder of the site's own.
fn folders(site: &Path) -> io::Result<Vec<String>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && name != EMBEDS {
            folders.push([&name, "/*"].concat());
        }
    }
    folders.sort_unstable();
    Ok(folders)
}

fn push_rule(text: &mut String, path: &str, headers: &[(&str, impl Display)]) {
    _ = writeln!(text, "{path}");
    for (name, value) in headers {
        _ = writeln!(text, "  {name}: {value}");
    }
}

/// Whether a name such as `app-0f1e2d3c_bg.wasm`, `countries.9e929af9.json` or `search-85d93d79` holds a piece of a hash.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_'])
        .skip(1)
        .any(|piece| piece.len() >= HASH_SIGNS && piece.bytes().all(|sign| sign.is_ascii_hexdigit()))
        && ![".br", ".gz", ".html"].iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled_in_and_filled_in_anew() {
        let text = with_line("a\nconst RELEASE = \"\";\nb", RELEASE_LINE, "\"1\";").unwrap();
        assert_eq!(text, "a\nconst RELEASE = \"1\";\nb");
        assert_eq!(with_line(&text, RELEASE_LINE, "\"2\";").unwrap(), "a\nconst RELEASE = \"2\";\nb");
        assert_eq!(with_line("a", RELEASE_LINE, "1"), None);
    }

    #[test]
    fn hashes_are_told_from_words() {
        for name in
            ["app-ad0b92e9.js", "app-cc0f1e7906ae381f_bg.wasm", "terms.ar.764b6cf9.json", "search-85d93d79"]
        {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "index.json",
            "worker.js",
            "404.html",
            "en.webmanifest",
            "robots.txt",
            "app-ad0b92e9.js.br",
            "deadbeef",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
