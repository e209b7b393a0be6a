//! The guides: which pages there are, and what their numbered lines name. Their words are in `assets/guide`.

use super::{Acting, CheckId, DeedId, Environment, FieldId, Finding, Need, Profile, Role, StepId, Verdict, links, scopes};
use url::Url;

/// A page of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GuidePage {
    /// What comes before the five steps.
    Start,
    Step(StepId),
    /// What to do when a private key has leaked.
    LeakedKey,
}

impl GuidePage {
    /// Every page, in the order in which they are read.
    pub const ALL: [Self; 7] = [
        Self::Start,
        Self::Step(StepId::Key),
        Self::Step(StepId::Client),
        Self::Step(StepId::Access),
        Self::Step(StepId::Integrate),
        Self::Step(StepId::Events),
        Self::LeakedKey,
    ];

    /// Whether it is for whoever gives these answers: where a vendor runs the system, nobody here has a key that could leak.
    #[must_use]
    pub fn is_for(self, profile: &Profile) -> bool {
        let by_vendor = profile.acting == Acting::ByVendor && profile.role != Role::ServiceOwner;
        self != Self::LeakedKey || !by_vendor
    }

    /// The page after this one, for whoever gives these answers. The first follows the last.
    #[must_use]
    pub fn next(self, profile: &Profile) -> Self {
        let mut after = Self::ALL.iter().copied().skip_while(|page| *page != self).skip(1);
        after.find(|page| page.is_for(profile)).unwrap_or(Self::Start)
    }
}

crate::choice! {
    /// An address that a guide names.
    pub enum GuideLink {
        /// The portal where clients and their keys are made (facts platform B.1).
        Portal = "portal",
        /// Altinn's access management, where system users are approved.
        AccessManagement = "access-management",
        /// The form with which an organisation begins with Maskinporten (facts platform B.1).
        Terms = "terms",
        /// The search in synthetic people and organisations (facts platform B.1).
        Tenor = "tenor",
        /// Altinn Studio, where resources are made and published.
        Studio = "studio",
        OwnerGuide = "owner-guide",
        DeveloperGuides = "developer-guides",
        EventsGuide = "events-guide",
    }
}

impl GuideLink {
    /// The address. `sandbox` is that of the sandbox that runs now. None where the environment has no such place.
    #[must_use]
    pub fn address(self, environment: &Environment, sandbox: Option<&Url>) -> Option<String> {
        let in_sandbox = |path: &str| sandbox.filter(|_| environment.is_own_sandbox()).and_then(|origin| origin.join(path).ok());
        let published = environment.endpoints(None);
        let address = match self {
            Self::Portal => published.and_then(|endpoints| endpoints.self_service).or_else(|| in_sandbox("sandbox/portal")),
            Self::AccessManagement => published.and_then(|endpoints| endpoints.access_management).or_else(|| in_sandbox("sandbox/")),
            Self::Terms => return Some(links::TERMS.to_owned()),
            Self::Tenor => return Some(links::TENOR.to_owned()),
            Self::Studio => return Some(links::STUDIO.to_owned()),
            Self::OwnerGuide => return Some(links::OWNER_GUIDE.to_owned()),
            Self::DeveloperGuides => return Some(links::DEVELOPER_GUIDES.to_owned()),
            Self::EventsGuide => return Some(links::EVENTS_GUIDE.to_owned()),
        };
        address.map(String::from)
    }
}

crate::choice! {
    /// A text that a guide lets the user copy, to paste it elsewhere.
    pub enum GuideCopy {
        /// The address of Altinn's service desk.
        ServiceDesk = "service-desk",
        /// The public key that belongs to the profile's private one. It is read from that key's file.
        PublicKey = "public-key",
        /// The scopes that the service desk must grant.
        GrantedScopes = "granted-scopes",
        /// The scopes to add to the client.
        Scopes = "scopes",
        Organisation = "organisation",
        Resource = "resource",
    }
}

impl GuideCopy {
    /// The text. None while the profile has no such answer, and for what is no answer.
    #[must_use]
    pub fn text(self, profile: &Profile) -> Option<String> {
        match self {
            Self::ServiceDesk => Some("servicedesk@altinn.no".to_owned()),
            Self::PublicKey => None,
            Self::GrantedScopes => Some(granted_scopes(profile)),
            Self::Scopes => Some(listed(profile, |_| true)),
            Self::Organisation => profile.organisation.as_ref().map(|number| number.digits().to_owned()),
            Self::Resource => profile.resource.as_ref().map(ToString::to_string),
        }
    }
}

/// The scopes that a profile needs and that are open to nobody before Altinn has granted them.
fn granted_scopes(profile: &Profile) -> String {
    // Every organisation may put this scope on its client (facts platform B.2).
    listed(profile, |scope| scope != "altinn:events.subscribe")
}

fn listed(profile: &Profile, wanted: impl Fn(&str) -> bool) -> String {
    let names = scopes(profile).into_iter().map(|wanted| wanted.scope.to_string());
    names.filter(|scope| wanted(scope)).collect::<Vec<_>>().join(", ")
}

