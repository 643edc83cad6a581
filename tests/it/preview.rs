//! `vanban preview`: the page shows what is saved, to this machine alone.

mod accessible;
mod browser;
mod shown;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::cli::{ends, stderr, vanban};
use crate::support::{notice, path, read};
use crate::watch::Running;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A page that is served.
struct Page {
    _program: Running,
    /// `127.0.0.1:PORT`.
    host: String,
    /// `/TOKEN/`.
    root: String,
}

impl Page {
    fn open(folder: &Path, arguments: &[&str]) -> Self {
        let program = Running::start(folder, &[&["preview"], arguments].concat());
        let line = program.line();
        let (_, address) = line.split_once(" http://").unwrap();
        let (host, root) = address.split_once('/').unwrap();
        let (host, root) = (host.to_owned(), format!("/{root}"));
        Self { _program: program, host, root }
    }

    fn address(&self) -> String {
        format!("http://{}{}", self.host, self.root)
    }

    /// What comes for some bytes.
    fn say(&self, bytes: &[u8]) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(bytes).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let body = answer.split_off(end + 4);
        (String::from_utf8(answer).unwrap(), body)
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> (String, Vec<u8>) {
        self.say(format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes())
    }

    /// The head and the body of a file of the page.
    fn get(&self, inner: &str) -> (String, Vec<u8>) {
        self.ask("GET", &format!("{}{inner}", self.root), &self.host)
    }

    fn listen(&self) -> Views {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let Self { root, host, .. } = self;
        let head = format!("GET {root}events HTTP/1.1\r\nHost: {host}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        Views(BufReader::new(stream))
    }
}

/// The views that come.
struct Views(BufReader<TcpStream>);

impl Views {
    /// The next view.
    fn next(&mut self) -> Value {
        let mut line = String::new();
        let end = Instant::now() + PATIENCE;
        loop {
            line.clear();
            assert!(Instant::now() < end, "something is shown");
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the program goes on");
            if let Some(json) = line.strip_prefix("data: ") {
                let view: Value = serde_json::from_str(json).unwrap();
                if view["number"] != 0 {
                    return view;
                }
            }
        }
    }

    /// The next view that is as wanted.
    fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let view = self.next();
            if wanted(&view) {
                return view;
            }
            assert!(Instant::now() < end, "{view}");
        }
    }
}

fn sound(view: &Value) -> bool {
    view["sound"] == true
}

