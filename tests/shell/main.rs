//! The program without a screen, as a script meets it, against a started sandbox.

mod journey;
mod proxy;
mod sandbox;
mod secrets;
