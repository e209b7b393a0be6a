//! A relay between the program and the sandbox. It counts what changes something there, and can keep one of these calls: before it
//! reaches the sandbox, or its answer after that.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// Far more than a call takes, so that only a hang fails.
const DEADLINE: Duration = Duration::from_secs(30);

/// Where a call is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The sandbox never hears of it.
    Call,
    /// The sandbox has done it, and the program never hears of that.
    Answer,
}

/// Which call is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Of those that change something, the one with this number, from 1.
    Change(usize),
    /// The first with this method and this in its path. Kept with its answer, the first whose answer has this in it too.
    Of { method: &'static str, path: &'static str, says: &'static str },
}

#[derive(Default)]
struct State {
    /// How many calls that change something have come.
    calls: usize,
    /// Those that the sandbox has done.
    done: Vec<String>,
    keep: Option<(Which, Side)>,
    is_kept: bool,
    under_way: usize,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone)]
pub struct Relay {
    /// Its address, as a base address.
    pub origin: String,
    shared: Arc<Shared>,
}

impl Relay {
    /// A relay to the sandbox at this base address. It runs until the test ends.
    pub fn to(sandbox: &str) -> Self {
        let upstream = sandbox.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let origin = format!("http://{}/", listener.local_addr().expect("an address"));
        let shared = Arc::new(Shared::default());
        let relay = Self { origin, shared: Arc::clone(&shared) };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (shared, upstream) = (Arc::clone(&shared), upstream.clone());
                // A connection that breaks is the killed program's.
                std::thread::spawn(move || drop(shared.relay(stream, &upstream)));
            }
        });
        relay
    }

    /// Begins to count anew, and keeps one call.
    pub fn begin(&self, keep: Option<(Which, Side)>) {
        *self.shared.locked() = State { keep, ..State::default() };
    }

    /// Waits until the call is kept, or until the program has ended. Returns whether it is kept.
    pub fn waits_for_kept(&self, mut has_ended: impl FnMut() -> bool) -> bool {
        let begun = Instant::now();
        let mut state = self.shared.locked();
        while !state.is_kept {
            assert!(begun.elapsed() < DEADLINE, "neither kept nor ended");
            state = self.shared.changed.wait_timeout(state, Duration::from_millis(20)).expect("the lock").0;
            if has_ended() {
                return state.is_kept;
            }
        }
        true
    }

    /// Lets go of what was kept, and waits until the sandbox has ended what it was about to do.
    pub fn settle(&self) {
        let mut state = self.shared.locked();
        (state.keep, state.is_kept) = (None, false);
        self.shared.changed.notify_all();
        while state.under_way > 0 {
            let (next, waited) = self.shared.changed.wait_timeout(state, DEADLINE).expect("the lock");
            assert!(!waited.timed_out(), "a call does not end");
            state = next;
        }
    }

    /// The changes that the sandbox has made since the beginning.
    pub fn done(&self) -> Vec<String> {
        self.shared.locked().done.iter().filter(|call| !is_reading(call)).cloned().collect()
    }

    /// How often the sandbox has answered a call with this in its path.
    pub fn answered(&self, path: &str) -> usize {
        self.shared.locked().done.iter().filter(|call| call.contains(path)).count()
    }
}

impl Shared {
    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the lock")
    }

    /// Relays one call. The connection is closed after it.
    fn relay(&self, mut program: TcpStream, upstream: &str) -> std::io::Result<()> {
        let Some(call) = read_call(&mut program)? else { return Ok(()) };
        let text = String::from_utf8_lossy(&call).into_owned();
        let mut words = text.split_whitespace();
        let (method, path) = (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned());
        let at = (!is_reading(&method)).then(|| {
            let mut state = self.locked();
            state.calls += 1;
            state.calls
        });
        let is_it = |which: Which, answer: &[u8]| match which {
            Which::Change(number) => at == Some(number),
            Which::Of { method: of, path: has, says } => {
                method == of && path.contains(has) && (answer.is_empty() || String::from_utf8_lossy(answer).to_lowercase().contains(says))
            }
        };
        if self.keeps(Side::Call, |which| is_it(which, &[])) {
            return Ok(());
        }
        self.locked().under_way += 1;
        let answer = asked(&call, upstream);
        let mut state = self.locked();
        let is_done = answer.as_ref().is_ok_and(|answer| answer.starts_with(b"HTTP/1.1 2"));
        if is_done {
            state.done.push(format!("{method} {path}"));
        }
        state.under_way -= 1;
        drop(state);
        self.changed.notify_all();
        let answer = answer?;
        if self.keeps(Side::Answer, |which| is_it(which, &answer)) {
            return Ok(());
        }
        program.write_all(&answer)?;
        program.shutdown(Shutdown::Write)
    }

    /// Keeps a call until it is let go of, if it is the one. By then the program was killed.
    fn keeps(&self, side: Side, is_it: impl Fn(Which) -> bool) -> bool {
        let mut state = self.locked();
        // Where several fit, the first is kept.
        if state.is_kept || !state.keep.is_some_and(|(which, kept)| kept == side && is_it(which)) {
            return false;
        }
        state.is_kept = true;
        self.changed.notify_all();
        while state.is_kept {
            state = self.changed.wait(state).expect("the lock");
        }
        true
    }
}

fn is_reading(call: &str) -> bool {
    call.starts_with("GET") || call.starts_with("HEAD")
}

/// A whole call, its head with the wish to close the connection after it. None if the program was killed before it was sent.
fn read_call(program: &mut TcpStream) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
        let mut chunk = [0; 4096];
        match program.read(&mut chunk)? {
            0 => return Ok(None),
            count => bytes.extend_from_slice(&chunk[..count]),
        }
    };
    let lines: Vec<String> = String::from_utf8_lossy(&bytes[..head]).split("\r\n").map(ToOwned::to_owned).collect();
    let length = lines.iter().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok()).unwrap_or(0);
    let mut body = bytes.split_off(head + 4);
    while body.len() < length {
        let mut chunk = vec![0; length - body.len()];
        match program.read(&mut chunk)? {
            0 => return Ok(None),
            count => body.extend_from_slice(&chunk[..count]),
        }
    }
    let kept = lines.into_iter().filter(|line| !line.to_lowercase().starts_with("connection:")).collect::<Vec<_>>().join("\r\n");
    Ok(Some([format!("{kept}\r\nConnection: close\r\n\r\n").into_bytes(), body].concat()))
}

fn asked(call: &[u8], upstream: &str) -> std::io::Result<Vec<u8>> {
    let mut sandbox = TcpStream::connect(upstream)?;
    sandbox.write_all(call)?;
    let mut answer = Vec::new();
    sandbox.read_to_end(&mut answer)?;
    Ok(answer)
}
