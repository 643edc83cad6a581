//! Who signs: by whose authority, with which post, by what name.

use crate::fix::fixed;
use crate::support::problems;
use vanban::{Diagnostic, Input, Report, check};

/// A paper of the Party's committee with this signature and body.
fn party(signature: &str, body: &str) -> String {
    of("đảng", "Đảng ủy xã Lục Bình", "TB/ĐU", signature, body)
}

/// A paper of the people's committee.
fn state(signature: &str, body: &str) -> String {
    let body = format!("{body} Hết./.");
    of("nhà nước", "Ủy ban nhân dân xã Lục Bình", "TB-UBND", signature, &body)
}

/// A paper of a board of the Party's committee.
fn board(signature: &str, body: &str) -> String {
    of("đảng", "Ban Chỉ đạo phát triển nông thôn", "TB/BCĐ", signature, body)
}

fn of(regime: &str, issuer: &str, symbol: &str, signature: &str, body: &str) -> String {
    let (subject, archive) = match regime {
        "đảng" => ("kết luận", "Lưu Văn phòng Đảng ủy"),
        _ => ("Kết luận", "'Lưu: VT, VP'"),
    };
    format!(
        "---\nthể thức: {regime}\ncơ quan ban hành: {issuer}\nsố: 12\nký hiệu: {symbol}\n\
         địa danh: Lục Bình\nngày ký: 05/6/2026\ntrích yếu: {subject} cuộc họp\n\
         nơi nhận: [Các thôn, {archive}]\nký:\n  {}\n---\n\n{body}\n",
        signature.replace('\n', "\n  ")
    )
}

/// The rules that are broken, with what is underlined.
fn said(text: &str) -> Vec<String> {
    let cut = |line: String| line.split_once(' ').unwrap().1.to_owned();
    problems(text).into_iter().map(cut).collect()
}

const NAME: &str = "họ tên: Hoàng Hữu Khôi";

#[test]
fn the_letters_of_an_authority_are_those_of_the_regime() {
    for (make, wrong, right) in [
        (party as fn(&str, &str) -> String, "TM. Ban Thường vụ", "T/M Ban Thường vụ"),
        (party, "TM.Ban Thường vụ", "T/M Ban Thường vụ"),
        (party, "'T/M. Ban Thường vụ'", "'T/M Ban Thường vụ'"),
        (party, "TL Ban Thường vụ", "T/L Ban Thường vụ"),
        (state, "K/T Chủ tịch", "KT. Chủ tịch"),
        (
            state,
            "[T/M Ủy ban nhân dân, K/T Chủ tịch]",
            "[TM. Ủy ban nhân dân, KT. Chủ tịch]",
        ),
        (state, "TUQ Chủ tịch", "TUQ. Chủ tịch"),
        (
            state,
            "|\n  TM. Ủy ban nhân dân\n  K/T Chủ tịch",
            "|\n  TM. Ủy ban nhân dân\n  KT. Chủ tịch",
        ),
    ] {
        let with = |authority: &str| {
            let signature = format!("quyền hạn: {authority}\nchức vụ: Phó\n{NAME}");
            make(&signature, "Các thôn báo cáo.")
        };
        let found = said(&with(wrong));
        assert!(found.iter().all(|one| one.starts_with("authority-form ")), "{found:?}");
        assert!(!found.is_empty(), "{wrong}");
        assert_eq!(fixed(&with(wrong)), with(right));
        assert_eq!(said(&with(right)), [""; 0], "{right}");
    }
}

#[test]
fn what_no_letters_can_mend_is_left_to_a_person() {
    let found = |signature: &str| said(&party(&format!("{signature}\n{NAME}"), "Một."));
    assert_eq!(
        found("quyền hạn: TUQ. Ban Thường vụ\nchức vụ: Chánh Văn phòng"),
        ["authority-form `TUQ.`"]
    );
    assert_eq!(
        found("chức vụ: [T/L Ban Thường vụ, Chánh Văn phòng]"),
        ["authority-in-post `T/L`"]
    );
    for right in [
        "quyền hạn: T/L Ban Thường vụ\nchức vụ: Chánh Văn phòng",
        "quyền hạn: t/m đảng ủy\nchức vụ: Phó Bí thư",
        "chức vụ: Q. Trưởng Ban",
        "chức vụ: KT trưởng",
    ] {
        assert_eq!(found(right), [""; 0], "{right}");
    }
}

