//! The upload of a test file: at once if it is small, else in parts, which goes on where it was after the line has broken (facts
//! broker-api 2.2, 3).

use super::identity::{TokenIdentity, WRITE};
use super::party::Party;
use super::refusal::{self, BrokerCall};
use super::run::{DeedRun, DeedStop};
use super::test_file::TestFile;
use crate::journey::DeedMessage;
use crate::services::{Problem, TransferStatus, Unreachable};
use crate::values::FileSize;
use jiff::Timestamp;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

/// The pauses between tries while the line is down, in milliseconds; the last one repeats.
const PAUSES: [u64; 7] = [200, 500, 1000, 2000, 5000, 10_000, 20_000];

/// One file on its way to one transfer.
pub(super) struct Upload<'a> {
    pub(super) party: &'a Party,
    pub(super) identity: TokenIdentity,
    pub(super) transfer: Uuid,
    pub(super) file: &'a TestFile,
}

/// Why a step of an upload in parts did not go.
enum Halt {
    /// It may go the next time.
    Passing {
        stop: DeedStop,
        from: Option<Timestamp>,
        breaks: bool,
    },
    Lasting(DeedStop),
}

impl Upload<'_> {
    /// Sends what Altinn does not have yet. Returns how many times the line broke.
    pub(super) async fn go(&self, run: &DeedRun<'_>) -> Result<usize, DeedStop> {
        let size = self.file.size();
        let phase = run.begin(DeedMessage::Uploading { size });
        let counter = watch::Sender::new(0);
        let breaks = if run.connection.services.sends_in_parts(size.0) {
            run.counting(size.0, counter.clone(), self.in_parts(run, &counter)).await?
        } else {
            run.counting(size.0, counter.clone(), self.at_once(run, &counter)).await?
        };
        let said = if breaks == 0 { DeedMessage::Uploaded { size } } else { DeedMessage::UploadedAfterBreaks { size, breaks } };
        run.end(phase, said);
        Ok(breaks)
    }

    /// Returns how many times the line broke. Then the file is sent again from its first byte, unless Altinn has it after all (facts
    /// broker-api 2.2).
    async fn at_once(&self, run: &DeedRun<'_>, counter: &watch::Sender<u64>) -> Result<usize, DeedStop> {
        let mut line = Line::new(run.connection.services.patience().line);
        let mut is_again = false;
        loop {
            let (stop, from) = match self.whole(run, counter, is_again).await {
                Ok(()) => return Ok(line.breaks),
                Err(Halt::Lasting(stop)) => return Err(stop),
                Err(Halt::Passing { stop, from, breaks }) => {
                    line.breaks += usize::from(breaks);
                    (stop, from)
                }
            };
            is_again = true;
            let Some(pause) = line.pause() else { return Err(self.broke_off(Some(stop))) };
            sleep(pause.max(from.map_or(Duration::ZERO, until_then))).await;
        }
    }

    async fn whole(&self, run: &DeedRun<'_>, counter: &watch::Sender<u64>, is_again: bool) -> Result<(), Halt> {
        let services = &run.connection.services;
        let token = self.identity.token(run.connection, self.party, WRITE).await.map_err(of_token)?;
        if is_again {
            let transfer = services.transfer(&token, self.transfer).await.map_err(|problem| self.halt(&problem))?;
            if !transfer.status.is_open() {
                return Ok(());
            }
            counter.send_replace(0);
        }
        services.upload(&token, self.transfer, &self.file.content, counter).await.map_err(|problem| match problem {
            Problem::Refused(ref refusal) if refusal.status < 500 => Halt::Lasting(self.refused(&problem)),
            problem => self.halt(&problem),
        })
    }

    /// Returns how many times the line broke.
    async fn in_parts(&self, run: &DeedRun<'_>, counter: &watch::Sender<u64>) -> Result<usize, DeedStop> {
        let mut line = Line::new(run.connection.services.patience().line);
        // How many bytes Altinn has. None while that is not known.
        let mut has = None;
        while has.is_none_or(|has| has < self.file.hashes.size) {
            let halt = match self.step(run, has, counter).await {
                Ok(now) => {
                    if line.reached(now) || has.is_none() {
                        has = Some(now);
                        continue;
                    }
                    None
                }
                Err(Halt::Lasting(stop)) => return Err(stop),
                Err(Halt::Passing { stop, from, breaks }) => {
                    line.breaks += usize::from(breaks && has.is_some());
                    Some((stop, from))
                }
            };
            has = None;
            let (stop, from) = halt.unzip();
            let Some(pause) = line.pause() else { return Err(self.broke_off(stop)) };
            sleep(pause.max(from.flatten().map_or(Duration::ZERO, until_then))).await;
        }
        Ok(line.breaks)
    }

    /// Sends the next part. Without knowing how many bytes Altinn has, asks for that instead. Returns how many it has.
    async fn step(&self, run: &DeedRun<'_>, has: Option<u64>, counter: &watch::Sender<u64>) -> Result<u64, Halt> {
        let services = &run.connection.services;
        let size = self.file.hashes.size;
        let token = self.identity.token(run.connection, self.party, WRITE).await.map_err(of_token)?;
        if let Some(from) = has {
            if !self.file.is_unchanged().await {
                return Err(Halt::Lasting(DeedMessage::FileChangedMeanwhile { name: self.file.name.clone() }.into()));
            }
            let part = from..from.saturating_add(services.patience().file.part).min(size);
            return services
                .upload_part(&token, self.transfer, &self.file.content, part, counter)
                .await
                .map_err(|problem| self.halt(&problem));
        }
        let asked = match services.uploaded(&token, self.transfer).await {
            // What comes after the last byte has begun: the overview tells.
            Err(Problem::Refused(refusal)) if refusal.status == 409 => Ok(size),
            Ok(Some(has)) => Ok(has),
            // Beginning again is safe only before any byte was sent (facts broker-api 3).
            Ok(None) => match services.transfer(&token, self.transfer).await {
                Ok(transfer) if transfer.status == TransferStatus::Initialized => {
                    services.begin_upload(&token, self.transfer, size).await.map(|()| 0)
                }
                Ok(_) => return Err(Halt::Lasting(DeedMessage::UploadExpired { transfer: self.transfer.to_string() }.into())),
                Err(problem) => Err(problem),
            },
            Err(problem) => Err(problem),
        };
        let has = asked.map_err(|problem| self.halt(&problem))?;
        counter.send_replace(has);
        Ok(has)
    }

    fn halt(&self, problem: &Problem) -> Halt {
        let stop = self.refused(problem);
        match problem {
            Problem::TooOften { until, .. } => Halt::Passing { stop, from: Some(*until), breaks: false },
            // Another request still writes, or Altinn counts the last bytes a moment later.
            Problem::Refused(refusal) if matches!(refusal.status, 409 | 423) => Halt::Passing { stop, from: None, breaks: false },
            Problem::Unreachable { cause: Unreachable::Tls(_) | Unreachable::Certificate(_), .. } => Halt::Lasting(stop),
            problem if refusal::may_have_been_done(problem) => Halt::Passing { stop, from: None, breaks: true },
            Problem::Unreachable { .. }
            | Problem::GivenUp { .. }
            | Problem::Foreign { .. }
            | Problem::Refused(_)
            | Problem::Proxy { .. }
            | Problem::ProxyUnreadable { .. }
            | Problem::NoCertificates { .. }
            | Problem::NotOurHost { .. }
            | Problem::Local(_) => Halt::Lasting(stop),
        }
    }

    fn refused(&self, problem: &Problem) -> DeedStop {
        let file = Some((self.file.name.as_str(), self.file.hashes.size));
        BrokerCall { file, ..BrokerCall::of(self.party, WRITE).about(self.transfer) }.refused(problem)
    }

    /// The upload stays where it is, and goes on when the deed is done again.
    fn broke_off(&self, last: Option<DeedStop>) -> DeedStop {
        let code = last.and_then(|stop| stop.code);
        DeedStop { message: DeedMessage::UploadBrokeOff { name: self.file.name.clone(), size: FileSize(self.file.hashes.size) }, code }
    }
}

