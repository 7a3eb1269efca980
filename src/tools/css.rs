//! Joins the style sheets. Trunk does not follow `@import`, so the lists in `style/` are followed here.

use std::path::Path;

use super::finding::{Finding, Place};
use super::table::{not_read, read_text};

/// The list for the site.
pub const MAIN: &str = "style/main.css";

/// The list for the documents in frames on other sites.
pub const EMBED: &str = "style/embed.css";

/// The list for those of them that answer, besides.
pub const SHELL: &str = "style/embed-shell.css";

/// A style sheet from its list: the line with the layers, then every imported file within its layer.
///
/// # Errors
/// A file that is missing, a line that is not an import, or a layer that the first line does not name.
pub fn bundle(root: &Path, list: &str) -> Result<String, Vec<Finding>> {
    let mut findings = Vec::new();
    let text = read_text(root, list, &mut findings).unwrap_or_default();
    let mut css = String::new();
    let mut layers: Vec<&str> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || Place::line(list, index + 1);
        if layers.is_empty() {
            layers = layer_names(line);
            if layers.is_empty() {
                let right = "Write @layer, the layers in their order, and a semicolon.";
                findings.push(Finding::error(place(), "the first line must name the layers.", right));
                break;
            }
            css.push_str(line.trim());
            css.push('\n');
        } else if let Some((path, layer)) = import(line) {
            if !layers.contains(&layer) {
                let wrong = format!("\"{layer}\" is not one of the layers in the first line.");
                findings.push(Finding::error(place(), wrong, "Correct it, or add it there."));
            }
            match std::fs::read_to_string(root.join("style").join(path)) {
                Ok(part) => css.push_str(&["@layer ", layer, " {\n", part.trim_end(), "\n}\n"].concat()),
                Err(error) => {
                    let wrong = format!("\"{path}\" {}.", not_read(&error));
                    findings.push(Finding::error(place(), wrong, "Write the path of a file in style/."));
                }
            }
        } else {
            let right = "Write lines such as @import \"base/links.css\" layer(base); and nothing else.";
            findings.push(Finding::error(place(), format!("\"{line}\" is not an import."), right));
        }
    }
    if findings.is_empty() { Ok(css) } else { Err(findings) }
}

fn layer_names(line: &str) -> Vec<&str> {
    let names = line.trim().strip_prefix("@layer ").and_then(|rest| rest.strip_suffix(';'));
    names.map(|names| names.split(',').map(str::trim).collect()).unwrap_or_default()
}

/// The path and the layer of `@import "path" layer(name);`.
fn import(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim().strip_prefix("@import \"")?.strip_suffix(");")?;
    rest.split_once("\" layer(")
}
