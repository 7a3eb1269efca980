//! The reader's words for the kinds of things: one place, so that no view names them its own way.

use crate::domain::chart::ChartId;
use crate::domain::content::{Content, Presence, PresenceKind};
use crate::domain::country::{Country, Income, Iso3, Membership};
use crate::domain::date::Year;
use crate::domain::fetching::LoadError;
use crate::domain::message::{Msg, Plural};
use crate::domain::office::{Confidence, Office, OfficeKind};
use crate::domain::publication::{Coverage, YearBasis};
use crate::domain::region::Region;
use crate::domain::story::PageName;
use crate::domain::strategy::Status;
use crate::domain::terms::TermKind;
use crate::state::locale::Locale;
use crate::state::shell::use_shell;

pub fn region(region: Region) -> Msg {
    match region {
        Region::Afr => Msg::RegionAfr,
        Region::Amr => Msg::RegionAmr,
        Region::Sear => Msg::RegionSear,
        Region::Eur => Msg::RegionEur,
        Region::Emr => Msg::RegionEmr,
        Region::Wpr => Msg::RegionWpr,
    }
}

/// What a chart is about, in a few words.
pub fn chart(id: ChartId) -> Msg {
    match id {
        ChartId::Offices => Msg::AtWorkOffices,
        ChartId::Presence => Msg::AtWorkRegions,
        ChartId::Served => Msg::ChartServedHead,
        ChartId::Strategies => Msg::ChartStrategiesHead,
        ChartId::Publications => Msg::ChartPublicationsHead,
        ChartId::Staff => Msg::ChartStaffHead,
    }
}

pub fn membership(membership: Membership) -> Msg {
    match membership {
        Membership::MemberState => Msg::MembershipMemberState,
        Membership::AssociateMember => Msg::MembershipAssociateMember,
        Membership::Territory => Msg::MembershipTerritory,
    }
}

pub fn income(income: Income) -> Msg {
    match income {
        Income::Low => Msg::IncomeLow,
        Income::LowerMiddle => Msg::IncomeLowerMiddle,
        Income::UpperMiddle => Msg::IncomeUpperMiddle,
        Income::High => Msg::IncomeHigh,
        Income::NotClassified => Msg::IncomeNotClassified,
    }
}

pub fn presence_kind(kind: PresenceKind) -> Msg {
    match kind {
        PresenceKind::InCountry => Msg::PresenceInCountry,
        PresenceKind::ServedFromElsewhere => Msg::PresenceElsewhere,
        PresenceKind::NotFound => Msg::PresenceNotFound,
    }
}

pub fn office_kind(kind: OfficeKind) -> Msg {
    match kind {
        OfficeKind::Headquarters => Msg::OfficeHeadquarters,
        OfficeKind::RegionalOffice => Msg::OfficeRegional,
        OfficeKind::CountryOffice => Msg::OfficeCountry,
        OfficeKind::MultiCountryOffice => Msg::OfficeMultiCountry,
        OfficeKind::LiaisonOffice => Msg::OfficeLiaison,
        OfficeKind::CountryDesk => Msg::OfficeDesk,
        OfficeKind::SubRegional => Msg::OfficeSubRegional,
        OfficeKind::TechnicalCentre => Msg::OfficeTechnical,
    }
}

pub fn confidence(confidence: Confidence) -> Msg {
    match confidence {
        Confidence::High => Msg::ConfidenceHigh,
        Confidence::Medium => Msg::ConfidenceMedium,
        Confidence::Low => Msg::ConfidenceLow,
    }
}

pub fn status(status: Status) -> Msg {
    match status {
        Status::Current => Msg::StatusCurrent,
        Status::InDevelopment => Msg::StatusInDevelopment,
        Status::Undated => Msg::StatusUndated,
        Status::Expired => Msg::StatusExpired,
    }
}

pub fn year_basis(basis: YearBasis) -> Option<Msg> {
    match basis {
        YearBasis::Printed => None,
        YearBasis::Adopted => Some(Msg::YearAdopted),
        YearBasis::PeriodStart => Some(Msg::YearPeriodStart),
        YearBasis::PeriodEnd => Some(Msg::YearPeriodEnd),
    }
}

