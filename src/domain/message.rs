//! The keys of the interface messages.
//! Generated from `content/messages/en.json` by `bundle messages`; do not edit.

/// Changes with every key and placeholder: a message file made for other keys is refused.
pub const FINGERPRINT: &str = "b918c66cee1e1ef6";

/// A message with one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Msg {
    /// `What the content holds`
    AboutCounts,
    /// `No current cooperation strategy was found.`
    AnswerNoStrategy,
    /// `No WHO office for {{country}} was found in the sources; the last resort is the office in {{place}}.`
    AnswerNone,
    /// `WHO has an office in {{country}}.`
    AnswerOwn,
    /// `WHO serves {{country}} from {{place}}.`
    AnswerServed,
    /// `A cooperation strategy is current until {{year}}.`
    AnswerStrategy,
    /// `WHO has an office in {{country}}, supported from {{place}}.`
    AnswerSupported,
    /// `Emergencies`
    AtWorkEmergencies,
    /// `Figures that can be checked: each names its source and the date it was true.`
    AtWorkLede,
    /// `Money`
    AtWorkMoney,
    /// `Country offices`
    AtWorkOffices,
    /// `Sources disagree. All are shown; this site states the latest dated one.`
    AtWorkOfficesNote,
    /// `Partners`
    AtWorkPartners,
    /// `Presence`
    AtWorkPresence,
    /// `Country presences`
    AtWorkPresences,
    /// `How to read the figures`
    AtWorkReading,
    /// `Offices by region`
    AtWorkRegions,
    /// `{{total}} country presences in the list compiled for this site, {{date}}: one more than WHO states for 2025. Regional, subregional and technical offices are left out.`
    AtWorkRegionsCaption,
    /// `Results and reach`
    AtWorkResults,
    /// `Staff and structure`
    AtWorkStaff,
    /// `Cooperation strategies`
    AtWorkStrategies,
    /// `WHO at work in countries`
    AtWorkTitle,
    /// `Colour of links`
    BuilderAccent,
    /// `{{text}} cannot be read on a light ground. Readers with light colours get the colour of this site.`
    BuilderAccentDarkOnly,
    /// `A sign # and six digits, such as {{example}}. Leave it empty for the colour of this site.`
    BuilderAccentHint,
    /// `{{text}} cannot be read on a dark ground. Readers with dark colours get the colour of this site.`
    BuilderAccentLightOnly,
    /// `{{text}} is too close to its ground to be read with ease, so it is not used. The contrast must be 4.5 to 1 at least.`
    BuilderAccentPale,
    /// `Pick a colour`
    BuilderAccentPick,
    /// `“{{text}}” is not a colour, so it is not used.`
    BuilderAccentUnread,
    /// `All`
    BuilderAll,
    /// `What your site must allow`
    BuilderAllow,
    /// `Not sure what is missing? Put this page into a frame of yours, and it tells you:`
    BuilderAllowCheck,
    /// `Any site, WordPress`
    BuilderAllowFrame,
    /// `Copy the line for frames`
    BuilderAllowFrameCopy,
    /// `If your site sends this header, these words must stand in it. Add them to the line that is there: a second line would not help. A site that does not send it has nothing to do.`
    BuilderAllowNote,
    /// `Copy the line for frames and the script`
    BuilderAllowScriptCopy,
    /// `Any site`
    BuilderAny,
    /// `Copy the code for any site`
    BuilderAnyCopy,
    /// `HTML without a script. It keeps its height. In new browsers it grows with its content.`
    BuilderAnyNote,
    /// `Chart`
    BuilderChart,
    /// `Your choices`
    BuilderChoose,
    /// `The code`
    BuilderCode,
    /// `It follows your choices.`
    BuilderCodeNote,
    /// `Choose a country, territory or area. Then it is shown here.`
    BuilderCountryNone,
    /// `Shown: {{country}}`
    BuilderCountryShown,
    /// `A script in the frame applies these filters. Readers without it see more, and a link to the full page.`
    BuilderFiltersNote,
    /// `Height in pixels`
    BuilderHeight,
    /// `Choose what to show, and see it here. Then copy one piece of code into your page.`
    BuilderLede,
    /// `Preview`
    BuilderPreview,
    /// `As your readers will see it, at the height you chose.`
    BuilderPreviewNote,
    /// `Preview: {{title}}`
    BuilderPreviewOf,
    /// `Skip the preview`
    BuilderPreviewSkip,
    /// `What it does not do`
    BuilderPromise,
    /// `The frame sets no cookie, keeps nothing on the reader’s device, and calls no other site. It cannot change your page, its address or its history.`
    BuilderPromiseText,
    /// `Sites that allow a script`
    BuilderScript,
    /// `Copy the code with the script`
    BuilderScriptCopy,
    /// `The frame grows with its content in all browsers. Until it is there, or if it cannot come, readers get the link.`
    BuilderScriptNote,
    /// `Without a script nothing can be chosen here. The code below shows the list of countries. To show one country, write country, a slash and its code of three letters in place of the word countries. To show figures, write figures.`
    BuilderScriptless,
    /// `Colours`
    BuilderTheme,
    /// `As the reader’s device`
    BuilderThemeAuto,
    /// `Dark`
    BuilderThemeDark,
    /// `Light`
    BuilderThemeLight,
    /// `Show this on your site`
    BuilderTitle,
    /// `What to show`
    BuilderView,
    /// `One chart`
    BuilderViewChart,
    /// `One country`
    BuilderViewCountry,
    /// `Map of countries`
    BuilderViewMap,
    /// `Copy the address for WordPress`
    BuilderWordpressCopy,
    /// `WordPress would show this list without the filters. Use the code above in a “Custom HTML” block.`
    BuilderWordpressFilters,
    /// `The map has no page of its own that WordPress could ask. Use the code above in a “Custom HTML” block.`
    BuilderWordpressMap,
    /// `Paste this address into a line of its own. WordPress turns it into a frame and knows its height. Colours and height cannot be chosen this way. For these, use the code above in a “Custom HTML” block.`
    BuilderWordpressNote,
    /// `Address of this chart`
    ChartAddress,
    /// `All`
    ChartAll,
    /// `Show the charts for`
    ChartChoose,
    /// `Download:`
    ChartDownload,
    /// `All regions`
    ChartEverywhere,
    /// `{{finding}}; the largest group: {{name}} ({{most}})`
    ChartLargest,
    /// `A filled point is a dated number. A dashed ring has no date. A ring with a line is a bound or a range, not an exact number. The scale does not start at zero.`
    ChartMarks,
    /// `not found in the sources`
    ChartMissing,
    /// `The sources of this site have no numbers for this chart.`
    ChartNothing,
    /// `{{region}}: {{finding}}`
    ChartOfRegion,
    /// `Only the years of a period are known`
    ChartPeriodOnly,
    /// `Country presences in the list compiled for this site, by kind of office. Regional, subregional and technical offices are left out.`
    ChartPresenceNote,
    /// `Publications by type and year`
    ChartPublicationsHead,
    /// `By year of printing or adoption. The year of a period is not a year of publication, so it is in no column.`
    ChartPublicationsNote,
    /// `Served from elsewhere`
    ChartServedHead,
    /// `No country, territory or area served from elsewhere is in the list`
    ChartServedNone,
    /// `The filled point is an office. Each ring on its thread is a country, territory or area that it serves and that has no office of its own.`
    ChartServedNote,
    /// `Source: lists compiled for this site from public sources. {{date}}.`
    ChartSource,
    /// `Sources: {{names}}.`
    ChartSources,
    /// `WHO staff in total: {{first}} in {{from}}, {{last}} in {{to}}, the latest dated total found`
    ChartStaffFinding,
    /// `Staff over time`
    ChartStaffHead,
    /// `The number of WHO staff as each report prints it.`
    ChartStaffNote,
    /// `Strategies in force`
    ChartStrategiesHead,
    /// `Member States with a published strategy whose period covers the year. Outlined columns are years to come. A state without a strategy in the sources may still have one.`
    ChartStrategiesNote,
    /// `The numbers as a table`
    ChartTable,
    /// `The sources give this number for the whole world only, not by region.`
    ChartWorldwide,
    /// `Remove {{filter}}`
    ChipRemove,
    /// `Words`
    ChipWords,
    /// `Clear all`
    ChipsClear,
    /// `What narrows the list`
    ChipsLabel,
    /// `The citations could not be fetched. Please try again.`
    CiteFailed,
    /// `Cite this whole list:`
    CiteList,
    /// `At most {{count}} publications can be cited at once: choose filters first.`
    CiteMany,
    /// `{{clauses}}`
    ClauseAll,
    /// `{{first}} {{second}}`
    ClauseAnd,
    /// `with high income`
    ClauseIncomeHigh,
    /// `with low income`
    ClauseIncomeLow,
    /// `with lower middle income`
    ClauseIncomeLowerMiddle,
    /// `without an income group`
    ClauseIncomeNotClassified,
    /// `with upper middle income`
    ClauseIncomeUpperMiddle,
    /// `served from another country`
    ClauseOfficeElsewhere,
    /// `with an office in place`
    ClauseOfficeInCountry,
    /// `without an office found`
    ClauseOfficeNone,
    /// `of the African Region`
    ClauseRegionAfr,
    /// `of the Region of the Americas`
    ClauseRegionAmr,
    /// `of the Eastern Mediterranean Region`
    ClauseRegionEmr,
    /// `of the European Region`
    ClauseRegionEur,
    /// `of the South-East Asia Region`
    ClauseRegionSear,
    /// `of the Western Pacific Region`
    ClauseRegionWpr,
    /// `with a current strategy`
    ClauseStrategyCurrent,
    /// `with a strategy that has ended`
    ClauseStrategyExpired,
    /// `with a strategy in development`
    ClauseStrategyInDevelopment,
    /// `without a strategy found`
    ClauseStrategyNone,
    /// `with a strategy whose period was not found`
    ClauseStrategyUndated,
    /// `matching “{{text}}”`
    ClauseWords,
    /// `Compare`
    CompareAdd,
    /// `Compare {{country}}`
    CompareAddCountry,
    /// `End the comparison`
    CompareClear,
    /// `Fact`
    CompareFact,
    /// `Four is the most. Take one away first.`
    CompareFull,
    /// `Choose one more to compare, up to four.`
    CompareMore,
    /// `Take away {{country}}`
    CompareRemove,
    /// `Side by side`
    CompareTitle,
    /// `A page about this office, or a list that names it, was seen.`
    ConfidenceHigh,
    /// `Inferred; no page about this office was seen.`
    ConfidenceLow,
    /// `Known from a regional statement only.`
    ConfidenceMedium,
    /// `All offices`
    ContactAll,
    /// `Country offices`
    ContactCountryOffices,
    /// `Compiled from public sources. Each name leads to the profile with the office.`
    ContactCountryOfficesNote,
    /// `Country Strategy and Support, WHO headquarters, Geneva`
    ContactDepartment,
    /// `Find the office for a country`
    ContactFind,
    /// `Also when it sits in another country.`
    ContactFindNote,
    /// `The department`
    ContactHeadquarters,
    /// `Start with the office that serves the country. If it does not answer, take the next step.`
    ContactLede,
    /// `No address on the web was found in the sources.`
    ContactNoAddress,
    /// `If one step does not answer, take the next.`
    ContactNote,
    /// `Regional office`
    ContactRegional,
    /// `Regional offices`
    ContactRegionalOffices,
    /// `The office responsible`
    ContactServing,
    /// `Contact`
    ContactTitle,
    /// `Copied`
    CopyDone,
    /// `Copying is blocked here. Select the text instead.`
    CopyFailed,
    /// `No country, territory or area{{clauses}}`
    CountriesCountNone,
    /// `Who is where, served by which office, under which cooperation strategy.`
    CountriesLede,
    /// `{{kinds}}{{clauses}}`
    CountriesOfKind,
    /// `Search by name or code`
    CountriesSearch,
    /// `Countries, territories and areas`
    CountriesTitle,
    /// `[1] All references to Kosovo should be understood in the context of United Nations Security Council resolution 1244 (1999).`
    CountryKosovoNote,
    /// `Frames from this site:`
    EmbedCheckFrame,
    /// `A frame as high as its content:`
    EmbedCheckHeight,
    /// `Put this frame into your page. If it stays empty there, the first line below is missing.`
    EmbedCheckLead,
    /// `The script that sets height and colours:`
    EmbedCheckLoader,
    /// `missing; add this line`
    EmbedCheckNo,
    /// `Scripts in the frame (colours, height):`
    EmbedCheckScript,
    /// `What your page permits`
    EmbedCheckTitle,
    /// `not seen from here`
    EmbedCheckUnknown,
    /// `Links that open beside your page:`
    EmbedCheckWindow,
    /// `permitted`
    EmbedCheckYes,
    /// `{{publications}}. The {{count}} newest are shown here.`
    EmbedNewest,
    /// `This value is not possible here. The usual one is used.`
    EmbedNoteBad,
    /// `Text would be hard to read with this colour. The usual one is used.`
    EmbedNoteContrast,
    /// `The content of this day is not kept. The latest is shown.`
    EmbedNoteNotKept,
    /// `This is not applied here. The full page can do it.`
    EmbedNoteSite,
    /// `This key is not known here. It was left out.`
    EmbedNoteUnknown,
    /// `Open the full page`
    EmbedOpen,
    /// `See all on the full page`
    EmbedOpenAll,
    /// `Search titles`
    EmbedTitles,
    /// `More is shown here than was asked for. The full page can narrow it by:`
    EmbedUnmet,
    /// `Nothing fits all of this. One filter less gives:`
    EmptyLead,
    /// `The nearest names are:`
    EmptyNearest,
    /// `No single filter is to blame. Clear all filters to start again.`
    EmptyNone,
    /// `Without {{filter}} ({{count}})`
    EmptyWay,
    /// `Download as CSV`
    ExportCsv,
    /// `Download as JSON`
    ExportJson,
    /// `Compiled from public sources; not a WHO publication. Names: UN M49 short names by way of datasets/country-codes (PDDL). Income groups: World Bank (CC BY 4.0). Names and groupings imply no opinion on legal status or borders.`
    ExportLicence,
    /// `Country or area`
    FacetCountry,
    /// `Income group`
    FacetIncome,
    /// `Language`
    FacetLanguage,
    /// `Membership`
    FacetMembership,
    /// `Office`
    FacetOffice,
    /// `WHO region`
    FacetRegion,
    /// `Status`
    FacetStatus,
    /// `Strategy`
    FacetStrategy,
    /// `Topic`
    FacetTopic,
    /// `Type`
    FacetType,
    /// `Year`
    FacetYear,
    /// `Codes`
    FactCodes,
    /// `How it is known`
    FactConfidence,
    /// `Date`
    FactDate,
    /// `IRIS handle`
    FactIris,
    /// `ISBN`
    FactIsbn,
    /// `{{term}}: {{value}}`
    FactLine,
    /// `Note`
    FactNote,
    /// `Pages`
    FactPages,
    /// `Reference number`
    FactReference,
    /// `Belongs to`
    FactSovereign,
    /// `UN subregion`
    FactSubregion,
    /// `The connection failed. Check that you are online.`
    FaultConnection,
    /// `The file arrived damaged or incomplete.`
    FaultDamaged,
    /// `WHO’s own country pages`
    FaultElsewhere,
    /// `This content is not part of the site.`
    FaultMissing,
    /// `Try again`
    FaultRetry,
    /// `The server answered with error {{status}}.`
    FaultStatus,
    /// `The connection is too slow: nothing arrived for 10 seconds.`
    FaultTimeout,
    /// `This part could not be loaded`
    FaultTitle,
    /// `The file does not fit this version of the page. Reload the page.`
    FaultUnreadable,
    /// `News feed of all publications (Atom)`
    FeedAll,
    /// `News feed: {{set}} (Atom)`
    FeedOf,
    /// `about {{number}}`
    FigureAbout,
    /// `at least {{number}}`
    FigureAtLeast,
    /// `at most {{number}}`
    FigureAtMost,
    /// `{{low}} to {{high}}`
    FigureBetween,
    /// `Copy with source`
    FigureCopy,
    /// `US$ {{number}}`
    FigureDollars,
    /// `more than {{number}}`
    FigureMoreThan,
    /// `{{number}} %`
    FigurePercent,
    /// `Close filters`
    FiltersClose,
    /// `Find in this list`
    FiltersFind,
    /// `Found: {{count}}`
    FiltersFound,
    /// `Show fewer`
    FiltersLess,
    /// `Show {{results}}`
    FiltersShow,
    /// `Filters`
    FiltersTitle,
    /// `Filters ({{count}})`
    FiltersToggle,
    /// `similar to {{name}}`
    FinderClose,
    /// `formerly {{name}}`
    FinderFormer,
    /// `Find a country, territory or area`
    FinderLabel,
    /// `No country, territory or area has this name. Try fewer letters, or a code such as KEN.`
    FinderNone,
    /// `Find a country`
    FinderOpen,
    /// `also known as {{name}}`
    FinderOther,
    /// `similar spelling`
    FinderSimilar,
    /// `Suggestions`
    FinderSuggestions,
    /// `Content of {{date}}`
    FooterDate,
    /// `This site is independent of WHO and does not speak for it. No cookies, no tracking.`
    FooterDisclaimer,
    /// `Disclaimer`
    FooterDisclaimerTitle,
    /// `Languages`
    FooterLanguages,
    /// `Privacy`
    FooterPrivacy,
    /// `Space for the publisher’s name, clearance and licence.`
    FooterPublisher,
    /// `Every figure on this site names its source and the date it was true. What was not found in the sources is called “not found”, never “none”.`
    FooterRule,
    /// `This site`
    FooterSite,
    /// `Sources and method`
    FooterSources,
    /// `The translation of this page’s texts was made by this project.`
    FooterTranslation,
    /// `Find who represents WHO for a country, territory or area, which cooperation strategy they work under, and the publications behind it.`
    HeroLede,
    /// `{{number}} country offices`
    HeroOffices,
    /// `{{group}} (World Bank, {{year}})`
    IncomeFrom,
    /// `High income`
    IncomeHigh,
    /// `Low income`
    IncomeLow,
    /// `Lower middle income`
    IncomeLowerMiddle,
    /// `Not classified`
    IncomeNotClassified,
    /// `Upper middle income`
    IncomeUpperMiddle,
    /// `fiscal year {{year}}`
    IncomeYear,
    /// `Arabic`
    LanguageAr,
    /// `English`
    LanguageEn,
    /// `Spanish`
    LanguageEs,
    /// `French`
    LanguageFr,
    /// `Language`
    LanguageLabel,
    /// `Russian`
    LanguageRu,
    /// `Chinese`
    LanguageZh,
    /// `Jump to a letter`
    LettersLabel,
    /// `Loading…`
    LoadingText,
    /// `The same as a list`
    MapAsList,
    /// `The borders, names and colours on this map imply no opinion on the legal status of any country, territory, city or area, or of its authorities, or on where its borders run.`
    MapBorders,
    /// `Closer`
    MapCloser,
    /// `Points show approximate positions. No boundaries are drawn and no opinion on legal status is implied.`
    MapDisclaimer,
    /// `Area in dispute; it has no profile here`
    MapDisputed,
    /// `Move down`
    MapDown,
    /// `Coloured by`
    MapFill,
    /// `Map of {{what}} by: {{by}}`
    MapFilled,
    /// `Point at a place to read who serves it, press it to keep it. The list holds the same.`
    MapHint,
    /// `Office that also serves others ({{count}})`
    MapHub,
    /// `Move left`
    MapLeft,
    /// `Dashed and dotted lines: approximate border lines for which there may not yet be full agreement.`
    MapLines,
    /// `No office found in the sources ({{count}})`
    MapNone,
    /// `Not cleared by WHO.`
    MapNotCleared,
    /// `Office in the country or area ({{count}})`
    MapOffice,
    /// `Not in this list`
    MapOutside,
    /// `Part of the world`
    MapPart,
    /// `Open the profile`
    MapProfile,
    /// `Move right`
    MapRight,
    /// `Served from elsewhere ({{count}})`
    MapServed,
    /// `Lines from the office in {{place}} to the places it serves`
    MapServedLabel,
    /// `List compiled from public sources, {{date}}: {{presences}} presences, one more than WHO states for 2025.`
    MapSource,
    /// `Move up`
    MapUp,
    /// `Wider`
    MapWider,
    /// `The whole world`
    MapWorld,
    /// `Associate Member`
    MembershipAssociateMember,
    /// `Member State`
    MembershipMemberState,
    /// `Territory or area`
    MembershipTerritory,
    /// `About this site`
    NavAbout,
    /// `Accessibility statement`
    NavAccessibility,
    /// `WHO at work`
    NavAtWork,
    /// `Contact`
    NavContact,
    /// `Countries`
    NavCountries,
    /// `Show it on your site`
    NavEmbed,
    /// `Main`
    NavLabel,
    /// `Menu`
    NavMenu,
    /// `Overview`
    NavOverview,
    /// `Publications`
    NavPublications,
    /// `Reform`
    NavReform,
    /// `Strategies`
    NavStrategies,
    /// `Support`
    NavSupport,
    /// `UN collaboration`
    NavUnCollaboration,
    /// `Neighbours here are the other countries, territories and areas of the same group ({{group}}). Nothing is said about common borders.`
    NeighboursNote,
    /// `Nothing stands at this address. It may be mistyped or old.`
    NotFoundLede,
    /// `Page not found`
    NotFoundTitle,
    /// `Nothing was found for “{{wanted}}”.`
    NotFoundWanted,
    /// `This text is available in English only.`
    NoticeEnglishOnly,
    /// `Country office`
    OfficeCountry,
    /// `Country desk`
    OfficeDesk,
    /// `Established {{date}}.`
    OfficeEstablished,
    /// `Headquarters`
    OfficeHeadquarters,
    /// `Country liaison office`
    OfficeLiaison,
    /// `Multi-country office`
    OfficeMultiCountry,
    /// `{{city}}, {{country}}`
    OfficePlace,
    /// `Regional office`
    OfficeRegional,
    /// `Subregional office`
    OfficeSubRegional,
    /// `Technical centre`
    OfficeTechnical,
    /// `Website of the office`
    OfficeWebsite,
    /// `It could not be saved. There may be too little space, or no connection.`
    OfflineFailed,
    /// `Records that could not be read and are left out: {{count}}.`
    OfflineLeftOut,
    /// `A new version of this site is there.`
    OfflineNew,
    /// `The site cannot be reached. What you see is content of {{date}}.`
    OfflineNotice,
    /// `Save for offline reading ({{size}} MB)`
    OfflineSave,
    /// `Saved on this device: this language can be read without a connection.`
    OfflineSaved,
    /// `Saving…`
    OfflineSaving,
    /// `Show it`
    OfflineShowNew,
    /// `All figures`
    OverviewAllFigures,
    /// `In figures`
    OverviewFigures,
    /// `Each with its source and the date it was true.`
    OverviewFiguresNote,
    /// `Latest publications`
    OverviewLatest,
    /// `Official copies with a printed year, newest first.`
    OverviewLatestNote,
    /// `New in the content`
    OverviewNew,
    /// `This is the first release of the content. No publication has been added since.`
    OverviewNewNone,
    /// `Each Member State counts once, by its most telling strategy: current first, then in development, period not found, ended.`
    OverviewStatesNote,
    /// `The story of WHO reform`
    OverviewStory,
    /// `Its latest step in our sources.`
    OverviewStoryNote,
    /// `Read the story`
    OverviewStoryRead,
    /// `Ways in`
    OverviewWays,
    /// `Pages`
    PagesLabel,
    /// `Next`
    PagesNext,
    /// `Page {{page}}`
    PagesPage,
    /// `Previous`
    PagesPrevious,
    /// `from {{year}}`
    PeriodFrom,
    /// `Period not found`
    PeriodUnknown,
    /// `until {{year}}`
    PeriodUntil,
    /// `Served from elsewhere`
    PresenceElsewhere,
    /// `In the country or area`
    PresenceInCountry,
    /// `None found in the sources`
    PresenceNotFound,
    /// `No office found in the sources`
    PresenceNotFoundLong,
    /// `Served from {{place}}`
    PresenceServedFrom,
    /// `{{kind}}, with {{place}}`
    PresenceSupported,
    /// `Official names`
    ProfileNames,
    /// `Neighbours by region`
    ProfileNeighbours,
    /// `No office in or for this country or area was found in the sources of this site. That does not mean there is none. The last resort is:`
    ProfileNoOffice,
    /// `No publication in the sources of this site names this country or area.`
    ProfileNoPublications,
    /// `No strategy was found in the sources of this site. That does not mean there is none: ask the office or the region.`
    ProfileNoStrategy,
    /// `Who is responsible`
    ProfileOffice,
    /// `Most of these documents were seen on other parties’ sites only, so no download is offered here. Ask the office or search for the reference number.`
    ProfileStrategyCopies,
    /// `About this publication`
    PublicationAbout,
    /// `All publications`
    PublicationAll,
    /// `Cite`
    PublicationCite,
    /// `The title was seen only in a listing or a later document.`
    PublicationConfidenceLow,
    /// `Copy the citation`
    PublicationCopyCitation,
    /// `The citation as a file`
    PublicationFormats,
    /// `The official copy was seen at an old, unencrypted address, so it is named but not linked.`
    PublicationInsecure,
    /// `seen in a listing only`
    PublicationListingOnly,
    /// `The nearest titles are:`
    PublicationNearest,
    /// `No copy was seen, so no link is offered.`
    PublicationNoCopy,
    /// `Print`
    PublicationPrint,
    /// `Read it at {{host}}`
    PublicationRead,
    /// `About the same country`
    PublicationSameCountry,
    /// `Of the same type and region`
    PublicationSameKind,
    /// `In the same series`
    PublicationSeries,
    /// `Copy this page’s address`
    PublicationShare,
    /// `Only a copy on another party’s site was seen, so no download is offered. Ask the office or search for the reference number.`
    PublicationThirdParty,
    /// `Only publications about {{country}}`
    PublicationsAbout,
    /// `Only the first {{count}} words are looked for.`
    PublicationsCut,
    /// `Search only for “{{typed}}”`
    PublicationsExact,
    /// `Reports, strategies, evaluations and guides about WHO’s work in and with countries.`
    PublicationsLede,
    /// `There is no page {{asked}}. This is the last one, page {{last}}.`
    PublicationsMissed,
    /// `{{publications}}: {{filters}}`
    PublicationsNarrowed,
    /// `No publication fits all of this. Remove a filter or try fewer words.`
    PublicationsNone,
    /// `{{publications}}, page {{page}} of {{pages}}`
    PublicationsPage,
    /// `The search is not at hand, so no words were looked for. The filters work.`
    PublicationsPlain,
    /// `No publication has the word “{{typed}}”. Showing results for “{{used}}”.`
    PublicationsReplaced,
    /// `Search titles, summaries, countries and references`
    PublicationsSearch,
    /// `Publications`
    PublicationsTitle,
    /// `African Region`
    RegionAfr,
    /// `Region of the Americas`
    RegionAmr,
    /// `Eastern Mediterranean Region`
    RegionEmr,
    /// `European Region`
    RegionEur,
    /// `Global`
    RegionGlobal,
    /// `Not stated in the sources`
    RegionNone,
    /// `South-East Asia Region`
    RegionSear,
    /// `Western Pacific Region`
    RegionWpr,
    /// `{{text}} ({{remark}})`
    RemarkLine,
    /// `Copy a report of a mistake`
    ReportCopy,
    /// `Field`
    ReportField,
    /// `Report a mistake`
    ReportMistake,
    /// `What is wrong, and which source says otherwise:`
    ReportPrompt,
    /// `archived`
    ResourceArchived,
    /// `old address`
    ResourceLegacy,
    /// `another party`
    ResourceThirdParty,
    /// `Results`
    ResultsLabel,
    /// `Search`
    SearchButton,
    /// `Copy this list’s address`
    ShareCopy,
    /// `Who represents WHO for a country, territory or area, under which cooperation strategy, with which publications. Compiled from public sources.`
    SiteDescription,
    /// `Country Cooperation`
    SiteName,
    /// `Compiled from public sources. Content of {{date}}. Not a WHO website.`
    SiteProvenance,
    /// `Skip to content`
    SkipToContent,
    /// `Country`
    SortCountry,
    /// `Sort by`
    SortLabel,
    /// `Name`
    SortName,
    /// `Newest first`
    SortNewest,
    /// `Oldest first`
    SortOldest,
    /// `WHO region`
    SortRegion,
    /// `Relevance`
    SortRelevance,
    /// `Words in the title count double; words in the subtitle, the country names and the reference count once; the spelling as typed counts once more. Among equals, the newest come first.`
    SortRelevanceNote,
    /// `End of strategy`
    SortStrategyEnd,
    /// `Title`
    SortTitle,
    /// `Content of {{date}}`
    SourceAsOf,
    /// `World Bank, list of income groups, {{year}} (CC BY 4.0)`
    SourceIncome,
    /// `Source:`
    SourceLabel,
    /// `(seen at the old address {{host}})`
    SourceSeenInsecure,
    /// `(seen at {{host}})`
    SourceSeenThirdParty,
    /// `Sources`
    SourceSummary,
    /// `current`
    StatusCurrent,
    /// `ended`
    StatusExpired,
    /// `in development`
    StatusInDevelopment,
    /// `What the words mean`
    StatusKey,
    /// `The last year of the period is {{year}} or later.`
    StatusMeansCurrent,
    /// `The last year of the period lies before {{year}}. It does not mean that the work has stopped.`
    StatusMeansExpired,
    /// `A source says that it is being prepared. That it was published was not seen.`
    StatusMeansInDevelopment,
    /// `Published, but the last year was not found. So it cannot be called current or ended.`
    StatusMeansUndated,
    /// `None found in the sources`
    StatusNotFound,
    /// `No strategy found in the sources`
    StatusNotFoundLong,
    /// `period not found`
    StatusUndated,
    /// `On this page`
    StoryContents,
    /// `Named in this text`
    StoryNamed,
    /// `Each once, in the order of the text.`
    StoryNamedNote,
    /// `Read on`
    StoryReadOn,
    /// `Addresses seen on WHO’s own pages. Old ones are named, not linked.`
    StoryReadOnNote,
    /// `All were seen by {{date}}.`
    StorySeen,
    /// `Milestones of these years`
    StorySteps,
    /// `Milestones`
    StoryTimeline,
    /// `Oldest first, each with its source.`
    StoryTimelineNote,
    /// `Cycles`
    StrategiesCycles,
    /// `Country cooperation strategies found in public sources. A document that covers several countries counts once.`
    StrategiesLede,
    /// `No strategy document fits all of this`
    StrategiesNone,
    /// `A country without a document here has no strategy found in the sources of this site. That does not mean it has none: ask the regional office.`
    StrategiesNotFoundNote,
    /// `Search titles, countries and priorities`
    StrategiesSearch,
    /// `A row for each country or area, a line for each document. The upright line is the end of {{year}}, the year of this content. A document that covers several countries stands in the row of each, and counts once.`
    StrategiesTimelineNote,
    /// `Strategies and briefs`
    StrategiesTitle,
    /// `The title was written for this list.`
    StrategyDescriptive,
    /// `Priorities were not found in the sources.`
    StrategyNoPriorities,
    /// `Priorities seen:`
    StrategyPriorities,
    /// `Published {{year}}`
    StrategyPublished,
    /// `What is counted`
    TableFigure,
    /// `Table: {{caption}}`
    TableRegion,
    /// `Value`
    TableValue,
    /// `Colours: dark`
    ThemeDark,
    /// `Colours: light`
    ThemeLight,
    /// `Colours: as your device`
    ThemeSystem,
    /// `Show as`
    ViewLabel,
    /// `List`
    ViewList,
    /// `Map`
    ViewMap,
    /// `Table`
    ViewTable,
    /// `Timeline`
    ViewTimeline,
    /// `Dated figures, each with its source`
    WayAtWork,
    /// `{{states}} Member States, {{associates}} Associate Members, {{territories}} territories and areas`
    WayCountries,
    /// `Presence reports, strategies, evaluations, annual and biennial reports`
    WayPublications,
    /// `WHO reform, step by step`
    WayReform,
    /// `Strategy documents by title and period, for one country, several or a subregion`
    WayStrategies,
    /// `How a cooperation strategy comes about, and who helps`
    WaySupport,
    /// `How WHO works inside the United Nations country team`
    WayUnCollaboration,
    /// `adopted`
    YearAdopted,
    /// `From year`
    YearFrom,
    /// `end of period`
    YearPeriodEnd,
    /// `start of period`
    YearPeriodStart,
    /// `To year`
    YearTo,
    /// `Undated`
    YearUndated,
}

