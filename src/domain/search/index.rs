//! The search over an index in parts, which are fetched when they are needed.

use super::bits::Bits;
use super::blocks::Blocks;
use super::bytes::{Damaged, size, unsealed};
use super::counts::{Choices, Facet, first_numbers};
use super::manifest::{Manifest, part};
use super::page::Page;
use super::pairs::Pairs;
use super::query::{Counting, NoAnswer, Replacement, Role, SearchAnswer, SearchBackend, SearchQuery, Sort};
use super::query_text::{Clause, QueryText, Wanted};
use super::shard::Shard;
use super::slips::{MOST_TYPOS, Slipped};
use super::text_match::{Found, TextIndex};
use super::typo::Words;
use super::value_set::{self, ValueSet};
use super::work::{FacetKind, Work};

/// An index, with the parts that have arrived.
#[derive(Debug)]
pub struct Index {
    manifest: Manifest,
    shards: Vec<Option<Shard>>,
    positions: Vec<Option<Vec<u8>>>,
    words: Option<Words>,
    facets: Vec<Option<Vec<ValueSet>>>,
    pairs: Option<Pairs>,
    titles: Option<Vec<u8>>,
    blocks: Blocks,
}

/// Places for so many parts.
fn room<T>(parts: usize) -> Vec<Option<T>> {
    let mut room = Vec::new();
    room.resize_with(parts, || None);
    room
}

/// Adds names that are not there yet.
fn add_new(names: &mut Vec<String>, more: Vec<String>) {
    for name in more {
        if !names.contains(&name) {
            names.push(name);
        }
    }
}

impl Index {
    pub fn new(manifest: Manifest) -> Self {
        Self {
            shards: room(manifest.shards.len()),
            positions: room(manifest.shards.len()),
            words: None,
            facets: room(FacetKind::ALL.len()),
            pairs: None,
            titles: None,
            blocks: Blocks::new(&manifest),
            manifest,
        }
    }