/// The name of a page, as navigation and headings use it.
pub fn page(page: PageName) -> Msg {
    match page {
        PageName::Overview => Msg::NavOverview,
        PageName::Countries => Msg::NavCountries,
        PageName::Strategies => Msg::NavStrategies,
        PageName::Publications => Msg::NavPublications,
        PageName::AtWork => Msg::NavAtWork,
        PageName::Support => Msg::NavSupport,
        PageName::Reform => Msg::NavReform,
        PageName::UnCollaboration => Msg::NavUnCollaboration,
        PageName::Contact => Msg::NavContact,
        PageName::About => Msg::NavAbout,
        PageName::Accessibility => Msg::NavAccessibility,
        PageName::Embed => Msg::NavEmbed,
    }
}

/// What went wrong, and with a status its number.
pub fn load_error(locale: Locale, error: LoadError) -> String {
    match error {
        LoadError::Connection => locale.text(Msg::FaultConnection).to_owned(),
        LoadError::Timeout => locale.text(Msg::FaultTimeout).to_owned(),
        LoadError::Status(status) => locale.with(Msg::FaultStatus, &[("status", &status.to_string())]),
        LoadError::TooLarge | LoadError::Damaged => locale.text(Msg::FaultDamaged).to_owned(),
        LoadError::Unreadable => locale.text(Msg::FaultUnreadable).to_owned(),
        LoadError::Missing => locale.text(Msg::FaultMissing).to_owned(),
    }
}

/// The official name of a country in the reader's language; its code if it is not known.
pub fn country_name(locale: Locale, content: &Content, iso3: Iso3) -> String {
    content
        .country(iso3)
        .map_or_else(|| iso3.to_string(), |country| country.names.get(locale.language()).to_owned())
}

/// The region a publication is about.
pub fn coverage(coverage: Coverage) -> Msg {
    match coverage {
        Coverage::Global => Msg::RegionGlobal,
        Coverage::Region(code) => region(code),
    }
}

/// Where an office stands: "Suva, Fiji", or the country alone.
pub fn office_place(locale: Locale, content: &Content, office: &Office) -> String {
    let country = country_name(locale, content, office.country);
    match &office.city {
        Some(city) => locale.with(Msg::OfficePlace, &[("city", city), ("country", &country)]),
        None => country,
    }
}

/// Who is present, in a few words.
pub fn presence(locale: Locale, content: &Content, presence: &Presence<'_>) -> String {
    match presence {
        Presence::Own(office) => {
            let others = office.serves.iter().filter(|iso3| **iso3 != office.country).count();
            let kind = locale.text(office_kind(office.kind));
            if others == 0 {
                kind.to_owned()
            } else {
                locale.count_with(Plural::PresenceServesOthers, others, &[("kind", kind)])
            }
        }
        Presence::Supported { own, by } => locale.with(
            Msg::PresenceSupported,
            &[("kind", locale.text(office_kind(own.kind))), ("place", &office_place(locale, content, by))],
        ),
        Presence::ServedFrom(office) => {
            locale.with(Msg::PresenceServedFrom, &[("place", &office_place(locale, content, office))])
        }
        Presence::NotFound => locale.text(Msg::PresenceNotFoundLong).to_owned(),
    }
}

/// A period of years, left to right in every script; one open end is said in words.
pub fn period(locale: Locale, start: Option<Year>, end: Option<Year>) -> String {
    match (start, end) {
        (Some(start), Some(end)) => format!("{start}–{end}"),
        (Some(start), None) => locale.with(Msg::PeriodFrom, &[("year", &start.to_string())]),
        (None, Some(end)) => locale.with(Msg::PeriodUntil, &[("year", &end.to_string())]),
        (None, None) => locale.text(Msg::PeriodUnknown).to_owned(),
    }
}

/// The most telling strategy of a country with its period and status: "2024–2029 current".
pub fn leading_strategy(locale: Locale, content: &Content, country: &Country) -> String {
    let on = use_shell().content_year();
    let leading = content.cycles_of(country.iso3).into_iter().min_by_key(|cycle| cycle.status(on));
    leading.map_or_else(
        || locale.text(Msg::StatusNotFoundLong).to_owned(),
        |cycle| {
            let status = cycle.status(on);
            let words = locale.text(self::status(status));
            // What has no period says just that.
            if status == Status::Undated {
                return words.to_owned();
            }
            let period = period(locale, cycle.start, cycle.end);
            [period.as_str(), " ", words].concat()
        },
    )
}

