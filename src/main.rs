//! Arguments in, exit code out; nothing else.

fn main() -> std::process::ExitCode {
    broker_setup::cli::main()
}
