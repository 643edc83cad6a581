//! Next month's document from this month's.

use std::fs;

use unicode_normalization::UnicodeNormalization;

use super::support::{difference, filled, next, renewal, wrong};
use crate::cli::{ends, names, stderr, vanban};
use crate::support::{notice, pages, path, read};

const EXAMPLES: [&str; 3] =
    ["thong-bao-2023-06", "thong-bao-2023-06-du-lieu", "thong-bao-ubnd-2026-06"];

fn example(name: &str) -> String {
    read(&format!("examples/{name}.md"))
}

#[test]
fn twelve_months_in_a_row_are_sound() {
    for name in EXAMPLES {
        let mut text = example(name);
        for month in 1..=12 {
            let new = next(&text);
            assert_eq!(wrong(&new), "", "{name}, month {month}:\n{new}");
            assert!(new.contains("CẦN ĐIỀN"), "{name}, month {month}");
            let draft = new.replacen("---\n", "---\ndự thảo: 1\n", 1);
            pages(&draft);
            text = filled(&new);
            pages(&text);
        }
        let year = if name.contains("2026") { "2027" } else { "2024" };
        assert!(text.contains(&format!("ngày ký: 6/{year}")), "{name}:\n{text}");
    }
}

#[test]
fn only_what_should_changes() {
    for name in EXAMPLES {
        let first = example(name);
        let second = next(&first);
        let third = next(&filled(&second));
        let found = format!(
            "{}\n=== và tháng sau nữa ===\n\n{}",
            difference(&first, &second),
            difference(&filled(&second), &third)
        );
        let expected = path(&format!("tests/renewals/{name}.diff"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&expected).unwrap(), "{name}");
    }
}

#[test]
fn a_year_ends() {
    let text = example("thong-bao-2023-06-du-lieu")
        .replace("ngày ký: 05/6/2023", "ngày ký: '05/01/2024'")
        .replace("ngày: 02/6/2023", "ngày: 2024-01-02")
        .replace(
            "tháng 5 năm 2023",
            "tháng 12/2023 và nhiệm vụ tháng 01 năm 2024, quý I",
        );
    let new = next(&text);
    for part in [
        "ngày ký: '02/2024'\n",
        "ngày: 2024-02-CẦN ĐIỀN\n",
        "tháng 01/2024 và nhiệm vụ tháng 02 năm 2024, quý I\n",
        "Về thực hiện kết luận cuộc họp tháng 12/2023",
    ] {
        assert!(new.contains(part), "{part}:\n{new}");
    }
    let december = text.replace("'05/01/2024'", "05-12-2023");
    let december =
        december.replace("tháng 12/2023 và", "tháng 11 và tháng 12 năm 2023 và");
    let new = next(&december);
    for part in ["ngày ký: 01-2024\n", "tháng 12 và tháng 01 năm 2024 và"] {
        assert!(new.contains(part), "{part}:\n{new}");
    }
}

#[test]
fn the_day_of_signing_says_how_many_months_pass() {
    let text = example("thong-bao-2023-06-du-lieu");
    let new = renewal(&text, Some("04/9/2023"));
    assert_eq!(new.months, 3);
    for part in ["ngày ký: 04/9/2023\n", "ngày: CẦN ĐIỀN/9/2023\n", "tháng 8 năm 2023\n"]
    {
        assert!(new.text.contains(part), "{part}:\n{}", new.text);
    }
    let blank = text.replace("ngày ký: 05/6/2023", "ngày ký:   # ghi bằng bút");
    let new = renewal(&blank, Some("04/7/2023")).text;
    assert!(new.contains("ngày ký: 04/7/2023   # ghi bằng bút\n"), "{new}");
    let new = next(&blank);
    assert!(new.contains("ngày ký:   # ghi bằng bút\n"), "{new}");
    assert_eq!(wrong(&new), "");
    let missing = text.replace("ngày ký: 05/6/2023\n", "");
    let new = renewal(&missing, Some("04/7/2023")).text;
    assert!(new.contains("Lục Bình\nngày ký: 04/7/2023\ntrích yếu"), "{new}");
}

