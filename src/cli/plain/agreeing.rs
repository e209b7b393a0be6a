//! The user's word on a deed: that it is meant, which of several things goes, who comes on a list.

use super::Onboarding;
use super::pick::{Offered, Picked};
use super::talk::{Said, Turn};
use crate::cli::end::Stop;
use crate::journey::{CandidateAbout, DeedId, DeedOptions, MustType, Preview, missing_members};
use crate::values::{Invalid, OrgNumber, Value};
use jiff::Timestamp;

/// What the user has said to a preview.
pub(super) enum Agreed {
    Yes,
    /// Something else is to be shown first.
    Otherwise(Box<DeedOptions>),
    Turn(Turn),
}

impl Onboarding<'_> {
    /// The addresses and bodies of the requests that a deed would make.
    fn requests(&self, preview: &Preview) -> Vec<String> {
        let count = self.word("requests", &[("count", Value::from(&preview.requests.len()))]);
        let requests = preview.requests.iter().map(|(method, address)| format!("{method} {address}"));
        let bodies =
            preview.bodies.iter().flat_map(|(request, body)| std::iter::once(request.clone()).chain(body.lines().map(ToOwned::to_owned)));
        std::iter::once(count).chain(requests).chain(bodies).collect()
    }

    pub(super) async fn agreed(&mut self, preview: &Preview, options: &DeedOptions) -> Result<Agreed, Stop> {
        self.talk.forget_what_was_typed();
        if !preview.must_type.is_empty() {
            return Ok(self.means_it(preview).await?.map_or(Agreed::Yes, Agreed::Turn));
        }
        let may_be_sized = preview.deed == DeedId::SendTest && !preview.goes_on();
        let may_begin_anew = preview.deed == DeedId::SendTest && (preview.goes_on() || options.anew);
        let mut told = vec![self.word("agree", &[])];
        told.extend(may_be_sized.then(|| self.word("agree-size", &[])));
        told.extend(may_begin_anew.then(|| self.word("agree-anew", &[])));
        self.talk.say_all(&told)?;
        let (question, explained) = (self.word("agree-question", &[]), self.requests(preview));
        loop {
            let typed = match self.talk.ask(&question, &explained).await? {
                Said::Typed(typed) => typed,
                Said::Turn(turn) => return Ok(Agreed::Turn(turn)),
            };
            if self.console.is_yes(&typed) || typed.eq_ignore_ascii_case("yes") {
                return Ok(Agreed::Yes);
            }
            if self.talk.is_word(&typed, "no") {
                self.say_nothing_done()?;
                return Ok(Agreed::Turn(Turn::Later));
            }
            if may_begin_anew && self.talk.is_word(&typed, "anew") {
                return Ok(Agreed::Otherwise(Box::new(DeedOptions { anew: !options.anew, ..options.clone() })));
            }
            match typed.split_once(' ').filter(|(word, _)| may_be_sized && self.talk.is_word(word, "size")).map(|(_, size)| size.parse()) {
                Some(Ok(size)) => return Ok(Agreed::Otherwise(Box::new(DeedOptions { file: None, size: Some(size), ..options.clone() }))),
                Some(Err(invalid)) => self.refuse(&invalid)?,
                None => self.talk.say_all(&told)?,
            }
        }
    }

    /// In production, and for what was made elsewhere, a yes is not enough. Returns where to go if it was not meant.
    pub(super) async fn means_it(&mut self, preview: &Preview) -> Result<Option<Turn>, Stop> {
        let explained = self.requests(preview);
        for must in &preview.must_type {
            let wanted = must.word(&self.name).to_owned();
            let key = match must {
                MustType::ProfileName => "meant-name",
                MustType::Id(_) => "meant-id",
            };
            self.talk.say_word(key, &[("wanted", Value::Text(wanted.clone()))])?;
            let question = self.word("meant-question", &[]);
            match self.talk.ask(&question, &explained).await? {
                Said::Typed(typed) if typed == wanted => {}
                Said::Typed(_) => {
                    self.say_nothing_done()?;
                    return Ok(Some(Turn::Later));
                }
                Said::Turn(turn) => return Ok(Some(turn)),
            }
        }
        Ok(None)
    }

    fn say_nothing_done(&mut self) -> Result<(), Stop> {
        let nothing = self.console.word("said.nothing-done", &[]);
        self.talk.say(&nothing)
    }

    /// Which of several things goes.
    pub(super) async fn which(&mut self, preview: &Preview) -> Result<Result<String, Turn>, Stop> {
        let question = self.console.text.line("screens", &format!("deed.which-{}", preview.deed), &[]);
        let about = |about: &CandidateAbout| match about {
            CandidateAbout::LeadsTo(webhook) => webhook.clone(),
            CandidateAbout::Ends(None) => self.console.text.line("screens", "deed.which-endless", &[]),
            CandidateAbout::Ends(Some(at)) => {
                let key = if *at > Timestamp::now() { "deed.which-until" } else { "deed.which-ended" };
                self.console.text.line("screens", key, &[("at", Value::Moment(*at))])
            }
        };
        let offered =
            preview.candidates.iter().map(|one| Offered { word: one.id.clone(), says: format!("{}, {}", one.id, about(&one.about)) });
        let offered: Vec<Offered> = offered.collect();
        let default = preview.candidates.iter().position(|candidate| candidate.is_taken);
        self.talk.say(&question)?;
        let answer = self.word("which-question", &[]);
        Ok(match self.talk.pick(&answer, &offered, default, &[question]).await? {
            Picked::One(index) => preview.candidates.get(index).map(|one| one.id.clone()).ok_or(Turn::On),
            Picked::Turn(turn) => Err(turn),
        })
    }

    /// Who comes on the access list.
    pub(super) async fn whom(&mut self) -> Result<Result<DeedOptions, Turn>, Stop> {
        let findings = self.state().findings;
        let missing = missing_members(&self.profile, &findings);
        let proposed = missing.iter().map(OrgNumber::to_string).collect::<Vec<_>>().join(", ");
        let line = |key: &str| self.console.text.line("screens", key, &[]);
        let (question, about) = (line("deed.whom"), line("deed.whom-about"));
        self.talk.say(&about)?;
        if !proposed.is_empty() {
            self.talk.say_word("proposed", &[("value", Value::Text(proposed.clone()))])?;
        }
        loop {
            let typed = match self.talk.ask(question.trim_end_matches('?'), std::slice::from_ref(&about)).await? {
                Said::Typed(typed) => typed,
                Said::Turn(turn) => return Ok(Err(turn)),
            };
            let text = if typed.is_empty() { &proposed } else { &typed };
            match DeedOptions::whom(text) {
                Ok(_) if text.is_empty() => self.refuse(&Invalid::Empty)?,
                Ok(options) => return Ok(Ok(options)),
                Err(invalid) => self.refuse(&invalid)?,
            }
        }
    }
}
