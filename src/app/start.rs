//! The start: index and messages first, then the site.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::site::Site;
use crate::bundle::decode;
use crate::bundle::index::Index;
use crate::domain::fetching::LoadError;
use crate::domain::language::Language;
use crate::domain::route::{Address, Parsed};
use crate::platform::boot;
use crate::platform::download::{self, Wanted};
use crate::platform::memory::{self, Key};
use crate::platform::page;
use crate::platform::parts::load_locale;
use crate::ui::element::draw_in_pieces;

/// Starts the site. Whatever goes wrong ends in the panel of `boot.js`, never in a blank page.
pub fn start() {
    spawn_local(async {
        if let Err(error) = run().await {
            boot::failed(error);
        }
    });
}

async fn run() -> Result<(), LoadError> {
    let base = boot::base();
    let folder = [base.as_str(), "data/"].concat();
    let index = load_index(&folder).await?;
    let locale = load_locale(&folder, &index, language_of_address(&base)).await?;
    let stage = document().create_element("div").ok().and_then(|element| element.dyn_into().ok());
    let stage: web_sys::HtmlElement = stage.ok_or(LoadError::Unreadable)?;
    draw_in_pieces(stage.clone().into());
    boot::in_own_task().await;
    mount_to(stage.clone(), move || view! { <Site base folder index locale /> }).forget();
    boot::started(&stage);
    // Whoever types first shall not wait for them.
    for number in 0.. {
        boot::in_own_task().await;
        if !locale.prepare(number) {
            break;
        }
    }
    Ok(())
}

/// Loads the index; the last one that was of use, if the present one cannot be had or read.
async fn load_index(folder: &str) -> Result<Index, LoadError> {
    let fault = match download::fetch(&Wanted::index(folder)).await {
        Ok(bytes) => match decode::index(&bytes) {
            Ok(index) => {
                boot::keep(&bytes);
                return Ok(index);
            }
            Err(_) => LoadError::Unreadable,
        },
        Err(error) => error,
    };
    let kept = boot::kept().await.and_then(|bytes| decode::index(&bytes).ok());
    kept.ok_or(fault)
}

/// The language that the address names, or the reader's own.
fn language_of_address(base: &str) -> Language {
    let address = page::address();
    let path = address.split('?').next().unwrap_or("");
    match Address::parse(below(base, path), "") {
        Parsed::Address(address, _) => address.language,
        Parsed::Root | Parsed::NoLanguage => readers_language(),
    }
}

/// The path below the site's folder.
pub fn below<'a>(base: &str, path: &'a str) -> &'a str {
    path.strip_prefix(base.trim_end_matches('/')).unwrap_or(path)
}

/// The saved choice, else the first of the browser's languages that the site has, else English.
pub fn readers_language() -> Language {
    let saved = memory::recall(Key::Language).and_then(|code| Language::from_code(&code));
    let preferred = || memory::preferred_languages().iter().find_map(|tag| Language::from_preference(tag));
    saved.or_else(preferred).unwrap_or(Language::En)
}
