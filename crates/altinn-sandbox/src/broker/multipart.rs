//! Reads a multipart body as it arrives, without holding a whole part in memory.

use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::StreamExt;
use memchr::memmem::{self, Finder};

/// The longest headers of a part, in bytes.
const HEAD: usize = 16 * 1024;

/// Why a body cannot be read further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// The client disconnected.
    Client,
    /// Longer than the service accepts.
    TooLong,
    /// The body ends too early, or goes on where it must not.
    Malformed,
}

/// The headers of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub name: String,
    pub is_file: bool,
}

pub(crate) struct Parts {
    body: BodyDataStream,
    /// Bytes that were received and not returned yet.
    buffer: Bytes,
    /// Searches for the delimiter before a part: line end, two hyphens, boundary.
    delimiter: Finder<'static>,
    left: u64,
    /// Whether the delimiter after the current part has been reached.
    at_delimiter: bool,
}

impl Parts {
    /// Splits the body at the boundary that the content type names; `None` when it names none.
    pub(crate) fn of(content_type: &str, body: Body, limit: u64) -> Option<Self> {
        let boundary = parameters(content_type).into_iter().find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("boundary").then(|| unquoted(value))
        })?;
        if boundary.is_empty() || boundary.len() > 128 {
            return None;
        }
        // The first boundary has no line end before it, so one is put there for the search.
        let buffer = Bytes::from_static(b"\r\n");
        let delimiter = Finder::new(&format!("\r\n--{boundary}")).into_owned();
        Some(Self { body: body.into_data_stream(), buffer, delimiter, left: limit, at_delimiter: false })
    }

    /// The next part; the unread rest of the part before it is skipped.
    pub(crate) async fn next(&mut self) -> Result<Option<Part>, Unreadable> {
        while self.data().await?.is_some() {}
        self.at_delimiter = false;
        self.fill(2).await?;
        if self.buffer.starts_with(b"--") {
            return Ok(None);
        }
        loop {
            if let Some(end) = memmem::find(&self.buffer, b"\r\n\r\n") {
                let head = self.buffer.split_to(end + 4);
                return Ok(Some(described(&String::from_utf8_lossy(&head))));
            }
            if self.buffer.len() > HEAD {
                return Err(Unreadable::Malformed);
            }
            self.more().await?;
        }
    }

    /// The next bytes of the part; `None` at its end.
    pub(crate) async fn data(&mut self) -> Result<Option<Bytes>, Unreadable> {
        if self.at_delimiter {
            return Ok(None);
        }
        loop {
            match self.delimiter.find(&self.buffer) {
                Some(0) => {
                    drop(self.buffer.split_to(self.delimiter.needle().len()));
                    self.at_delimiter = true;
                    return Ok(None);
                }
                Some(at) => return Ok(Some(self.buffer.split_to(at))),
                None => {}
            }
            let sure = self.buffer.len() - self.beginning();
            if sure > 0 {
                return Ok(Some(self.buffer.split_to(sure)));
            }
            self.more().await?;
        }
    }

    /// How many of the last bytes may be the start of a delimiter. They are held back until more has arrived.
    fn beginning(&self) -> usize {
        let delimiter = self.delimiter.needle();
        let begins = |count: &usize| delimiter.get(..*count).is_some_and(|begin| self.buffer.ends_with(begin));
        (1..delimiter.len()).rev().find(begins).unwrap_or(0)
    }

    async fn fill(&mut self, wanted: usize) -> Result<(), Unreadable> {
        while self.buffer.len() < wanted {
            self.more().await?;
        }
        Ok(())
    }

    async fn more(&mut self) -> Result<(), Unreadable> {
        let chunk = self.body.next().await.ok_or(Unreadable::Malformed)?.map_err(|_| Unreadable::Client)?;
        self.left = self.left.checked_sub(chunk.len() as u64).ok_or(Unreadable::TooLong)?;
        self.buffer = if self.buffer.is_empty() { chunk } else { [self.buffer.as_ref(), chunk.as_ref()].concat().into() };
        Ok(())
    }
}

fn described(head: &str) -> Part {
    let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:")).unwrap_or_default();
    let mut part = Part { name: String::new(), is_file: false };
    for parameter in parameters(line) {
        let Some((key, value)) = parameter.split_once('=') else { continue };
        match key.trim().to_ascii_lowercase().as_str() {
            "name" => part.name = unquoted(value),
            // A form in which no file was chosen sends the file name "", which counts as no file.
            "filename" | "filename*" => part.is_file |= !unquoted(value).is_empty(),
            _ => {}
        }
    }
    part
}

/// Splits a header into its parameters. A semicolon inside quotes does not split.
fn parameters(line: &str) -> Vec<String> {
    let (mut all, mut current, mut quoted, mut escaped) = (Vec::new(), String::new(), false, false);
    for c in line.chars() {
        match c {
            ';' if !quoted => all.push(std::mem::take(&mut current)),
            _ => {
                if c == '"' && !escaped {
                    quoted = !quoted;
                }
                current.push(c);
            }
        }
        escaped = c == '\\' && !escaped;
    }
    all.push(current);
    all
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value).replace("\\\"", "\"")
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use futures_util::stream;
    use std::io;

    /// Feeds the same body in pieces of every size, because a delimiter may be split anywhere.
    /// Facts broker-api 2.3.
    #[tokio::test]
    async fn parts_are_read_however_they_are_cut() {
        let text = "--b\r\nContent-Disposition: form-data; name=\"Metadata.FileName\"\r\n\r\na;b\r\n--b\r\n\
                    Content-Disposition: form-data; name=FileTransfer; filename=\"x;y\"\r\nContent-Type: text/plain\r\n\r\n\r\nbytes\r\n-\r\n--b--\r\n";
        for size in 1..text.len() {
            let pieces: Vec<io::Result<Bytes>> = text.as_bytes().chunks(size).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
            let body = Body::from_stream(stream::iter(pieces));
            let mut parts = Parts::of("multipart/form-data; boundary=b", body, 1 << 20).expect("a boundary");
            let mut read = Vec::new();
            while let Some(part) = parts.next().await.expect("a part") {
                let mut value = Vec::new();
                while let Some(data) = parts.data().await.expect("data") {
                    value.extend_from_slice(&data);
                }
                read.push((part.name, part.is_file, String::from_utf8(value).expect("text")));
            }
            let expected =
                [("Metadata.FileName".to_owned(), false, "a;b".to_owned()), ("FileTransfer".to_owned(), true, "\r\nbytes\r\n-".to_owned())];
            assert_eq!(read, expected, "in pieces of {size}");
        }
    }

    /// Facts broker-api 2.3.
    #[tokio::test]
    async fn a_body_that_ends_early_or_is_too_long_is_refused() {
        let of = |limit| {
            Parts::of("multipart/form-data; boundary=\"b\"", Body::from("--b\r\nContent-Disposition: x"), limit).expect("a boundary")
        };
        assert_eq!(of(1000).next().await, Err(Unreadable::Malformed));
        assert_eq!(of(3).next().await, Err(Unreadable::TooLong));
        assert!(Parts::of("multipart/form-data", Body::empty(), 1).is_none());
    }
}