/// The income group of a country with who says so; empty if it was not found.
pub fn income_of(locale: Locale, country: &Country) -> String {
    let group = country.income.map(|group| locale.text(income(group)));
    let year = income_year(locale, country);
    group.map(|group| locale.with(Msg::IncomeFrom, &[("group", group), ("year", &year)])).unwrap_or_default()
}

/// The fiscal year of the income group, which the facts write as `FY2026`.
pub fn income_year(locale: Locale, country: &Country) -> String {
    let year = country.income_year.as_deref().unwrap_or_default();
    year.strip_prefix("FY")
        .map_or_else(|| year.to_owned(), |year| locale.with(Msg::IncomeYear, &[("year", year)]))
}

/// "Income group: High income".
pub fn fact_line(locale: Locale, term: &str, value: &str) -> String {
    locale.with(Msg::FactLine, &[("term", term), ("value", value)])
}

/// "2024 (year adopted)".
pub fn remark(locale: Locale, text: &str, remark: &str) -> String {
    locale.with(Msg::RemarkLine, &[("text", text), ("remark", remark)])
}

/// The kind of a publication.
pub fn publication_kind<'a>(locale: Locale, content: &'a Content, kind: &'a str) -> &'a str {
    content.label(locale.language(), TermKind::PublicationKind, kind)
}

/// A language by its BCP 47 code, in the reader's language where it is one of the six.
pub fn language(locale: Locale, code: &str) -> String {
    let message = match code {
        "en" => Msg::LanguageEn,
        "fr" => Msg::LanguageFr,
        "es" => Msg::LanguageEs,
        "ar" => Msg::LanguageAr,
        "zh" => Msg::LanguageZh,
        "ru" => Msg::LanguageRu,
        other => return other.to_owned(),
    };
    locale.text(message).to_owned()
}

/// The note that WHO usage attaches to a name by a mark in square brackets.
pub fn name_note(country: &Country) -> Option<Msg> {
    (country.iso3.as_str() == "XKX").then_some(Msg::CountryKosovoNote)
}

/// The label of a facet's value.
pub fn facet_value(locale: Locale, content: &Content, facet: &str, value: &str) -> String {
    let text = |message: Option<Msg>| {
        message.map_or_else(|| value.to_owned(), |message| locale.text(message).to_owned())
    };
    let term = |kind| content.label(locale.language(), kind, value).to_owned();
    match facet {
        "region" => text(Coverage::from_slug(value).map(coverage)),
        "membership" => text(Membership::from_slug(value).map(membership)),
        "office" => text(PresenceKind::from_slug(value).map(presence_kind)),
        "strategy" if value == "none_found" => locale.text(Msg::StatusNotFound).to_owned(),
        "strategy" | "status" => text(Status::from_slug(value).map(status)),
        "income" => text(Income::from_slug(value).map(income)),
        "country" => {
            Iso3::parse(value).map_or_else(|| value.to_owned(), |iso3| country_name(locale, content, iso3))
        }
        "type" => term(TermKind::PublicationKind),
        "topic" => term(TermKind::Topic),
        "language" => language(locale, value),
        _ => value.to_owned(),
    }
}

/// The name of a facet.
pub fn facet(key: &str) -> Msg {
    match key {
        "region" => Msg::FacetRegion,
        "membership" => Msg::FacetMembership,
        "office" => Msg::FacetOffice,
        "strategy" => Msg::FacetStrategy,
        "status" => Msg::FacetStatus,
        "income" => Msg::FacetIncome,
        "country" => Msg::FacetCountry,
        "type" => Msg::FacetType,
        "topic" => Msg::FacetTopic,
        _ => Msg::FacetLanguage,
    }
}

/// The name of an order.
pub fn sort(key: &str) -> Msg {
    match key {
        "name" => Msg::SortName,
        "region" => Msg::SortRegion,
        "strategy_end" => Msg::SortStrategyEnd,
        "country" => Msg::SortCountry,
        "newest" => Msg::SortNewest,
        "oldest" => Msg::SortOldest,
        "title" => Msg::SortTitle,
        _ => Msg::SortRelevance,
    }
}
