//! The letter to somebody who must act, and the wait for their answer.

use super::pad::Pad;
use super::statements::statements;
use super::{Ctx, dialog, questions};
use crate::app::screens::{LetterLine, LetterScreen, WaitingChoice, WaitingScreen};
use crate::app::{Session, screens::Entry};
use crate::journey::{LetterAddress, LetterKind, Verdict};
use crate::report::{Glyphs, Names, finding_sentence, finding_words, waiting_statements};
use crate::text::LetterWords;
use crate::tui::theme::Tone;
use crate::values::{Link, Value};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// A letter for the user to send: recipient, subject and body.
pub(super) fn letter(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &LetterScreen) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let Ok(letter) = session.letter(screen.kind, screen.act) else { return 0 };
    let language = session.letter_language(screen.kind);
    let words = LetterWords::of(&letter, language);
    let shown = |text: &str| readable(ctx, text);
    let mut pad = Pad::new(dialog::room(area));
    if let Some((line, entry)) = &screen.typing {
        typed(&mut pad, ctx, session, *line, entry);
        pad.gap();
    }
    let to = match &letter.to {
        Some(LetterAddress::Mail(address)) => address.to_string(),
        Some(LetterAddress::Page(page)) => page.to_string(),
        Some(LetterAddress::Other(contact)) => contact.clone(),
        None => String::new(),
    };
    let to = if to.is_empty() { words.receiver.clone() } else { format!("{to}, {}", words.receiver) };
    let heads = [("letter.to", to), ("letter.about", words.subject.clone())];
    let heads = heads.map(|(key, text)| (ctx.say(key), text));
    let width = heads.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (label, text) in heads {
        let gap = " ".repeat(width.saturating_sub(label.width()) + 2);
        pad.hanging(vec![ctx.span(label, Tone::Muted), Span::raw(gap)], &shown(&text), ctx.style(Tone::Title));
    }
    if let Some(source) = source(ctx, screen.kind, letter.to.as_ref()) {
        pad.text(width + 2, &source, ctx.style(Tone::Muted));
    }
    pad.gap();
    for paragraph in words.body.split('\n') {
        if paragraph.is_empty() {
            pad.gap();
        } else if paragraph.parse::<Link>().is_ok() {
            pad.link(0, paragraph, true, ctx.style(Tone::Accent), ctx.cut_mark());
        } else {
            pad.text(0, &shown(paragraph), ctx.style(Tone::Plain));
        }
    }
    dialog::boxed(frame, area, ctx, &shown(&ctx.say(&format!("letter.title-{language}"))), pad)
}

/// The text in letters that the terminal has. Where it has only those of ASCII, Norwegian ones are written as one does without them;
/// what is copied and saved keeps them.
fn readable(ctx: Ctx<'_>, text: &str) -> String {
    match ctx.look.glyphs {
        Glyphs::Unicode => text.to_owned(),
        Glyphs::Ascii => text.chars().map(without_norwegian).collect(),
    }
}

fn without_norwegian(letter: char) -> String {
    match letter {
        'æ' => "ae".to_owned(),
        'ø' => "oe".to_owned(),
        'å' => "aa".to_owned(),
        'Æ' => "Ae".to_owned(),
        'Ø' => "Oe".to_owned(),
        'Å' => "Aa".to_owned(),
        'é' => "e".to_owned(),
        '«' | '»' => "\"".to_owned(),
        '–' => "-".to_owned(),
        other => other.to_string(),
    }
}

/// Where the address comes from, or how it is typed.
fn source(ctx: Ctx<'_>, kind: LetterKind, to: Option<&LetterAddress>) -> Option<String> {
    match (kind, to) {
        (LetterKind::Access, Some(LetterAddress::Page(_) | LetterAddress::Other(_))) => Some(ctx.say("letter.source-page")),
        (LetterKind::Access, Some(LetterAddress::Mail(_))) => Some(ctx.say("letter.source-mail")),
        (_, None) => Some(ctx.say("letter.nobody")),
        (_, _) => None,
    }
}

