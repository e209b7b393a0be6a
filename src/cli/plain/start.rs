//! The first questions: which profile, or a new one for which environment and role, and who runs the system.

use super::pick::{Offered, Picked};
use super::talk::{Said, Talk, Turn};
use super::{Onboarding, PlainOptions};
use crate::cli::console::Console;
use crate::cli::end::Stop;
use crate::cli::open;
use crate::engine::Engine;
use crate::journey::{
    Acting, Environment, FieldId, FillPreset, ListedProfile, Profile, PublishedEnvironment, Readiness, Role, check_name, good_name, plan,
};
use crate::text::capitalised;
use crate::values::Value;

/// What is to be opened.
enum Chosen {
    Profile(String, Box<Profile>),
    /// A new profile for this environment.
    New(PublishedEnvironment),
}

/// Asks which profile. None if the user has ended it.
pub(super) async fn begun<'a>(
    options: PlainOptions,
    talk: Talk<'a>,
    engine: &'a Engine,
    console: &'a Console,
) -> Result<Option<Onboarding<'a>>, Stop> {
    let mut start = Start { talk, engine, console, listed: engine.profiles().profiles };
    if let Some(name) = options.profile {
        let profile = engine.profile(&name).map_err(|message| console.usage(&message))?;
        return start.opened(name, profile).map(Some);
    }
    loop {
        let turn = match start.which(options.environment).await? {
            Ok(Chosen::Profile(name, profile)) => return start.opened(name, *profile).map(Some),
            Ok(Chosen::New(environment)) => match start.new_profile(Environment::Named(environment)).await? {
                Ok((name, profile)) => return start.made(name, profile).map(Some),
                Err(turn) => turn,
            },
            Err(turn) => turn,
        };
        match turn {
            Turn::Quit => {
                start.talk.say_word("nothing-kept", &[])?;
                return Ok(None);
            }
            Turn::Back | Turn::Later | Turn::On => start.talk.say_word("no-earlier", &[])?,
        }
    }
}

/// The questions before a profile is open.
struct Start<'a> {
    talk: Talk<'a>,
    engine: &'a Engine,
    console: &'a Console,
    listed: Vec<ListedProfile>,
}

impl<'a> Start<'a> {
    fn screen(&self, key: &str) -> String {
        self.console.text.line("screens", key, &[])
    }

    /// Which profile, or where a new one begins. The one that was opened last comes first. In an environment that was asked for and
    /// has no profile, a new one begins without a question.
    async fn which(&mut self, wanted: Option<PublishedEnvironment>) -> Result<Result<Chosen, Turn>, Stop> {
        let last = self.engine.last_opened();
        let fits = |profile: &Profile| wanted.is_none_or(|wanted| profile.environment == Environment::Named(wanted));
        let readable = self.listed.iter().filter_map(|listed| Some((listed, listed.profile.as_ref().ok()?)));
        let mut known: Vec<(&ListedProfile, &Profile)> = readable.filter(|(_, profile)| fits(profile)).collect();
        known.sort_by_key(|(listed, _)| Some(&listed.name) != last.as_ref());
        let new = PublishedEnvironment::ALL.iter().copied().filter(|named| wanted.is_none_or(|wanted| wanted == *named));
        let new: Vec<PublishedEnvironment> = new.collect();
        if let ([], [only]) = (known.as_slice(), new.as_slice()) {
            return Ok(Ok(Chosen::New(*only)));
        }
        let of_profile = |(listed, profile): &(&ListedProfile, &Profile)| Offered {
            word: listed.name.clone(),
            says: self.standing(&listed.name, profile, &Readiness::of(&plan(profile), &listed.state.findings)),
        };
        let of_new = |named: &PublishedEnvironment| Offered {
            word: named.to_string(),
            says: format!("{}: {}", self.screen(&format!("home.start-{named}")), self.screen(&format!("home.about-{named}"))),
        };
        let offered: Vec<Offered> = known.iter().map(of_profile).chain(new.iter().map(of_new)).collect();
        let chosen: Vec<Chosen> = known
            .iter()
            .map(|(listed, profile)| Chosen::Profile(listed.name.clone(), Box::new((*profile).clone())))
            .chain(new.into_iter().map(Chosen::New))
            .collect();
        self.talk.gap()?;
        self.talk.say_word("which-profile", &[("known", Value::from(&self.listed.len()))])?;
        let (question, explained) = (self.talk.word("which-question", &[]), [self.screen("help-home")]);
        Ok(match self.talk.pick(&question, &offered, Some(0), &explained).await? {
            Picked::One(index) => chosen.into_iter().nth(index).ok_or(Turn::On),
            Picked::Turn(turn) => Err(turn),
        })
    }

    /// "smart-sender: sender, TT02, 310 456 780, ready 2 of 5."
    fn standing(&self, name: &str, profile: &Profile, readiness: &Readiness) -> String {
        let text = self.console.text;
        let organisation = profile.organisation.as_ref().map(ToString::to_string);
        let parts = [Some(text.role_within(profile.role)), Some(text.environment(&profile.environment)), organisation];
        let parts: Vec<String> = parts.into_iter().flatten().chain([text.standing(readiness)]).collect();
        format!("{name}: {}.", parts.join(", "))
    }