#[test]
fn months_that_are_others_stay() {
    let opening = "Ngày 02/6/2023, Ban Chỉ đạo họp. Căn cứ Công văn số 5, ngày 30 tháng 5 năm \
                   2023; Nghị quyết tháng 3 năm 2020; kết quả 6 tháng đầu năm, quý II; tháng 4, \
                   5 vừa qua; công tác tháng 5 và nhiệm vụ tháng 6. Kết luận:";
    let text = notice(&format!(
        "{opening}\n\n# Nhiệm vụ tháng 6\n\n1. Một.\n\n# Đến tháng 12\n\nHai."
    ));
    let new = next(&text);
    for part in [
        "Ngày CẦN ĐIỀN/7/2023, Ban Chỉ đạo họp. Căn cứ Công văn số 5, ngày 30 tháng 5 năm 2023; \
         Nghị quyết tháng 3 năm 2020; kết quả 6 tháng đầu năm, quý II; tháng 4, 5 vừa qua; công \
         tác tháng 6 và nhiệm vụ tháng 7. Kết luận:",
        "# Nhiệm vụ tháng 7\n\nCẦN ĐIỀN\n\n# Đến tháng 12\n\nCẦN ĐIỀN\n",
    ] {
        assert!(new.contains(part), "{part}:\n{new}");
    }
    assert_eq!(wrong(&new), "");
}

#[test]
fn conclusions_of_every_form_are_emptied() {
    let opening = "Mở đầu, kết luận:";
    for (body, wanted) in [
        ("1. Một.\n\n2. Hai.", "1. CẦN ĐIỀN\n"),
        ("Một.\n\nHai.", "CẦN ĐIỀN\n"),
        (
            "1. Giao Công an xã kiểm tra.\n\n2. Hai.",
            "1. Về thực hiện kết luận cuộc họp tháng 6 năm 2023:\n\n- Kiểm tra (mục 1). Chủ trì: \
          Công an xã. Kết quả: CẦN ĐIỀN.\n\n2. CẦN ĐIỀN\n",
        ),
        (
            "# Một\n\nGiao Công an xã kiểm tra.\n\nTrên đây là kết luận tháng 5.",
            "# Về thực hiện kết luận cuộc họp tháng 6 năm 2023\n\n1. Kiểm tra (mục I). Chủ trì: \
          Công an xã. Kết quả: CẦN ĐIỀN.\n\n# Một\n\nCẦN ĐIỀN\n\nTrên đây là kết luận tháng 6.\n",
        ),
        (
            "# I- Một\n\n- Hai\n\n# II- Tổ chức thực hiện\n\nBa, định kỳ hằng tháng.",
            "# I- Một\n\nCẦN ĐIỀN\n\n# II- Tổ chức thực hiện\n\nBa, định kỳ hằng tháng.\n",
        ),
        (
            "# 1. Một\n\nHai.\n\n# 2. Tổ chức thực hiện\n\n2.1. Ba.",
            "# 1. Một\n\nCẦN ĐIỀN\n\n# 2. Tổ chức thực hiện\n\nCẦN ĐIỀN\n",
        ),
        (
            "# I. Một\n\nGiao Công an xã kiểm tra.\n\n# II. Tổ chức thực hiện\n\nBa trước ngày \
          05/7/2023.",
            "# I. Về thực hiện kết luận cuộc họp tháng 6 năm 2023\n\n1. Kiểm tra (mục I). Chủ trì: \
          Công an xã. Kết quả: CẦN ĐIỀN.\n\n2. Ba trước ngày 05/7/2023 (mục II). Thời hạn: trước \
          ngày 05 tháng 7 năm 2023. Kết quả: CẦN ĐIỀN.\n\n# II. Một\n\nCẦN ĐIỀN\n\n# III. Tổ chức \
          thực hiện\n\nCẦN ĐIỀN\n",
        ),
    ] {
        let new = next(&notice(&format!("{opening}\n\n{body}")));
        let found = new.split_once(&format!("{opening}\n\n")).unwrap().1;
        assert_eq!(found.trim_end(), wanted.trim_end(), "{body}");
        assert_eq!(wrong(&new), "", "{new}");
        let again = next(&filled(&new));
        assert_eq!(wrong(&again), "", "{again}");
    }
}

