//! The rhymes (vần) of Vietnamese: which glides, vowels and final consonants stand together. A
//! part of `language`. Written for this program from what schools teach.

use std::sync::LazyLock;

/// What a syllable has behind its first consonants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhyme {
    /// The glide before the vowel (âm đệm): `o`, `u` or nothing.
    pub glide: &'static str,
    /// The vowel or diphthong (âm chính).
    pub nucleus: &'static str,
    /// The consonant or half vowel that ends it (âm cuối).
    pub coda: &'static str,
}

/// Glide, nucleus, and the codas that go with them; `-` is none.
type Row = (&'static str, &'static str, &'static str);

/// The rhymes behind any consonants but `q` and `gi`.
const COMMON: [Row; 29] = [
    ("", "a", "- c ch i m n ng nh o p t u y"),
    ("", "ă", "c m n ng p t"),
    ("", "â", "c m n ng p t u y"),
    ("", "e", "- c m n ng o p t"),
    ("", "ê", "- ch m n nh p t u"),
    ("", "i", "- ch m n nh p t u"),
    ("", "ia", "-"),
    ("", "iê", "c m n ng p t u"),
    ("", "y", "-"),
    ("", "yê", "m n ng t u"),
    ("", "o", "- c i m n ng p t"),
    ("", "oo", "c ng"),
    ("", "ô", "- c i m n ng p t"),
    ("", "ơ", "- i m n p t"),
    ("", "u", "- c i m n ng p t"),
    ("", "ua", "-"),
    ("", "uô", "c i m n ng t"),
    ("", "ư", "- c i m ng t u"),
    ("", "ưa", "-"),
    ("", "ươ", "c i m n ng p t u"),
    ("o", "a", "- c ch i m n ng nh o p t y"),
    ("o", "ă", "c m n ng t"),
    ("o", "e", "- m n o t"),
    ("u", "â", "n ng t y"),
    ("u", "ê", "- ch nh t u"),
    ("u", "ơ", "-"),
    ("u", "y", "- ch n nh p t u"),
    ("u", "ya", "-"),
    ("u", "yê", "n t"),
];

/// Those behind `q`, which has its glide always as `u`.
const BEHIND_Q: [Row; 10] = [
    ("u", "a", "- c ch i m n ng nh o p t u y"),
    ("u", "ă", "c m n ng p t"),
    ("u", "â", "c n ng t y"),
    ("u", "e", "- c m n o t"),
    ("u", "ê", "- ch n nh t u"),
    ("u", "i", "- nh t u"),
    ("u", "ô", "c"),
    ("u", "ơ", "- i n t"),
    ("u", "y", "- ch nh t"),
    ("u", "yê", "n t"),
];

/// Those behind `gi` that no others have: its `i` is written once.
const BEHIND_GI: [Row; 4] =
    [("", "i", "- m n"), ("", "iê", "c ng t"), ("", "ê", "- m n u"), ("o", "ă", "ng")];

/// Most letters of a rhyme: `uyên`.
pub(super) const LONGEST: usize = 4;

/// The letters of a rhyme as one number, so that they are compared at once.
pub(super) type Letters = u64;

/// Rhymes by their letters.
type Table = Vec<(Letters, Rhyme)>;

static ALL: LazyLock<Table> = LazyLock::new(|| table(COMMON.to_vec()));
static Q: LazyLock<Table> = LazyLock::new(|| table(BEHIND_Q.to_vec()));
static GI: LazyLock<Table> = LazyLock::new(|| {
    let common = COMMON.iter().filter(|(glide, nucleus, _)| {
        glide.is_empty() && !nucleus.starts_with(['i', 'y', 'ê'])
    });
    table(common.chain(&BEHIND_GI).copied().collect())
});

fn table(rows: Vec<Row>) -> Table {
    let mut all: Table = rows
        .into_iter()
        .flat_map(|(glide, nucleus, codas)| {
            codas.split(' ').map(move |coda| {
                let coda = if coda == "-" { "" } else { coda };
                let rhyme = Rhyme { glide, nucleus, coda };
                let parts = glide.chars().chain(nucleus.chars()).chain(coda.chars());
                (letters(parts), rhyme)
            })
        })
        .collect();
    all.sort_unstable_by_key(|(letters, _)| *letters);
    all
}

/// The rhymes that may stand behind these first consonants, with their letters. Behind `gi`
/// those that share its `i` come with it: `iêng`.
pub(super) fn behind(onset: &str) -> &'static [(Letters, Rhyme)] {
    match onset {
        "q" => &Q,
        "gi" => &GI,
        _ => &ALL,
    }
}

/// Letters, no more than [`LONGEST`], as the tables have them.
pub(super) fn letters(letters: impl Iterator<Item = char>) -> Letters {
    // Two bytes each; a letter that needs more is in no rhyme.
    let code = |c: char| u64::from(u16::try_from(c).unwrap_or(u16::MAX));
    letters.fold(0, |all, c| all << 16 | code(c))
}

impl Rhyme {
    /// How it is written without a tone.
    #[must_use]
    pub fn spelling(&self) -> String {
        format!("{}{}{}", self.glide, self.nucleus, self.coda)
    }

    /// Whether it ends in `c`, `ch`, `p` or `t`, which only sắc and nặng go with.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        matches!(self.coda, "c" | "ch" | "p" | "t")
    }

    /// Which of its letters carries the tone, counted from 0.
    #[must_use]
    pub fn bearer(&self) -> usize {
        let second = matches!(self.nucleus, "iê" | "yê" | "uô" | "ươ" | "oo");
        self.glide.len() + usize::from(second)
    }

    /// Whether the tone may stand on its glide as well (`hòa` beside `hoà`).
    #[must_use]
    pub fn is_movable(&self) -> bool {
        let open = self.coda.is_empty() && !self.glide.is_empty();
        open && matches!(self.nucleus, "a" | "e" | "y")
    }
}
