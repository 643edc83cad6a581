//! The line that shows how far a long run is: on a terminal alone, never among what is kept.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use super::message::Message;
use super::results::time;
use crate::diagnostic::Lang;

/// Shorter runs show nothing.
const SHORT: Duration = Duration::from_secs(1);

/// How often the line changes at most.
const PAUSE: Duration = Duration::from_millis(100);

/// How far a run is.
pub(super) struct Progress {
    total: usize,
    done: usize,
    begun: Instant,
    /// When the line was last written, and how long it is; none while it is not there.
    drawn: Option<(Instant, usize)>,
    lang: Lang,
}

impl Progress {
    /// A run over so many documents; none where nobody would see how far it is.
    pub(super) fn begin(total: usize, lang: Lang) -> Option<Self> {
        let seen = total > 1 && io::stderr().is_terminal();
        let begun = Instant::now();
        seen.then_some(Self { total, done: 0, begun, drawn: None, lang })
    }

    /// How long the run has taken so far.
    pub(super) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Another document is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        let waits = match self.drawn {
            Some((at, _)) => at.elapsed() < PAUSE,
            None => self.begun.elapsed() < SHORT,
        };
        if !waits {
            self.draw();
        }
    }

    /// Does `write` while the line is not there.
    pub(super) fn without(&mut self, write: impl FnOnce()) {
        let was_drawn = self.erase();
        write();
        if was_drawn {
            self.draw();
        }
    }

    /// Takes the line away; says whether it was there.
    pub(super) fn erase(&mut self) -> bool {
        let drawn = self.drawn.take();
        if let Some((_, length)) = drawn {
            put(&format!("\r{:length$}\r", ""));
        }
        drawn.is_some()
    }

    fn draw(&mut self) {
        self.erase();
        let message = line(self.done, self.total, self.begun.elapsed());
        let text = message.get(self.lang);
        put(text);
        self.drawn = Some((Instant::now(), text.chars().count()));
    }
}

fn put(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// How far a run is, and how long the rest will take if it goes on as it did.
fn line(done: usize, total: usize, elapsed: Duration) -> Message {
    let (vi, en) =
        (format!("{done}/{total} văn bản"), format!("{done}/{total} documents"));
    let Some(left) = left(done, total, elapsed) else { return Message::new(vi, en) };
    let left = time(left);
    Message::new(
        format!("{vi}, còn khoảng {}", left.vi),
        format!("{en}, about {} left", left.en),
    )
}

fn left(done: usize, total: usize, elapsed: Duration) -> Option<Duration> {
    let (done, total) = (u32::try_from(done).ok()?, u32::try_from(total).ok()?);
    elapsed.checked_div(done)?.checked_mul(total.saturating_sub(done))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_told_as_people_say_it() {
        let vi =
            |done, total, seconds| line(done, total, Duration::from_secs(seconds)).vi;
        assert_eq!(vi(0, 498, 2), "0/498 văn bản");
        assert_eq!(vi(100, 498, 10), "100/498 văn bản, còn khoảng 39 giây");
        assert_eq!(vi(1, 498, 1), "1/498 văn bản, còn khoảng 8 phút");
        assert_eq!(
            vi(1000, 100_000, 50),
            "1000/100000 văn bản, còn khoảng 1 giờ 22 phút"
        );
        assert_eq!(vi(498, 498, 31), "498/498 văn bản, còn khoảng 0 giây");
    }
}
