//! The abbreviations that offices never write out, with why.

/// Abbreviations that need no explanation, by why: a reader of official papers knows them from
/// their names, or they are names of their own.
const KNOWN: [(&str, &[&str]); 9] = [
    (
        "bodies of each commune, in the names of papers and seals",
        &[
            "UBND", "HĐND", "MTTQ", "MTTQVN", "UBMTTQ", "UBMTTQVN", "TNCS", "LHPN",
            "CCB", "LĐLĐ",
        ],
    ),
    (
        "the centre, the names of provinces and places",
        &["TW", "TP", "TX", "TT", "QL", "TL", "ĐT", "VN"],
    ),
    (
        "schools, by their official names",
        &["THPT", "THCS", "TH", "MN", "THCN", "GDTX", "GDNN", "PTDTBT", "PTDTNT", "PTCS"],
    ),
    (
        "companies, by their registered names",
        &["TNHH", "MTV", "CP", "HTX", "DNTN", "XNK"],
    ),
    (
        "what everybody carries or pays",
        &["BHYT", "BHXH", "CCCD", "CMND", "VNĐ", "VND", "USD", "VAT"],
    ),
    (
        "bodies, programmes and terms from abroad (NĐ 30/2020/NĐ-CP, Phụ lục II, IV.2.b)",
        &[
            "ADB", "ADN", "AI", "AIDS", "APEC", "ASEAN", "ATM", "BOT", "COVID", "CPTPP",
            "DDCI", "EU", "EVFTA", "FAO", "FDI", "GDP", "GIS", "GPS", "GRDP", "HACCP",
            "HIV", "ICT", "ILO", "IMF", "INDEX", "ISO", "IT", "LED", "NGO", "OCOP",
            "ODA", "PAPI", "PAR", "PCI", "PDF", "PPP", "QR", "SIPAS", "SMS", "UN",
            "UNDP", "UNESCO", "UNICEF", "USB", "WB", "WHO", "WTO",
        ],
    ),
    (
        "enterprises under this name",
        &["EVN", "FPT", "VNPT", "VTV", "VOV", "BIDV", "PVN", "VNA", "TTXVN"],
    ),
    ("the archive of each office, in the last line of its recipients", &["VT"]),
    ("units of measure", &["MW", "KW", "KV", "KVA", "HP", "MB", "GB", "HA"]),
];

/// What a list of recipients is made of besides (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9; HD
/// 05-HD/VPTW, 9): who is named there knows it.
const RECIPIENTS: [&str; 14] = [
    "VT", "VP", "TH", "KT", "TT", "CT", "PCT", "BTV", "TTr", "LĐ", "HS", "NC", "TM", "VX",
];

/// Whether an abbreviation needs no explanation. One that is made of such has them in its name:
/// `Trường TH&THCS Bình Minh`.
pub(super) fn is_known(short: &str) -> bool {
    let is_listed = |part: &str| KNOWN.iter().any(|(_, known)| known.contains(&part));
    short.split(['&', '-']).all(is_listed)
}

/// Whether it needs none in a list of recipients.
pub(super) fn is_known_recipient(short: &str) -> bool {
    RECIPIENTS.contains(&short) || is_known(short)
}
