//! Tests every fault over HTTP, and compares the list of faults with the facts.

mod calls;
mod expected;
mod facts;
mod network;
mod older;
mod setting;
mod tls;
mod walk;
