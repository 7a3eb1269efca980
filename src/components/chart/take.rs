//! A chart to take along: its finding with the source, its picture, its numbers, its address.

use super::picture::drawing_id;
use super::words::Words;
use crate::components::copy_button::copy_button_of;
use crate::domain::chart::{ChartId, export};
use crate::domain::country_export::Imprint;
use crate::domain::embed_builder::Builder;
use crate::domain::message::Msg;
use crate::domain::region::Region;
use crate::domain::route::Route;
use crate::state::locale::{Locale, use_locale};
use crate::state::shell::{File, Picture, Shell, use_shell};
use crate::ui::element::{Element, button, el, link, pressed_value};

/// The names of the formats are the same in every language.
const FORMATS: [(&str, &str); 3] = [("SVG", ".svg"), ("PNG", ".png"), ("CSV", ".csv")];

pub(super) fn take(id: ChartId, region: Option<Region>) -> Element {
    let taken = Taken { id, region, shell: use_shell(), locale: use_locale() };
    let locale = taken.locale;
    let here = [taken.shell.href(Route::AtWork(region)).as_str(), "#", id.slug()].concat();
    let label = ["take-", id.slug()].concat();
    let embed = Builder::of_chart(id, region);
    let format = |(name, ending): (&str, &str)| button("copy").attr("value", ending).text(name);
    let files = el("div", "cluster")
        .attr("role", "group")
        .attr("aria-labelledby", &label)
        .on("click", move |event| {
            if let Some(ending) = pressed_value(&event) {
                taken.save(&ending);
            }
        })
        .el(el("span", "take-along__label").attr("id", label).text(locale.text(Msg::ChartDownload)))
        .each(FORMATS.map(format));
    el("div", "chart__foot")
        .el(copy_button_of(move || taken.quoted(), locale.text(Msg::FigureCopy)))
        .el(files)
        .el(link(here).attr("class", "copy chart__link").text(locale.text(Msg::ChartAddress)))
        .el(link(taken.shell.href(Route::Embed(embed.asked())))
            .attr("class", "copy")
            .text(locale.text(Msg::BuilderTitle)))
}

/// The chart, and where its words come from.
#[derive(Clone, Copy)]
struct Taken {
    id: ChartId,
    region: Option<Region>,
    shell: Shell,
    locale: Locale,
}

impl Taken {
    /// The whole address of the chart.
    fn address(self) -> String {
        let address = self.shell.absolute(self.locale.language(), Route::AtWork(self.region));
        [address.as_str(), "#", self.id.slug()].concat()
    }

    /// The finding and the source.
    fn told(self) -> (String, String) {
        let content = self.shell.content();
        let on = self.shell.content_year();
        let table = self.id.table(&content, self.region, on);
        let words = Words::new(self.shell, self.locale, &content);
        (words.finding(self.id, &table, self.region, on), words.sources(&table))
    }

    /// The finding with its source and its address.
    fn quoted(self) -> String {
        let (finding, source) = self.told();
        [finding.as_str(), "\n", &source, "\n", &self.address()].concat()
    }

    /// Hands the numbers or the picture to the reader.
    fn save(self, ending: &str) {
        let (id, shell) = (self.id, self.shell);
        let place = self.region.map_or(String::new(), |region| ["-", region.code()].concat());
        let name = [id.slug(), &place, ending].concat();
        if ending == ".csv" {
            let table = id.table(&shell.content(), self.region, shell.content_year());
            let imprint = Imprint {
                content_date: shell.index().site.content_date.to_string(),
                licence: self.locale.text(Msg::ExportLicence).to_owned(),
                address: self.address(),
            };
            let text = export::csv(id, &table, self.region, &imprint);
            shell.save(&File { name, media_type: "text/csv;charset=utf-8", text });
        } else {
            let (title, source) = self.told();
            shell.save_picture(&Picture { name, drawing: drawing_id(id), title, source });
        }
    }
}
