//! What is around every screen: the header, the message line, the footer.

use super::Ctx;
use crate::app::session::Work;
use crate::app::{Key, Model, Notice, WizardMessage, keymap};
use crate::journey::{DeedId, Role};
use crate::report::{Glyphs, LongWords, cut, wrap};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

/// Two footer rows at the most.
const FOOTER_ROWS: usize = 2;
/// Three rows of message at the most: on a small window there is little left.
const MESSAGE_ROWS: usize = 3;

impl Ctx<'_> {
    /// A deed as this role does it.
    pub fn deed(self, deed: DeedId) -> String {
        let role = self.model.session.as_ref().map_or(Role::Sender, |session| session.profile().role);
        self.say(&format!("deed.{deed}.{role}"))
    }

    /// What is on a key.
    pub fn cap(self, key: Key) -> String {
        match (key, key.cap()) {
            (Key::Char(c), _) => c.to_string(),
            (Key::Ctrl(c), Some(cap)) => self.say_with(&format!("cap.{cap}"), &[("key", Value::Text(c.to_ascii_uppercase().to_string()))]),
            (Key::Up, _) if self.look.glyphs == Glyphs::Unicode => "↑".to_owned(),
            (Key::Down, _) if self.look.glyphs == Glyphs::Unicode => "↓".to_owned(),
            (Key::Left, _) if self.look.glyphs == Glyphs::Unicode => "←".to_owned(),
            (Key::Right, _) if self.look.glyphs == Glyphs::Unicode => "→".to_owned(),
            (_, Some(cap)) => self.say(&format!("cap.{cap}")),
            (_, None) => String::new(),
        }
    }

    /// A notice in words.
    pub fn notice(self, notice: &Notice) -> String {
        match notice {
            Notice::Engine(message) => self.model.text.engine(message),
            Notice::Wizard(message) => self.remark(message),
        }
    }

    /// What the wizard itself says, in words.
    pub fn remark(self, message: &WizardMessage) -> String {
        self.say_with(&format!("notice.{}", message.id()), &message.values())
    }
}