#[test]
fn a_collective_of_the_party_signs_in_its_name() {
    for (make, signature, expected) in [
        (
            party as fn(&str, &str) -> String,
            "quyền hạn: K/T Bí thư\nchức vụ: Phó Bí thư",
            "sign-collective `K/T Bí thư`",
        ),
        (
            party,
            "quyền hạn: [T/M Ban Thường vụ, K/T Bí thư]\nchức vụ: Phó Bí thư",
            "sign-collective `K/T Bí thư`",
        ),
        (party, "chức vụ: Bí thư", "sign-collective `Bí thư`"),
        (
            party,
            "chức vụ: Phó Bí thư Thường trực",
            "sign-collective `Phó Bí thư Thường trực`",
        ),
        (
            board,
            "quyền hạn: T/M Ban Chỉ đạo\nchức vụ: Trưởng Ban",
            "sign-collective `T/M Ban Chỉ đạo`",
        ),
        (
            board,
            "quyền hạn: K/T Trưởng Ban\nchức vụ: [Phó Bí thư, kiêm, Phó Trưởng Ban]",
            "sign-collective `K/T Trưởng Ban`",
        ),
        (board, "quyền hạn: K/T Trưởng Ban\nchức vụ: Phó Trưởng Ban", ""),
        (board, "chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]", ""),
        (board, "chức vụ: Bí thư", ""),
        (party, "quyền hạn: T/M Đảng ủy\nchức vụ: Phó Bí thư", ""),
        (party, "quyền hạn: K/T Chánh Văn phòng\nchức vụ: Phó Chánh Văn phòng", ""),
        (party, "chức vụ: Chánh Văn phòng", ""),
        (
            state,
            "quyền hạn: [TM. Ủy ban nhân dân, KT. Chủ tịch]\nchức vụ: Phó Chủ tịch",
            "",
        ),
        (state, "chức vụ: Chủ tịch", ""),
    ] {
        let text = make(&format!("{signature}\n{NAME}"), "Một.");
        assert_eq!(said(&text).concat(), expected, "{signature}");
    }
}

#[test]
fn posts_of_the_party_stand_alone_on_their_lines() {
    for (wrong, right, rule) in [
        (
            "chức vụ: Bí thư kiêm Trưởng Ban Chỉ đạo",
            "chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]",
            "posts-joined",
        ),
        (
            "chức vụ: [Bí thư kiêm Trưởng Ban Chỉ đạo]",
            "chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]",
            "posts-joined",
        ),
        (
            "quyền hạn: T/M Đảng ủy\nchức vụ: Bí thư Đảng ủy xã Lục Bình",
            "quyền hạn: T/M Đảng ủy\nchức vụ: Bí thư",
            "post-with-body",
        ),
        (
            "quyền hạn: T/M Đảng ủy\nchức vụ: ['Phó Bí thư Thường trực Đảng ủy']",
            "quyền hạn: T/M Đảng ủy\nchức vụ: ['Phó Bí thư Thường trực']",
            "post-with-body",
        ),
    ] {
        let with = |signature: &str| {
            let make = if rule == "posts-joined" { board } else { party };
            make(&format!("{signature}\n{NAME}"), "Một.")
        };
        let found = said(&with(wrong));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(rule), "{found:?}");
        assert_eq!(fixed(&with(wrong)), with(right));
        assert_eq!(said(&with(right)), [""; 0], "{right}");
    }
    // No plain value: nothing that is certain.
    let quoted = board(&format!("chức vụ: \"Bí thư kiêm Trưởng Ban\"\n{NAME}"), "Một.");
    assert_eq!(said(&quoted).len(), 1);
    assert_eq!(fixed(&quoted), quoted);
    // A board without a seal has the body's name behind the post.
    let without_seal =
        board(&format!("chức vụ: [Bí thư Đảng ủy, kiêm, Trưởng Ban]\n{NAME}"), "Một.");
    assert_eq!(said(&without_seal), [""; 0]);
    let of_state = state(&format!("chức vụ: Chủ tịch kiêm Trưởng Ban\n{NAME}"), "Một.");
    assert_eq!(said(&of_state), [""; 0]);
}

