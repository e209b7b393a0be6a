//! Step 4: Broker answers about the resource, and a marked test transfer went through.

mod list;
mod transfer;

pub(super) use list::list;
pub(super) use transfer::transfer;
