//! Tells typed keys from pasted text, in a terminal that does not mark a paste. Nobody types two keys within a hundredth of a second;
//! a paste comes whole. Its letters must not act as keys: a pasted `q` would quit, and a pasted line break would choose.

use super::events;
use crate::app::{Leave, Msg};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use futures_util::{Stream, StreamExt};
use std::io;
use std::time::Duration;
use tokio::time::timeout;

/// How long the key after a typed one takes at least.
const TYPED: Duration = Duration::from_millis(10);
/// The longest pause inside a paste that comes in pieces.
const PAUSE: Duration = Duration::from_millis(150);
/// Keys that only move the selection. Held down, they come in bursts over a slow line.
const MOVING: [char; 2] = ['j', 'k'];

/// The terminal's events as messages, with keys that came at once as one pasted text.
#[derive(Debug)]
pub struct Typing<S> {
    events: S,
    /// What came after a text, and is no part of it.
    next: Option<Option<io::Result<Event>>>,
}

impl<S: Stream<Item = io::Result<Event>> + Unpin> Typing<S> {
    pub const fn new(events: S) -> Self {
        Self { events, next: None }
    }

    /// The next messages. The last one is [`Msg::Leave`] when there are no events any more: without them no key could end the wizard,
    /// so it ends as if the terminal had hung up.
    pub async fn next(&mut self) -> Vec<Msg> {
        let event = match self.next.take() {
            Some(event) => event,
            None => self.events.next().await,
        };
        let Some(Ok(event)) = event else { return vec![Msg::Leave(Leave::HungUp)] };
        let Some(first) = character(&event) else { return events::message(event).into_iter().collect() };
        let (mut keys, mut text) = (vec![event], String::from(first));
        let mut wait = TYPED;
        while let Ok(event) = timeout(wait, self.events.next()).await {
            match event {
                Some(Ok(event)) if is_release(&event) => {}
                Some(Ok(event)) if character(&event).is_some() => {
                    text.extend(character(&event));
                    keys.push(event);
                    wait = PAUSE;
                }
                other => {
                    self.next = Some(other);
                    break;
                }
            }
        }
        if keys.len() == 1 || text.chars().all(|c| MOVING.contains(&c)) {
            return keys.into_iter().filter_map(events::message).collect();
        }
        vec![Msg::Pasted(text)]
    }
}

fn is_release(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { kind: KeyEventKind::Release, .. }))
}

/// The character that a key would be in a pasted text; none for keys that no text has.
fn character(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return None };
    let plain = modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match code {
        // A held key comes at the terminal's own pace, and is told as that.
        _ if *kind != KeyEventKind::Press => None,
        KeyCode::Char(c) if plain => Some(*c),
        // A line feed, where the terminal does not turn it into Enter.
        KeyCode::Char('j') if *modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Enter if plain => Some('\n'),
        KeyCode::Tab if plain => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Key;
    use futures_util::stream;

    fn key(code: KeyCode) -> io::Result<Event> {
        Ok(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn keys(text: &str) -> Vec<io::Result<Event>> {
        let code = |c| match c {
            '\r' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\u{1b}' => KeyCode::Esc,
            c => KeyCode::Char(c),
        };
        text.chars().map(|c| key(code(c))).collect()
    }

    /// The messages for events that are all there at once.
    async fn messages(events: Vec<io::Result<Event>>) -> Vec<Msg> {
        let mut typing = Typing::new(stream::iter(events));
        let mut all = Vec::new();
        loop {
            let next = typing.next().await;
            let ended = matches!(next.last(), Some(Msg::Leave(_)));
            all.extend(next);
            if ended {
                all.pop();
                return all;
            }
        }
    }

    #[tokio::test]
    async fn keys_that_come_at_once_are_a_pasted_text() {
        for text in ["q\r", "1\r", "q\rq\r", "991825827\r", "\r\r", "qq", "dd\r"] {
            let found = messages(keys(text)).await;
            assert!(matches!(found.as_slice(), [Msg::Pasted(pasted)] if *pasted == text.replace('\r', "\n")), "{text:?}: {found:?}");
        }
        let line_feed = Ok(Event::Key(KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL)));
        let found = messages(vec![key(KeyCode::Char('q')), line_feed]).await;
        assert!(matches!(found.as_slice(), [Msg::Pasted(pasted)] if pasted == "q\n"), "{found:?}");
    }

    #[tokio::test]
    async fn one_key_is_a_key_and_so_are_those_that_no_text_has() {
        assert!(matches!(messages(keys("q")).await.as_slice(), [Msg::Key(Key::Char('q'))]));
        assert!(matches!(messages(keys("?\u{1b}")).await.as_slice(), [Msg::Key(Key::Char('?')), Msg::Key(Key::Esc)]));
        let arrows = vec![key(KeyCode::Down), key(KeyCode::Down), key(KeyCode::Enter)];
        assert!(matches!(messages(arrows).await.as_slice(), [Msg::Key(Key::Down), Msg::Key(Key::Down), Msg::Key(Key::Enter)]));
        assert!(matches!(messages(keys("jjk")).await.as_slice(), [Msg::Key(_), Msg::Key(_), Msg::Key(_)]), "a held key");
        let mut clear = vec![Ok(Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)))];
        clear.extend(keys("smart"));
        let cleared = messages(clear).await;
        assert!(matches!(cleared.as_slice(), [Msg::Key(Key::Ctrl('u')), Msg::Pasted(text)] if text == "smart"), "{cleared:?}");
    }

    #[tokio::test]
    async fn a_paste_that_the_terminal_marks_is_left_as_it_is() {
        let found = messages(vec![Ok(Event::Paste("q\n".to_owned()))]).await;
        assert!(matches!(found.as_slice(), [Msg::Pasted(text)] if text == "q\n"));
    }

    #[tokio::test]
    async fn a_key_and_the_next_one_a_while_later_are_two_keys() {
        let later = stream::once(async {
            tokio::time::sleep(TYPED * 20).await;
            key(KeyCode::Enter)
        });
        let mut typing = Typing::new(Box::pin(stream::iter(keys("q")).chain(later)));
        assert!(matches!(typing.next().await.as_slice(), [Msg::Key(Key::Char('q'))]));
        assert!(matches!(typing.next().await.as_slice(), [Msg::Key(Key::Enter)]));
    }
}