/// The line that is being typed, with what it asks for.
fn typed(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, line: LetterLine, entry: &Entry) {
    let asked = match line {
        LetterLine::Address => ctx.say("letter.address"),
        LetterLine::Contact(field) => ctx.say_with("letter.contact", &[("what", Value::Text(ctx.model.text.field(field)))]),
        LetterLine::ProfileName => ctx.say_with("deed.type-name", &[("name", Value::Text(session.name().to_owned()))]),
    };
    pad.text(0, &asked, ctx.style(Tone::Attention));
    entered(pad, ctx, entry);
}

fn entered(pad: &mut Pad, ctx: Ctx<'_>, entry: &Entry) {
    questions::entry(pad, ctx, entry);
    pad.focus = Some(pad.lines.len().saturating_sub(1)..pad.lines.len());
    if let Some(invalid) = &entry.refused {
        pad.text(2, &ctx.model.text.invalid(invalid), ctx.style(Tone::Attention));
    }
}

/// Whom a check waits for, since when, and what the user can say or do about it.
pub(super) fn waiting(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &WaitingScreen) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let Some(found) = session.finding(screen.check) else { return 0 };
    let mut pad = Pad::new(dialog::room(area));
    let words = finding_words(found, &ctx.words(), Names::Titles);
    pad.text(0, &finding_sentence(found, &ctx.words(), Names::Titles), ctx.style(Tone::Title));
    match &found.outcome {
        Verdict::Waiting(waiting) => statements(&mut pad, ctx, &waiting_statements(waiting, &ctx.model.text), 0),
        _ if session.awaits(screen.check) => {}
        _ => pad.text(0, &ctx.say("waiting.over"), ctx.style(Tone::Success)),
    }
    pad.gap();
    if let Some(fix) = &words.fix {
        pad.text(0, fix, ctx.style(Tone::Plain));
        pad.gap();
    }
    if let Some(link) = &words.link {
        pad.link(0, link, false, ctx.style(Tone::Accent), ctx.cut_mark());
        pad.gap();
    }
    match &screen.reason {
        Some(reason) => {
            pad.text(0, &ctx.say("waiting.reason"), ctx.style(Tone::Attention));
            match &screen.name {
                None => entered(&mut pad, ctx, reason),
                Some(name) => {
                    questions::entry(&mut pad, ctx, reason);
                    pad.gap();
                    let asked = [("name", Value::Text(session.name().to_owned()))];
                    pad.text(0, &ctx.say_with("deed.type-name", &asked), ctx.style(Tone::Attention));
                    entered(&mut pad, ctx, name);
                }
            }
        }
        None => choices(&mut pad, ctx, session, screen),
    }
    pad.gap();
    let next = match session.work().next_look() {
        Some(next) => Some(ctx.say_with("step.looks-again", &[("at", Value::Text(ctx.model.text.clock(next.at)))])),
        None if session.is_checking() => Some(ctx.say("waiting.looking")),
        None => None,
    };
    if let Some(next) = next {
        pad.text(0, &next, ctx.style(Tone::Muted));
    }
    dialog::boxed(frame, area, ctx, &ctx.say("waiting.title"), pad)
}

fn choices(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, screen: &WaitingScreen) {
    let due = session.letter_of(screen.check).is_some_and(|kind| session.is_reminder_due(kind, ctx.model.now));
    for (index, choice) in session.waiting_choices(screen.check).into_iter().enumerate() {
        let selected = index == screen.line;
        let from = pad.lines.len();
        let is_due = due && choice == WaitingChoice::Remind;
        let tone = if selected { Tone::Title } else { Tone::Plain };
        pad.hanging(vec![Span::raw(ctx.pointer(selected))], &ctx.say(&format!("waiting.{choice}")), ctx.style(tone));
        if is_due {
            pad.text(2, &ctx.say("waiting.a-week"), ctx.style(Tone::Attention));
        }
        if selected {
            pad.select(from, true);
        }
    }
}
