//! What the compiler does for the page: one style sheet, and names and hashes when Trunk has built.

use std::fs;
use std::path::PathBuf;

use super::project::Project;

#[test]
fn styles_are_joined_in_their_layers() {
    let project = Project::copy("styles");
    let main = "@layer base, print;\n\n@import \"a.css\" layer(base);\n@import \"print.css\" layer(print);\n";
    fs::write(project.path("style/main.css"), main).unwrap();
    fs::write(project.path("style/a.css"), "a { color: inherit }\n").unwrap();
    fs::write(project.path("style/print.css"), "nav { display: none }\n").unwrap();
    let file = project.path("joined.css");
    let run = project.bundle(&["css", "--out", &file.to_string_lossy()]);
    assert!(run.succeeded, "{}", run.errors);
    let expected = "@layer base, print;\n@layer base {\na { color: inherit }\n}\n@layer print {\nnav { display: none }\n}\n";
    assert_eq!(fs::read_to_string(file).unwrap(), expected);
}

/// A folder as Trunk leaves it to the last hook.
fn staged(project: &Project) -> PathBuf {
    let folder = project.path("staging");
    fs::create_dir_all(folder.join("search-modules")).unwrap();
    for part in ["boot", "embed/v1", "embed-shell", "data"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    fs::write(folder.join("search-modules/search-host.js"), "search()").unwrap();
    let page = "<html><head><title>x</title></head><body><script type=\"module\" src=\"/boot.js\" \
                data-glue=\"/app-1.js\" data-wasm=\"/app-1_bg.wasm\"></script></body></html>";
    for (name, text) in [
        ("index.html", page),
        ("boot/page.js", "// The page.\npage()\n"),
        ("boot/panel.js", ""),
        ("boot/download.js", ""),
        ("boot/chunks.js", "const CODE = { app: [0, \"\"], folder: \"\", views: {}, files: {} };\n"),
        ("boot/scripts.js", ""),
        ("boot/offline.js", ""),
        ("boot/take-over.js", ""),
        ("boot/first-use.js", ""),
        ("boot/start.js", "start()\n"),
        ("worker.js", "// Works.\nconst RELEASE = \"\";\nconst FILES = {};\n  work()\n"),
        ("app-1.js", "glue()"),
        ("app-1_bg.wasm", "\0asm"),
        ("embed/v1/frame.js", "frame()"),
        ("embed/v1/check.js", "check()"),
        ("embed/v1/loader.js", "// Loads.\nload()"),
        ("embed/v1/embed.css", "a { color: red }"),
        ("embed/v1/shell.css", "b { color: red }"),
        ("embed/v1/shell.js", "const FILES = {};\nstart()"),
        ("embed-shell/embed.js", "glue()"),
        ("embed-shell/embed_bg.wasm", "\0asm"),
        ("data/index.json", "{}"),
        ("data/countries.0123abcd.json", "[]"),
        ("data/citations.ris.0123abcd.json", "[]"),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

#[test]
fn the_page_gets_names_and_hashes() {
    let project = Project::copy("finish");
    let folder = staged(&project);
    let run = project.bundle_for(&folder, &["finish"]);
    assert!(run.succeeded, "{}", run.errors);
    let worker = fs::read_to_string(folder.join("worker.js")).unwrap();
    assert_eq!(
        worker, "const RELEASE = \"\";\nconst FILES = {};\nwork()\n",
        "lines that are filled in later stay"
    );
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let (_, boot) = page.split_once("src=\"/boot-").unwrap();
    let name = format!("boot-{}", boot.split('"').next().unwrap());
    assert_eq!(name.len(), "boot-01234567.js".len());
    let starter = fs::read_to_string(folder.join(name)).unwrap();
    assert!(starter.starts_with("page()\nconst CODE = {\"app\":[4,\"sha256-"), "{starter}");
    assert!(starter.ends_with("\"views\":{}};\nstart()\n"), "{starter}");
    assert!(!folder.join("boot.js").exists() && !folder.join("boot").exists());
    let (_, search) = page.split_once("data-search=\"/").unwrap();
    let search = folder.join(search.split('"').next().unwrap());
    assert_eq!(fs::read_to_string(search).unwrap(), "search()\n");
    assert!(!folder.join("search-modules").exists());
    // The loader stands under the name that partners know, and under one that never means another file.
    let told = fs::read_to_string(folder.join("embed/v1/integrity.json")).unwrap();
    let pinned = told.split('"').find(|part| part.starts_with("loader-")).unwrap();
    for name in ["loader.js", pinned] {
        assert_eq!(fs::read_to_string(folder.join("embed/v1").join(name)).unwrap(), "load()\n");
    }
    assert!(told.contains("\"integrity\":\"sha384-"), "{told}");
    assert!(!folder.join("embed/v1/frame.js").exists());
    // The starter of the shell knows its files, and what a list reads lies beside it.
    let embeds = fs::read_dir(folder.join("embed/v1")).unwrap();
    let embeds = embeds.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut starters = embeds.filter_map(|name| {
        Some(["shell-", name.strip_prefix("shell-")?.strip_suffix(".js")?, ".js"].concat())
    });
    let starter = starters.next().unwrap();
    let starter = fs::read_to_string(folder.join("embed/v1").join(starter)).unwrap();
    for part in ["\"wasm\":[\"shell-", "\"glue\":[\"glue-", "\"css\":[\"shell-", "\"index\":\"data/index-"] {
        assert!(starter.contains(part), "{part} is not in {starter}");
    }
    assert!(folder.join("embed/v1/data/countries.0123abcd.json").exists());
    assert!(!folder.join("embed/v1/data/citations.ris.0123abcd.json").exists());
    assert!(!folder.join("embed-shell").exists());
    for part in [
        "<link rel=\"modulepreload\" href=\"/app-1.js\" integrity=\"sha384-",
        "data-glue-integrity=\"sha384-",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn a_page_that_is_not_whole_is_not_finished() {
    let project = Project::copy("finish-broken");
    let folder = staged(&project);
    fs::remove_dir_all(folder.join("search-modules")).unwrap();
    let run = project.bundle_for(&folder, &["finish"]);
    assert!(!run.succeeded && run.errors.contains("search-modules"), "{}", run.errors);
    fs::remove_dir_all(folder).unwrap();
    for missing in
        ["index.html", "boot/take-over.js", "worker.js", "app-1.js", "app-1_bg.wasm", "embed/v1/loader.js"]
    {
        let folder = staged(&project);
        fs::remove_file(folder.join(missing)).unwrap();
        let before = fs::read(folder.join("index.html")).ok();
        let run = project.bundle_for(&folder, &["finish"]);
        assert!(!run.succeeded && run.errors.contains(missing), "{missing}: {}", run.errors);
        assert_eq!(fs::read(folder.join("index.html")).ok(), before);
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn an_app_that_was_split_gets_its_chunks() {
    let project = Project::copy("finish-split");
    let folder = staged(&project);
    fs::write(folder.join("app-1.js"), "countryCooperation.chunks(() => wasm)").unwrap();
    let run = project.bundle_for(&folder, &["finish"]);
    assert!(!run.succeeded && run.errors.contains("views.json"), "{}", run.errors);
    fs::remove_dir_all(&folder).unwrap();
    let folder = staged(&project);
    fs::write(folder.join("app-1.js"), "countryCooperation.chunks(() => wasm)").unwrap();
    fs::create_dir_all(project.path("target/chunks")).unwrap();
    fs::write(project.path("target/chunks/views.json"), "{\"map\":[\"map-1.bin\",\"shared-1.bin\"]}")
        .unwrap();
    fs::write(project.path("target/chunks/map-1.bin"), "map").unwrap();
    let run = project.bundle_for(&folder, &["finish"]);
    assert!(!run.succeeded && run.errors.contains("shared-1.bin"), "{}", run.errors);
    fs::remove_dir_all(&folder).unwrap();
    let folder = staged(&project);
    fs::write(folder.join("app-1.js"), "countryCooperation.chunks(() => wasm)").unwrap();
    fs::write(project.path("target/chunks/shared-1.bin"), "shared").unwrap();
    let run = project.bundle_for(&folder, &["finish"]);
    assert!(run.succeeded, "{}", run.errors);
    let starter = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let starter = starter
        .filter(|file| file.to_string_lossy().contains("/boot-"))
        .map(|file| fs::read_to_string(file).unwrap());
    let starter: String = starter.collect();
    for part in [
        "\"map-1.bin\":[3,\"sha256-",
        "\"shared-1.bin\":[6,\"sha256-",
        "\"views\":{\"map\":[\"map-1.bin\",\"shared-1.bin\"]}",
    ] {
        assert!(starter.contains(part), "{part} is not in {starter}");
    }
    let (_, of_code) = starter.split_once("\"folder\":\"code-").unwrap();
    let of_code = ["code-", of_code.split('"').next().unwrap()].concat();
    assert_eq!(fs::read_to_string(folder.join(of_code).join("shared-1.bin")).unwrap(), "shared");
}
