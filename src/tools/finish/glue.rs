//! Our own JavaScript beside the Rust that calls it (`ui/element/nodes.js`) becomes part of the glue, which wasm-bindgen
//! writes so that it imports a file of its own: one more to wait for before the first view.

/// The glue with the modules in it that it imports, and their paths. `read` gives the text of a module.
///
/// # Errors
/// What `read` says. A path without a text is left to it.
pub(super) fn merged<E>(
    glue: &str,
    read: impl Fn(&str) -> Result<String, E>,
) -> Result<(String, Vec<String>), E> {
    let mut lines = Vec::new();
    let mut paths = Vec::new();
    for line in glue.lines() {
        let Some((names, path)) = imported(line) else {
            lines.push(line.to_owned());
            continue;
        };
        let module = read(path)?.replace("\nexport ", "\n");
        let module = module.strip_prefix("export ").unwrap_or(&module);
        // A function keeps the module's own names apart from the glue's.
        let given: Vec<&str> = names.split(',').filter_map(|name| name.split_whitespace().next()).collect();
        let taken = names.replace(" as ", ": ");
        lines.push(
            ["const {", &taken, "} = (() => {\n", module, "\nreturn { ", &given.join(", "), " };\n})();"]
                .concat(),
        );
        paths.push(path.to_owned());
    }
    Ok((lines.join("\n"), paths))
}

/// What is imported by a line of the glue, and from where, if it is a module of ours.
fn imported(line: &str) -> Option<(&str, &str)> {
    let (names, path) = line.strip_prefix("import {")?.split_once("} from '")?;
    let path = path.strip_prefix("./")?.split('\'').next()?;
    path.starts_with("snippets/").then_some((names, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import { build, change as to } from './snippets/a-1/nodes.js';\nimport { x } from './other.js';\nlet wasm;";

    #[test]
    fn a_module_of_ours_becomes_part_of_the_glue() {
        let module = "export const build = 1;\nconst own = 2;\nexport function change() { return own; }\n";
        let read = |path: &str| if path == "snippets/a-1/nodes.js" { Ok(module.to_owned()) } else { Err(()) };
        let (glue, paths) = merged(GLUE, read).unwrap();
        assert_eq!(paths, ["snippets/a-1/nodes.js"]);
        assert_eq!(
            glue,
            "const { build, change: to } = (() => {\nconst build = 1;\nconst own = 2;\nfunction change() { return own; }\n\nreturn { build, change };\n})();\nimport { x } from './other.js';\nlet wasm;"
        );
    }

    #[test]
    fn a_module_that_is_not_there_is_told() {
        assert_eq!(
            merged(GLUE, |path| Err::<String, _>(path.to_owned())),
            Err("snippets/a-1/nodes.js".to_owned())
        );
    }
}
