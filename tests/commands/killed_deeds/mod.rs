//! Every deed is killed, at each call that changes something and at random moments, from a seed, and done again: nothing is made twice,
//! and nothing is lost. `BROKER_SETUP_KILLS` is how many random moments each of them has, for a long run.

mod keys;
mod owner;
mod publishing;
mod relay;
mod stage;
mod subscriptions;
mod systems;
mod transfers;
