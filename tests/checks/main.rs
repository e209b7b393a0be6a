//! The checks against the sandbox: a ready setup passes, and each mistake leads to one accusation, for the right reason.

mod admin;
mod after_deeds;
mod asks;
mod desk;
mod mistakes;
mod next_question;
mod setups;
