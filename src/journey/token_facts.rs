//! What can be told of a token, without the token.

use super::scopes::OLD_SCOPE;
use super::{Need, Profile, PublishedEnvironment, scopes};
use crate::values::{ClientId, OrgNumber, Scope};
use jiff::Timestamp;
use serde::Serialize;

crate::choice! {
    /// Who issued a token.
    pub enum TokenMaker {
        Maskinporten = "maskinporten",
        /// Altinn, in exchange for Maskinporten's.
        Altinn = "altinn",
        Other = "other",
    }
}

crate::choice! {
    /// What became of the look at a token's signature.
    pub enum TokenProof {
        Sound = "sound",
        /// It does not fit the token: somebody has changed it.
        Wrong = "wrong",
        /// None of the issuer's keys has signed it.
        KeyUnknown = "key-unknown",
        /// The issuer's keys could not be asked for.
        NotAsked = "not-asked",
        /// The token names no issuer whose keys are asked for.
        NotLookedAt = "not-looked-at",
        /// It says itself that nobody has signed it, or that it is signed in a way that neither issuer uses.
        Unsigned = "unsigned",
    }
}

crate::choice! {
    /// What a scope is good for.
    pub enum TokenUse {
        Send = "altinn:broker.write",
        Receive = "altinn:broker.read",
        Own = "altinn:serviceowner",
        Subscribe = "altinn:events.subscribe",
        RegisterSystem = "altinn:authentication/systemregister.write",
        RequestUser = "altinn:authentication/systemuser.request.write",
        ReadRequests = "altinn:authentication/systemuser.request.read",
        Publish = "altinn:resourceregistry/resource.write",
        Lists = "altinn:resourceregistry/accesslist.write",
    }
}

crate::choice! {
    /// Something about a token that its holder should know.
    pub enum TokenRemark {
        Expired = "expired",
        NotYet = "not-yet",
        /// It is of another environment than the one that was named.
        OtherEnvironment = "other-environment",
        IssuerUnknown = "issuer-unknown",
        SignatureWrong = "signature-wrong",
        KeyUnknown = "key-unknown",
        KeysNotAsked = "keys-not-asked",
        Unsigned = "unsigned",
        /// Broker and Events take Altinn's tokens only.
        NotExchanged = "not-exchanged",
        /// It is no token of a system user, and a sender or a recipient needs one.
        NoSystemUser = "no-system-user",
        OtherParty = "other-party",
        OtherOwner = "other-owner",
        /// It carries a scope that older guides told everybody to ask for, and that nothing asks for today.
        OldScope = "old-scope",
    }
}

/// What a token says of itself, and whether its issuer says so too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenFacts {
    pub issuer: String,
    pub maker: TokenMaker,
    /// The published environment of its issuer.
    pub environment: Option<PublishedEnvironment>,
    pub algorithm: String,
    pub kid: Option<String>,
    pub proof: TokenProof,
    pub scopes: Vec<Scope>,
    pub client_id: Option<ClientId>,
    /// Who owns the client.
    pub consumer: Option<OrgNumber>,
    pub org_code: Option<String>,
    /// For whom the system user acts.
    pub party: Option<OrgNumber>,
    pub system: Option<String>,
    pub issued_at: Option<Timestamp>,
    pub not_before: Option<Timestamp>,
    pub expires_at: Option<Timestamp>,
    /// Every other claim with its value, short and masked.
    pub others: Vec<(String, String)>,
    /// Whether the issuer is one of the environment that was named. None if none was.
    pub is_of_environment: Option<bool>,
}

impl TokenFacts {
    /// What each known scope is good for, in the order of the token.
    #[must_use]
    pub fn uses(&self) -> Vec<TokenUse> {
        self.scopes.iter().filter_map(|scope| scope.as_str().parse().ok()).collect()
    }

