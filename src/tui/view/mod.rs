//! Draws the model, without changing it. The words come from `text`, the colours from the theme.
//!
//! ```text
//!  header                      the profile and its readiness
//! ╭ steps ──╮╭ step ─────────╮
//! │ 30 wide ││ the rest      │  one pane at a time under 72 columns
//! ╰─────────╯╰───────────────╯
//!  message line, what comes next, footer keys
//! ```

mod area;
mod choices;
mod code;
mod deed;
mod dialog;
mod faults;
mod field;
mod finding;
mod frame;
mod guide;
mod home;
mod leading;
mod letter;
mod lines;
mod listed;
mod look_up;
mod pad;
mod questions;
mod reading;
mod ready;
mod statements;
mod step;
mod steps;
mod token;
mod traffic;

use super::theme::{Look, Tone};
use crate::app::screens::Reading;
use crate::app::{Model, Screen};
use crate::text::Text;
use crate::values::{Link, Value};
use area::{first_rows, last_rows};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::{Paragraph, Wrap};
use std::cell::RefCell;

/// What every panel needs to draw.
#[derive(Clone, Copy)]
pub(super) struct Ctx<'a> {
    pub model: &'a Model,
    pub look: Look,
    /// The links drawn so far.
    links: &'a RefCell<Vec<PlacedLink>>,
}

/// A link on the screen, for the terminal to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLink {
    pub x: u16,
    pub y: u16,
    /// What is shown of it, in one row.
    pub shown: String,
    pub link: Link,
}

/// What drawing tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// How many lines the top screen can be scrolled.
    pub furthest: u16,
    pub links: Vec<PlacedLink>,
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

    /// The words of findings and deeds, for the role of the open profile.
    pub fn words(self) -> Text {
        let text = self.model.text;
        self.model.session.as_ref().map_or(text, |session| text.for_role(session.profile().role))
    }

    /// Whether the top screen is there to be read, so that nothing in it is cut.
    pub fn reads_whole(self) -> bool {
        matches!(self.model.top(), Some(Screen::Reading(_) | Screen::LookUp(_) | Screen::Token(_)))
    }

    pub const fn style(self, tone: Tone) -> Style {
        self.look.style(tone)
    }

    pub fn span(self, text: impl Into<String>, tone: Tone) -> Span<'static> {
        Span::styled(text.into(), self.look.style(tone))
    }

    /// The sign at the end of a text that was cut.
    pub const fn cut_mark(self) -> &'static str {
        self.look.glyph("…", "~")
    }

    /// The first two columns of a line: an arrow if it is selected.
    pub const fn pointer(self, selected: bool) -> &'static str {
        if selected { self.look.glyph("▸ ", "> ") } else { "  " }
    }
}

/// Draws the wizard.
pub fn view(frame: &mut Frame<'_>, model: &Model, look: Look) -> Drawn {
    let links = RefCell::default();
    let furthest = draw(frame, Ctx { model, look, links: &links });
    look.fill(frame.buffer_mut());
    let is_in_sight = |placed: &PlacedLink| stands_in(frame.buffer_mut(), placed);
    Drawn { furthest, links: links.into_inner().into_iter().filter(is_in_sight).collect() }
}

/// Whether nothing was drawn over the link since.
fn stands_in(buffer: &Buffer, placed: &PlacedLink) -> bool {
    let mut cells = placed.shown.chars().zip(placed.x..);
    cells.all(|(c, x)| buffer.cell((x, placed.y)).is_some_and(|cell| cell.symbol().chars().eq([c])))
}

fn draw(frame: &mut Frame<'_>, ctx: Ctx<'_>) -> u16 {
    let area = frame.area();
    // The size comes from the frame, because `model.size` is updated only after drawing.
    if !(crate::app::Size { width: area.width, height: area.height }).is_enough() {
        too_small(frame, area, ctx);
        return 0;
    }
    let keys = frame::footer_lines(ctx, area.width);
    let keys_height = u16::try_from(keys.len()).unwrap_or(1);
    let notice = frame::message_lines(ctx, area.width);
    let notice_height = u16::try_from(notice.len()).unwrap_or(1).max(1);
    let next = leading::lines(ctx, area.width);
    let next_height = u16::try_from(next.len()).unwrap_or(1);
    let (head, rest) = first_rows(area, 1);
    let (rest, footer) = last_rows(rest, keys_height);
    let (rest, below) = last_rows(rest, next_height);
    let (body, message) = last_rows(rest, notice_height);
    frame::header(frame, head, ctx);
    let furthest = body_of(frame, body, ctx);
    lines::write(frame, message, notice);
    lines::write(frame, below, next);
    lines::write(frame, footer, keys);
    furthest
}

/// Draws home or the checklist, and the open screen on top of it.
fn body_of(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    // Nothing is drawn behind a question, so that its lines are not confused with others.
    let alone = matches!(
        ctx.model.top(),
        Some(
            Screen::Roles(_)
                | Screen::Naming(_)
                | Screen::Remove(_)
                | Screen::Letter(_)
                | Screen::Waiting(_)
                | Screen::LookUp(_)
                | Screen::Token(_)
                | Screen::Reading(Reading::Listed)
        )
    );
    let under = if alone {
        0
    } else if ctx.model.session.is_some() {
        steps::checklist(frame, area, ctx)
    } else {
        home::home(frame, area, ctx)
    };
    match ctx.model.top() {
        None | Some(Screen::Role | Screen::Edit(_) | Screen::Find(_)) => under,
        Some(Screen::Roles(roles)) => questions::roles(frame, area, ctx, roles),
        Some(Screen::Naming(naming)) => questions::naming(frame, area, ctx, naming),
        Some(Screen::Remove(removal)) => questions::remove(frame, area, ctx, removal),
        Some(Screen::HaveClient(chosen)) => leading::have_client(frame, area, ctx, *chosen),
        Some(Screen::Errand(screen)) => leading::errand(frame, area, ctx, screen),
        Some(Screen::Guide(screen)) => guide::guide(frame, area, ctx, *screen),
        Some(Screen::Deed(screen)) => deed::deed(frame, area, ctx, screen),
        Some(Screen::Letter(screen)) => letter::letter(frame, area, ctx, screen),
        Some(Screen::Waiting(screen)) => letter::waiting(frame, area, ctx, screen),
        Some(Screen::Faults(screen)) => faults::faults(frame, area, ctx, screen),
        Some(Screen::LookUp(screen)) => look_up::look_up(frame, area, ctx, screen),
        Some(Screen::Token(screen)) => token::token(frame, area, ctx, screen),
        Some(Screen::Sift(_)) => traffic::traffic(frame, area, ctx),
        Some(Screen::Reading(reading)) => read(frame, area, ctx, *reading),
    }
}

fn read(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, reading: Reading) -> u16 {
    match reading {
        Reading::Code(_) => code::code(frame, area, ctx),
        Reading::Explain(check) => reading::explain(frame, area, ctx, check),
        Reading::AllNext => leading::all(frame, area, ctx),
        Reading::Listed => listed::listed(frame, area, ctx),
        Reading::Plan => guide::plan(frame, area, ctx),
        Reading::Traffic => traffic::traffic(frame, area, ctx),
        Reading::Exchange(number) => traffic::exchange(frame, area, ctx, number),
        Reading::Help => reading::help(frame, area, ctx),
    }
}

/// A sentence that says how large the window must be.
fn too_small(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) {
    frame.render_widget(Paragraph::new(ctx.say("view.too-small")).wrap(Wrap { trim: true }), area);
}
