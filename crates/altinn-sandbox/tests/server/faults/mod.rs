//! Every fault of the list, seen over HTTP as the list describes it, and the list held against the facts.

mod calls;
mod expected;
mod facts;
mod network;
mod older;
mod setting;
mod tls;
mod walk;