#[test]
fn a_footnote_stays_with_the_text_that_refers_to_it() {
    let text = notice(
        "Mở đầu[^a], kết luận:\n\n# Một\n\nHai.[^b]\n\n[^b]: Bỏ.\n\n[^a]: Giữ.\n\n# Ba\n\nBốn.",
    );
    let new = next(&text);
    let found = new.split_once("Mở đầu").unwrap().1;
    let wanted =
        "[^a], kết luận:\n\n# Một\n\nCẦN ĐIỀN\n\n# Ba\n\nCẦN ĐIỀN\n\n[^a]: Giữ.\n";
    assert_eq!(found.trim_end(), wanted.trim_end());
    assert_eq!(wrong(&new), "", "{new}");
}

#[test]
fn conclusions_as_data_are_emptied_in_every_form() {
    for (written, wanted) in [
        ("[Một, Hai]", "\n  - CẦN ĐIỀN"),
        ("\n- Một\n- Hai   # hai\n", "\n- CẦN ĐIỀN\n"),
        (
            "\n  - tiêu đề: A   # a\n    # b\n    nội dung: |\n      Một\n\n      Hai\n  # c\n  - nội \
             dung: x\n    tiêu đề: \"B\"\n",
            "\n  - tiêu đề: A   # a\n    mục:\n      - CẦN ĐIỀN\n  # c\n  - tiêu đề: \"B\"\n    mục:\n \
             \x20    - CẦN ĐIỀN\n",
        ),
        (
            "[{tiêu đề: Việc tháng 6, mục: [{nội dung: m, giao: Công an xã, xong: có}, Hai]}, \
             {nội dung: x, tiêu đề: B}]",
            "\n  - tiêu đề: Việc tháng 7\n    mục:\n      - CẦN ĐIỀN\n  - tiêu đề: B\n    mục:\n      \
             - CẦN ĐIỀN",
        ),
        (
            "\n  - {mục: [a], tiêu đề: Việc tháng 6, giao: b}\n  - {tiêu đề: B}\n",
            "\n  - tiêu đề: Về thực hiện kết luận cuộc họp tháng 6 năm 2023\n    mục:\n      - \"Việc \
             tháng 6 (mục I). Chủ trì: b. Kết quả: CẦN ĐIỀN.\"\n  - tiêu đề: Việc tháng 7\n    mục:\n\
             \x20     - CẦN ĐIỀN\n  - tiêu đề: B\n    mục:\n      - CẦN ĐIỀN\n",
        ),
        (
            "\n  - {nội dung: Rà soát, giao: Công an xã, hạn: 8/6/2023}\n  - {nội dung: b, giao: \
             c, xong: 06/6/2023}\n",
            "\n  - nội dung: \"Về thực hiện kết luận cuộc họp tháng 6 năm 2023:\"\n    mục:\n      - \
             \"Rà soát (mục 1). Chủ trì: Công an xã; thời hạn: trước ngày 08 tháng 6 năm 2023. Kết \
             quả: CẦN ĐIỀN.\"\n  - CẦN ĐIỀN\n",
        ),
    ] {
        let text = notice("Mở đầu.").replacen(
            "nơi nhận",
            &format!("kết luận: {}\nnơi nhận", written.trim_end()),
            1,
        );
        let text = text.replace("kết luận: \n", "kết luận:\n");
        let new = next(&text);
        let found =
            new.split_once("\nkết luận:").unwrap().1.split_once("\nnơi nhận").unwrap().0;
        assert_eq!(found.trim_start_matches(' '), wanted.trim_end(), "{written}");
        assert_eq!(wrong(&new), "", "{new}");
        let again = next(&filled(&new));
        assert_eq!(wrong(&again), "", "{again}");
    }
}

#[test]
fn every_byte_outside_the_edits_is_kept() {
    for name in EXAMPLES {
        let text = example(name);
        let new = next(&text);
        let windows = text.replace('\n', "\r\n");
        assert_eq!(next(&windows), new.replace('\n', "\r\n"), "{name}");
        assert_eq!(next(&format!("\u{feff}{text}")), format!("\u{feff}{new}"), "{name}");
        let apple: String = text.nfd().collect();
        let renewed = next(&apple);
        assert_eq!(renewed.nfc().collect::<String>(), new, "{name}");
        // Lines that stay are not composed; "mục:" is also among those that are put in.
        let count = |old: &str, new: &str| {
            let kept = |line: &&str| old.lines().any(|old| old == *line);
            new.lines()
                .filter(|line| !line.trim_end().ends_with("c:"))
                .filter(kept)
                .count()
        };
        assert_eq!(count(&apple, &renewed), count(&text, &new), "{name}");
    }
}

