//! The parts around every screen: the header, the message line, the footer.

use super::{Ctx, lines};
use crate::app::session::{Session, Work};
use crate::app::{Key, Model, Notice, WizardMessage, keymap};
use crate::journey::{CheckId, DeedId, Message, Role};
use crate::report::{Glyphs, LongWords, cut, wrap};
use crate::text::Text;
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

const FOOTER_ROWS: usize = 2;
/// A longer message is cut, so that a small window has room for the screen itself.
const MESSAGE_ROWS: usize = 6;

impl Ctx<'_> {
    /// The name of a deed, in the wording for the profile's role.
    pub fn deed(self, deed: DeedId) -> String {
        let role = self.model.session.as_ref().map_or(Role::Sender, |session| session.profile().role);
        self.model.text.deed_title(deed, role)
    }

    /// The name printed on a key, such as `Enter` or `↑`.
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

    pub fn notice(self, notice: &Notice) -> String {
        match notice {
            Notice::Engine(message) => self.model.text.engine(message),
            Notice::Wizard(message) => self.remark(message),
            Notice::Unused { key, has_help } => {
                let line = if *has_help { "notice.unused-help" } else { "notice.unused" };
                self.say_with(line, &[("key", Value::Text(self.cap(*key)))])
            }
        }
    }

    pub fn remark(self, message: &WizardMessage) -> String {
        self.say_with(&format!("notice.{}", message.id()), &message.values())
    }
}

