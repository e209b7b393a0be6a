//! Asks for a password on the terminal, without showing it.

use super::console::Console;
use super::end::Stop;
use super::signals;
use crossterm::event::{Event, EventStream, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use futures_util::StreamExt;
use secrecy::SecretString;

/// The longest password that is taken, in characters.
const LONGEST: usize = 1024;

/// The terminal without its echo. Dropping this gives it back as it was.
struct Silent;

impl Drop for Silent {
    fn drop(&mut self) {
        // If the terminal is gone there is nothing to give back.
        let _ = disable_raw_mode();
    }
}

/// The keys of the terminal, for as long as a password is asked for. One that is dropped may still take keys for a moment, so the same one
/// serves each try.
#[derive(Default)]
pub(super) struct Asking(Option<EventStream>);

/// Asks for a password. None when there is no terminal to ask at, or nothing was typed.
///
/// # Errors
/// [`Stop`] when Ctrl-C or a signal ended the program instead.
pub(super) async fn ask(question: &str, asking: &mut Asking, console: &Console) -> Result<Option<SecretString>, Stop> {
    if !console.can_ask() {
        return Ok(None);
    }
    let terminated = signals::terminated();
    let typed = {
        // Before the question: whoever sees it may type at once.
        if enable_raw_mode().is_err() {
            return Ok(None);
        }
        let _silent = Silent;
        console.say_as_is(question);
        tokio::select! {
            typed = typed(asking.0.get_or_insert_with(EventStream::new)) => typed,
            number = terminated => Err(Stop::Signalled(number)),
        }
    };
    // In place of the line break that was typed and not shown.
    console.say_as_is("\n");
    typed
}

async fn typed(events: &mut EventStream) -> Result<Option<SecretString>, Stop> {
    let mut text = String::new();
    loop {
        match events.next().await {
            Some(Ok(Event::Key(key))) if key.kind != KeyEventKind::Release => match pressed(key, &mut text) {
                Pressed::More => {}
                Pressed::Done => break,
                Pressed::Interrupt => return Err(Stop::Interrupted),
            },
            Some(Ok(_)) => {}
            Some(Err(_)) | None => return Ok(None),
        }
    }
    Ok((!text.is_empty()).then(|| SecretString::from(text)))
}

#[derive(Debug, PartialEq, Eq)]
enum Pressed {
    More,
    Done,
    Interrupt,
}

fn pressed(key: KeyEvent, text: &mut String) -> Pressed {
    let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Enter => return Pressed::Done,
        KeyCode::Char('c') if is_control => return Pressed::Interrupt,
        KeyCode::Char('d' | 'j' | 'm') if is_control => return Pressed::Done,
        KeyCode::Char('u') if is_control => text.clear(),
        KeyCode::Char(c) if !is_control && text.chars().count() < LONGEST => text.push(c),
        KeyCode::Backspace => drop(text.pop()),
        _ => {}
    }
    Pressed::More
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_typed_corrected_and_ended() {
        let mut text = String::new();
        let mut press = |code, modifiers| pressed(KeyEvent::new(code, modifiers), &mut text);
        let (plain, control) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
        press(KeyCode::Char('x'), plain);
        press(KeyCode::Char('u'), control);
        for c in "Sesam æ!".chars() {
            assert_eq!(press(KeyCode::Char(c), KeyModifiers::SHIFT), Pressed::More);
        }
        press(KeyCode::Backspace, plain);
        press(KeyCode::Left, plain);
        assert_eq!(press(KeyCode::Enter, plain), Pressed::Done);
        assert_eq!(press(KeyCode::Char('c'), control), Pressed::Interrupt);
        assert_eq!(text, "Sesam æ");
    }
}