#[test]
fn who_signs_has_a_post_in_the_issuing_body() {
    for (make, signature, expected) in [
        (
            party as fn(&str, &str) -> String,
            "quyền hạn: T/M Đảng ủy\nchức vụ: Chủ tịch UBND xã",
            "post-of-another `Chủ tịch UBND xã`",
        ),
        (
            party,
            "quyền hạn: T/M Ủy ban nhân dân\nchức vụ: Phó Bí thư",
            "post-of-another `T/M Ủy ban nhân dân`",
        ),
        (state, "chức vụ: Bí thư", "post-of-another `Bí thư`"),
        (state, "chức vụ: Trưởng ban\nchức vụ khác: Bí thư Đảng ủy", ""),
        (board, "chức vụ: [Chủ tịch Ủy ban nhân dân xã, kiêm, Trưởng Ban]", ""),
        (board, "chức vụ: Chủ tịch UBND xã", ""),
    ] {
        let text = make(&format!("{signature}\n{NAME}"), "Một.");
        assert_eq!(said(&text).concat(), expected, "{signature}");
    }
}

#[test]
fn nothing_stands_before_the_name_of_who_signs() {
    for (wrong, right, rule) in [
        ("ThS. Hoàng Hữu Khôi", "Hoàng Hữu Khôi", "signer-title `ThS.`"),
        ("'Đ/c Hoàng Hữu Khôi'", "'Hoàng Hữu Khôi'", "signer-title `Đ/c`"),
        ("Đại tá, TS. Hoàng Hữu Khôi", "Hoàng Hữu Khôi", "signer-title `Đại tá, TS.`"),
        ("HOÀNG HỮU KHÔI", "Hoàng Hữu Khôi", "signer-capitals `HOÀNG HỮU KHÔI`"),
        ("hoàng hữu khôi", "Hoàng Hữu Khôi", "signer-capitals `hoàng hữu khôi`"),
    ] {
        let with =
            |name: &str| state(&format!("chức vụ: Chủ tịch\nhọ tên: {name}"), "Một.");
        assert_eq!(said(&with(wrong)), [rule], "{wrong}");
        assert_eq!(fixed(&with(wrong)), with(right));
        assert_eq!(said(&with(right)), [""; 0]);
    }
}

#[test]
fn a_title_hides_nothing_else_of_a_name() {
    let with = |name: &str| {
        state(
            &format!("chức vụ: Chủ tịch\nhọ tên: {name}"),
            "Ông Hoàng Hửu Khôi đôn đốc.",
        )
    };
    let loud = with("ThS. HOÀNG HỮU KHÔI");
    let told = [
        "signer-title `ThS.`",
        "signer-capitals `HOÀNG HỮU KHÔI`",
        "name-two-ways `Hoàng Hửu Khôi`",
    ];
    assert_eq!(said(&loud), told);
    assert_eq!(fixed(&loud), with("Hoàng Hữu Khôi"));
    // Nor is it a difference between two people.
    for name in ["TS. Hoàng Hữu Khôi", "HOÀNG HỮU KHÔI"] {
        let chaired = "Đồng chí Hoàng Hữu Khôi, Trưởng Ban Chỉ đạo chủ trì.";
        let text =
            board(&format!("chức vụ: Trưởng Ban Chỉ đạo\nhọ tên: {name}"), chaired);
        assert!(!said(&text).concat().contains("signer-not-chair"), "{name}");
    }
}