/// The profile on the left, its readiness on the right.
pub(super) fn header(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) {
    let mut parts = title(ctx);
    let mark = ctx.look.glyph(" · ", " - ");
    let width_of = |spans: &[Span<'_>]| spans.iter().map(Span::width).sum::<usize>();
    let cells = match area.width {
        0..=59 => 0,
        60..=99 => 10,
        _ => 20,
    };
    // The bar only repeats the number beside it, so it is left out before any part of the title is, and where the number would read as
    // a part of the organisation number.
    let with_bar = readiness(ctx, cells);
    let fits = parts.join(mark).width() + width_of(&with_bar) + 5 <= usize::from(area.width);
    let right = if fits { with_bar } else { readiness(ctx, 0) };
    let right_width = width_of(&right);
    let room = usize::from(area.width).saturating_sub(right_width + 2);
    // Parts are left out whole, from the last, because half an organisation number would mislead.
    while parts.len() > 1 && parts.join(mark).width() >= room {
        parts.pop();
    }
    let left = cut(&parts.join(mark), room.saturating_sub(1), ctx.cut_mark());
    let gap = usize::from(area.width).saturating_sub(1 + left.width() + right_width + 1);
    let mut spans = vec![Span::raw(" "), ctx.span(left, Tone::Title), Span::raw(" ".repeat(gap))];
    spans.extend(right);
    spans.push(Span::raw(" "));
    lines::write(frame, area, [Line::from(spans)]);
    if is_production(ctx) {
        // The whole line in one style, whatever it says.
        frame.buffer_mut().set_style(area, ctx.style(Tone::Production));
    }
}

fn is_production(ctx: Ctx<'_>) -> bool {
    ctx.model.session.as_ref().is_some_and(|session| session.profile().environment.is_production())
}

fn title(ctx: Ctx<'_>) -> Vec<String> {
    let Some(session) = &ctx.model.session else { return vec![ctx.say("product.name")] };
    let (text, profile) = (&ctx.model.text, session.profile());
    let environment = if is_production(ctx) { ctx.say("header.production") } else { text.environment(&profile.environment) };
    let mut parts = vec![session.name().to_owned(), text.role(profile.role), environment];
    parts.extend(profile.organisation.as_ref().map(ToString::to_string));
    parts.extend(owners_name(session, text));
    parts
}

/// What the Resource Registry calls the service owner, once the resource was found to be its own.
fn owners_name(session: &Session, text: &Text) -> Option<String> {
    let profile = session.profile();
    let found = session.finding(CheckId::AccessResource).filter(|_| profile.role == Role::ServiceOwner)?;
    found.evidence.iter().find_map(|row| match &row.message {
        Message::RowOwner { owner, names } if Some(owner) == profile.organisation.as_ref() => Some(text.name(names).to_owned()),
        _ => None,
    })
}

fn readiness(ctx: Ctx<'_>, cells: usize) -> Vec<Span<'static>> {
    let Some(session) = &ctx.model.session else { return vec![ctx.span(ctx.say("home.language"), Tone::Muted)] };
    let readiness = session.readiness();
    // Of what a vendor does nothing is proven, so there is nothing to fill the bar with.
    let cells = if session.answers().plan().vendor.is_some() { 0 } else { cells };
    let full = cells * readiness.proven() / readiness.steps.len();
    let mut spans = Vec::new();
    if let Some(run) = session.work().checking() {
        let values = [("done", Value::from(&run.done)), ("total", Value::from(&run.total))];
        let checking = format!("{} {}   ", ctx.look.spinner(ctx.model.spin), ctx.say_with("header.checking", &values));
        spans.push(ctx.span(checking, Tone::Accent));
    } else if matches!(session.work(), Work::Filling { .. }) {
        spans.push(ctx.span(format!("{} {}   ", ctx.look.spinner(ctx.model.spin), ctx.say("header.filling")), Tone::Accent));
    }
    let tone = if readiness.is_ready() { Tone::Success } else { Tone::Title };
    spans.push(ctx.span(ctx.model.text.standing(&readiness), tone));
    if cells > 0 {
        spans.push(ctx.span(format!("  {}", ctx.look.glyph("█", "#").repeat(full)), Tone::Success));
        spans.push(ctx.span(ctx.look.glyph("░", "-").repeat(cells - full), Tone::Muted));
    }
    spans
}

/// The rows of the message line, none if there is nothing to say. A notice is shown until the next key; what is not on disk is said until
/// it is there.
pub(super) fn message_lines(ctx: Ctx<'_>, width: u16) -> Vec<Line<'static>> {
    let unkept = ctx.model.unkept.first().map(|problem| format!("{} {}", ctx.model.text.engine(problem), ctx.say("view.tried-again")));
    let said = ctx.model.notice.as_ref().map(|notice| ctx.notice(notice)).into_iter().chain(unkept);
    let lines = said.flat_map(|words| {
        wrap(&words, usize::from(width).saturating_sub(2), LongWords::Broken).into_iter().take(MESSAGE_ROWS).collect::<Vec<_>>()
    });
    lines.map(|line| Line::from(vec![Span::raw(" "), ctx.span(line, Tone::Attention)])).collect()
}

/// The keys that do something now, in one or two rows. Keys that do not fit are only in the help.
pub(super) fn footer_lines(ctx: Ctx<'_>, width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width).saturating_sub(2);
    let mut keys = labelled(ctx.model, ctx);
    loop {
        let rows = filled(&keys, width);
        if rows.len() <= FOOTER_ROWS || keys.len() <= 2 {
            return rows.into_iter().take(FOOTER_ROWS).map(|row| line(ctx, &row)).collect();
        }
        // The last two keys, help and back, are always shown; the one before them is left out.
        keys.remove(keys.len() - 3);
    }
}

fn labelled(model: &Model, ctx: Ctx<'_>) -> Vec<(String, String)> {
    let mut shown: Vec<(Key, &str)> = Vec::new();
    for (key, label) in keymap::footer(model) {
        // Of two keys that do the same, only the first is shown.
        if shown.iter().all(|(_, earlier)| *earlier != label) {
            shown.push((key, label));
        }
    }
    shown.into_iter().map(|(key, label)| (ctx.cap(key), ctx.say(&format!("keys.{label}")))).collect()
}

/// Distributes the keys over rows of at most `width` columns.
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
