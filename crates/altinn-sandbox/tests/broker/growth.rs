//! A call takes as long in a world of ten thousand transfers as in one of ten. Prints the times (`--nocapture`).

use crate::support::*;
use crate::transfer::*;
use altinn_sandbox::{Gateway, Options, People, World};
use reqwest::{Client, RequestBuilder};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const FEW: usize = 10;
const MANY: usize = 10_000;
/// How often each call is made in each world. The quickest counts: what else the machine does makes a call slower, never quicker.
const ROUNDS: usize = 20;
/// In times of the call in the small world. Work for each transfer, however little, is several times this in a test's build.
const MOST: f64 = 4.0;

/// A sandbox, and the callers and the transfers of the calls.
struct Stage {
    sandbox: Sandbox,
    sender: String,
    recipient: String,
    /// The oldest and the newest transfer of the known sender.
    ends: [String; 2],
}

impl Stage {
    /// `file` is where the world is kept; without one it is in memory alone.
    async fn of(transfers: usize, file: Option<PathBuf>) -> Self {
        let options = Options { gateway: Gateway::Open, people: People::Never, world: file, ..Options::default() };
        let sandbox = started(options).await;
        let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
        let first = published(&sender, FOX).await;
        multiply(&sandbox, &first, transfers).await;
        let last = published(&sender, FOX).await;
        let (sender, recipient) = (sender.token.unwrap(), recipient.token.unwrap());
        Self { sandbox, sender, recipient, ends: [first, last] }
    }

    fn url(&self, path: &str) -> url::Url {
        self.sandbox.origin.join(&format!("{BASE}/filetransfer{path}")).unwrap()
    }
}

/// Puts copies of a transfer behind it.
async fn multiply(sandbox: &Sandbox, id: &str, transfers: usize) {
    let mut world = sandbox.shared().world.lock().await;
    let mut value = serde_json::to_value(&*world).unwrap();
    let rows = value["broker"]["transfers"].as_array_mut().unwrap();
    let model = rows.iter().find(|transfer| transfer["id"] == id).unwrap().clone();
    rows.extend((0..transfers).map(|_| {
        let mut copy = model.clone();
        copy["id"] = json!(uuid::Uuid::new_v4());
        copy["stored"] = json!("Nowhere");
        copy
    }));
    *world = serde_json::from_value::<World>(value).unwrap();
}

type Call = fn(&Client, &Stage, &str) -> RequestBuilder;

const CALLS: [(&str, Call); 7] = [
    ("details", |client, stage, id| client.get(stage.url(&format!("/{id}/details"))).bearer_auth(&stage.sender)),
    ("download", |client, stage, id| client.get(stage.url(&format!("/{id}/download"))).bearer_auth(&stage.recipient)),
    ("initialise", |client, stage, _| client.post(stage.url("")).bearer_auth(&stage.sender).json(&plain())),
    ("search", |client, stage, _| client.get(stage.url(&of_the_resource(""))).bearer_auth(&stage.sender)),
    ("search, oldest first", |client, stage, _| client.get(stage.url(&of_the_resource("&orderAscending=true"))).bearer_auth(&stage.sender)),
    ("search by status", |client, stage, _| client.get(stage.url(&of_the_resource("&status=Published"))).bearer_auth(&stage.recipient)),
    ("search by recipient", |client, stage, _| {
        client.get(stage.url(&of_the_resource("&recipientStatus=Initialized"))).bearer_auth(&stage.recipient)
    }),
];

fn of_the_resource(filters: &str) -> String {
    format!("?resourceId={}{filters}", known::RESOURCE)
}

async fn timed(request: RequestBuilder) -> Duration {
    let begin = Instant::now();
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.bytes().await.unwrap();
    begin.elapsed()
}

#[tokio::test]
async fn a_call_costs_the_same_however_many_transfers_there_are() {
    compare(&CALLS, &Stage::of(FEW, None).await, &Stage::of(MANY, None).await).await;
}

/// The calls that change something: a download is noted.
#[tokio::test]
async fn on_disk_too() {
    let folder = tempfile::tempdir().unwrap();
    let kept_in = |name: &str| Some(folder.path().join(name));
    compare(&CALLS[1..3], &Stage::of(FEW, kept_in("few")).await, &Stage::of(MANY, kept_in("many")).await).await;
}

async fn compare(calls: &[(&str, Call)], few: &Stage, many: &Stage) {
    let client = client();
    let mut slow = Vec::new();
    for (name, call) in calls {
        for (end, which) in ["oldest", "newest"].into_iter().enumerate() {
            let mut best = [Duration::MAX; 2];
            for _ in 0..ROUNDS {
                for (stage, best) in [few, many].into_iter().zip(&mut best) {
                    *best = timed(call(&client, stage, &stage.ends[end])).await.min(*best);
                }
            }
            let ratio = best[1].as_secs_f64() / best[0].as_secs_f64();
            println!("{name:<22} {which}  {:>6} us  {:>6} us  {ratio:.2}", best[0].as_micros(), best[1].as_micros());
            if ratio > MOST {
                slow.push((name, which, ratio));
            }
        }
    }
    assert!(slow.is_empty(), "grow with the world: {slow:?}");
}