#[test]
fn comments_and_blank_lines_anywhere_among_the_fields_are_kept() {
    for name in EXAMPLES {
        let text = example(name);
        let new = next(&text);
        let fields = text[4..].find("---\n").unwrap() + 4;
        let conclusions = text.find("\nkết luận:").unwrap_or(usize::MAX);
        let after = text.find("\nkết thúc:").unwrap_or(usize::MAX);
        let starts: Vec<usize> = text
            .match_indices('\n')
            .map(|(at, _)| at + 1)
            .filter(|at| (4..=fields).contains(at))
            .filter(|at| *at <= conclusions.saturating_add(1) || *at > after)
            .filter(|at| {
                !text[*at..].starts_with("  5") && !text[*at..].starts_with("  năm")
            })
            .collect();
        assert!(starts.len() > 15);
        for at in starts {
            let folded =
                text[..at].ends_with(">-\n") || text[at..].starts_with("  năm 2023,");
            let extra = "# tháng 5 năm 2023: số 12 — CẦN ĐIỀN\n\n";
            if folded || text[at..].starts_with("  Trên") {
                continue;
            }
            let mut commented = text.clone();
            commented.insert_str(at, extra);
            let renewed = next(&commented);
            assert_eq!(renewed.replacen(extra, "", 1), new, "{name} at {at}");
            assert!(renewed.contains(extra));
        }
    }
}

#[test]
fn the_program_writes_the_next_file_and_says_what_it_did() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("tb-2023-06.md"), example("thong-bao-2023-06-du-lieu")).unwrap();
    let output = vanban(folder.path(), &["new", "--from", "tb-2023-06.md"]);
    ends(&output, 0);
    let said = stderr(&output);
    for part in [
        "đã ghi tb-2023-07.md\n",
        "tb-2023-07.md:6: để trống `số` (cũ: 12)\n",
        "tb-2023-07.md:10: `tháng 5 năm 2023` thành `tháng 6 năm 2023`\n",
        "tb-2023-07.md:29: liệt kê 4 việc chưa xong\n",
        "cần điền:\n  tb-2023-07.md:13\n",
        "tb-2023-07.md:26: `ngày 01 tháng 6 năm 2023`\n",
    ] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
    let written = fs::read_to_string(at("tb-2023-07.md")).unwrap();
    assert_eq!(written, next(&example("thong-bao-2023-06-du-lieu")));

    let draft = example("thong-bao-2023-06").replacen("---\n", "---\ndự thảo: 1\n", 1);
    fs::write(at("nhap-06.md"), draft).unwrap();
    let output = vanban(folder.path(), &["new", "--from", "nhap-06.md"]);
    ends(&output, 0);
    let said = stderr(&output);
    assert!(said.contains("cần điền:\n  nhap-07.md:28\n  nhap-07.md:32\n"), "{said}");
    ends(&vanban(folder.path(), &["build", "nhap-07.md", "-o", "-"]), 0);
    fs::remove_file(at("nhap-06.md")).unwrap();
    fs::remove_file(at("nhap-07.md")).unwrap();

    fs::write(at("tb-2023-07.md"), "của tôi").unwrap();
    let output = vanban(folder.path(), &["new", "--from", "tb-2023-06.md"]);
    ends(&output, 3);
    assert!(stderr(&output).contains("đã có tệp tb-2023-07.md, không ghi đè"));
    assert_eq!(fs::read(at("tb-2023-07.md")).unwrap(), "của tôi".as_bytes());

    let output = vanban(folder.path(), &["moi", "--from", "tb-2023-06.md", "-o", "-"]);
    ends(&output, 0);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), written);

    fs::write(at("tb.md"), notice("Một.\n\nHai <b>.")).unwrap();
    fs::write(at("tb-06.md"), notice("Một.\n\nHai <b>.")).unwrap();
    for (arguments, code, part) in [
        (&["new", "--from", "tb-06.md"][..], 1, "raw-html"),
        (&["new", "--from", "tb-2023-06.md", "--date", "05/5/2023"], 2, "ở trước tháng"),
        (
            &["new", "--from", "tb-2023-06.md", "--date", "hôm nay"],
            2,
            "không nhận giá trị",
        ),
        (&["new", "--from", "khong-co.md"], 3, "không tìm thấy"),
        (&["new", "--date", "05/5/2023"], 2, "thiếu"),
        (&["new", "a", "--from", "tb.md"], 2, "không dùng"),
    ] {
        let output = vanban(folder.path(), arguments);
        ends(&output, code);
        assert!(stderr(&output).contains(part), "{arguments:?}: {}", stderr(&output));
    }
    fs::write(at("tb.md"), notice("Một.\n\nHai.")).unwrap();
    let output = vanban(folder.path(), &["new", "--from", "tb.md"]);
    ends(&output, 2);
    assert!(stderr(&output).contains("dùng `-o`"), "{}", stderr(&output));
    ends(&vanban(folder.path(), &["new", "--from", "tb.md", "-o", "moi.md"]), 0);
    assert_eq!(
        names(folder.path()),
        ["moi.md", "tb-06.md", "tb-2023-06.md", "tb-2023-07.md", "tb.md"]
    );
}

