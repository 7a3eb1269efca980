//! What stands in the head of a page: for search engines, for those who show a link to it, for readers of feeds.

use super::linked;
use crate::domain::content::Content;
use crate::domain::language::Language;
use crate::domain::linked_data as publication_data;
use crate::domain::message::Msg;
use crate::domain::route::Route;
use crate::domain::story::StoryId;
use crate::state::locale::Locale;
use crate::state::shell::Shell;
use crate::views::country::answer;

/// A page without its body.
pub(super) struct Document {
    pub language: Language,
    pub title: String,
    pub description: String,
    /// Where the page stands on its host.
    pub path: String,
    /// The one address of the page; empty if it has none.
    pub canonical: String,
    /// The same page in each language.
    pub alternates: Vec<(Language, String)>,
    /// Name and address of the feed.
    pub feed: (String, String),
    /// The element that names the answer to content systems; empty if the site's address is not known.
    pub oembed: String,
    /// Texts of elements of the type `application/ld+json`.
    pub linked_data: Vec<String>,
    pub site: String,
}

/// What a page is about, in one or two sentences.
pub(super) fn description(route: &Route, content: &Content, locale: Locale) -> String {
    let story = |id: StoryId| content.story(id).map(|story| story.summary.clone());
    let own = match route {
        Route::Country(code) => content.resolve(*code).map(answer),
        Route::Publication(id) => content.publication(id).and_then(|publication| {
            let told = [Some(&publication.summary), publication.subtitle.as_ref()];
            told.into_iter().flatten().find(|text| !text.is_empty()).cloned()
        }),
        Route::Countries(_) => Some(locale.text(Msg::CountriesLede).to_owned()),
        Route::Strategies(_) => Some(locale.text(Msg::StrategiesLede).to_owned()),
        Route::Publications(_) => Some(locale.text(Msg::PublicationsLede).to_owned()),
        Route::AtWork(_) => story(StoryId::AtWork),
        Route::Support => story(StoryId::Support),
        Route::Reform => story(StoryId::Reform),
        Route::UnCollaboration => story(StoryId::UnCollaboration),
        Route::About => story(StoryId::About),
        Route::Accessibility => story(StoryId::Accessibility),
        Route::Contact => Some(locale.text(Msg::ContactLede).to_owned()),
        Route::Embed(_) => Some(locale.text(Msg::BuilderLede).to_owned()),
        Route::Overview | Route::NotFound | Route::NoCountry(_) => None,
    };
    own.unwrap_or_else(|| locale.text(Msg::SiteDescription).to_owned())
}

/// What a page tells machines with the words of schema.org.
pub(super) fn linked_data(
    route: &Route,
    content: &Content,
    shell: Shell,
    locale: Locale,
    title: &str,
) -> Vec<String> {
    let mut told = Vec::new();
    match route {
        Route::NotFound | Route::NoCountry(_) => return told,
        Route::Overview => told.push(linked::site(shell, locale)),
        Route::Country(code) => {
            told.extend(content.resolve(*code).map(|country| linked::country(country, shell, locale, title)));
        }
        Route::Publication(id) => told.extend(content.publication(id).map(|publication| {
            publication_data::publication(publication, &shell.absolute(locale.language(), route.clone()))
        })),
        _ => {}
    }
    told.extend(linked::breadcrumbs(route, content, shell, locale));
    told
}