/// The scope without which nothing works for the profile's role.
#[must_use]
pub fn required_scope(profile: &Profile) -> String {
    let required = scopes(profile).into_iter().find(|wanted| wanted.need == Need::Required);
    required.map(|wanted| wanted.scope.to_string()).unwrap_or_default()
}

/// What a numbered line of a guide names: what its keys act on, and what shows that it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GuideMark {
    Deed(DeedId),
    Field(FieldId),
    Check(CheckId),
    Link(GuideLink),
    Copy(GuideCopy),
}

impl GuideMark {
    /// Reads a mark as the guides write it, such as `deed send-test` or `field client.id`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (kind, name) = text.split_once(' ')?;
        match kind {
            "deed" => name.parse().ok().map(Self::Deed),
            "field" => name.parse().ok().map(Self::Field),
            "check" => name.parse().ok().map(Self::Check),
            "link" => name.parse().ok().map(Self::Link),
            "copy" => name.parse().ok().map(Self::Copy),
            _ => None,
        }
    }

    /// Whether it is done: the field is answered, the check passes. None for what leaves no trace, such as a link.
    fn is_done(self, profile: &Profile, findings: &[Finding]) -> Option<bool> {
        let passes = |check: CheckId| {
            findings.iter().any(|finding| finding.check == check && matches!(finding.outcome, Verdict::Pass | Verdict::Warn))
        };
        match self {
            // A check that passes with the old key says nothing about these.
            Self::Deed(DeedId::RotateKey | DeedId::RetireKey) => None,
            Self::Deed(deed) => Some(passes(deed.proof())),
            // These have an answer from the beginning, which nobody may have looked at.
            Self::Field(FieldId::Role | FieldId::Environment | FieldId::Acting | FieldId::ClientAuth) => None,
            Self::Field(field) => Some(profile.answer(field).is_some()),
            Self::Check(check) => Some(passes(check)),
            Self::Link(_) | Self::Copy(_) => None,
        }
    }
}

/// Whether all that a numbered line names is done. A line that names only links and texts to copy is never known to be.
#[must_use]
pub fn are_done(marks: &[GuideMark], profile: &Profile, findings: &[Finding]) -> bool {
    let mut known = marks.iter().filter_map(|mark| mark.is_done(profile, findings)).peekable();
    known.peek().is_some() && known.all(|is_done| is_done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Message, PublishedEnvironment, Role};

    fn profile() -> Profile {
        Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02))
    }

    #[test]
    fn a_line_is_done_once_its_fields_are_answered_and_its_checks_pass() {
        let mut sender = profile();
        let marks = [GuideMark::Field(FieldId::ClientId), GuideMark::Check(CheckId::ClientToken), GuideMark::Link(GuideLink::Portal)];
        assert!(!are_done(&marks, &sender, &[]));
        assert_eq!(sender.set(FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"), Ok(()));
        assert!(!are_done(&marks, &sender, &[]));
        let found = |outcome| Finding {
            check: CheckId::ClientToken,
            answers: crate::journey::Fingerprint::default(),
            outcome,
            message: Message::RowOk,
            code: None,
            link: None,
            checked_at: jiff::Timestamp::UNIX_EPOCH,
            took_ms: 0,
            evidence: vec![],
            asked: vec![],
        };
        assert!(are_done(&marks, &sender, &[found(Verdict::Pass)]));
        assert!(!are_done(&marks, &sender, &[found(Verdict::NeedsYou)]));
        assert!(!are_done(&marks[2..], &sender, &[]), "a link leaves no trace");
    }

    #[test]
    fn the_service_desk_is_not_asked_for_what_is_open_to_all() {
        let asked = GuideCopy::GrantedScopes.text(&profile()).expect("scopes");
        assert!(asked.contains("altinn:broker.write") && !asked.contains("events.subscribe"), "{asked}");
        assert!(GuideCopy::Scopes.text(&profile()).expect("scopes").contains("altinn:events.subscribe"));
    }

    #[test]
    fn every_link_leads_somewhere_in_every_environment() {
        let sandbox = Url::parse("http://127.0.0.1:4711/").expect("an address");
        for named in PublishedEnvironment::ALL {
            for link in GuideLink::ALL {
                let address = link.address(&Environment::Named(*named), Some(&sandbox)).expect("an address");
                assert!(Url::parse(&address).is_ok(), "{link}: {address}");
            }
        }
        assert_eq!(GuideLink::Portal.address(&Environment::SANDBOX, None), None);
    }

    #[test]
    fn the_pages_follow_each_other_in_a_ring() {
        let mut page = GuidePage::Start;
        for expected in GuidePage::ALL {
            assert_eq!(page, expected);
            page = page.next(&profile());
        }
        assert_eq!(page, GuidePage::Start);
        let by_vendor = Profile { acting: Acting::ByVendor, ..profile() };
        assert_eq!(GuidePage::Step(StepId::Events).next(&by_vendor), GuidePage::Start);
    }
}