    /// The role, then the name. Back from the name is the role again.
    async fn new_profile(&mut self, environment: Environment) -> Result<Result<(String, Profile), Turn>, Stop> {
        loop {
            let role = match self.role().await? {
                Ok(role) => role,
                Err(turn) => return Ok(Err(turn)),
            };
            match self.name(role, &environment).await? {
                Ok(name) => return Ok(Ok((name, Profile::new(role, environment)))),
                Err(Turn::Back) => {}
                Err(turn) => return Ok(Err(turn)),
            }
        }
    }

    async fn role(&mut self) -> Result<Result<Role, Turn>, Stop> {
        let says = |role: &Role| format!("{}. {}", self.screen(&format!("role.{role}-we")), self.screen(&format!("role.{role}-about")));
        let offered: Vec<Offered> = Role::ORDER.iter().map(|role| Offered { word: role.to_string(), says: says(role) }).collect();
        let asked = self.screen("roles-question");
        self.talk.gap()?;
        self.talk.say(&asked)?;
        let (question, explained) = (self.talk.word("role-question", &[]), [self.screen("help-roles")]);
        Ok(match self.talk.pick(&question, &offered, None, &explained).await? {
            Picked::One(index) => Role::ORDER.get(index).copied().ok_or(Turn::On),
            Picked::Turn(turn) => Err(turn),
        })
    }

    async fn name(&mut self, role: Role, environment: &Environment) -> Result<Result<String, Turn>, Stop> {
        let taken = self.listed.iter().map(|listed| listed.name.clone()).collect::<Vec<_>>();
        let taken = || taken.iter().map(String::as_str);
        let proposed = good_name(role, environment, taken());
        self.talk.gap()?;
        self.talk.say_word("name", &[("value", Value::Text(proposed.clone()))])?;
        let (question, explained) = (self.talk.word("name-question", &[]), [self.screen("naming-help")]);
        loop {
            let typed = match self.talk.ask(&question, &explained).await? {
                Said::Typed(typed) => typed,
                Said::Turn(turn) => return Ok(Err(turn)),
            };
            match check_name(if typed.is_empty() { &proposed } else { &typed }, taken()) {
                Ok(name) => return Ok(Ok(name)),
                Err(invalid) => self.talk.say(&self.console.text.invalid(&invalid))?,
            }
        }
    }

    /// Opens a profile that is there, and says how far it is.
    fn opened(mut self, name: String, profile: Profile) -> Result<Onboarding<'a>, Stop> {
        let findings = self.engine.state(&profile).unwrap_or_default().findings;
        let standing = self.standing(&name, &profile, &Readiness::of(&plan(&profile), &findings));
        self.talk.say(&standing)?;
        self.onboarding(name, profile, false)
    }

    fn made(mut self, name: String, profile: Profile) -> Result<Onboarding<'a>, Stop> {
        self.engine.create_profile(&name, &profile).map_err(|message| self.console.usage(&message))?;
        self.talk.say_word("made", &[("name", Value::Text(name.clone()))])?;
        self.onboarding(name, profile, true)
    }

    fn onboarding(mut self, name: String, profile: Profile, is_new: bool) -> Result<Onboarding<'a>, Stop> {
        open::name_own_addresses(&profile, self.console);
        if let Err(message) = self.engine.remember_opened(&name) {
            self.talk.say(&self.console.text.engine(&message))?;
        }
        Ok(Onboarding::new(name, profile, is_new, self.talk, self.engine, self.console))
    }
}

impl Onboarding<'_> {
    /// What is asked of a new profile before the checks can say what comes next: who runs the system, and in the sandbox whether it
    /// shall fill in its answers.
    pub(super) async fn begin(&mut self) -> Result<Turn, Stop> {
        if self.is_new && FieldId::Acting.is_for(&self.profile) {
            self.talk.gap()?;
            let field = capitalised(&self.text().field_within(FieldId::Acting));
            self.talk.say(&format!("{field}?"))?;
            // The choices say what the help says.
            if self.ask_for(FieldId::Acting, false).await? == Turn::Quit {
                return Ok(Turn::Quit);
            }
        }
        if self.profile.can_be_filled() && self.profile.acting == Acting::Own { self.offer_to_fill().await } else { Ok(Turn::On) }
    }

    async fn offer_to_fill(&mut self) -> Result<Turn, Stop> {
        let line = |key: &str| self.console.text.line("screens", key, &[]);
        let fill = format!("{}. {}", line("fill-filled"), line("fill-filled-about"));
        let offered = [
            Offered { word: self.word("command-fill", &[]), says: fill },
            Offered { word: self.word("command-all", &[]), says: self.word("fill-nothing", &[]) },
        ];
        self.talk.gap()?;
        let (question, explained) = (self.word("which-question", &[]), [self.word("fill-explained", &[])]);
        match self.talk.pick(&question, &offered, Some(0), &explained).await? {
            Picked::One(0) => {
                let filled = self.engine.fill(self.profile.role, FillPreset::Filled).await;
                match filled {
                    Ok(profile) => self.keep(profile)?,
                    Err(message) => self.tell_engine(Some(message))?,
                }
                Ok(Turn::On)
            }
            Picked::One(_) => Ok(Turn::On),
            Picked::Turn(Turn::Quit) => Ok(Turn::Quit),
            Picked::Turn(Turn::On | Turn::Back | Turn::Later) => Ok(Turn::On),
        }
    }
}
