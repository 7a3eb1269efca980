//! What a web editor pastes into a page to show a part of this site there, and what the policy of that page must allow.

use super::language::Language;

/// A part of this site in the page of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The whole address of the document in the frame.
    pub document: String,
    /// The whole address of the same on this site, for readers whose browser shows no frame.
    pub page: String,
    /// The whole address of the script that makes the frame.
    pub loader: String,
    /// What is shown, in the language that it is shown in.
    pub title: String,
    pub language: Language,
    /// In CSS pixels.
    pub height: u16,
    /// The colour scheme of the document: a frame of another one gets a white ground in dark pages.
    pub scheme: &'static str,
    /// The attributes of the element that the script knows.
    pub attributes: Vec<(&'static str, String)>,
}

/// The name of the element that the script knows.
pub const ELEMENT: &str = "country-cooperation";

impl Snippet {
    /// A frame and a link: HTML for any page, without a script.
    pub fn frame(&self) -> String {
        let mut html = String::from("<iframe");
        attribute(&mut html, "src", &self.document);
        html.push_str("\n ");
        attribute(&mut html, "title", &self.title);
        attribute(&mut html, "lang", self.language.code());
        html.push_str("\n ");
        attribute(&mut html, "width", "100%");
        attribute(&mut html, "height", &self.height.to_string());
        attribute(&mut html, "loading", "lazy");
        html.push_str("\n ");
        // Browsers that can let a frame grow with what is in it do so only where no height is set; for the others there is a least
        // one. The attribute is for systems that take styles away.
        let style = [
            "border:0;color-scheme:",
            self.scheme,
            ";height:auto;min-height:",
            &self.height.to_string(),
            "px;frame-sizing:content-height",
        ];
        attribute(&mut html, "style", &style.concat());
        html.push_str("></iframe>\n<p>");
        self.link(&mut html);
        html.push_str("</p>");
        html
    }

    /// An element and the script that makes a frame of it, which grows with what is in it. The link stays until the frame is
    /// there, and comes back if it cannot be had.
    pub fn element(&self) -> String {
        let mut html = String::from("<script async");
        attribute(&mut html, "src", &self.loader);
        html.push_str("></script>\n<");
        html.push_str(ELEMENT);
        for (name, value) in &self.attributes {
            attribute(&mut html, name, value);
        }
        html.push_str(">\n  ");
        self.link(&mut html);
        html.push_str("\n</");
        html.push_str(ELEMENT);
        html.push('>');
        html
    }

    fn link(&self, html: &mut String) {
        html.push_str("<a");
        attribute(html, "href", &self.page);
        attribute(html, "lang", self.language.code());
        html.push('>');
        escape_into(html, &self.title);
        html.push_str("</a>");
    }
}

/// The header with which a page allows frames of a site, given by scheme and host.
pub fn frame_policy(site: &str) -> String {
    ["Content-Security-Policy: frame-src ", site].concat()
}

/// The header with which a page allows frames and the script.
pub fn script_policy(site: &str) -> String {
    ["Content-Security-Policy: script-src ", site, "; frame-src ", site].concat()
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape_into(html, value);
    html.push('"');
}

/// Text that stays text in HTML, also between quotation marks.
fn escape_into(html: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            sign => html.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kenya() -> Snippet {
        Snippet {
            document: "https://hub.example/embed/v1/?view=country&country=KEN&lang=fr".to_owned(),
            page: "https://hub.example/fr/countries/KEN".to_owned(),
            loader: "https://hub.example/embed/v1/loader.js".to_owned(),
            title: "Côte d'Ivoire \"CIV\"".to_owned(),
            language: Language::Fr,
            height: 480,
            scheme: "light dark",
            attributes: vec![("view", "country".to_owned()), ("country", "KEN".to_owned())],
        }
    }

    #[test]
    fn a_frame_needs_no_script() {
        assert_eq!(
            kenya().frame(),
            "<iframe src=\"https://hub.example/embed/v1/?view=country&amp;country=KEN&amp;lang=fr\"\n  \
             title=\"Côte d&#39;Ivoire &quot;CIV&quot;\" lang=\"fr\"\n  width=\"100%\" height=\"480\" loading=\"lazy\"\n  \
             style=\"border:0;color-scheme:light dark;height:auto;min-height:480px;frame-sizing:content-height\"></iframe>\n\
             <p><a href=\"https://hub.example/fr/countries/KEN\" lang=\"fr\">Côte d&#39;Ivoire &quot;CIV&quot;</a></p>"
        );
    }

    #[test]
    fn an_element_holds_its_link() {
        assert_eq!(
            kenya().element(),
            "<script async src=\"https://hub.example/embed/v1/loader.js\"></script>\n\
             <country-cooperation view=\"country\" country=\"KEN\">\n  \
             <a href=\"https://hub.example/fr/countries/KEN\" lang=\"fr\">Côte d&#39;Ivoire &quot;CIV&quot;</a>\n\
             </country-cooperation>"
        );
    }

    #[test]
    fn policies_name_the_site() {
        assert_eq!(frame_policy("https://a.example"), "Content-Security-Policy: frame-src https://a.example");
        let both = "Content-Security-Policy: script-src https://a.example; frame-src https://a.example";
        assert_eq!(script_policy("https://a.example"), both);
    }

    /// The names of the tags and attributes, in order, as a browser reads them: what stands in quotation marks and between
    /// tags is left out.
    fn skeleton(html: &str) -> String {
        let (mut told, mut is_tag, mut is_value) = (String::new(), false, false);
        for sign in html.chars() {
            is_value ^= is_tag && sign == '"';
            is_tag |= sign == '<' && !is_value;
            if is_tag && !is_value {
                told.push(sign);
            }
            is_tag &= sign != '>' || is_value;
        }
        told
    }

    /// What stands between the quotation marks of the first attribute of this name.
    fn value(html: &str, name: &str) -> String {
        let (_, rest) = html.split_once(&[" ", name, "=\""].concat()).unwrap();
        unescaped(rest.split('"').next().unwrap())
    }

    fn unescaped(text: &str) -> String {
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        signs.into_iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
    }

    proptest! {
        /// Whatever a value is, the tags stay the same, and a browser reads the value as it was.
        #[test]
        fn no_value_breaks_out(
            document in any::<String>(),
            page in "[\\PC\"'<>&=/ -]{0,40}",
            title in "[\\PC\"'<>&=/ -]{0,40}",
            country in any::<String>(),
        ) {
            let plain = kenya();
            let snippet = Snippet {
                document: document.clone(),
                page: page.clone(),
                title: title.clone(),
                attributes: vec![("view", country.clone()), ("country", title.clone())],
                ..plain.clone()
            };
            let (frame, element) = (snippet.frame(), snippet.element());
            prop_assert_eq!(skeleton(&frame), skeleton(&plain.frame()));
            prop_assert_eq!(skeleton(&element), skeleton(&plain.element()));
            prop_assert_eq!(value(&frame, "src"), document);
            prop_assert_eq!(value(&frame, "title"), title);
            prop_assert_eq!(value(&element, "view"), country);
            prop_assert_eq!(value(&element, "href"), page);
        }
    }
}
