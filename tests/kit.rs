//! The wizard accepts the answers that the sandbox hands out: those in the kit's files, and those that fill a sandbox profile.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use altinn_sandbox::{Options, Part, Preset, answers, start, write_kit};
use broker_setup::journey::{FieldId, Profile};

#[tokio::test]
async fn the_kits_answers_are_profiles_of_their_role_at_the_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = start(Options::default()).await.unwrap();
    write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).unwrap();
    for role in ["sender", "recipient", "service-owner"] {
        let text = std::fs::read_to_string(folder.path().join(format!("{role}.toml"))).unwrap();
        let profile: Profile = toml::from_str(&text).unwrap_or_else(|cause| panic!("{role}: {cause}\n{text}"));
        assert_eq!(profile.role.to_string(), role);
        let endpoints = profile.environment.endpoints(None).unwrap();
        assert_eq!(endpoints.platform, sandbox.origin);
        assert_eq!(endpoints.admin, sandbox.origin.join("api/v1/").ok(), "an admin client works with the kit");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn each_answer_that_the_sandbox_fills_in_is_a_field() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = start(Options::default()).await.unwrap();
    let world = sandbox.world().await;
    for part in Part::ALL {
        for preset in [Preset::Ready, Preset::HalfDone] {
            for (field, text) in answers(&world, part, preset, folder.path()).unwrap().fields {
                assert!(field.parse::<FieldId>().is_ok(), "{field} = {text}");
            }
        }
    }
    sandbox.stop().await;
}
