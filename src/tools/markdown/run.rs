//! A run of text: plain words, and words that are marked or lead somewhere.

use crate::bundle::story_block::Inline;

/// What has been read of a run.
#[derive(Default)]
pub(super) struct Run {
    pub inlines: Vec<Inline>,
    span: Option<(SpanKind, String)>,
}

/// A mark around words. Marks within marks are not for stories.
pub(super) enum SpanKind {
    Strong,
    Emphasis,
    Link(String),
}

impl Run {
    pub(super) fn push(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.span {
            words.push_str(text);
        } else if let Some(Inline::Text(last)) = self.inlines.last_mut() {
            last.push_str(text);
        } else {
            self.inlines.push(Inline::Text(text.to_owned()));
        }
    }

    /// Begins a mark, unless there is one already.
    pub(super) fn open(&mut self, kind: SpanKind) -> bool {
        let is_free = self.span.is_none();
        if is_free {
            self.span = Some((kind, String::new()));
        }
        is_free
    }

    /// Ends a mark; tells whether there were words in it.
    pub(super) fn close(&mut self) -> bool {
        let Some((kind, text)) = self.span.take() else {
            return true;
        };
        let has_words = !text.trim().is_empty();
        self.inlines.push(match kind {
            SpanKind::Strong => Inline::Strong(text),
            SpanKind::Emphasis => Inline::Emphasis(text),
            SpanKind::Link(to) => Inline::Link { text, to },
        });
        has_words
    }
}

/// Signs that the parser left in the text were meant as marks: what is wrong, and what would be right.
pub(super) fn leftovers(run: &[Inline]) -> Vec<(&'static str, &'static str)> {
    let has = |sign: &str| run.iter().any(|inline| inline_text(inline).contains(sign));
    let link = ("this link is not well formed.", "Write [text](target), with no space in the target.");
    let strong =
        ("the sign ** has no partner here.", "Write **words** for strong words, without spaces inside.");
    [("](", link), ("**", strong)].into_iter().filter(|(sign, _)| has(sign)).map(|(_, fault)| fault).collect()
}

/// The words of an inline.
pub(super) fn inline_text(inline: &Inline) -> &str {
    match inline {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Link { text, .. } => {
            text
        }
    }
}