fn ids(view: &Value) -> Vec<String> {
    let pages = view["pages"].as_array().unwrap().iter();
    pages.map(|page| page["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_page_shows_the_document_and_gives_its_pdf() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let text = read("examples/thong-bao-2023-06.md");
    fs::write(here.join("thông báo.md"), text).unwrap();
    fs::copy(path("examples/thong-bao-2023-06.png"), here.join("thong-bao-2023-06.png"))
        .unwrap();
    let page = Page::open(here, &["thông báo.md"]);
    let view = page.listen().next();
    assert!(sound(&view), "{view}");
    assert_eq!(view["name"], "thông báo.md");
    assert_eq!(view["pages"].as_array().unwrap().len(), 4);
    for (name, kind, start) in [
        (
            String::new(),
            "text/html; charset=utf-8",
            "<!DOCTYPE html>\n<html lang=\"vi\">",
        ),
        ("page.css".to_owned(), "text/css; charset=utf-8", ":root"),
        ("page.js".to_owned(), "text/javascript; charset=utf-8", "//"),
        ("icon.svg".to_owned(), "image/svg+xml", "<svg"),
        (format!("pages/{}.svg", ids(&view)[2]), "image/svg+xml", "<svg"),
        ("pdf".to_owned(), "application/pdf", "%PDF-1.7"),
    ] {
        let (head, body) = page.get(&name);
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{name}: {head}");
        assert!(head.contains(&format!("Content-Type: {kind}\r\n")), "{name}: {head}");
        assert!(head.contains("X-Content-Type-Options: nosniff\r\n"));
        assert!(body.starts_with(start.as_bytes()), "{name}");
        if name.is_empty() || name.starts_with("page.") {
            let text = String::from_utf8(body).unwrap();
            assert!(!text.contains("://"), "{name} loads nothing from elsewhere");
            assert!(!text.contains("innerHTML"), "what is typed is never code");
        }
    }
    let policy = "Content-Security-Policy: default-src 'none'; script-src 'self';";
    assert!(page.get("").0.contains(policy));
    ends(&vanban(here, &["build", "thông báo.md"]), 0);
    let (head, pdf) = page.get("pdf");
    assert!(head.contains("filename*=UTF-8''th%C3%B4ng%20b%C3%A1o.pdf\r\n"), "{head}");
    assert!(pdf == fs::read(here.join("thông báo.pdf")).unwrap(), "as `build` makes it");
}

#[test]
fn whoever_is_not_the_user_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), notice("Một.")).unwrap();
    let page = Page::open(folder.path(), &["tb.md"]);
    let other = Page::open(folder.path(), &["tb.md"]);
    let Page { host, root, .. } = &page;
    assert!(host.starts_with("127.0.0.1:"));
    assert!(root.len() == 34 && *root != other.root, "{root}");
    let port = host.split_once(':').unwrap().1;
    let refused = |method: &str, path: &str, host: &str, wanted: &str| {
        let (head, body) = page.ask(method, path, host);
        assert!(
            head.starts_with(&format!("HTTP/1.1 {wanted} ")),
            "{path} {host}: {head}"
        );
        assert!(body.is_empty());
    };
    for path in ["/", "/events", "/pdf", "/page.js", &other.root, &root[..33]] {
        refused("GET", path, host, "403");
    }
    for stranger in
        ["example.com", &format!("example.com:{port}"), &other.host, "127.0.0.1"]
    {
        for inner in ["", "events", "pdf", "x"] {
            refused("GET", &format!("{root}{inner}"), stranger, "403");
        }
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "CONNECT"] {
        refused(method, root, host, "405");
    }
    assert!(page.ask("POST", root, host).0.contains("Allow: GET\r\n"));
    for inner in ["../", "..%2f", "../tb.md", "tb.md", "pages/x.svg", "page.js?a", "%00"]
    {
        refused("GET", &format!("{root}{inner}"), host, "404");
    }
    let doubled =
        format!("GET {root} HTTP/1.1\r\nHost: {host}\r\nHost: example.com\r\n\r\n");
    assert!(page.say(doubled.as_bytes()).0.starts_with("HTTP/1.1 403 "));
    let none = format!("GET {root} HTTP/1.1\r\n\r\n");
    assert!(page.say(none.as_bytes()).0.starts_with("HTTP/1.1 403 "));
    let long = format!("GET {root} HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(40_000));
    for broken in
        [&b"\0\0\0\0"[..], b"GET\r\n\r\n", b"\x16\x03\x01\x02\0", long.as_bytes()]
    {
        assert!(page.say(broken).0.starts_with("HTTP/1.1 400 "));
    }
}

#[test]
fn who_connects_and_is_silent_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), notice("Một.")).unwrap();
    let page = Page::open(folder.path(), &["tb.md"]);
    let silent: Vec<_> =
        (0..20).map(|_| TcpStream::connect(&page.host).unwrap()).collect();
    assert!(page.get("").0.starts_with("HTTP/1.1 200 "));
    // More than are answered at once: the others are closed, the program goes on.
    let many: Vec<_> =
        (0..100).filter_map(|_| TcpStream::connect(&page.host).ok()).collect();
    for stream in silent.iter().chain(&many) {
        let _ = stream.shutdown(Shutdown::Both);
    }
    let end = Instant::now() + PATIENCE;
    loop {
        let mut stream = TcpStream::connect(&page.host).unwrap();
        let head = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", page.root, page.host);
        let mut start = [0; 12];
        let asked = stream.write_all(head.as_bytes());
        if asked.and_then(|()| stream.read_exact(&mut start)).is_ok() {
            assert_eq!(&start, b"HTTP/1.1 200");
            break;
        }
        assert!(Instant::now() < end);
    }
}

