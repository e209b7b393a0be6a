//! The commands by themselves, without a sandbox: answers and their order, profiles on disk, exit codes, no terminal.

mod answers;
mod check_command;
mod program;
mod store;
