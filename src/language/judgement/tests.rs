//! Slips are known with what was meant; names, loans and abbreviations are left alone.

use super::*;

#[test]
fn slips_are_told_with_what_was_meant() {
    for (word, meant) in [
        ("nghành", "ngành"),
        ("Nghành", "Ngành"),
        ("ngiên", "nghiên"),
        ("Ngiên", "Nghiên"),
        ("qúy", "quý"),
        ("Qúy", "Quý"),
        ("QỦA", "QUẢ"),
        ("kễt", "kết"),
        ("Kễt", "Kết"),
        ("đựơc", "được"),
        ("ĐỰƠC", "ĐƯỢC"),
        ("đươc", "được"),
        ("đuợc", "được"),
        ("trưòng", "trường"),
        ("Truờng", "Trường"),
        ("ngừơi", "người"),
        ("nguời", "người"),
        ("toánn", "toán"),
        ("thôngg", "thông"),
        ("viêc", "việc"),
        ("quyêt", "quyết"),
        ("hòan", "hoàn"),
        ("KHỎAN", "KHOẢN"),
        ("gỉai", "giải"),
        ("cuả", "của"),
        ("htực", "thực"),
        ("khuyếch", "khuếch"),
        ("trogn", "trong"),
        ("đượcj", "được"),
        ("kếtquả", "kết quả"),
        ("côngviệc", "công việc"),
        ("kông", "không"),
        ("vơí", "với"),
        ("hoăc", "hoặc"),
    ] {
        let Judgement::Impossible(found) = judge(word) else { panic!("{word}") };
        assert!(found.contains(&meant.to_owned()), "{word}: {found:?}");
        assert!(found.len() <= 3, "{word}: {found:?}");
    }
}

#[test]
fn what_is_not_ours_is_left_alone() {
    for text in [
        "Đắk Lắk Krông Pắk Pleiku Kôn Tum Kon Plông Y Jut Đăk Tô Chư Păh Ia H Drai Nà Pài Êa",
        "La Dêê Zuôih Chà Vàl Jơ Ngây Cư Kuin Đắk Kroong Pờ Y Bờ Ngoong Sa Thầy Mơ Rông Bắc Kạn",
        "H Mông Hmông Mnông Xtiêng Brâu Hrê Cơ Tu Êđê Kbông Lắk Kà Dăng Kông Chro Buôn Mê Thuột",
        "kilôgam kilômét môtô ôtô vắcxin bêtông ximăng côngtơ cácbon axít hyđrô crôm brôm prôtêin",
        "internet email website online logo marketing the and design sign campaign add inn Office",
        "sôcôla rađiô phôtô phôtôcopy nilông xêmina virút sêri gươl xtốp zô fải đ blốc gôn gen gien",
        "QĐ HĐND UBND BCĐ TTĐT ĐC NĐ TTg VHTT NTM XVIII III km kWh ha pH m SĐT ĐVT TƯ THCS ĐT CNTT",
        "Müller Noël café Zürich François Nguyễn Citroën façade José Åsa Đăm Săn Frông Ông Bà",
        "VnExpress iPhone YouTube eOffice SmartCA VNeID ThS PGS TS kVA MHz",
        "huơ thuở quơ hừm ừm oẳn quạu boong xoong goòng moóc voọc khuỷu khuỵu",
    ] {
        for word in text.split_whitespace() {
            let judgement = judge(word);
            assert!(
                !matches!(judgement, Judgement::Impossible(_)),
                "{word}: {judgement:?}"
            );
        }
    }
}

#[test]
fn only_marks_are_certain() {
    for (word, meant) in [("qúy", "quý"), ("TRƯÒNG", "TRƯỜNG"), ("đựơc", "được")]
    {
        assert!(is_certain(word, meant), "{word}");
    }
    for (word, meant) in [("nghành", "ngành"), ("viêc", "việc"), ("kễt", "kết")]
    {
        assert!(!is_certain(word, meant), "{word}");
    }
}