    /// What its holder should know. With a profile also whether it is the right one for that.
    #[must_use]
    pub fn remarks(&self, profile: Option<&Profile>, now: Timestamp) -> Vec<TokenRemark> {
        let by_itself = [
            (self.expires_at.is_some_and(|end| end <= now), TokenRemark::Expired),
            (self.not_before.or(self.issued_at).is_some_and(|begin| begin > now), TokenRemark::NotYet),
            (self.is_of_environment == Some(false), TokenRemark::OtherEnvironment),
            (self.proof == TokenProof::NotLookedAt && self.is_of_environment.is_none(), TokenRemark::IssuerUnknown),
            (self.proof == TokenProof::Wrong, TokenRemark::SignatureWrong),
            (self.proof == TokenProof::KeyUnknown, TokenRemark::KeyUnknown),
            (self.proof == TokenProof::NotAsked, TokenRemark::KeysNotAsked),
            (self.proof == TokenProof::Unsigned, TokenRemark::Unsigned),
            (self.maker == TokenMaker::Maskinporten, TokenRemark::NotExchanged),
            (self.scopes.iter().any(|scope| scope.as_str() == OLD_SCOPE), TokenRemark::OldScope),
        ];
        let acts_as_user = profile.is_some_and(|profile| profile.role != super::Role::ServiceOwner);
        let party = profile.and_then(|profile| profile.organisation.as_ref());
        let owner = profile.and_then(Profile::client_owner);
        let differs =
            |said: Option<&OrgNumber>, wanted: Option<&OrgNumber>| matches!((said, wanted), (Some(said), Some(wanted)) if said != wanted);
        let for_profile = [
            (acts_as_user && self.party.is_none(), TokenRemark::NoSystemUser),
            (differs(self.party.as_ref(), party), TokenRemark::OtherParty),
            (differs(self.consumer.as_ref(), owner), TokenRemark::OtherOwner),
        ];
        by_itself.into_iter().chain(for_profile).filter(|(is_so, _)| *is_so).map(|(_, remark)| remark).collect()
    }

    /// The scopes that the profile's role cannot be without, and that the token does not carry.
    #[must_use]
    pub fn lacks(&self, profile: &Profile) -> Vec<Scope> {
        let required = scopes(profile).into_iter().filter(|wanted| wanted.need == Need::Required).map(|wanted| wanted.scope);
        required.filter(|scope| !self.scopes.contains(scope)).collect()
    }
}

crate::choice! {
    /// Why a text is no token.
    pub enum NoToken {
        Empty = "empty",
        TooLarge = "too-large",
        /// It has not three parts with dots between them.
        OtherForm = "other-form",
        /// Five parts: its content is encrypted, for somebody else.
        Encrypted = "encrypted",
        /// A part is not base64url.
        Damaged = "damaged",
        /// A part is no JSON object.
        NoClaims = "no-claims",
        /// A private key, which should not have been given to anybody.
        PrivateKey = "private-key",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_scopes(scopes: &[&str]) -> TokenFacts {
        TokenFacts {
            issuer: "https://platform.tt02.altinn.no/authentication/api/v1/openid/".to_owned(),
            maker: TokenMaker::Altinn,
            environment: Some(PublishedEnvironment::Tt02),
            algorithm: "RS256".to_owned(),
            kid: None,
            proof: TokenProof::Sound,
            scopes: scopes.iter().filter_map(|scope| scope.parse().ok()).collect(),
            client_id: None,
            consumer: None,
            org_code: None,
            party: None,
            system: None,
            issued_at: None,
            not_before: None,
            expires_at: None,
            others: Vec::new(),
            is_of_environment: Some(true),
        }
    }

    #[test]
    fn the_scope_of_older_guides_is_told() {
        let remarks = |scopes| with_scopes(scopes).remarks(None, Timestamp::UNIX_EPOCH);
        assert_eq!(remarks(&["altinn:broker.write", "altinn:authorization:pdp"]), [TokenRemark::OldScope]);
        assert_eq!(remarks(&["altinn:broker.write", "altinn:authorization/authorize"]), []);
    }
}
