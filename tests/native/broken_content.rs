//! Whatever is wrong with the content: the editor is told exactly that, in plain words, and nothing is written.

use std::fs;
use std::sync::Mutex;

use super::fixture::Fixture;
use super::project::Project;

#[test]
fn every_fault_is_told_and_nothing_is_written() {
    let fixtures = Mutex::new(Fixture::all());
    let count = fixtures.lock().unwrap().len();
    assert!(count >= 45, "only {count} fixtures were found");
    let wrong = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(fixture) = take(&fixtures) {
                    if let Some(difference) = check(&fixture) {
                        wrong.lock().unwrap().push(difference);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} of {count} fixtures:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// A function of its own, so that the lock is free again while the fixture is worked on.
fn take(fixtures: &Mutex<Vec<Fixture>>) -> Option<Fixture> {
    fixtures.lock().unwrap().pop()
}

fn check(fixture: &Fixture) -> Option<String> {
    let project = Project::copy(&format!("broken-{}", fixture.name));
    let expected = fixture.apply(&project);
    let run = project.bundle(&["build"]);
    let errors = expected.iter().filter(|line| !line.starts_with("Warning: ")).count();
    let closing = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
    let expected = format!("{}\n{closing}. Nothing was written.\n", expected.join("\n"));
    let has_written = !project.written().is_empty();
    if run.succeeded || run.errors != expected || !run.output.is_empty() || has_written {
        return Some(format!(
            "{}\n  expected:\n{expected}  found:\n{}{}  files written: {has_written}\n",
            fixture.name, run.output, run.errors
        ));
    }
    None
}

#[test]
fn a_former_bundle_stays_as_it_was() {
    let project = Project::copy("former-bundle");
    assert!(project.bundle(&["build"]).succeeded);
    let before = project.written();
    assert!(before.len() > 15, "only {} files were written", before.len());
    fs::write(project.path("content/site.json"), "{").unwrap();
    assert!(!project.bundle(&["build"]).succeeded);
    assert!(project.written() == before, "a failed build has changed the bundle");
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let project = Project::copy("many-faults");
    for fixture in Fixture::all() {
        let wanted = ["office-kind-unknown", "figure-source-blank", "site-mail-malformed", "story-html"];
        if wanted.contains(&fixture.name.as_str()) {
            fixture.apply(&project);
        }
    }
    let run = project.bundle(&["check"]);
    assert!(!run.succeeded);
    let files: Vec<_> = run.errors.lines().filter_map(|line| line.split(',').next()).collect();
    let expected = [
        "content/figures.csv",
        "content/offices.csv",
        "content/site.json",
        "content/stories/about.en.md",
        "4 errors. Nothing was written.",
    ];
    assert_eq!(files, expected);
}

#[test]
fn a_label_that_nothing_needs_is_only_worth_a_warning() {
    let project = Project::copy("unused-label");
    for language in ["en", "fr", "es", "ar", "zh", "ru"] {
        let file = project.path(&format!("content/messages/{language}.json"));
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replacen('{', "{\n  \"term.topic.nothing\": \"Nothing\",", 1)).unwrap();
    }
    let run = project.bundle(&["check"]);
    assert!(run.succeeded, "{}", run.errors);
    let warning = "Warning: content/messages/en.json, line 2, term.topic.nothing: no table has this word.";
    assert!(run.output.starts_with(warning), "{}", run.output);
}

#[test]
fn unknown_commands_get_help() {
    let project = Project::copy("help");
    assert!(project.bundle(&["help"]).output.contains("bundle build"));
    for arguments in [&["bulid"][..], &[], &["build", "--out"], &["css"]] {
        let run = project.bundle(arguments);
        assert!(!run.succeeded && run.errors.contains("bundle build"), "{arguments:?}");
    }
}