#[test]
fn the_last_good_pages_stay_while_the_text_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    let long = read("examples/thong-bao-2023-06.md").replace("![", "!\\[");
    fs::write(&file, &long).unwrap();
    let page = Page::open(folder.path(), &["tb.md"]);
    let mut views = page.listen();
    let first = views.until(sound);
    let at = long.trim_end().lines().count() + 1;
    fs::write(&file, format!("{}\nCâu <b>.\n", long.trim_end())).unwrap();
    let broken = views.until(|view| !sound(view));
    assert_eq!(ids(&broken), ids(&first));
    let problems = broken["problems"].as_array().unwrap();
    let html = problems.iter().find(|problem| problem["rule"] == "raw-html").unwrap();
    assert_eq!(html["grade"], "error");
    assert_eq!(html["grade_word"], "lỗi");
    assert_eq!(html["line"], format!("dòng {at}"));
    assert_eq!(html["place"], format!("tb.md:{at}:5"));
    assert_eq!(html["lines"][0]["number"], at);
    assert_eq!(html["lines"][0]["before"], "Câu ");
    assert_eq!(html["lines"][0]["marked"], "<b>");
    assert_eq!(html["lines"][0]["after"], ".");
    assert!(html["help"].as_str().unwrap().contains("xóa thẻ này"));
    assert!(broken["status"].as_str().unwrap().contains("chưa xuất được, 1 lỗi"));
    assert!(page.get("pdf").0.starts_with("HTTP/1.1 404 "), "no PDF of another text");
    let svg = format!("pages/{}.svg", ids(&first)[0]);
    assert!(page.get(&svg).0.starts_with("HTTP/1.1 200 "));
    // What is said of the regulations names its clause.
    let symbol = "ký hiệu: TB/BCĐ";
    assert!(long.contains(symbol));
    fs::write(&file, long.replace(symbol, "ký hiệu: TB-BCĐ")).unwrap();
    let doubtful = views.until(|view| {
        let problems = view["problems"].as_array().unwrap();
        problems.iter().any(|problem| problem["clause"].is_string())
    });
    assert!(doubtful["problems"][0]["help"].is_string());
    fs::remove_file(&file).unwrap();
    let gone = views.until(|view| view["problems"][0]["rule"].is_null());
    assert!(!sound(&gone) && ids(&gone).len() == 4);
    let said = gone["problems"][0]["message"].as_str().unwrap();
    assert!(said.contains("không đọc được tb.md"), "{said}");
    // The pages before the change are the same, but for the first, which had another symbol.
    fs::write(&file, format!("{}\n\nCâu cuối.\n", long.trim_end())).unwrap();
    let mended = views.until(sound);
    let (first, mended) = (ids(&first), ids(&mended));
    assert_eq!(first[1..3], mended[1..3]);
    assert_ne!(first.last(), mended.last());
}

#[test]
fn every_part_of_the_document_is_watched() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("tb.md"), notice("![ảnh](anh.png)")).unwrap();
    let page = Page::open(here, &["tb.md", "--lang", "vi"]);
    let mut views = page.listen();
    views.until(|view| !sound(view));
    fs::copy(path("examples/thong-bao-2023-06.png"), here.join("anh.png")).unwrap();
    let first = views.until(sound);
    let base = "{% extends \"co-san/thong-bao-ket-luan/main.typ.j2\" %}\n";
    fs::create_dir_all(here.join("mẫu/thong-bao-ket-luan")).unwrap();
    fs::write(here.join("mẫu/thong-bao-ket-luan/main.typ.j2"), base).unwrap();
    // The office's own template runs in a process of its own, to the same pages.
    let own = views.until(sound);
    assert_eq!(ids(&own), ids(&first));
    fs::write(here.join("vanban.yaml"), "địa danh: [\n").unwrap();
    views.until(|view| view["problems"][0]["rule"] == "yaml-syntax");
    fs::remove_file(here.join("vanban.yaml")).unwrap();
    views.until(sound);
}

/// From the end of the save to the view: a blink is 100 ms, and this is a test's build of the
/// program on a machine that does other things, too.
#[test]
#[expect(clippy::print_stderr, reason = "with `--nocapture` it tells how long it took")]
fn a_save_is_shown_within_a_blink() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tb.md");
    let long = read("examples/thong-bao-2023-06.md").replace("![", "!\\[");
    fs::write(&file, &long).unwrap();
    let page = Page::open(folder.path(), &["tb.md"]);
    let mut views = page.listen();
    let mut last = ids(&views.until(sound));
    let mut took = Vec::new();
    for count in 0..15 {
        let text = format!("{}\n\nCâu thứ {count}.\n", long.trim_end());
        fs::write(&file, text).unwrap();
        let saved = Instant::now();
        let now = ids(&views.until(|view| sound(view) && ids(view) != last));
        took.push(saved.elapsed());
        last = now;
    }
    took.sort();
    eprintln!("from a save to four pages: median {:?}, worst {:?}", took[7], took[14]);
    assert!(took[7] < Duration::from_secs(1), "{took:?}");
}

#[test]
fn what_cannot_be_shown_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tb.md"), notice("Một.")).unwrap();
    fs::write(folder.path().join("vanban.yaml"), "").unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (call, code, words) in [
        (&["preview"][..], 2, "TỆP"),
        (&["xem", "."], 2, "thư mục"),
        (&["preview", "-"], 2, "đầu vào chuẩn"),
        (&["preview", "vanban.yaml"], 2, "tệp mặc định"),
        (&["preview", "tbb.md"], 3, "có phải định viết `tb.md`?"),
        (&["preview", "tb.md", "--port", &port], 3, "bỏ `--port`"),
        (&["preview", "tb.md", "--port", "0"], 2, "--port"),
    ] {
        let output = vanban(folder.path(), call);
        ends(&output, code);
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}
