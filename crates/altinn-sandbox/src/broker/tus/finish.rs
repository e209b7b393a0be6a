//! Background jobs after the last byte: they put the file together and hand the transfer on like any other upload (facts broker-api
//! 3).

use super::super::lifecycle::{self, Whole};
use super::super::store;
use super::session::Session;
use super::upload::{Block, Upload, UploadKind};
use crate::scheduler;
use crate::shared::Shared;
use crate::storage::file::{self, Presence};
use std::fs;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::task::spawn_blocking;
use uuid::Uuid;

/// A file and the blocks of it that become part of the whole.
type Piece = (PathBuf, Vec<Block>);

/// How to make the complete file.
enum Plan {
    /// Use the upload's own file, cut to this length.
    AsItIs(PathBuf, u64),
    /// Copy these pieces one after the other.
    Copied(Vec<Piece>),
}

/// Finishes a whole upload.
pub(super) fn begin(shared: &Arc<Shared>, id: Uuid) {
    run(shared, id, |session| {
        let upload = session.find(None)?;
        let pieces = vec![(upload.file.clone(), upload.blocks.clone())];
        // With blocks left from an earlier attempt the sizes do not add up: as in the service, the job fails for good and the
        // status stays.
        let in_order = upload.is_in_order();
        upload.adds_up().then(|| if in_order { Plan::AsItIs(upload.file.clone(), upload.end) } else { Plan::Copied(pieces) })
    });
}

/// Joins partial uploads in the order in which they were created, whatever the order in the list.
pub(super) fn join(shared: &Arc<Shared>, id: Uuid, listed: Vec<String>) {
    run(shared, id, move |session| {
        let received = |upload: &&Upload| !upload.blocks.is_empty();
        let is_listed = |upload: &Upload| match &upload.kind {
            UploadKind::Partial(partial) => !upload.ended && listed.iter().any(|listed| listed.eq_ignore_ascii_case(partial)),
            UploadKind::Whole | UploadKind::Final(_) => false,
        };
        // As in the service, the join contains every upload that ever received bytes. If one of them is not in the list, the join
        // fails and the transfer's status never changes.
        let sound = session.uploads.iter().filter(received).all(|upload| is_listed(upload) && upload.adds_up());
        let pieces = session.uploads.iter().filter(received).map(|upload| (upload.file.clone(), upload.blocks.clone())).collect();
        sound.then_some(Plan::Copied(pieces))
    });
}

fn run(shared: &Arc<Shared>, id: Uuid, plan: impl FnOnce(&Session) -> Option<Plan> + Send + 'static) {
    let acting = Arc::clone(shared);
    shared.work(shared.options.people.of_machines() / 2, async move {
        let planned = acting.world.lock().await.broker.tus.known(id).and_then(plan);
        let Some(planned) = planned else { return };
        let Ok(place) = acting.scratch.place() else { return };
        let Ok(Ok((place, size))) = spawn_blocking(move || put_together(&planned, place.path()).map(|size| (place, size))).await else {
            return;
        };
        let Ok(stored) = store::kept(&acting.bodies, id, place, size).await else { return };
        let Some(found) = store::examine(&acting.bodies, id, &stored).await else { return };
        scheduler::change(&acting, |world| {
            let at = world.broker.now();
            lifecycle::put_together(&mut world.broker, id, Whole { stored: stored.clone(), size, md5: found.md5.clone() }, at)
        })
        .await;
    });
}

fn put_together(plan: &Plan, target: &Path) -> io::Result<u64> {
    match plan {
        Plan::AsItIs(received, size) => {
            file::open(received, Presence::Known)?.set_len(*size)?;
            fs::rename(received, target)?;
            Ok(*size)
        }
        Plan::Copied(pieces) => {
            let mut whole = file::open(target, Presence::New)?;
            let mut size = 0;
            for (received, blocks) in pieces {
                let mut source = file::open_to_read(received)?;
                for block in blocks {
                    source.seek(SeekFrom::Start(block.start))?;
                    size += io::copy(&mut source.by_ref().take(block.length), &mut whole)?;
                }
            }
            Ok(size)
        }
    }
}
