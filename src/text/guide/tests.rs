//! Tests of the guides: each page in each combination of role, environment and way of acting, in both languages.

use super::source::{Block, Kind, blocks};
use super::*;
use crate::journey::{DeedId, GuideLink};
use crate::values::Language;
use std::collections::BTreeSet;

fn profiles() -> Vec<Profile> {
    let roles = Role::ALL.iter().flat_map(|role| PublishedEnvironment::ALL.iter().map(move |named| (*role, *named)));
    let all = roles.flat_map(|(role, named)| Acting::ALL.iter().map(move |acting| (role, named, *acting)));
    let allowed = all.filter(|(role, _, acting)| *role != Role::ServiceOwner || *acting == Acting::Own);
    let profile = |(role, named, acting)| {
        let mut profile = Profile::new(role, Environment::Named(named));
        profile.acting = acting;
        profile
    };
    allowed.map(profile).collect()
}

/// Every page for every reader, with a name for messages.
fn pages_of(language: Language) -> impl Iterator<Item = (String, GuidePage, Profile, Vec<GuideLine>)> {
    let text = Text::new(language);
    let all = profiles().into_iter().flat_map(|profile| GuidePage::ALL.map(|page| (page, profile.clone())));
    let all = all.filter(|(page, profile)| page.is_for(profile));
    all.map(move |(page, profile)| {
        let name = format!("{language} {} {} {} {}", name(page, &profile), profile.role, profile.environment, profile.acting);
        let lines = text.guide(page, &profile);
        (name, page, profile, lines)
    })
}

fn sources(language: Language) -> Vec<(&'static str, Vec<Block>)> {
    language.guides().iter().map(|(name, source)| (*name, blocks(source))).collect()
}

#[test]
fn every_page_says_what_it_is_for_what_is_needed_and_what_to_do() {
    for (name, page, profile, lines) in Language::ALL.iter().flat_map(|language| pages_of(*language)) {
        assert!(matches!(lines.first(), Some(GuideLine::Paragraph(_))), "{name} begins with something else: {lines:?}");
        let labelled = lines.iter().filter(|line| matches!(line, GuideLine::Labelled { .. })).count();
        let is_sandbox_start = page == GuidePage::Start && profile.environment.is_own_sandbox();
        assert!(labelled >= 2 || page == GuidePage::Start || is_sandbox_start, "{name} says not what is needed and how long it takes");
        let numbers: Vec<usize> = lines
            .iter()
            .filter_map(|line| match line {
                GuideLine::Action { number, .. } => Some(*number),
                GuideLine::Paragraph(_) | GuideLine::Labelled { .. } | GuideLine::Note(_) => None,
            })
            .collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{name}");
        assert!(!numbers.is_empty(), "{name} has nothing to do");
        assert!(lines.iter().any(|line| matches!(line, GuideLine::Note(_))), "{name} has no note");
        assert!(!Text::new(Language::English).guide_title(page, &profile).is_empty(), "{name}");
    }
}

#[test]
fn what_a_line_names_exists_and_is_for_its_reader() {
    for language in Language::ALL {
        for (name, blocks) in sources(*language) {
            for block in blocks {
                assert!(block.condition.unknown.is_empty(), "{language}/{name}.md: {:?}", block.condition.unknown);
                assert!(block.kind == Kind::Action || !block.text.ends_with(']'), "{language}/{name}.md: {}", block.text);
                for mark in &block.marks {
                    assert!(GuideMark::read(mark).is_some(), "{language}/{name}.md: [{mark}] names nothing");
                }
            }
        }
        for (name, _, profile, lines) in pages_of(*language) {
            for line in lines {
                let GuideLine::Action { says, marks, .. } = line else { continue };
                for mark in marks {
                    let is_for = match mark {
                        GuideMark::Deed(deed) => deed.is_for(profile.role),
                        GuideMark::Field(field) => field.is_for(&profile),
                        GuideMark::Check(check) => check.is_for(profile.role),
                        GuideMark::Link(_) | GuideMark::Copy(_) => true,
                    };
                    assert!(is_for, "{name}: {mark:?} is not for them: {says}");
                }
            }
        }
    }
}

/// The deeds that the guides lead to.
const DEEDS: [DeedId; 13] = [
    DeedId::PostKey,
    DeedId::RotateKey,
    DeedId::RetireKey,
    DeedId::RegisterSystem,
    DeedId::AskSystemUser,
    DeedId::MakeKey,
    DeedId::SendTest,
    DeedId::ReceiveTest,
    DeedId::Subscribe,
    DeedId::AskScopes,
    DeedId::AskAccess,
    DeedId::AskApprover,
    DeedId::AskCounterpart,
];