impl Msg {
    /// How many there are.
    pub const COUNT: usize = 491;
}

/// A message whose form depends on a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Plural {
    /// `{{count}} country offices by the latest dated source ({{year}}); others say {{others}}`
    ChartOfficesFinding,
    /// `{{count}} country presences are listed`
    ChartPresenceFinding,
    /// `{{count}} countries, territories and areas are served from an office elsewhere`
    ChartServedFinding,
    /// `{{count}} of {{states}} Member States have a strategy in force in {{year}}; for {{none}} no strategy was found`
    ChartStrategiesFinding,
    /// `{{count}} Associate Members`
    CountAssociateMembers,
    /// `{{count}} Member States`
    CountMemberStates,
    /// `{{count}} territories or areas`
    CountTerritories,
    /// `{{count}} countries, territories and areas{{clauses}}: {{kinds}}`
    CountriesCount,
    /// `Show all {{count}}`
    FiltersMore,
    /// `{{count}} results`
    FiltersResults,
    /// `{{count}} suggestions. Up and down arrows move, Enter opens.`
    FinderStatus,
    /// `{{count}} Member States,`
    HeroMemberStates,
    /// `{{count}} countries, territories and areas as points: {{offices}} with an office, {{served}} served from elsewhere, {{none}} without an office found. Lines join offices to the places they serve.`
    MapLabel,
    /// `{{count}} parts of the address were not understood and left out:`
    NoticeIgnored,
    /// `It also serves {{count}} others`
    OfficeAlsoServes,
    /// `{{count}} publications were added on {{date}}.`
    OverviewNewSince,
    /// `For {{count}} of {{total}} Member States a current cooperation strategy was found`
    OverviewStates,
    /// `{{kind}}, serves {{count}} others`
    PresenceServesOthers,
    /// `All {{count}} publications`
    ProfileAllPublications,
    /// `{{count}} others`
    PublicationMoreCountries,
    /// `{{count}} pages`
    PublicationPages,
    /// `{{count}} publications`
    PublicationsCount,
    /// `{{count}} publications are new since your last visit`
    PublicationsNew,
    /// `{{count}} strategy documents`
    StrategiesCount,
    /// `shared with {{count}} others`
    StrategiesShared,
    /// `{{documents}}, for {{count}} countries and areas`
    StrategiesTimeline,
    /// `The countries and areas without a strategy found ({{count}})`
    StrategiesWithout,
    /// `Covers {{count}} countries and areas`
    StrategyCountries,
}

impl Plural {
    /// How many there are.
    pub const COUNT: usize = 28;
}
