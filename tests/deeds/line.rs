//! A line that breaks: a proxy on this machine that cuts its connections.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use url::Url;

/// Passes everything on, and cuts the connection each time that so many bytes have gone up.
pub struct BreakingLine {
    pub url: Url,
    cuts: Arc<Cuts>,
}

struct Cuts {
    /// How many bytes may still go up before the next cut.
    until_next: AtomicI64,
    each: i64,
    /// How many cuts are still to come.
    left: AtomicI64,
    breaks: AtomicUsize,
}

impl BreakingLine {
    /// To this address; cuts `times` times, each time after `each` bytes.
    pub fn to(address: &Url, each: i64, times: i64) -> Self {
        let target: SocketAddr = address.socket_addrs(|| None).expect("an address")[0];
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = Url::parse(&format!("http://{}/", listener.local_addr().expect("an address"))).expect("a URL");
        let (until_next, left) = (AtomicI64::new(each), AtomicI64::new(times));
        let cuts = Arc::new(Cuts { until_next, each, left, breaks: AtomicUsize::new(0) });
        let passing = Arc::clone(&cuts);
        std::thread::spawn(move || {
            for down in listener.incoming().flatten() {
                let Ok(up) = TcpStream::connect(target) else { continue };
                let (answers, requests, cuts) = ((up.try_clone(), down.try_clone()), (down, up), Arc::clone(&passing));
                if let (Ok(from), Ok(to)) = answers {
                    std::thread::spawn(move || passed_on(&from, &to, |_| false));
                }
                std::thread::spawn(move || passed_on(&requests.0, &requests.1, |count| cuts.cut(count)));
            }
        });
        Self { url, cuts }
    }

    pub fn breaks(&self) -> usize {
        self.cuts.breaks.load(Ordering::SeqCst)
    }

    /// From now on it holds.
    pub fn mend(&self) {
        self.cuts.left.store(0, Ordering::SeqCst);
    }
}

impl Cuts {
    /// So many bytes go up. Returns whether the line breaks now.
    fn cut(&self, count: usize) -> bool {
        let count = i64::try_from(count).expect("few");
        if self.until_next.fetch_sub(count, Ordering::SeqCst) > count || self.left.fetch_sub(1, Ordering::SeqCst) <= 0 {
            return false;
        }
        self.until_next.store(self.each, Ordering::SeqCst);
        self.breaks.fetch_add(1, Ordering::SeqCst);
        true
    }
}

fn passed_on(mut from: &TcpStream, mut to: &TcpStream, mut breaks: impl FnMut(usize) -> bool) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        if to.write_all(&buffer[..count]).is_err() || breaks(count) {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