#[test]
fn what_was_followed_up_is_not_followed_up_again() {
    let text = notice("Mở đầu, kết luận:\n\n1. Giao Phòng Kinh tế rà soát.\n\n2. Hai.");
    let new = next(&text).replace("2. CẦN ĐIỀN", "2. Giao Công an xã kiểm tra.");
    let again = next(&filled(&new));
    assert!(again.contains("- Kiểm tra (mục 2). Chủ trì: Công an xã."), "{again}");
    assert!(!again.contains("Phòng Kinh tế"), "{again}");
}

#[test]
fn what_is_not_done_is_followed_up_once_more() {
    let text = notice(
        "Mở đầu, kết luận:\n\n1. Giao Phòng Kinh tế rà soát.\n\n2. Giao Công an xã kiểm tra.\n\n\
         3. Giao Tư pháp xem xét.",
    );
    for (result, kept) in [
        ("đang thực hiện", true),
        ("chưa hoàn thành.", true),
        ("**đạt 70%**", true),
        ("CẦN ĐIỀN", true),
        ("đã hoàn thành", false),
        ("Xong.", false),
    ] {
        let draft = "---\ndự thảo: 1\n";
        let second = next(&text).replacen("---\n", draft, 1);
        let second =
            second.replacen("Kết quả: CẦN ĐIỀN", &format!("Kết quả: {result}"), 1);
        let second = second.replace("Kết quả: CẦN ĐIỀN", "Kết quả: đã xong");
        let second = if result == "CẦN ĐIỀN" {
            second.replacen("Kết quả: đã xong", "Kết quả: CẦN ĐIỀN", 1)
        } else {
            second
        };
        let third = next(&second);
        let line = "- Rà soát (mục 1, kết luận cuộc họp tháng 6 năm 2023). Chủ trì: Phòng Kinh \
                    tế. Kết quả: CẦN ĐIỀN.";
        assert_eq!(third.contains(line), kept, "{result}: {third}");
        assert_eq!(third.matches("Kết quả:").count(), usize::from(kept), "{third}");
        assert!(!kept || third.contains("cuộc họp tháng 7 năm 2023:"), "{third}");
        // And so on, until it is done.
        let fourth = next(&third.replace("CẦN ĐIỀN.", "đang làm."));
        assert_eq!(fourth.contains(line), kept, "{result}: {fourth}");
    }
}

