//! The model as a picture. Reads only; the words come from `text`, the colours from the theme.
//!
//! ```text
//!  header                      who, where, how ready
//! ╭ steps ──╮╭ step ─────────╮
//! │ 30 wide ││ fills         │  one pane at a time under 72 columns
//! ╰─────────╯╰───────────────╯
//!  message line, footer keys
//! ```

mod code;
mod deed;
mod dialog;
mod faults;
mod field;
mod finding;
mod frame;
mod home;
mod pad;
mod questions;
mod reading;
mod ready;
mod statements;
mod step;
mod steps;

use super::theme::{Look, Tone};
use crate::app::screens::Reading;
use crate::app::{Model, Screen};
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::{Paragraph, Wrap};

/// What every panel draws with.
#[derive(Clone, Copy)]
pub(super) struct Ctx<'a> {
    pub model: &'a Model,
    pub look: Look,
}

impl Ctx<'_> {
    /// A line of `screens.ftl`.
    pub fn say(self, key: &str) -> String {
        self.model.text.line("screens", key, &[])
    }

    /// A line with values.
    pub fn say_with(self, key: &str, values: &[(&'static str, Value)]) -> String {
        self.model.text.line("screens", key, values)
    }

    /// A line with one number, named `count`.
    pub fn counted(self, key: &str, count: usize) -> String {
        self.say_with(key, &[("count", Value::from(&count))])
    }

    pub const fn style(self, tone: Tone) -> Style {
        self.look.style(tone)
    }

    pub fn span(self, text: impl Into<String>, tone: Tone) -> Span<'static> {
        Span::styled(text.into(), self.look.style(tone))
    }

    /// The mark of something cut.
    pub const fn cut_mark(self) -> &'static str {
        self.look.glyph("…", "~")
    }

    /// Where the selected line begins.
    pub const fn pointer(self, selected: bool) -> &'static str {
        if selected { self.look.glyph("▸ ", "> ") } else { "  " }
    }
}

/// Draws the wizard. Answers how far the top screen may be scrolled on.
pub fn view(frame: &mut Frame<'_>, model: &Model, look: Look) -> u16 {
    let ctx = Ctx { model, look };
    let area = frame.area();
    // Before the first size is told the frame is the truth.
    if !(crate::app::Size { width: area.width, height: area.height }).is_enough() {
        too_small(frame, area, ctx);
        return 0;
    }
    let keys = frame::footer_lines(ctx, area.width);
    let foot = u16::try_from(keys.len()).unwrap_or(1);
    let said = frame::message_lines(ctx, area.width);
    let told = u16::try_from(said.len()).unwrap_or(1).max(1);
    let [head, body, message, footer] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(told), Constraint::Length(foot)]).areas(area);
    frame::header(frame, head, ctx);
    let furthest = body_of(frame, body, ctx);
    frame::message(frame, message, said);
    frame::footer(frame, footer, keys);
    furthest
}

/// Home or the checklist lies under every other screen.
fn body_of(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    // A question stands alone: nothing behind it competes with its lines.
    let alone = matches!(ctx.model.top(), Some(Screen::Roles(_) | Screen::Naming(_) | Screen::Remove(_)));
    let under = if alone {
        0
    } else if ctx.model.session.is_some() {
        steps::checklist(frame, area, ctx)
    } else {
        home::home(frame, area, ctx)
    };
    match ctx.model.top() {
        None | Some(Screen::Role | Screen::Edit(_)) => under,
        Some(Screen::Roles(roles)) => questions::roles(frame, area, ctx, roles),
        Some(Screen::Naming(naming)) => questions::naming(frame, area, ctx, naming),
        Some(Screen::Remove(name)) => questions::remove(frame, area, ctx, name),
        Some(Screen::Deed(screen)) => deed::deed(frame, area, ctx, screen),
        Some(Screen::Faults(screen)) => faults::faults(frame, area, ctx, screen),
        Some(Screen::Reading(reading)) => read(frame, area, ctx, *reading),
    }
}

fn read(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, reading: Reading) -> u16 {
    match reading {
        Reading::Waiting(check) => reading::waiting(frame, area, ctx, check),
        Reading::Letter(check) => reading::letter(frame, area, ctx, check),
        Reading::Code(_) => code::code(frame, area, ctx),
        Reading::Explain(check) => reading::explain(frame, area, ctx, check),
        Reading::Traffic => reading::traffic(frame, area, ctx),
        Reading::Help => reading::help(frame, area, ctx),
    }
}

/// One sentence with the size it needs.
fn too_small(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) {
    frame.render_widget(Paragraph::new(ctx.say("view.too-small")).wrap(Wrap { trim: true }), area);
}