/// Who and where on the left, how ready on the right.
pub(super) fn header(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) {
    let mut parts = title(ctx);
    let mark = ctx.look.glyph(" · ", " - ");
    let wide = |spans: &[Span<'_>]| spans.iter().map(Span::width).sum::<usize>();
    let cells = match area.width {
        0..=59 => 0,
        60..=99 => 10,
        _ => 20,
    };
    // The bar says again what stands beside it: it goes before anything of the title does.
    let with_bar = readiness(ctx, cells);
    let fits = parts.join(mark).width() + wide(&with_bar) + 3 <= usize::from(area.width);
    let right = if fits { with_bar } else { readiness(ctx, 0) };
    let right_width = wide(&right);
    let room = usize::from(area.width).saturating_sub(right_width + 2);
    // Half a number is worse than none: what comes last goes first.
    while parts.len() > 1 && parts.join(mark).width() >= room {
        parts.pop();
    }
    let left = cut(&parts.join(mark), room.saturating_sub(1), ctx.cut_mark());
    let gap = usize::from(area.width).saturating_sub(1 + left.width() + right_width + 1);
    let mut spans = vec![Span::raw(" "), ctx.span(left, Tone::Title), Span::raw(" ".repeat(gap))];
    spans.extend(right);
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

fn title(ctx: Ctx<'_>) -> Vec<String> {
    let Some(session) = &ctx.model.session else { return vec![ctx.say("product.name")] };
    let (text, profile) = (&ctx.model.text, session.profile());
    let mut parts = vec![session.name().to_owned(), text.role(profile.role), text.environment(&profile.environment)];
    parts.extend(profile.organisation.as_ref().map(ToString::to_string));
    parts
}

fn readiness(ctx: Ctx<'_>, cells: usize) -> Vec<Span<'static>> {
    let Some(session) = &ctx.model.session else { return vec![ctx.span(ctx.say("home.language"), Tone::Muted)] };
    let done = session.readiness().done();
    let full = cells * done / 5;
    let mut spans = Vec::new();
    if let Some(run) = session.work().checking() {
        let values = [("done", Value::from(&run.done)), ("total", Value::from(&run.total))];
        let checking = format!("{} {}   ", ctx.look.spinner(ctx.model.spin), ctx.say_with("header.checking", &values));
        spans.push(ctx.span(checking, Tone::Accent));
    } else if matches!(session.work(), Work::Filling { .. }) {
        spans.push(ctx.span(format!("{} {}   ", ctx.look.spinner(ctx.model.spin), ctx.say("header.filling")), Tone::Accent));
    }
    let tone = if done == 5 { Tone::Success } else { Tone::Title };
    spans.push(ctx.span(ctx.model.text.ready(done), tone));
    if cells > 0 {
        spans.push(ctx.span(format!("  {}", ctx.look.glyph("█", "#").repeat(full)), Tone::Success));
        spans.push(ctx.span(ctx.look.glyph("░", "-").repeat(cells - full), Tone::Muted));
    }
    spans
}

/// The message line: what was just said, until the next key; a long one takes more rows.
pub(super) fn message_lines(ctx: Ctx<'_>, width: u16) -> Vec<Line<'static>> {
    let Some(notice) = &ctx.model.notice else { return Vec::new() };
    let lines = wrap(&ctx.notice(notice), usize::from(width).saturating_sub(2), LongWords::Broken).into_iter().take(MESSAGE_ROWS);
    lines.map(|line| Line::from(vec![Span::raw(" "), ctx.span(line, Tone::Attention)])).collect()
}

pub(super) fn message(frame: &mut Frame<'_>, area: Rect, lines: Vec<Line<'static>>) {
    frame.render_widget(Paragraph::new(lines), area);
}

/// The keys that do something here and now, in one row or two; what does not fit is in help.
pub(super) fn footer_lines(ctx: Ctx<'_>, width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width).saturating_sub(2);
    let mut keys = labelled(ctx.model, ctx);
    loop {
        let rows = filled(&keys, width);
        if rows.len() <= FOOTER_ROWS || keys.len() <= 2 {
            return rows.into_iter().take(FOOTER_ROWS).map(|row| line(ctx, &row)).collect();
        }
        // Help and the way back stay.
        keys.remove(keys.len() - 3);
    }
}

fn labelled(model: &Model, ctx: Ctx<'_>) -> Vec<(String, String)> {
    let mut told: Vec<(Key, &str)> = Vec::new();
    for (key, label) in keymap::footer(model) {
        // Two keys for the same thing need one mention.
        if told.iter().all(|(_, earlier)| *earlier != label) {
            told.push((key, label));
        }
    }
    told.into_iter().map(|(key, label)| (ctx.cap(key), ctx.say(&format!("keys.{label}")))).collect()
}

fn filled(keys: &[(String, String)], width: usize) -> Vec<Vec<(String, String)>> {
    let mut rows: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let mut used = 0;
    for (cap, label) in keys {
        let wide = cap.width() + 1 + label.width() + 3;
        if used + wide > width + 3 && used > 0 {
            rows.push(Vec::new());
            used = 0;
        }
        used += wide;
        if let Some(row) = rows.last_mut() {
            row.push((cap.clone(), label.clone()));
        }
    }
    rows
}

fn line(ctx: Ctx<'_>, keys: &[(String, String)]) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    for (cap, label) in keys {
        spans.push(ctx.span(cap.clone(), Tone::Hint));
        spans.push(Span::raw(format!(" {label}   ")));
    }
    Line::from(spans)
}

pub(super) fn footer(frame: &mut Frame<'_>, area: Rect, lines: Vec<Line<'static>>) {
    frame.render_widget(Paragraph::new(lines), area);
}
