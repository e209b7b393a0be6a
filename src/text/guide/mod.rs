//! The guides in words: a page for each step, for whom the reader is. The pages are in `assets/guide/<language>`; `source` says how
//! they are written.

mod source;

#[cfg(test)]
mod tests;

use super::Text;
use crate::journey::{
    Acting, Environment, Errand, GuideCopy, GuideMark, GuidePage, Profile, PublishedEnvironment, Role, StepId, required_scope,
};
use source::{Block, Condition, Kind, blocks};

/// One line of a guide, not yet wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuideLine {
    Paragraph(String),
    /// What is needed, who acts, how long it takes.
    Labelled {
        label: String,
        says: String,
    },
    /// Something to do. `marks` say what its keys act on.
    Action {
        /// From 1.
        number: usize,
        says: String,
        marks: Vec<GuideMark>,
    },
    Note(String),
}

/// The page's file. With a vendor all steps share one page, and a service owner's access is another matter than a party's.
fn name(page: GuidePage, profile: &Profile) -> &'static str {
    let by_vendor = profile.acting == Acting::ByVendor && profile.role != Role::ServiceOwner;
    match page {
        GuidePage::Start => "start",
        GuidePage::LeakedKey => "leaked-key",
        GuidePage::Step(_) if by_vendor => "by-vendor",
        GuidePage::Step(StepId::Key) => "key",
        GuidePage::Step(StepId::Client) => "client",
        GuidePage::Step(StepId::Access) if profile.role == Role::ServiceOwner => "access.service-owner",
        GuidePage::Step(StepId::Access) => "access",
        GuidePage::Step(StepId::Integrate) => "integrate",
        GuidePage::Step(StepId::Events) => "events",
    }
}

/// The environment as the guides tell them apart: one with addresses of its own is read like the published one that it resembles.
fn like(environment: &Environment) -> PublishedEnvironment {
    match environment {
        Environment::Named(named) => *named,
        Environment::Custom { .. } if environment.is_production() => PublishedEnvironment::Prod,
        Environment::Custom { .. } if environment.is_loopback() => PublishedEnvironment::Sandbox,
        Environment::Custom { .. } => PublishedEnvironment::Tt02,
    }
}

fn is_for(condition: &Condition, page: GuidePage, profile: &Profile) -> bool {
    let acting = if profile.role == Role::ServiceOwner { Acting::Own } else { profile.acting };
    let is_step = match page {
        GuidePage::Step(step) => condition.steps.contains(&step),
        GuidePage::Start | GuidePage::LeakedKey => false,
    };
    (condition.roles.is_empty() || condition.roles.contains(&profile.role))
        && (condition.environments.is_empty() || condition.environments.contains(&like(&profile.environment)))
        && (condition.acting.is_empty() || condition.acting.contains(&acting))
        && (condition.steps.is_empty() || is_step)
}

impl Text {
    /// The blocks of a page that are for this reader.
    fn blocks(&self, page: GuidePage, profile: &Profile) -> Vec<Block> {
        let name = name(page, profile);
        let source = self.language.guides().iter().find(|(known, _)| *known == name).map_or("", |(_, source)| *source);
        blocks(source).into_iter().filter(|block| is_for(&block.condition, page, profile)).collect()
    }

    /// The title of a page: a step's name, or that of the page.
    #[must_use]
    pub fn guide_title(&self, page: GuidePage, profile: &Profile) -> String {
        match page {
            GuidePage::Step(step) => format!("{}  {}", step.number(), self.step(step)),
            GuidePage::Start | GuidePage::LeakedKey => {
                let title = self.blocks(page, profile).into_iter().find(|block| block.kind == Kind::Title);
                title.map(|block| block.text).unwrap_or_default()
            }
        }
    }

    /// The lines of a page for this reader: their role, their environment, and who runs their system.
    #[must_use]
    pub fn guide(&self, page: GuidePage, profile: &Profile) -> Vec<GuideLine> {
        let mut number = 0;
        let line = |block: Block| {
            let says = self.filled(&block.text, profile);
            match block.kind {
                Kind::Title => None,
                Kind::Paragraph => Some(GuideLine::Paragraph(says)),
                Kind::Note => Some(GuideLine::Note(says)),
                Kind::Labelled => {
                    let (label, says) = says.split_once(" :: ")?;
                    Some(GuideLine::Labelled { label: label.to_owned(), says: says.to_owned() })
                }
                Kind::Action => {
                    number += 1;
                    Some(GuideLine::Action { number, says, marks: block.named() })
                }
            }
        };
        self.blocks(page, profile).into_iter().filter_map(line).collect()
    }

    /// The way to what is done in a portal: the lines of the step's guide that say it, in their order.
    #[must_use]
    pub fn errand_way(&self, errand: Errand, profile: &Profile) -> Vec<String> {
        let blocks = self.blocks(GuidePage::Step(errand.step()), profile).into_iter();
        let on_the_way = blocks.filter(|block| block.condition.errands.contains(&errand));
        let says = |block: Block| match (block.kind, self.filled(&block.text, profile)) {
            // Beside its label it is no sentence; here it is one.
            (Kind::Labelled, says) => format!("{}.", says.replacen(" :: ", ": ", 1).trim_end_matches('.')),
            (Kind::Title | Kind::Paragraph | Kind::Action | Kind::Note, says) => says,
        };
        on_the_way.map(says).collect()
    }

    /// The text with what depends on the reader: `$role`, `$scope`, `$scopes`, `$granted-scopes`.
    fn filled(&self, text: &str, profile: &Profile) -> String {
        // The longer names first, because one begins with the other.
        let values = [
            ("$granted-scopes", GuideCopy::GrantedScopes.text(profile).unwrap_or_default()),
            ("$scopes", GuideCopy::Scopes.text(profile).unwrap_or_default()),
            ("$scope", required_scope(profile)),
            ("$role", self.role_within(profile.role)),
        ];
        values.into_iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, &value))
    }
}