#[test]
fn what_is_not_done_is_followed_up_in_every_form() {
    let heading = "# Về thực hiện kết luận cuộc họp tháng 5 năm 2023";
    for (body, wanted) in [
        (
            format!(
                "{heading}\n\n1. Rà soát (mục I.1). Kết quả: đang làm.\n\n2. Kiểm tra. Kết \
                     quả: xong.\n\n# Một\n\nHai."
            ),
            "1. Rà soát (mục I.1, kết luận cuộc họp tháng 5 năm 2023). Kết quả: CẦN ĐIỀN.\n\n# Một",
        ),
        (
            format!(
                "{heading}\n\n## Phần một\n\n- Rà soát\n\n  Kết quả: chưa xong\n\n- Kiểm tra: \
                     kết quả: đã xong\n\n# Một\n\nHai."
            ),
            "1. Rà soát. Kết quả: CẦN ĐIỀN.\n\n# Một",
        ),
        (
            format!(
                "{heading}\n\nCác việc cơ bản đã xong.\n\nRà soát. Kết quả: đang làm.\n\n# Một"
            ),
            "1. Rà soát. Kết quả: CẦN ĐIỀN.\n\n# Một",
        ),
    ] {
        let new = next(&notice(&format!("Mở đầu, kết luận:\n\n{body}")));
        let found = new.split_once("kết luận:\n\n").unwrap().1;
        let list = found.split_once("\n\n").unwrap().1;
        assert!(list.starts_with(wanted), "{body}\n=>\n{found}");
    }
    let data = "kết luận:\n  - tiêu đề: Về thực hiện kết luận cuộc họp tháng 5\n    mục:\n      - Rà \
                soát. Kết quả đang làm\n      - {nội dung: Kiểm tra, giao: Công an xã, xong: có}\n      \
                - {nội dung: Thu hồi, giao: Công an xã}\n  - tiêu đề: Một\n    mục: [Hai]\n";
    let text = notice("").replacen("nơi nhận", &format!("{data}nơi nhận"), 1);
    let new = next(&text);
    for part in
        ["Rà soát. Kết quả đang làm. Kết quả: CẦN ĐIỀN.", "Thu hồi. Giao Công an xã"]
    {
        assert!(new.contains(part), "{part}: {new}");
    }
    assert!(!new.contains("Kiểm tra"), "{new}");
}

#[test]
fn absentees_and_what_was_signed_stay_behind() {
    let minutes = read("examples/loai/bien-ban-nha-nuoc.md");
    let start = minutes.find("  vắng:").unwrap();
    let rest = &minutes[start..];
    let end =
        rest.match_indices('\n').find(|(at, _)| !rest[at + 1..].starts_with("    "));
    let old = &rest[..=end.unwrap().0];
    for written in [
        "  vắng:   # ai\n    - {họ tên: Lê Vắng, chức vụ: Phó}\n    - ông Trần Vắng (ốm)  # ốm\n",
        "  vắng: [Lê Vắng, Trần Vắng]   # ai\n",
        "  vắng:\n  - Lê Vắng\n  - Trần Vắng\n",
        "  vắng:\n    [Lê Vắng,\n     Trần Vắng]\n",
        "  'vắng': [\"Lê Vắng\"]\n",
    ] {
        for crlf in [false, true] {
            let mut text = minutes.replace(old, written);
            text = text.replace(
                "nơi nhận:",
                "chữ ký số: 45/BB-UBND; 05/5/2026 14:30\nnơi nhận:",
            );
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            let new = next(&text);
            assert!(!new.contains("Vắng") && !new.contains("14:30"), "{new}");
            assert_eq!(written.contains("# ai"), new.contains("# ai"), "{new}");
            assert_eq!(wrong(&new), "", "{new}");
        }
    }
}