    /// Takes a part without its seal.
    pub(super) fn accept(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Damaged> {
        let works = self.manifest.works;
        let slot = |number: Option<u32>| number.map_or(usize::MAX, size);
        let facet = name.strip_prefix(part::FACET).and_then(FacetKind::from_key);
        if let Some(place) = self.shards.get_mut(slot(part::number(name, part::TERMS))) {
            *place = Some(Shard::new(bytes)?);
        } else if let Some(place) = self.positions.get_mut(slot(part::number(name, part::POSITIONS))) {
            *place = Some(bytes);
        } else if let Some(place) = self.blocks.place(name) {
            *place = Some(bytes);
        } else if let Some(kind) = facet {
            let values = self.manifest.values.get(kind.index()).map_or(0, Vec::len);
            let sets = value_set::read(&bytes, values, works)?;
            if let Some(place) = self.facets.get_mut(kind.index()) {
                *place = Some(sets);
            }
        } else {
            match name {
                part::WORDS => self.words = Some(Words::read(&bytes)?),
                part::PAIRS => {
                    self.pairs = Some(Pairs::read(&bytes, self.manifest.values.iter().map(Vec::len).sum())?);
                }
                part::TITLES if bytes.len() == size(works).saturating_mul(4) => self.titles = Some(bytes),
                part::TITLES => return Err(Damaged::CutShort),
                _ => return Err(Damaged::UnknownPart),
            }
        }
        Ok(())
    }

    /// The parts that have the words of clauses and have not arrived.
    fn missing_of_words(&self, clauses: &[Clause]) -> Vec<String> {
        let mut missing = Vec::new();
        for clause in clauses {
            for word in &clause.words {
                add_new(&mut missing, self.missing_of_word(word));
                if clause.has_order() {
                    add_new(&mut missing, self.missing_of(word, part::POSITIONS, &self.positions));
                }
            }
        }
        missing
    }

    fn missing_of_word(&self, word: &Wanted) -> Vec<String> {
        self.missing_of(word, part::TERMS, &self.shards)
    }

    /// The parts of a kind that belong to a word and have not arrived.
    fn missing_of<T>(&self, word: &Wanted, kind: &str, arrived: &[Option<T>]) -> Vec<String> {
        let numbers = self.manifest.shards_of(&word.folded, word.is_prefix);
        let is_missing = |number: &u32| matches!(arrived.get(size(*number)), Some(None));
        numbers.filter(is_missing).map(|number| part::numbered(kind, number)).collect()
    }

    /// The parts of facets that a query needs and that have not arrived.
    fn missing_facets(&self, query: &SearchQuery) -> Vec<String> {
        let has_arrived = |kind: &FacetKind| matches!(self.facets.get(kind.index()), Some(Some(_)));
        let name = |kind: FacetKind| [part::FACET, kind.key()].concat();
        let touched = FacetKind::ALL.into_iter().filter(|kind| Choices::touch(query, *kind));
        let mut missing: Vec<String> = touched.filter(|kind| !has_arrived(kind)).map(name).collect();
        if query.counting == Counting::Nothing || FacetKind::ALL.iter().all(has_arrived) {
            return missing;
        }
        match (is_plain(query), self.manifest.has_pairs, &self.pairs) {
            (true, true, Some(_)) => {}
            // The table is much smaller than the sets of all facets.
            (true, true, None) => missing.push(part::PAIRS.to_owned()),
            _ => missing = FacetKind::ALL.into_iter().filter(|kind| !has_arrived(kind)).map(name).collect(),
        }
        missing
    }

    /// The counts of a query that the table of pairs answers.
    fn counts_of_pairs(&self, query: &SearchQuery) -> Option<Vec<Vec<u32>>> {
        let pairs = self.pairs.as_ref().filter(|_| is_plain(query))?;
        let mut counts = self.manifest.totals.clone();
        let Some(own) = FacetKind::ALL.into_iter().find(|kind| Choices::touch(query, *kind)) else {
            return Some(counts);
        };
        let firsts = first_numbers(&self.manifest.values);
        let own_first = firsts.get(own.index()).copied().unwrap_or(0);
        let has_choices = query.chosen(own, Role::Wanted).next().is_some();
        let is_wanted = |value: &String| {
            let is_chosen = !has_choices || query.chosen(own, Role::Wanted).any(|chosen| chosen == value);
            is_chosen && (own != FacetKind::Year || query.has_year(crate::domain::date::Year::parse(value)))
        };
        let values = self.manifest.values.get(own.index())?;
        let wanted: Vec<u32> =
            (own_first..).zip(values).filter(|(_, value)| is_wanted(value)).map(|(at, _)| at).collect();
        for ((counts, first), kind) in counts.iter_mut().zip(firsts).zip(FacetKind::ALL) {
            if kind != own {
                for (count, number) in counts.iter_mut().zip(first..) {
                    *count = wanted.iter().map(|value| pairs.count(*value, number)).sum();
                }
            }
        }
        Some(counts)
    }

    /// What a text finds, and the words that were exchanged for it because no work has them.
    fn find(&self, clauses: Vec<Clause>) -> Result<(Found, Vec<Replacement>), NoAnswer> {
        let index = TextIndex { manifest: &self.manifest, shards: &self.shards, positions: &self.positions };
        let mut found = index.find(&clauses)?;
        let mut replaced = Vec::new();
        let unknown = std::mem::take(&mut found.unknown);
        if unknown.len() > MOST_TYPOS {
            found.hits = Bits::none(self.manifest.works);
            return Ok((found, replaced));
        }
        let mut clauses = clauses;
        let mut missing = Vec::new();
        for unknown in unknown {
            let Some(word) = clauses.get_mut(unknown.clause).and_then(|clause| clause.words.first_mut())
            else {
                continue;
            };
            match self.meant(&word.folded, &index) {
                Ok(Some(used)) => {
                    let instead = Wanted { folded: used.clone(), marks: String::new(), is_prefix: false };
                    add_new(&mut missing, self.missing_of_word(&instead));
                    index.meet_instead(unknown, &instead, &mut found)?;
                    replaced.push(Replacement { typed: std::mem::take(&mut word.folded), used });
                }
                Ok(None) => found.hits = Bits::none(self.manifest.works),
                Err(NoAnswer::Missing(names)) => add_new(&mut missing, names),
                Err(damaged) => return Err(damaged),
            }
        }
        if missing.is_empty() { Ok((found, replaced)) } else { Err(NoAnswer::Missing(missing)) }
    }

    /// The word that was meant by one that no work has.
    fn meant(&self, typed: &str, index: &TextIndex<'_>) -> Result<Option<String>, NoAnswer> {
        let Some(slipped) = Slipped::new(typed, self.manifest.works) else { return Ok(None) };
        if let Some(words) = &self.words {
            return Ok(words.meant(&slipped));
        }
        let missing = self.missing_of_word(&slipped.alike());
        if !missing.is_empty() {
            return Err(NoAnswer::Missing(missing));
        }
        let common = index.common_alike(&slipped)?;
        common.map(Some).ok_or_else(|| NoAnswer::Missing(vec![part::WORDS.to_owned()]))
    }

    fn facets_with_sets(&self) -> Vec<Facet<'_>> {
        let manifest = &self.manifest;
        let parts = manifest.values.iter().zip(&manifest.totals).zip(&self.facets);
        let all = FacetKind::ALL.into_iter().zip(parts);
        all.map(|(kind, ((values, totals), sets))| Facet { kind, values, totals, sets: sets.as_deref() })
            .collect()
    }

