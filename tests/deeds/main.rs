//! The deeds against the sandbox: what a user would notice of `send-test` and `subscribe`, in each role.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod both;
mod client_keys;
mod keys;
mod line;
mod owner;
mod owner_publish;
mod scene;
mod send_test;
mod subscribe;
mod systems;
mod transfer;
mod unsubscribe;
