//! `--plain`: the same journey as lines and questions, for a screen reader, a terminal that cannot move its cursor, a log, a script.
//!
//! ```text
//!   start ──▶ Onboarding ──▶ journey::next ──┬─▶ question  an answer, typed or chosen
//!             a profile,       ▲             ├─▶ deed      shown, agreed to, done
//!             what was told    │             ├─▶ letter    read out, noted once it is sent
//!                              │             ├─▶ errand    the way through a portal
//!                              │             ├─▶ waiting   whom one waits for, until it is over
//!                              │             └─▶ checking  what the checks find, told once
//!                              └──────────────── what it has changed
//! ```
//!
//! `talk` writes and reads the lines. Each answer and each finding is on disk before the next question, so that the end of the input,
//! or a kill, loses nothing.

mod agreeing;
mod checking;
mod deed;
mod errand;
mod explaining;
mod known;
mod letter;
mod pick;
mod question;
mod ready;
mod start;
mod talk;
mod waiting;

use super::console::Console;
use super::end::{End, Stop};
use super::open;
use crate::engine::{Engine, OpenConnection};
use crate::journey::{Act, CheckId, EngineMessage, FieldId, Next, Profile, PublishedEnvironment, SavedState, Situation, StepId, next};
use crate::text::Text;
use crate::values::Value;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use talk::{Said, Talk, Turn};

/// What was asked for on the command line.
pub(super) struct PlainOptions {
    pub(super) environment: Option<PublishedEnvironment>,
    pub(super) profile: Option<String>,
}

/// A profile on its way to ready.
struct Onboarding<'a> {
    engine: &'a Engine,
    console: &'a Console,
    talk: Talk<'a>,
    name: String,
    profile: Profile,
    /// Whether it was made just now.
    is_new: bool,
    /// The questions that were answered, the last one last.
    answered: Vec<FieldId>,
    /// What the user goes back to later.
    put_off: Vec<Act>,
    /// What was told of each check, so that it is told once.
    told: BTreeMap<CheckId, String>,
    /// How far all steps had come when it was last said.
    standing: String,
    /// Why something came next, as it was last said.
    reasons: Vec<String>,
    /// The step that was last come to.
    step: Option<StepId>,
    /// The steps that were described.
    described: BTreeSet<StepId>,
    /// Whether something has changed since the checks last ran.
    is_changed: bool,
    /// How often it was looked again without anything having changed.
    looks: u32,
}

/// Leads from the first question to ready, or to where the user ends it.
pub(super) async fn run(options: PlainOptions, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let console = &console.in_whole_lines();
    let mut talk = Talk::new(console);
    talk.say_word("welcome", &[])?;
    if let Some(opened) = start::begun(options, talk, engine, console).await? {
        opened.go().await?;
    }
    engine.close().await;
    Ok(End::InOrder)
}

impl<'a> Onboarding<'a> {
    fn new(name: String, profile: Profile, is_new: bool, talk: Talk<'a>, engine: &'a Engine, console: &'a Console) -> Self {
        Self {
            engine,
            console,
            talk,
            name,
            profile,
            is_new,
            answered: Vec::new(),
            put_off: Vec::new(),
            told: BTreeMap::new(),
            standing: String::new(),
            reasons: Vec::new(),
            step: None,
            described: BTreeSet::new(),
            is_changed: true,
            looks: 0,
        }
    }

    /// Does what comes next until nothing is left, or the user ends it.
    async fn go(mut self) -> Result<(), Stop> {
        if self.begin().await? == Turn::Quit {
            return self.parting();
        }
        loop {
            if self.is_changed && self.profile.environment.lets_checks_run_by_themselves() {
                self.run_checks(&[]).await?;
            }
            let left = self.left();
            if left.is_empty() {
                return self.ready();
            }
            let now = left.iter().find(|next| !self.put_off.contains(&next.act)).cloned();
            let turn = match &now {
                Some(next) => self.act(next).await?,
                None => self.all_put_off().await?,
            };
            match (turn, now) {
                (Turn::On, _) => {}
                (Turn::Later, Some(next)) => self.put_off.push(next.act),
                (Turn::Later, None) => self.put_off.clear(),
                (Turn::Back, _) if self.back().await? == Turn::Quit => return self.parting(),
                (Turn::Back, _) => {}
                (Turn::Quit, _) => return self.parting(),
            }
        }
    }

    async fn act(&mut self, next: &Next) -> Result<Turn, Stop> {
        self.come_to(next)?;
        match next.act {
            Act::Answer(field) | Act::Choose(field) => self.answer(field, Some(next)).await,
            Act::HaveClient => self.have_client().await,
            Act::Deed(deed) | Act::Person(deed) => self.deed(deed).await,
            Act::Portal(errand) => self.errand(errand, next).await,
            Act::Wait => self.wait(next).await,
            Act::Check => self.check_again(next).await,
        }
    }

    /// Everything that is left was put off.
    async fn all_put_off(&mut self) -> Result<Turn, Stop> {
        self.talk.gap()?;
        self.talk.say_word("all-put-off", &[])?;
        self.look_around();
        let left = std::mem::take(&mut self.talk.aside.left);
        self.talk.say_all(&left)?;
        let (question, explained) = (self.word("enter-begins-again", &[]), [self.word("all-put-off", &[])]);
        Ok(match self.talk.ask(&question, &explained).await? {
            Said::Typed(_) => Turn::Later,
            Said::Turn(turn) => turn,
        })
    }

    /// Asks the question before this one again. Its answer stands until there is another.
    async fn back(&mut self) -> Result<Turn, Stop> {
        while let Some(field) = self.answered.pop() {
            match self.answer(field, None).await? {
                Turn::Back => {}
                turn => return Ok(turn),
            }
        }
        self.talk.say_word("no-earlier", &[])?;
        Ok(Turn::On)
    }

    /// The text with this key in `plain.ftl`.
    fn word(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        self.talk.word(key, values)
    }

    /// The words for the role of the profile.
    fn text(&self) -> Text {
        self.console.text.for_role(self.profile.role)
    }

    /// What is known of the connection. When its file is broken, the user is told and nothing is known.
    fn state(&mut self) -> SavedState {
        self.engine.state(&self.profile).unwrap_or_else(|message| {
            self.console.say(&self.console.text.engine(&message));
            SavedState::default()
        })
    }

    /// All that is left to do, the first thing first.
    fn left(&mut self) -> Vec<Next> {
        let SavedState { findings, journal, .. } = self.state();
        next(Situation { profile: &self.profile, findings: &findings, journal: &journal, now: Timestamp::now() })
    }

    async fn open(&mut self) -> Result<OpenConnection, Stop> {
        let (evidence, folder) = (self.state().evidence, self.engine.profile_folder());
        let whose = open::Opened { profile: &self.profile, folder: &folder, name: Some(&self.name) };
        open::unlocked(whose, evidence, self.engine, self.console).await
    }

    /// Keeps the answers on disk. What cannot be written is held and told, and tried again with the next answer.
    fn keep(&mut self, profile: Profile) -> Result<(), Stop> {
        self.profile = profile;
        self.is_changed = true;
        let told = match self.engine.change_profile(&self.name, &self.profile) {
            Ok(saved) => {
                self.profile = saved.merged;
                saved.told
            }
            Err(message) => Some(message),
        };
        self.tell_engine(told)
    }

    fn tell_engine(&mut self, told: Option<EngineMessage>) -> Result<(), Stop> {
        told.map_or(Ok(()), |message| self.talk.say(&self.console.text.engine(&message)))
    }
}
