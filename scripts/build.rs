//! Tells the linker to leave in the app's WebAssembly what belongs to what, when the app is to be split into chunks
//! (`scripts/split`). An option for all programs would be one for the search and the embeds too.
#![allow(clippy::print_stdout, reason = "cargo reads what a build script prints")]

fn main() {
    if std::env::var_os("CARGO_FEATURE_CHUNKS").is_some() {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=scripts/build.rs");
}
