//! Answers: typed, chosen from lists, paths.

use super::*;

pub fn editing() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('e'), Key::Tab, Key::Ctrl('u')]);
    typed(&mut model, "7e1c2b1e-0d3f");
    model
}

pub fn choosing() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('1'), Key::Char('e'), Key::Down]);
    model
}

/// The path of the private key is being typed.
pub fn path() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('e'), Key::Tab, Key::Tab, Key::Tab, Key::Ctrl('u')]);
    typed(&mut model, "keys/tt02");
    let goes_on = ["keys/tt02-old.pem", "keys/tt02.pem"].map(ToOwned::to_owned).to_vec();
    update(&mut model, Msg::PathSeen { typed: "k".into(), look: PathLook { there: There::Nothing, goes_on: vec![] } });
    let there = There::File { size: FileSize(1704), holds: Holds::PrivateKey };
    update(&mut model, Msg::PathSeen { typed: "keys/tt02".into(), look: PathLook { there, goes_on } });
    model
}

/// The resource is being edited, and its list has come, or not.
fn asked_for_resources(result: Result<Vec<Choice>, NoChoices>) -> Model {
    let mut model = failing();
    let effects = press(&mut model, &[Key::Char('3'), Key::Char('e')]);
    let id = effects.iter().find_map(|effect| match effect {
        Effect::AskChoices { id, .. } => Some(*id),
        _ => None,
    });
    update(&mut model, Msg::Choices { id: id.expect("asked"), result });
    model
}

fn resources() -> Vec<Choice> {
    let owner = |name: &str| ChoiceMessage::OwnedBy { owner: Names::everywhere(name), number: "991825827".parse().expect("a number") };
    let resource = |id: &str, title: &str, of: &str| Choice::new(id, Names::everywhere(title), Some(owner(of)));
    let mut all = vec![
        resource("acme-broker-test", "Acme filutveksling", "Acmedirektoratet"),
        resource("smart-files", "Smarte filer", "Digitaliseringsdirektoratet"),
        resource("tolldata-ekspressfortolling", "Ekspressfortolling: innsending av store meldinger", "Tolletaten"),
    ];
    all.extend((1..=240).map(|number| resource(&format!("files-{number}"), &format!("Filer {number}"), "Digitaliseringsdirektoratet")));
    all
}

pub fn list() -> Model {
    let mut model = asked_for_resources(Ok(resources()));
    press(&mut model, &[Key::Down, Key::Down, Key::Down]);
    model
}

pub fn list_narrowed() -> Model {
    let mut model = asked_for_resources(Ok(resources()));
    press(&mut model, &[Key::Ctrl('u')]);
    typed(&mut model, "toll");
    model
}

pub fn list_not_told() -> Model {
    asked_for_resources(Err(NoChoices::NotTold(Box::new(Message::NoAnswerTimeout { host: "platform.tt02.altinn.no".into() }))))
}