    /// The page of hits that a query asks for, in its order.
    fn page(&self, query: &SearchQuery, found: Found) -> Vec<u32> {
        let mut page = Page::new(query.offset, query.limit);
        match query.sort {
            Sort::Relevance => page.take_by_points(found.hits, &found.points),
            Sort::Newest => page.take(found.hits.iter()),
            Sort::Oldest => {
                let dated = Bits::range(self.manifest.works, 0, self.manifest.dated);
                let undated = found.hits.minus(&dated);
                let mut hits = found.hits;
                hits.and(&dated);
                page.take(hits.iter_back());
                page.take(undated.iter());
            }
            Sort::Title => {
                page.take_by_rank(&found.hits, self.titles.as_deref().unwrap_or(&[]), self.manifest.works);
            }
        }
        page.hits
    }
}

/// Whether the table of pairs has all counts of a query: it has no text, and chooses in one facet at most, there a single
/// value or any of a facet in which no work has two.
fn is_plain(query: &SearchQuery) -> bool {
    let touched: Vec<FacetKind> =
        FacetKind::ALL.into_iter().filter(|kind| Choices::touch(query, *kind)).collect();
    let is_told = match touched.as_slice() {
        [] => true,
        [kind] => kind.is_single() || query.choices.len() == 1,
        _ => false,
    };
    is_told && query.text.is_empty() && query.choices.iter().all(|choice| choice.role == Role::Wanted)
}

impl SearchBackend for Index {
    fn facets(&self) -> &[Vec<String>] {
        &self.manifest.values
    }

    fn len(&self) -> u32 {
        self.manifest.works
    }

    fn answer(&self, query: &SearchQuery) -> Result<SearchAnswer, NoAnswer> {
        let text = QueryText::new(&query.text);
        let mut missing = self.missing_of_words(&text.clauses);
        missing.extend(self.missing_facets(query));
        if query.sort == Sort::Title && query.limit > 0 && self.titles.is_none() {
            missing.push(part::TITLES.to_owned());
        }
        if !missing.is_empty() {
            return Err(NoAnswer::Missing(missing));
        }
        let has_text = !text.clauses.is_empty();
        let (mut found, replaced) = self.find(text.clauses)?;
        let facets = self.facets_with_sets();
        let choices = Choices::new(query, &facets, self.manifest.works);
        let counts = match query.counting {
            Counting::Nothing => Vec::new(),
            Counting::All => {
                self.counts_of_pairs(query).unwrap_or_else(|| choices.counts(has_text.then_some(&found.hits)))
            }
        };
        found.hits = choices.hits(&found.hits);
        let total = found.hits.count();
        Ok(SearchAnswer { total, hits: self.page(query, found), counts, replaced, is_cut: text.is_cut })
    }

    fn works(&self, hits: &[u32]) -> Result<Vec<Work>, NoAnswer> {
        self.blocks.works(hits, &self.manifest.values)
    }

    fn written_works(&self, hits: &[u32]) -> Result<Vec<u8>, NoAnswer> {
        self.blocks.written_works(hits)
    }

    fn summaries(&self, hits: &[u32]) -> Result<Vec<String>, NoAnswer> {
        self.blocks.summaries(hits)
    }

    fn supply(&mut self, part: &str, bytes: Vec<u8>) -> Result<(), Damaged> {
        let bytes = unsealed(bytes, self.manifest.build, part)?;
        self.accept(part, bytes)
    }
}
