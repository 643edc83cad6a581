//! Borrowed words that look like slips, and how foreign words begin. A part of `language`.

/// Words with Vietnamese accents that no rule of the syllable allows and that are right: things
/// and tongues of other peoples, units and substances.
const KNOWN: &[&str] = &[
    // Peoples and places of the Central Highlands and the north, written as their own tongues do.
    "gươl",
    "dă",
    "yă",
    "đăk",
    "đắk",
    "lắk",
    "kạn",
    "kăn",
    "pắk",
    "păh",
    "pưh",
    "êđê",
    "hrê",
    "pơ",
    "mơnông",
    "mnông",
    "tơngăn",
    "lănh",
    "rlấp",
    "xtiêng",
    "stiêng",
    "jrai",
    "jarai",
    "bâl",
    "drắk",
    "sêrêpốk",
    "sêsan",
    "vàl",
    "zuôih",
    "dêê",
    "điêk",
    "klông",
    "kơnia",
    "kdăm",
    "đrăk",
    // Units, substances, things from Europe.
    "iốt",
    "điốt",
    "vôl",
    "vônt",
    "jun",
    "rơn",
    "ơstrôm",
    "ôzôn",
    "axít",
    "oxít",
    "ôxít",
    "hiđrô",
    "hyđrô",
    "gôl",
    "bôl",
    "xtốp",
    "ốpxét",
    "xpin",
    "páp",
    "vécni",
    "pôliê",
    "tuốc",
    "tuốcnơvít",
    "êtylen",
    "fốt",
    "fốtpho",
    "xêdi",
    "xêdium",
    // French.
    "née",
    "éd",
];

/// Whether a word in small letters is one of these.
pub(super) fn is_known(small: &str) -> bool {
    KNOWN.contains(&small)
}

/// How words of other tongues begin and ours never do.
const CLUSTERS: &[&str] = &[
    "bl", "br", "cl", "cr", "dr", "đr", "fl", "fr", "gl", "gr", "hl", "hm", "hr", "hw",
    "kb", "kd", "kl", "km", "kn", "kp", "kr", "ks", "kt", "ml", "mn", "mr", "pl", "pr",
    "ps", "rl", "sc", "sk", "sl", "sm", "sn", "sp", "sr", "st", "sv", "sw", "tl", "tw",
    "vl", "vr", "xl", "xp", "xt", "f", "j", "w", "z", "dz",
];

/// Whether a word in small letters begins as foreign ones do.
pub(super) fn begins_foreign(small: &str) -> bool {
    CLUSTERS.iter().any(|cluster| small.starts_with(cluster))
}