#[test]
fn every_deed_and_link_is_in_a_guide() {
    let named: BTreeSet<String> =
        sources(Language::English).into_iter().flat_map(|(_, blocks)| blocks).flat_map(|block| block.marks).collect();
    for deed in DEEDS {
        assert!(named.contains(&format!("deed {deed}")), "no guide leads to {deed}");
    }
    for link in GuideLink::ALL {
        assert!(named.contains(&format!("link {link}")), "no guide leads to {link}");
    }
    for copy in GuideCopy::ALL.iter().filter(|copy| **copy != GuideCopy::Resource) {
        assert!(named.contains(&format!("copy {copy}")), "no guide lets {copy} be copied");
    }
}

/// The way through a portal is told once: the page of an errand has lines of the guide, for each reader who is sent there.
#[test]
fn each_errand_is_told_by_the_guide() {
    for language in Language::ALL {
        let text = Text::new(*language);
        for profile in profiles().iter().filter(|profile| profile.acting != Acting::ByVendor || profile.role == Role::ServiceOwner) {
            for errand in Errand::ALL {
                let way = text.errand_way(*errand, profile);
                let approves_oneself = profile.role != Role::ServiceOwner && !profile.environment.is_production();
                let is_sent = *errand != Errand::Approve || approves_oneself;
                let about = format!("{language} {errand} {} {} {}", profile.role, profile.environment, profile.acting);
                assert_eq!(!way.is_empty(), is_sent, "{about}");
                assert!(way.iter().all(|line| line.ends_with('.')), "{about}: {way:?}");
                let mut logins = way.iter().filter(|line| line.contains("«Med ")).count();
                if profile.environment.is_loopback() || *errand == Errand::Approve {
                    logins += 1;
                }
                assert_eq!(logins, 1, "{about}: one way in: {way:?}");
            }
        }
    }
}

/// The quoted names: what a portal writes.
fn menu_names(text: &str) -> Vec<String> {
    text.split('«').skip(1).filter_map(|rest| rest.split('»').next()).map(ToOwned::to_owned).collect()
}

/// Names that Altinn itself writes in each language, in English, bokmål and nynorsk (facts terms 2.1). Every other portal has one name.
const ALTINN_WRITES: [[&str; 3]; 4] = [
    ["Access management", "Tilgangsstyring", "Tilgangsstyring"],
    ["System accesses", "Systemtilganger", "Systemtilgangar"],
    ["Approve system access", "Godkjenn systemtilgang", "Godkjenn systemtilgang"],
    ["Yes, forward request", "Ja, send videre", "Ja, send vidare"],
];

/// What a language quotes where English quotes `name`.
fn as_written_in(language: Language, name: String) -> String {
    let Some([_, bokmal, nynorsk]) = ALTINN_WRITES.iter().find(|[english, ..]| *english == name) else { return name };
    match language {
        Language::English => name,
        Language::Bokmal => (*bokmal).to_owned(),
        Language::Nynorsk => (*nynorsk).to_owned(),
    }
}

#[test]
fn every_language_has_the_same_blocks_and_the_portals_names_as_they_are_written() {
    for language in Language::ALL.iter().filter(|language| **language != Language::English) {
        for ((name, english), (_, own)) in sources(Language::English).into_iter().zip(sources(*language)) {
            assert_eq!(english.len(), own.len(), "{language}/{name}.md has other blocks");
            for (english, own) in english.iter().zip(&own) {
                assert_eq!(
                    (&english.condition, english.kind, &english.marks),
                    (&own.condition, own.kind, &own.marks),
                    "{language}/{name}.md"
                );
                let wanted: Vec<_> = menu_names(&english.text).into_iter().map(|name| as_written_in(*language, name)).collect();
                let has = menu_names(&own.text);
                // What is an explanation in English may be a plain word in Norwegian.
                assert!(has.iter().all(|menu| wanted.contains(menu)), "{language}/{name}.md: {has:?} and {wanted:?}");
            }
        }
    }
}

/// Names of the portal of before, which lead nowhere today (facts terms 2.2).
const OLD_PORTAL: [&str; 8] = [
    "Min profil",
    "Virksomhetens tjenester",
    "Administrasjon av tjenester",
    "Mine API",
    "Egne public nøkler",
    "onboarding.maskinporten",
    "Profil»",
    "Andre med rettigheter",
];

#[test]
fn nothing_is_unfilled_vague_or_of_the_old_portal() {
    for (name, _, _, lines) in Language::ALL.iter().flat_map(|language| pages_of(*language)) {
        let text = format!("{lines:?}");
        let lower = text.to_lowercase();
        assert!(!text.contains('$') && !text.contains("{tt02") && !text.contains("[field"), "{name}: {text}");
        assert!(!["please", "vennligst", "ugyldig", "bedrift", "omfang"].iter().any(|word| lower.contains(word)), "{name}: {text}");
        for old in OLD_PORTAL {
            assert!(!text.contains(old), "{name} says {old}");
        }
    }
}

