//! Every syllable reads back to its parts, and the odd ones of the language are known.

use std::collections::BTreeSet;

use super::super::compounds;
use super::*;

/// Every syllable that the tables make.
fn all() -> impl Iterator<Item = Syllable> {
    let rhymes = |onset: &&'static str| {
        let onset = *onset;
        let fitting =
            rhymes::behind(onset).iter().filter(move |(_, rhyme)| fits(onset, rhyme));
        fitting.map(move |(_, rhyme)| (onset, *rhyme))
    };
    let whole = ONSETS.iter().flat_map(rhymes);
    whole.flat_map(|(onset, rhyme)| {
        Tone::ALL.into_iter().flat_map(move |tone| {
            let plain = Syllable { onset, rhyme, tone, place: Place::Only };
            let places: &[Place] = if plain.is_movable() {
                &[Place::First, Place::Second]
            } else {
                &[Place::Only]
            };
            places.iter().map(move |place| Syllable { place: *place, ..plain })
        })
    })
}

#[test]
fn every_syllable_reads_back_to_its_parts() {
    let mut count = 0;
    for syllable in all().filter(Syllable::tone_fits) {
        let word = syllable.spelling();
        assert_eq!(Syllable::read(&word), Some(syllable), "{word}");
        assert_eq!(Syllable::read(&word.to_uppercase()), Some(syllable), "{word}");
        count += 1;
    }
    assert!((15_000..25_000).contains(&count), "{count}");
    for syllable in all().filter(|syllable| !syllable.tone_fits()) {
        assert_eq!(Syllable::read(&syllable.spelling()), None, "{syllable:?}");
    }
}

#[test]
fn the_odd_syllables_of_the_language_are_known() {
    for word in "gì gìn giếng giết giặc quốc quy quí quỵt quyển quạu quấy quới khuya khuỷu \
                 ngoằn ngoèo oong boong xoong moóc coóc huơ thuở ngoáy gin ỉa yêu yếm ý uể oải \
                 oẳn ưỡn uỵch huỳnh luýnh tuýp xoèn xoẹt khoeo nguệch ngoạc huếch chuếnh khuâng \
                 quềnh giễu giỗ giuộc gioăng nghiêng Ở ổ pin Pác voọc Ô ngoạm \
                 ghềnh ghi kẻng kỷ hừm ếch ễnh thoăn thoắt buýt phuy hoẵng"
        .split_whitespace()
    {
        assert!(Syllable::read(word).is_some(), "{word}");
    }
    for word in "nghành ngiên gê ghá kà cê qúy qúa gìa gỉai kễt đựơc hòan tòan lọai khỏan toánn \
                 đươc viêc trưòng đuợc truờng ngừơi thừơng cuả huỵên tếch-níc quoắc yểnn thuế́ \
                 iêu tyên nghuếch lắk coan ă â"
        .split_whitespace()
    {
        assert_eq!(Syllable::read(word), None, "{word}");
    }
}

#[test]
fn parts_are_told_apart() {
    for (word, onset, glide, nucleus, coda, tone) in [
        ("nghiêng", "ngh", "", "iê", "ng", Tone::Level),
        ("QUYẾT", "q", "u", "yê", "t", Tone::Acute),
        ("giếng", "gi", "", "iê", "ng", Tone::Acute),
        ("già", "gi", "", "a", "", Tone::Grave),
        ("của", "c", "", "ua", "", Tone::Hook),
        ("quả", "q", "u", "a", "", Tone::Hook),
        ("khuỷu", "kh", "u", "y", "u", Tone::Hook),
        ("hoặc", "h", "o", "ă", "c", Tone::Dot),
        ("ữu", "", "", "ư", "u", Tone::Tilde),
    ] {
        let syllable = Syllable::read(word).unwrap();
        let Syllable { rhyme, .. } = syllable;
        let parts = (syllable.onset, rhyme.glide, rhyme.nucleus, rhyme.coda);
        assert_eq!((parts, syllable.tone), ((onset, glide, nucleus, coda), tone));
    }
}

#[test]
fn the_tone_mark_moves_where_it_has_two_places() {
    for (first, second) in
        [("hòa", "hoà"), ("ủy", "uỷ"), ("thúy", "thuý"), ("khỏe", "khoẻ"), ("xóa", "xoá")]
    {
        let read = |word| Syllable::read(word).unwrap();
        assert_eq!(read(first).place, Place::First);
        assert_eq!(read(second).place, Place::Second);
        assert_eq!(read(first).placed(Place::Second).spelling(), second);
        assert_eq!(read(second).placed(Place::First).spelling(), first);
    }
    for word in ["quý", "quả", "quẻ", "toàn", "hoạch", "của", "thuế", "hoa", "oái"]
    {
        let syllable = Syllable::read(word).unwrap();
        assert_eq!(syllable.place, Place::Only, "{word}");
        assert_eq!(syllable.placed(Place::First).spelling(), word);
    }
    for (typed, meant) in [
        ("qúy", "quý"),
        ("đựơc", "được"),
        ("hòan", "hoàn"),
        ("cuả", "của"),
        ("gỉai", "giải"),
    ] {
        assert_eq!(Syllable::read_loosely(typed).unwrap().spelling(), meant);
    }
}

#[test]
fn every_syllable_of_the_word_list_is_possible() {
    let syllables = compounds::all().flat_map(|word| word.split(' '));
    let odd: BTreeSet<&str> =
        syllables.filter(|syllable| Syllable::read(syllable).is_none()).collect();
    // Names and borrowed words have sounds of their own.
    let odd: Vec<&str> =
        odd.into_iter().filter(|syllable| !syllable.is_ascii()).collect();
    assert_eq!(odd, ["kách", "kông", "kạn", "urê", "zôn"]);
}