#[test]
fn the_directory_is_the_measure_of_names() {
    let people = "danh bạ:\n  - {họ tên: Hoàng Hữu Khôi, chức vụ: Bí thư}\n  \
                  - {họ tên: Nguyễn Thị Hoa, chức vụ: Phó Bí thư}\n";
    let found = |name: &str, body: &str| {
        let text = board(&format!("chức vụ: Trưởng Ban\nhọ tên: {name}"), body);
        let mut input = Input::new("a.md", text);
        input.defaults = Some(("vanban.yaml", people.as_bytes().to_vec()));
        let Report { diagnostics, sources, .. } = check(&input).report;
        let line = |one: &Diagnostic| {
            format!("{:?} `{}`", one.severity(), sources.slice(one.span))
        };
        let own = diagnostics.iter().filter(|one| one.rule().id == "name-two-ways");
        own.map(line).collect::<Vec<_>>()
    };
    let slip = "Warning `Hoàng Hửu Khôi`";
    assert_eq!(found("Hoàng Hửu Khôi", "Một."), [slip]);
    // The text is right: it is the signature that is not.
    assert_eq!(found("Hoàng Hửu Khôi", "Đồng chí Hoàng Hữu Khôi đôn đốc."), [slip]);
    assert_eq!(found("Nông Văn Tú", "Đồng chí Hoàng Hửu Khôi đôn đốc."), [slip]);
    assert_eq!(found("Nguyễn Thị Hòa", "Một."), ["Note `Nguyễn Thị Hòa`"]);
    for name in ["Hoàng Hữu Khôi", "Nguyễn Thị Hoa", "Nguyễn Văn Hoa", "Nông Văn Tú"]
    {
        assert_eq!(found(name, "Đồng chí Nguyễn Thị Hoa đôn đốc."), [""; 0], "{name}");
    }
}

#[test]
fn one_post_has_one_name() {
    let chaired = "Ngày 02/6/2026, đồng chí Nông Thị Quyên, Phó Bí thư, Trưởng Ban Chỉ đạo chủ trì.";
    for (signature, body, found) in [
        ("chức vụ: Trưởng Ban Chỉ đạo", chaired, "signer-not-chair `Hoàng Hữu Khôi`"),
        (
            "chức vụ: [Bí thư, kiêm, Trưởng Ban Chỉ đạo]",
            chaired,
            "signer-not-chair `Hoàng Hữu Khôi`",
        ),
        ("quyền hạn: K/T Trưởng Ban\nchức vụ: Phó Trưởng Ban", chaired, ""),
        ("chức vụ: [Ủy viên, kiêm, Phó Trưởng Ban]", chaired, ""),
        (
            "chức vụ: Trưởng Ban Chỉ đạo",
            "Đồng chí Hoàng Hữu Khôi, Trưởng Ban Chỉ đạo chủ trì.",
            "",
        ),
        ("chức vụ: Trưởng Ban Chỉ đạo", "Đồng chí Khôi, Trưởng Ban Chỉ đạo chủ trì.", ""),
        ("chức vụ: Trưởng Ban Chỉ đạo", "Giao Phòng Kinh tế chủ trì.", ""),
    ] {
        let text = board(&format!("{signature}\n{NAME}"), body);
        assert_eq!(said(&text).concat(), found, "{signature}: {body}");
    }
    let whole = state(
        &format!("chức vụ: Chủ tịch\n{NAME}"),
        "Ông Lê Văn Minh, Chủ tịch Ủy ban nhân dân xã chủ trì.",
    );
    assert_eq!(said(&whole), ["signer-not-chair `Hoàng Hữu Khôi`"]);
    let other = state(
        &format!("chức vụ: Chủ tịch\n{NAME}"),
        "Ông Lê Văn Minh, Chủ tịch Hội Nông dân xã chủ trì.",
    );
    assert_eq!(said(&other), [""; 0]);
}

#[test]
fn a_name_is_written_one_way() {
    for (body, found) in [
        ("Đồng chí Hoàng Hửu Khôi đôn đốc.", "name-two-ways `Hoàng Hửu Khôi`"),
        ("Đồng chí Hoàng hữu Khôi đôn đốc.", "name-two-ways `Hoàng hữu Khôi`"),
        ("Đồng chí Hoàng Hữu Khỏi đôn đốc.", "name-two-ways `Hoàng Hữu Khỏi`"),
        ("Đồng chí HOÀNG HỮU KHÔI đôn đốc.", ""),
        ("Đồng chí **Hoàng** Hữu Khôi đôn đốc.", ""),
        ("Đồng chí Hoàng Hữu, Khối trưởng.", ""),
        ("Đồng chí Hoàng Văn Khôi đôn đốc.", ""),
        ("Đồng chí Khôi đôn đốc.", ""),
    ] {
        let text = board(&format!("chức vụ: Trưởng Ban Chỉ đạo\n{NAME}"), body);
        assert_eq!(said(&text).concat(), found, "{body}");
    }
}
