//! How scripts are made small.

use std::io::Write;
use std::process::{Command, Stdio};

use super::Unfinished;

/// What is done with each script before it is delivered.
pub type Shrink = fn(&str) -> Result<String, Unfinished>;

/// A script without the lines that are for its readers: comments that have lines of their own, empty lines, indents. What
/// remains is as it was.
///
/// # Errors
/// None.
pub fn without_comments(script: &str) -> Result<String, Unfinished> {
    let mut is_comment = false;
    let mut kept = String::new();
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if is_comment {
            is_comment = !line.contains("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Ok(kept)
}

/// The same script in as few signs as possible, by Terser, which scripts/setup has installed: a fifth less to download.
///
/// # Errors
/// Terser is not there, or cannot read the script.
pub fn minified(script: &str) -> Result<String, Unfinished> {
    let fault = |why: &str| Unfinished(format!("terser could not make a script small: {why}"));
    let mut terser = Command::new("terser")
        .args(["--module", "--compress", "passes=2", "--mangle"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| fault(&error.to_string()))?;
    // It reads to the end before it writes, so nothing waits for each other. The pipe closes when it is dropped.
    let written = terser.stdin.take().map(|mut pipe| pipe.write_all(script.as_bytes()));
    let done = terser.wait_with_output().map_err(|error| fault(&error.to_string()))?;
    if !done.status.success() || !matches!(written, Some(Ok(()))) {
        return Err(fault(&String::from_utf8_lossy(&done.stderr)));
    }
    String::from_utf8(done.stdout).map_err(|error| fault(&error.to_string()))
}

/// A script made small, but for lines that begin so: they stand before the rest as they were. They say what does not depend on the
/// rest.
///
/// # Errors
/// There is no line that begins so, or the rest cannot be made small.
pub(super) fn around(script: &str, beginnings: &[&str], shrink: Shrink) -> Result<String, Unfinished> {
    let is_kept = |line: &&str| beginnings.iter().any(|beginning| line.starts_with(beginning));
    let (kept, rest): (Vec<&str>, Vec<&str>) = script.lines().partition(is_kept);
    if kept.len() != beginnings.len() {
        return Err(Unfinished(format!("a script has not one line each that begins with {beginnings:?}.")));
    }
    let rest = shrink(&rest.join("\n"))?;
    Ok([&kept.join("\n"), "\n", &rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_filled_in_later_stay_as_they_are() {
        let script = "// a\nconst A = \"\";\nconst B = { c: [] };\n  const d = A;\n";
        let small = around(script, &["const A = ", "const B = "], without_comments).unwrap();
        assert_eq!(small, "const A = \"\";\nconst B = { c: [] };\nconst d = A;\n");
        assert!(around(script, &["const A = ", "const E = "], without_comments).is_err());
    }

    #[test]
    fn comments_and_indents_are_left_out_and_nothing_else() {
        let script =
            "// a\nlet a = 1; // b\n\n/** c\n * d\n */\n  let b = \"//x\";\n/* e */\nlet c = `${a}/*`;\n";
        assert_eq!(
            without_comments(script).unwrap(),
            "let a = 1; // b\nlet b = \"//x\";\nlet c = `${a}/*`;\n"
        );
    }
}
