//! The lists of a sandbox, over HTTP.

use super::*;
use crate::engine::Folders;
use crate::journey::{Environment, FieldId, FillPreset};
use tokio::sync::mpsc::unbounded_channel;

struct Scene {
    engine: Engine,
    _folder: tempfile::TempDir,
}

impl Scene {
    fn set() -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
        Self { engine: Engine::new(Folders::below(folder.path())), _folder: folder }
    }

    async fn filled(&self, role: Role) -> Profile {
        self.engine.fill(role, FillPreset::Filled).await.unwrap_or_else(|problem| unreachable!("{problem:?}"))
    }

    async fn list(&self, list: ChoiceList, profile: &Profile) -> Choices {
        self.engine.choices(list, profile.clone(), || unbounded_channel().0).await
    }

    async fn told(&self, list: ChoiceList, profile: &Profile) -> Vec<Choice> {
        self.list(list, profile).await.unwrap_or_else(|why| unreachable!("{why:?}"))
    }
}

fn values(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.value.as_str()).collect()
}

#[tokio::test]
async fn resources_and_organisations_need_no_client() {
    let scene = Scene::set();
    let empty = Profile::new(Role::Sender, Environment::SANDBOX);
    let filled = scene.filled(Role::Sender).await;
    // The sandbox's gateway wants its key, unlike Altinn's.
    assert!(matches!(scene.list(ChoiceList::Resources, &empty).await, Err(NoChoices::NotTold(_))));
    let with_key = Profile { api_key: filled.api_key.clone(), ..empty.clone() };
    let resources = scene.told(ChoiceList::Resources, &with_key).await;
    let own = resources.iter().find(|choice| Some(choice.value.clone()) == filled.answer(FieldId::Resource));
    let own = own.unwrap_or_else(|| unreachable!("{resources:?}"));
    assert!(!own.names.is_empty() && matches!(own.about, Some(ChoiceMessage::OwnedBy { .. })), "{own:?}");
    let organisations = scene.told(ChoiceList::Organisations, &empty).await;
    let recipients = scene.told(ChoiceList::Recipients, &filled).await;
    let sender = filled.answer(FieldId::Organisation).unwrap_or_default();
    assert!(values(&organisations).contains(&sender.as_str()) && !values(&recipients).contains(&sender.as_str()));
    let counterpart = filled.answer(FieldId::TransferRecipients).unwrap_or_default();
    assert!(values(&recipients).contains(&counterpart.as_str()), "{recipients:?}");
    scene.engine.close().await;
}

/// The gateway's key is enough: a list that anybody may ask for needs no other secret, and none that is amiss keeps it back.
#[tokio::test]
async fn resources_behind_a_keyed_gateway_need_its_key_alone() {
    let scene = Scene::set();
    let mut sender = scene.filled(Role::Sender).await;
    assert_eq!(sender.set(FieldId::ClientKey, "file:/nowhere/key.pem"), Ok(()));
    let resources = scene.told(ChoiceList::Resources, &sender).await;
    let own = sender.answer(FieldId::Resource).unwrap_or_default();
    assert!(values(&resources).contains(&own.as_str()), "{resources:?}");
    scene.engine.close().await;
}

#[tokio::test]
async fn clients_are_those_that_the_admin_client_is_shown() {
    let scene = Scene::set();
    let mut sender = scene.filled(Role::Sender).await;
    assert_eq!(scene.list(ChoiceList::Clients, &sender).await, Err(NoChoices::NoClient));
    // The admin client has the sender's key.
    let admin = altinn_sandbox::known::client("admin").unwrap_or_else(|| unreachable!("a known client"));
    let key = sender.answer(FieldId::ClientKey).unwrap_or_default();
    for (field, text) in [(FieldId::AdminId, admin.id), (FieldId::AdminKid, &admin.kid()), (FieldId::AdminKey, &key)] {
        assert_eq!(sender.set(field, text), Ok(()));
    }
    let clients = scene.told(ChoiceList::Clients, &sender).await;
    let id = sender.answer(FieldId::ClientId).unwrap_or_default();
    assert!(clients.iter().any(|choice| choice.value == id && !choice.names.is_empty()), "{clients:?}");
    let recipient = altinn_sandbox::known::client("recipient").map(|client| client.id).unwrap_or_default();
    assert!(!values(&clients).contains(&recipient), "another organisation's: {clients:?}");
    scene.engine.close().await;
}

#[tokio::test]
async fn systems_webhooks_and_transfers_are_those_of_the_client() {
    let scene = Scene::set();
    let recipient = scene.filled(Role::Recipient).await;
    let systems = scene.told(ChoiceList::Systems, &recipient).await;
    let resource = recipient.answer(FieldId::Resource).unwrap_or_default();
    let is_for = |choice: &Choice| matches!(&choice.about, Some(ChoiceMessage::SystemFor { resources }) if resources.contains(&resource));
    assert!(systems.iter().any(is_for), "{systems:?}");
    let transfers = scene.told(ChoiceList::Transfers, &recipient).await;
    let first = transfers.first().unwrap_or_else(|| unreachable!("a marked test waits in every new world"));
    assert!(!first.names.is_empty() && matches!(first.about, Some(ChoiceMessage::SentBy { .. })), "{first:?}");
    assert_eq!(scene.told(ChoiceList::Webhooks, &recipient).await, []);
    scene.engine.close().await;
}

#[tokio::test]
async fn why_there_is_no_list_is_told() {
    let scene = Scene::set();
    let empty = Profile::new(Role::Sender, Environment::SANDBOX);
    assert_eq!(scene.list(ChoiceList::Systems, &empty).await, Err(NoChoices::NoClient));
    let mut other = scene.filled(Role::Sender).await;
    assert_eq!(other.set(FieldId::ClientId, "5a0c0099-7d1e-4f6a-9b1c-000000000099"), Ok(()));
    assert!(matches!(scene.list(ChoiceList::Systems, &other).await, Err(NoChoices::NotTold(_))));
    scene.engine.close().await;
}
