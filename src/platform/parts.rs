//! Parts of the bundle, from their download to the library.

use wasm_bindgen_futures::spawn_local;

use super::download::{self, Wanted};
use super::intl::BrowserFormats;
use crate::bundle::decode;
use crate::bundle::index::{Index, PartName};
use crate::domain::content::Content;
use crate::domain::fetching::LoadError;
use crate::domain::language::Language;
use crate::domain::publication::Publication;
use crate::state::library::Library;
use crate::state::locale::Locale;

/// Fetches a part from the folder of the bundle, if it is not there and not underway. `missed` hears of a fault before the
/// library does.
pub fn request(library: Library, folder: &str, part: PartName, missed: fn(LoadError)) {
    if !library.begin(part) {
        return;
    }
    let Some(wanted) = library.index().part(part).map(|entry| Wanted::part(folder, entry)) else {
        library.fail(part, LoadError::Missing);
        return;
    };
    spawn_local(async move {
        match download::fetch(&wanted).await {
            Ok(bytes) => library.receive(part, &bytes),
            Err(error) => {
                missed(error);
                library.fail(part, error);
            }
        }
    });
}

/// Loads the messages of a language; those of English where a bundle does not have the language.
///
/// # Errors
/// The fault on the way, or `Unreadable` if the messages belong to another version of the app.
pub async fn load_locale(folder: &str, index: &Index, language: Language) -> Result<Locale, LoadError> {
    let entry =
        index.part(PartName::Messages(language)).or_else(|| index.part(PartName::Messages(Language::En)));
    let bytes = download::fetch(&Wanted::part(folder, entry.ok_or(LoadError::Missing)?)).await?;
    let catalog = decode::catalog(&bytes).map_err(|_| LoadError::Unreadable)?;
    Ok(Locale::new(language, catalog, Box::new(BrowserFormats::new(language))))
}

/// Answers a question to the search from the publications themselves, which are fetched for it; none if they cannot be had.
pub async fn answer(
    question: &str,
    publications: Option<Wanted>,
    reply: fn(&[Publication], &str) -> String,
) -> Option<String> {
    let bytes = download::fetch(&publications?).await.ok()?;
    let mut content = Content::default();
    decode::part(PartName::Publications, &bytes, &mut content).ok()?;
    Some(reply(&content.publications, question))
}