/// What Altinn's own guide of the common steps says, statement by statement, and the words of the guides that say it today: the
/// reader's role, the page, the words.
const SOURCE_GUIDE: &[(&str, Role, GuidePage, &str)] = &[
    ("1. An API key is passed in a header", Role::Sender, GuidePage::Step(StepId::Key), "Ocp-Apim-Subscription-Key"),
    ("1. A key is needed for every request: not today", Role::Sender, GuidePage::Step(StepId::Key), "No API key is needed today"),
    (
        "1. Where a key is asked for: Slack then, the service desk today",
        Role::Sender,
        GuidePage::Step(StepId::Key),
        "servicedesk@altinn.no gives one out",
    ),
    ("2. Register a client with scopes", Role::Sender, GuidePage::Step(StepId::Client), "«Opprett klient»"),
    (
        "2. altinn:authorization:pdp for all: never today",
        Role::Sender,
        GuidePage::Step(StepId::Key),
        "Never ask for altinn:authorization:pdp",
    ),
    ("2. altinn:broker.write to send", Role::Sender, GuidePage::Step(StepId::Client), "altinn:broker.write"),
    ("2. altinn:broker.read to receive", Role::Recipient, GuidePage::Step(StepId::Client), "altinn:broker.read"),
    ("2. Altinn maintains the scopes", Role::Sender, GuidePage::Step(StepId::Key), "Altinn's service desk must grant"),
    (
        "2. Scopes and access to a resource are independent",
        Role::Sender,
        GuidePage::Step(StepId::Key),
        "decided apart from that, by its service owner",
    ),
    ("2. The portal's self-service", Role::Sender, GuidePage::Step(StepId::Client), "In the portal"),
    ("3. Ask the service owner for access", Role::Sender, GuidePage::Step(StepId::Access), "Ask its service owner for access"),
    ("3. Give your organisation number", Role::Sender, GuidePage::Step(StepId::Access), "it gives them the organisation number"),
    ("3. Give your system user", Role::Sender, GuidePage::Step(StepId::Access), "and the system user"),
    ("3. System users, registry and access lists in the future: today", Role::Sender, GuidePage::Step(StepId::Access), "It is today"),
    (
        "3. A first service: the service owner's guide",
        Role::Sender,
        GuidePage::Step(StepId::Access),
        "Are you creating your first service?",
    ),
    ("4. Integrate, with the developer guides", Role::Sender, GuidePage::Step(StepId::Integrate), "with the developer guides"),
    ("5. Events are not ready: they are in use today", Role::Sender, GuidePage::Step(StepId::Events), "Today they are in use"),
    ("5. A subscription names the endpoint", Role::Sender, GuidePage::Step(StepId::Events), "Give the webhook"),
    ("5. sourceFilter: gone", Role::Sender, GuidePage::Step(StepId::Events), "/broker/api/v1/file"),
    ("5. resourceFilter", Role::Sender, GuidePage::Step(StepId::Events), "urn:altinn:resource:"),
    (
        "5. A type filter is recommended; without one all types come",
        Role::Sender,
        GuidePage::Step(StepId::Events),
        "leave it empty for all that you have access to",
    ),
    ("5. filetransferinitialized", Role::Sender, GuidePage::Step(StepId::Events), "no.altinn.broker.filetransferinitialized"),
    ("5. uploadprocessing", Role::Sender, GuidePage::Step(StepId::Events), "no.altinn.broker.uploadprocessing"),
    ("5. downloadconfirmed", Role::Sender, GuidePage::Step(StepId::Events), "no.altinn.broker.downloadconfirmed"),
    ("5. allconfirmeddownloaded", Role::Sender, GuidePage::Step(StepId::Events), "no.altinn.broker.allconfirmeddownloaded"),
    ("5. Published for both, in lower case today", Role::Recipient, GuidePage::Step(StepId::Events), "no.altinn.broker.published"),
    ("5. .Published", Role::Sender, GuidePage::Step(StepId::Events), ".Published of older guides matches nothing"),
];

#[test]
fn the_guides_say_all_that_altinns_own_guide_says() {
    for (statement, role, page, words) in SOURCE_GUIDE {
        let profile = Profile::new(*role, Environment::Named(PublishedEnvironment::Tt02));
        let said = Text::new(Language::English).guide(*page, &profile).into_iter().any(|line| match line {
            GuideLine::Paragraph(says) | GuideLine::Note(says) | GuideLine::Labelled { says, .. } | GuideLine::Action { says, .. } => {
                says.contains(words)
            }
        });
        assert!(said, "{statement}: nothing says {words:?}");
    }
    // The portal's two addresses and the developer guides are links.
    for (named, address) in [
        (PublishedEnvironment::Tt02, "https://sjolvbetjening.test.samarbeid.digdir.no/"),
        (PublishedEnvironment::Prod, "https://sjolvbetjening.samarbeid.digdir.no/"),
    ] {
        assert_eq!(GuideLink::Portal.address(&Environment::Named(named), None).as_deref(), Some(address));
    }
}