/// A token is asked for before each part: one that could not be had may be had when the line is back.
fn of_token(stop: DeedStop) -> Halt {
    match stop.message {
        DeedMessage::NoAnswer { .. } | DeedMessage::ForeignAnswer { .. } | DeedMessage::ProxyHoldsUp { .. } => {
            Halt::Passing { stop, from: None, breaks: true }
        }
        DeedMessage::TooOften { until, .. } => Halt::Passing { stop, from: Some(until), breaks: false },
        _ => Halt::Lasting(stop),
    }
}

pub(super) fn until_then(until: Timestamp) -> Duration {
    Duration::try_from(until.duration_since(Timestamp::now())).unwrap_or(Duration::ZERO)
}

/// How long the line has been down, and how often it broke.
struct Line {
    patience: Duration,
    breaks: usize,
    /// The most bytes that Altinn had.
    most: u64,
    /// Since when it has got no more of them, and how often that was tried.
    down: Option<Instant>,
    tries: usize,
}

impl Line {
    fn new(patience: Duration) -> Self {
        Self { patience, breaks: 0, most: 0, down: None, tries: 0 }
    }

    /// Altinn has so many bytes. Returns whether they are more than before.
    fn reached(&mut self, has: u64) -> bool {
        if has <= self.most {
            return false;
        }
        (self.most, self.down, self.tries) = (has, None, 0);
        true
    }

    /// How long to wait before the next try. None if the line has been down for too long.
    fn pause(&mut self) -> Option<Duration> {
        let pause = PAUSES.get(self.tries).or(PAUSES.last()).copied().map(Duration::from_millis)?;
        self.tries += 1;
        let since = *self.down.get_or_insert_with(Instant::now);
        (since.elapsed() + pause <= self.patience).then_some(pause)
    }
}
