//! A sandbox in which one role's setup is ready.

use crate::desk::{Desk, accusations, summaries};
use altinn_sandbox::{Options, Part, People, start};
use broker_setup::checks::{Connection, Run, run};
use broker_setup::deeds;
use broker_setup::journey::{DeedId, DeedOptions, Evidence, Profile, plan};
use broker_setup::services::{Patience, Trace};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

pub struct ReadyWorld {
    pub part: Part,
    pub desk: Desk,
    pub profile: Profile,
    pub evidence: Evidence,
}

impl ReadyWorld {
    pub async fn of(part: Part) -> Self {
        let options = Options { people: People::Instant, ..Options::default() };
        let desk = Desk { sandbox: start(options).await.expect("a sandbox"), folder: tempfile::tempdir().expect("a folder") };
        let profile = desk.profile(part, &[]).await.expect("answers");
        let mut world = Self { part, desk, profile, evidence: Evidence::default() };
        for deed in [DeedId::Subscribe, DeedId::SendTest] {
            let options = DeedOptions { confirm: true, ..DeedOptions::default() };
            let done = deeds::perform(deed, &world.connection(Trace::default()).await, &options, mpsc::unbounded_channel().0).await;
            world.evidence = done.unwrap_or_else(|stopped| panic!("{part:?} {deed}: {stopped:?}")).evidence;
        }
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let (run, _) = world.check(None).await;
            world.evidence = run.evidence.clone();
            if accusations(&run).is_empty() {
                return world;
            }
            assert!(Instant::now() < deadline, "{part:?}: {:?}", summaries(&accusations(&run)));
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    pub async fn connection(&self, trace: Trace) -> Connection {
        let (folder, origin) = (self.desk.folder.path(), Some(&self.desk.sandbox.origin));
        Connection::open(self.profile.clone(), folder, origin, self.evidence.clone(), trace).await.expect("open")
    }

    /// All checks, and the calls that they made. `whole`: how long a call may take.
    pub async fn check(&self, whole: Option<Duration>) -> (Run, Trace) {
        let trace = Trace::default();
        let mut connection = self.connection(trace.clone()).await;
        if let Some(whole) = whole {
            connection.services = connection.services.with_patience(Patience { whole, ..Patience::default() });
        }
        (run(&connection, &plan(&self.profile), mpsc::unbounded_channel().0).await, trace)
    }
}
