//! A token that somebody wants to see, and what came of asking for it.

use super::scopes::SUBSCRIBE;
use super::{Acting, CheckId, EngineMessage, Message, NoToken, Profile, Role, TokenFacts, TokenRemark, scopes};
use crate::values::{OrgNumber, Scope};

/// Which token is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WantedToken {
    /// None: the one that the role uses Broker with.
    pub scopes: Vec<Scope>,
    /// Whom to act for as a system user. None to act as the client's owner itself.
    pub acting_for: Option<OrgNumber>,
    /// Whether Altinn shall exchange it.
    pub exchange: bool,
}

/// What became of a look at a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenAnswer {
    Told(Box<TokenFacts>),
    /// What was pasted is no token.
    None(NoToken),
    /// The client cannot sign, so that nobody was asked.
    NoClient,
    Refused(Box<TokenRefusal>),
    NotOpened(EngineMessage),
}

/// Why a service gave no token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRefusal {
    pub why: Message,
    pub code: Option<String>,
    /// Whether the service could not be asked at all.
    pub unasked: bool,
    /// The check that accuses of the same.
    pub check: CheckId,
}

impl WantedToken {
    /// The one that this profile's integration uses Broker and Events with: through the system user, where the role acts through one.
    #[must_use]
    pub fn of_role(profile: &Profile, exchange: bool) -> Self {
        let used = scopes(profile).into_iter().enumerate().filter(|(at, wanted)| *at == 0 || wanted.scope.as_str() == SUBSCRIBE);
        let acts_as_user = profile.role != Role::ServiceOwner && profile.acting != Acting::ByVendor;
        Self {
            scopes: used.map(|(_, wanted)| wanted.scope).collect(),
            acting_for: profile.organisation.clone().filter(|_| acts_as_user),
            exchange,
        }
    }

    /// The scopes that were asked for and that the token does not carry.
    #[must_use]
    pub fn missing(&self, facts: &TokenFacts) -> Vec<Scope> {
        self.scopes.iter().filter(|scope| !facts.scopes.contains(scope)).cloned().collect()
    }
}

impl TokenRemark {
    /// The check that looks at what the remark is about. None where only the token itself is at fault.
    #[must_use]
    pub const fn check(self) -> Option<CheckId> {
        match self {
            Self::NotYet => Some(CheckId::KeyClock),
            Self::NoSystemUser | Self::OtherParty => Some(CheckId::AccessSystemUserToken),
            Self::OtherOwner => Some(CheckId::ClientIdentity),
            Self::OldScope => Some(CheckId::ClientScopes),
            Self::NotExchanged => Some(CheckId::ClientExchange),
            Self::KeysNotAsked => Some(CheckId::KeyReach),
            Self::Expired | Self::OtherEnvironment | Self::IssuerUnknown | Self::SignatureWrong | Self::KeyUnknown | Self::Unsigned => None,
        }
    }

    /// Whether a service would refuse the token for it.
    #[must_use]
    pub const fn is_amiss(self) -> bool {
        match self {
            Self::Expired
            | Self::NotYet
            | Self::OtherEnvironment
            | Self::SignatureWrong
            | Self::KeyUnknown
            | Self::Unsigned
            | Self::OtherParty
            | Self::OtherOwner => true,
            Self::IssuerUnknown | Self::KeysNotAsked | Self::NotExchanged | Self::NoSystemUser | Self::OldScope => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, FieldId, PublishedEnvironment};

    fn wanted(role: Role, answers: &[(FieldId, &str)]) -> (Vec<String>, bool) {
        let mut profile = Profile::new(role, Environment::Named(PublishedEnvironment::Tt02));
        answers.iter().for_each(|(field, text)| profile.set(*field, text).unwrap_or_default());
        let wanted = WantedToken::of_role(&profile, false);
        (wanted.scopes.iter().map(ToString::to_string).collect(), wanted.acting_for.is_some())
    }

    #[test]
    fn the_token_of_a_role_is_the_one_that_its_integration_sends() {
        let organisation = [(FieldId::Organisation, "991825827")];
        let scopes = |scopes: &[&str]| scopes.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(wanted(Role::Sender, &organisation), (scopes(&["altinn:broker.write", "altinn:events.subscribe"]), true));
        assert_eq!(wanted(Role::ServiceOwner, &organisation), (scopes(&["altinn:serviceowner", "altinn:events.subscribe"]), false));
        let aside = [organisation[0], (FieldId::EventsSetAside, "we poll")];
        assert_eq!(wanted(Role::Recipient, &aside), (scopes(&["altinn:broker.read"]), true));
    }
}