#[test]
fn no_day_is_repeated_or_made_up() {
    for (opening, wanted) in [
        (
            "Sáng thứ Sáu, ngày 02/6/2023, Ban Chỉ đạo họp, kết luận:",
            "Sáng thứ CẦN ĐIỀN, ngày CẦN ĐIỀN/7/2023, Ban Chỉ đạo họp, kết luận:",
        ),
        (
            "Ngày 02 tháng 6 năm 2023 (Chủ nhật), Ban Chỉ đạo họp, kết luận:",
            "Ngày CẦN ĐIỀN tháng 7 năm 2023 (CẦN ĐIỀN), Ban Chỉ đạo họp, kết luận:",
        ),
        (
            "Tại hội trường xã, ngày 02/6/2023, Ban Chỉ đạo đã họp và kết luận:",
            "Tại hội trường xã, ngày CẦN ĐIỀN/7/2023, Ban Chỉ đạo đã họp và kết luận:",
        ),
        (
            "Tại cuộc họp ngày 2/6, theo Công văn số 5 ngày 30/5/2023 của huyện, kết luận:",
            "Tại cuộc họp ngày CẦN ĐIỀN/7, theo Công văn số 5 ngày 30/5/2023 của huyện, kết luận:",
        ),
        (
            "Theo Kế hoạch số 7 ngày 01/6/2023, hội nghị kết luận:",
            "Theo Kế hoạch số 7 ngày 01/6/2023, hội nghị kết luận:",
        ),
    ] {
        let new = next(&notice(&format!("{opening}\n\n# Một\n\nHai.")));
        let found = new.split_once("---\n\n").map_or(new.as_str(), |(_, body)| body);
        assert!(found.contains(wanted), "{opening}\n=>\n{found}");
    }
    let text = notice(
        "Mở đầu, kết luận:\n\n# Một\n\nHai.\n\nTrên đây là kết luận cuộc họp ngày 02/6.",
    );
    let subject = text.lines().find(|line| line.starts_with("trích yếu:")).unwrap();
    let text =
        text.replace(subject, "trích yếu: kết luận cuộc họp ngày 02 tháng 6 năm 2023");
    let new = next(&text);
    for part in ["cuộc họp ngày CẦN ĐIỀN tháng 7 năm 2023\n", "cuộc họp ngày CẦN ĐIỀN/7."]
    {
        assert!(new.contains(part), "{part}: {new}");
    }
    let attached = "phụ lục:\n  - tiêu đề: Danh mục\n    kèm theo: (Kèm theo Thông báo số 12-TB/BCĐ \
                    ngày 05/6/2023)\n    nội dung: Một.\nnơi nhận";
    let new = next(&notice("Một.\n\nHai.").replacen("nơi nhận", attached, 1));
    assert!(new.contains("    kèm theo: CẦN ĐIỀN\n"), "{new}");
}

#[test]
fn papers_that_conclude_no_meeting_list_no_tasks() {
    for kind in ["ke-hoach", "bao-cao", "to-trinh", "quyet-dinh", "cong-van", "giay-moi"]
    {
        for layout in ["dang", "nha-nuoc"] {
            let text = read(&format!("examples/loai/{kind}-{layout}.md"));
            let new = next(&text);
            assert_eq!(wrong(&new), "", "{kind}:\n{new}");
            assert!(!new.contains("Về thực hiện kết luận"), "{kind}:\n{new}");
            assert_eq!(wrong(&next(&filled(&new))), "", "{kind}");
        }
    }
    let decision = next(&read("examples/loai/quyet-dinh-dang.md"));
    assert!(decision.contains("\nĐiều 1. CẦN ĐIỀN\n"), "{decision}");
    let minutes = next(&read("examples/loai/bien-ban-dang.md"));
    assert!(
        minutes.contains("Về thực hiện kết luận cuộc họp tháng 5 năm 2026"),
        "{minutes}"
    );
}

#[test]
fn articles_keep_their_numbers() {
    for example in ["quy-che-nha-nuoc", "hop-dong-nha-nuoc"] {
        let text = read(&format!("examples/loai/{example}.md"));
        let new = next(&text);
        for line in text.lines().filter(|line| line.starts_with("Điều ")) {
            assert!(new.contains(&format!("\n{line}\n")), "{line}:\n{new}");
        }
    }
}

#[test]
fn the_days_of_a_paper_move_on() {
    let new = next(&read("examples/loai/giay-nghi-phep-nha-nuoc.md"));
    for part in [
        "ngày ký: 01/2027\n",
        "ngày làm đơn: CẦN ĐIỀN/01/2027\n",
        "nghỉ từ: CẦN ĐIỀN/01/2027\n",
        "nghỉ đến: CẦN ĐIỀN/01/2027\n",
    ] {
        assert!(new.contains(part), "{part}:\n{new}");
    }
    let born = next(&read("examples/loai/giay-chung-nhan-dang.md"));
    assert!(born.contains("ngày sinh: 12/5/2004\n"), "{born}");
}
