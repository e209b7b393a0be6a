//! The wizard's client of a sandbox's faults: listing, setting and clearing them, and each reason why a setting is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use altinn_sandbox::{self as sandbox, Options};
use broker_setup::services::{Services, Trace};
use broker_setup::values::{Endpoints, FaultChange, Invalid, SetFault};

fn set(name: &str, service: Option<&str>, seconds: Option<i64>, times: Option<u32>) -> SetFault {
    SetFault { name: name.into(), service: service.map(str::to_owned), seconds, times }
}

#[tokio::test]
async fn faults_are_listed_set_and_cleared() {
    let sandbox = sandbox::start(Options::default()).await.expect("a sandbox");
    let services = Services::new(Endpoints::sandbox(&sandbox.origin), None, Trace::default());
    let faults = services.faults().await.expect("the list");
    assert!(faults.set.is_empty());
    let slow = faults.known.iter().find(|fault| fault.name == "slow").expect("slow is one");
    assert!(slow.does.contains("late"), "{slow:?}");
    assert!(faults.known.iter().all(|fault| !fault.name.starts_with("tls-")), "met on the face of --proxy only");

    let change = async |change: FaultChange| services.change_faults(&change).await.expect("an answer");
    let answer = change(FaultChange::Set("slow@broker=3:2".into())).await;
    assert_eq!(answer, Ok(vec![set("slow", Some("broker"), Some(3), Some(2))]));
    let answer = change(FaultChange::Set("MP-200".into())).await;
    assert_eq!(answer, Ok(vec![set("slow", Some("broker"), Some(3), Some(2)), set("MP-200", None, None, None)]));
    assert_eq!(services.faults().await.expect("the list").set.len(), 2);
    assert_eq!(change(FaultChange::Clear("slow".into())).await, Ok(vec![set("MP-200", None, None, None)]));
    assert_eq!(change(FaultChange::ClearAll).await, Ok(vec![]));
}

#[tokio::test]
async fn a_setting_that_is_none_is_refused_with_its_reason() {
    let sandbox = sandbox::start(Options::default()).await.expect("a sandbox");
    let services = Services::new(Endpoints::sandbox(&sandbox.origin), None, Trace::default());
    let refused = async |setting: &str| services.change_faults(&FaultChange::Set(setting.into())).await.expect("an answer").unwrap_err();
    assert!(matches!(refused("clok").await, Invalid::FaultNear { name, near } if name == "clok" && near.contains(&"clock".to_owned())));
    assert!(matches!(refused("nothing-like-any").await, Invalid::FaultUnknown { .. } | Invalid::FaultNear { .. }));
    assert_eq!(refused("MP-200@broker").await, Invalid::FaultService { name: "MP-200".into(), service: "broker".into() });
    assert_eq!(refused("slow=soon").await, Invalid::FaultSeconds { name: "slow".into(), given: "soon".into() });
    assert_eq!(refused("slow:often").await, Invalid::FaultTimes { given: "often".into() });
}
